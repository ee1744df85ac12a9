using k8s;
using k8s.KubeConfigModels;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>A file of a kubeconfig. The paths in it start at its folder.</summary>
/// <param name="Config">What stands in it; nothing where it is empty.</param>
/// <param name="Users">Its users.</param>
internal sealed record KubeconfigFile(K8SConfiguration Config, IReadOnlyList<KubeconfigUser> Users)
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Its full path.</param>
    public static KubeconfigFile Read(string path)
    {
        var text = File.ReadAllText(path);
        var folder = Path.GetDirectoryName(path)!;

        // Of nothing but comments the reader makes nothing. As kubectl has it, that is no fault of one file among others.
        var config = KubernetesYaml.Deserialize<K8SConfiguration>(text) ?? new();
        foreach (var cluster in (config.Clusters ?? []).Select(item => item?.ClusterEndpoint).OfType<ClusterEndpoint>())
        {
            cluster.CertificateAuthority = Absolute(cluster.CertificateAuthority);
        }

        // What the client's own type does not know.
        var tokens = KubernetesYaml.Deserialize<TokenFiles>(text)?.Users ?? [];
        var users = new List<KubeconfigUser>();
        foreach (var user in (config.Users ?? []).Where(item => item?.Name is not null).DistinctBy(item => item.Name))
        {
            if (user.UserCredentials is { } credentials)
            {
                (credentials.ClientCertificate, credentials.ClientKey) = (Absolute(credentials.ClientCertificate), Absolute(credentials.ClientKey));
            }

            users.Add(new(user.Name, user.UserCredentials, Absolute(tokens.Find(item => item?.Name == user.Name)?.User?.TokenFile)));
        }

        return new(config, users);

        string? Absolute(string? relative) => string.IsNullOrEmpty(relative) ? relative : Path.GetFullPath(relative, folder);
    }

    private sealed class TokenFiles
    {
        public List<NamedUser?>? Users { get; set; }
    }

    private sealed class NamedUser
    {
        public string? Name { get; set; }

        public TokenUser? User { get; set; }
    }

    private sealed class TokenUser
    {
        public string? TokenFile { get; set; }
    }
}
