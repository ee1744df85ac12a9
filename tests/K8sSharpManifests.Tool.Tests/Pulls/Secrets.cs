using System.Text;

namespace K8sSharpManifests.Tool.Tests.Pulls;

/// <summary>Makes Secrets with credentials for registries.</summary>
internal static class Secrets
{
    /// <summary>One in YAML.</summary>
    public static string Config(string name, params (string Host, string User, string Password)[] logins) =>
        $"apiVersion: v1\nkind: Secret\nmetadata: {{name: {name}}}\ntype: kubernetes.io/dockerconfigjson\ndata:\n  .dockerconfigjson: {Base64(Auths(logins))}\n---\n";

    /// <summary>One as the API server has it.</summary>
    public static string Json(string name, string ns, params (string Host, string User, string Password)[] logins) =>
        $"{{\"metadata\":{{\"name\":\"{name}\",\"namespace\":\"{ns}\"}},\"type\":\"kubernetes.io/dockerconfigjson\",\"data\":{{\".dockerconfigjson\":\"{Base64(Auths(logins))}\"}}}}";

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Auths((string Host, string User, string Password)[] logins) =>
        $"{{\"auths\":{{{string.Join(',', logins.Select(login => $"\"{login.Host}\":{{\"username\":\"{login.User}\",\"password\":\"{login.Password}\"}}"))}}}}}";
}
