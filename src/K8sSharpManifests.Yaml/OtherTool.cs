using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>Files that lie beside manifests, and are read by the tool that makes manifests of them.</summary>
internal static class OtherTool
{
    private const string KustomizeGroup = "kustomize.config.k8s.io/";

    private const string Kustomization =
        "a kustomization is no object of a cluster: lint the files that it names, or what comes of it, by 'kubectl kustomize FOLDER | k8ssharp lint -'.";

    private const string Chart = "a chart is no object of a cluster: lint what it renders, by 'helm template FOLDER | k8ssharp lint -'.";

    /// <summary>What to tell of a file that is one; null for any other.</summary>
    /// <param name="name">The file.</param>
    /// <param name="roots">Its documents.</param>
    public static string? Of(string name, IReadOnlyList<Node> roots) => Path.GetFileName(name) switch
    {
        _ when IsKustomization(name) => Kustomization,
        "Chart.yaml" when roots.Count == 0 => Chart,
        _ => roots.Any(IsOf) ? Kustomization : null,
    };

    /// <summary>Whether a file is a kustomization by its name, whatever it holds.</summary>
    public static bool IsKustomization(string name) => Path.GetFileName(name) is "kustomization.yaml" or "kustomization.yml" or "Kustomization";

    /// <summary>Whether a document is for kustomize.</summary>
    public static bool IsOf(Node root) => root is Mapping mapping && mapping["apiVersion"] is Scalar version && version.Text.StartsWith(KustomizeGroup, StringComparison.Ordinal);
}
