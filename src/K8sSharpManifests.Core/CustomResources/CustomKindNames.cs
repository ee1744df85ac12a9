namespace K8sSharpManifests.Core.CustomResources;

/// <summary>A version of a custom resource, as far as its name in C# depends on it.</summary>
/// <param name="Group">The group, like <c>cert-manager.io</c>.</param>
/// <param name="Kind">The kind, like <c>Certificate</c>.</param>
/// <param name="Version">The version, like <c>v1</c>.</param>
/// <param name="IsStored">Whether it is the one that is stored.</param>
internal sealed record CustomKind(string Group, string Kind, string Version, bool IsStored);

/// <summary>
/// How the kinds of definitions are called in C#: the version that is stored has the plain name, the others have theirs behind it, and a kind whose name another kind has as well, or one of
/// Kubernetes itself, has its group before it.
/// </summary>
internal static class CustomKindNames
{
    // What else the class K8s has that takes a name.
    private static readonly string[] OfFactories = ["Object", "ParseQuantity", "Equals", "ReferenceEquals"];

    private static readonly Lazy<HashSet<string>> OfKubernetes = new(() => new(
        ApiSchema.Kubernetes.Types.Select(t => t.Kind?.Name).OfType<string>().Concat(OfFactories), StringComparer.Ordinal));

    /// <summary>Names kinds.</summary>
    /// <param name="kinds">The kinds: each group, kind and version once.</param>
    /// <returns>The name of each.</returns>
    public static IReadOnlyDictionary<CustomKind, string> Of(IReadOnlyCollection<CustomKind> kinds)
    {
        var names = new Dictionary<CustomKind, string>();

        // Each gets a file, and the names of files are without case to the compiler.
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sameName in kinds.GroupBy(k => CustomNames.Member(k.Kind)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var groups = sameName.Select(k => k.Group).Distinct().ToArray();
            var isShared = groups.Length > 1 || IsOfKubernetes(sameName.Key);
            var isShort = groups.Select(Short).Distinct().Count() == groups.Length;
            foreach (var kind in sameName.GroupBy(k => k.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var name = (isShared ? isShort ? Short(kind.Key) : CustomNames.Member(kind.Key) : "") + sameName.Key;
                var plain = kind.FirstOrDefault(k => k.IsStored) ?? kind.First();
                names.Add(plain, CustomNames.Unused(used, name));
                foreach (var other in kind.Where(k => k != plain))
                {
                    names.Add(other, CustomNames.Unused(used, name + CustomNames.Member(other.Version)));
                }
            }
        }

        return names;
    }

    /// <summary>Whether Kubernetes itself has a kind of a name, or the class K8s a member.</summary>
    public static bool IsOfKubernetes(string name) => OfKubernetes.Value.Contains(name);

    // Of gateway.networking.k8s.io, GatewayNetworking; of networking.istio.io, NetworkingIstio.
    private static string Short(string group)
    {
        var labels = group.Split('.').ToList();
        if (labels.Count > 1)
        {
            labels.RemoveAt(labels.Count - 1);
        }

        if (labels.Count > 1 && labels[labels.Count - 1] is "k8s" or "x-k8s")
        {
            labels[labels.Count - 1] = labels[labels.Count - 1] == "k8s" ? "" : "x";
        }

        return string.Concat(labels.Where(label => label.Length > 0).Select(CustomNames.Member));
    }
}
