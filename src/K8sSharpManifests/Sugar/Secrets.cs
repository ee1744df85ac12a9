using System.Text;
using System.Text.Json;
using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class K8s
{
    /// <summary>A secret of type kubernetes.io/tls, which an Ingress ends TLS with.</summary>
    /// <param name="name">Its metadata.name, which <c>AddTls</c> then names.</param>
    /// <param name="certificate">The certificate and those that lead to its root, as PEM.</param>
    /// <param name="key">Its private key, as PEM.</param>
    /// <returns>The Secret.</returns>
    public static V1Secret TlsSecret(string name, string certificate, string key) => new()
    {
        ApiVersion = "v1",
        Kind = "Secret",
        Metadata = new() { Name = name },
        Type = "kubernetes.io/tls",
        Data = new Dictionary<string, byte[]> { ["tls.crt"] = Encoding.UTF8.GetBytes(certificate), ["tls.key"] = Encoding.UTF8.GetBytes(key) },
    };

    /// <summary>A secret with which the kubelet pulls images: of type kubernetes.io/dockerconfigjson, the one that imagePullSecrets can use.</summary>
    /// <param name="name">Its metadata.name, which <c>AddImagePullSecret</c> then names.</param>
    /// <param name="server">The registry, like <c>registry.acme.io</c>; Docker Hub's is <c>https://index.docker.io/v1/</c>.</param>
    /// <param name="user">The user name.</param>
    /// <param name="password">The password or token.</param>
    /// <returns>The Secret.</returns>
    public static V1Secret RegistrySecret(string name, string server, string user, string password) =>
        RegistrySecret(name, (server, user, password));

    /// <summary>A secret with which the kubelet pulls images from several registries, or from several paths of one.</summary>
    /// <param name="name">Its metadata.name, which <c>AddImagePullSecret</c> then names.</param>
    /// <param name="credentials">The credentials, one a registry.</param>
    /// <returns>The Secret.</returns>
    public static V1Secret RegistrySecret(string name, params (string Server, string User, string Password)[] credentials) => new()
    {
        ApiVersion = "v1",
        Kind = "Secret",
        Metadata = new() { Name = name },
        Type = "kubernetes.io/dockerconfigjson",
        Data = new Dictionary<string, byte[]>
        {
            [".dockerconfigjson"] = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, Dictionary<string, Dictionary<string, string>>>
            {
                ["auths"] = credentials.ToDictionary(credential => credential.Server, credential => new Dictionary<string, string>
                {
                    ["username"] = credential.User,
                    ["password"] = credential.Password,
                    ["auth"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.User}:{credential.Password}")),
                }),
            }),
        },
    };
}
