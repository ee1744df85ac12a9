namespace K8sSharpManifests.Tool.Cluster;

/// <summary>Which cluster is meant.</summary>
/// <param name="Kubeconfig">The file; null for where kubectl looks.</param>
/// <param name="Context">The context; null for the current one.</param>
/// <param name="Timeout">How long one answer may take.</param>
internal sealed record ClusterOptions(string? Kubeconfig, string? Context, TimeSpan Timeout);
