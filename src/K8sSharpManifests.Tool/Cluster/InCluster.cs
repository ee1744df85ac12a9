using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using k8s;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>The cluster around the pod that this runs in, asked as its ServiceAccount.</summary>
internal static class InCluster
{
    private const string Host = "KUBERNETES_SERVICE_HOST";
    private const string Port = "KUBERNETES_SERVICE_PORT";

    /// <summary>Whether there is one: the same that kubectl looks for (Possible in client-go's inClusterClientConfig).</summary>
    public static bool IsHere(Terminal terminal) => !string.IsNullOrEmpty(terminal.Variable(Host)) && !string.IsNullOrEmpty(terminal.Variable(Port)) && File.Exists(PathOf(terminal, "token"));

    /// <summary>How to reach it.</summary>
    public static KubernetesClientConfiguration Read(Terminal terminal)
    {
        // Without it the server has to be one that this machine trusts.
        X509Certificate2Collection? authorities = null;
        if (File.Exists(PathOf(terminal, "ca.crt")))
        {
            (authorities = []).ImportFromPem(File.ReadAllText(PathOf(terminal, "ca.crt")));
        }

        return new()
        {
            Host = new UriBuilder("https", terminal.Variable(Host), int.Parse(terminal.Variable(Port)!, NumberStyles.None, CultureInfo.InvariantCulture)).ToString().TrimEnd('/'),
            AccessToken = File.ReadAllText(PathOf(terminal, "token")).Trim(),
            SslCaCerts = authorities,
            Namespace = File.Exists(PathOf(terminal, "namespace")) ? File.ReadAllText(PathOf(terminal, "namespace")).Trim() : null,
        };
    }

    private static string PathOf(Terminal terminal, string file) => Path.Combine(terminal.ServiceAccountFolder, file);
}
