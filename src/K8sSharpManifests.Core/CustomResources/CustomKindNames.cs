namespace K8sSharpManifests.Core.CustomResources;

/// <summary>A version of a custom resource, as far as its name in C# depends on it.</summary>
/// <param name="Group">The group, like <c>cert-manager.io</c>.</param>
/// <param name="Kind">The kind, like <c>Certificate</c>.</param>
/// <param name="Version">The version, like <c>v1</c>.</param>
/// <param name="IsStored">Whether it is the one that is stored.</param>
internal sealed record CustomKind(string Group, string Kind, string Version, bool IsStored);

/// <summary>
/// How the kinds of definitions are called in C#: the version that is stored has the plain name, the others have theirs behind it, and a kind whose name another group has as well, whatever its
/// capitals, or which is taken, has its group before it.
/// </summary>
internal static class CustomKindNames
{
    // The classes of factories, no member of which can be called as they are, and what else they have.
    private static readonly string[] OfFactories = ["K8s", "CustomK8s", "Object", "ParseQuantity"];

    private static readonly Lazy<HashSet<string>> Taken = new(() => new(
        ApiSchema.Kubernetes.Types.Select(t => t.Kind?.Name).OfType<string>().Concat(OfFactories).Concat(CustomNames.OfResources), StringComparer.Ordinal));

    /// <summary>Kinds whose names are one but for capitals: the names of files are without case to some systems, and people read them so.</summary>
    /// <param name="kinds">The kinds.</param>
    public static IEnumerable<IGrouping<string, CustomKind>> OfOneName(IEnumerable<CustomKind> kinds) => kinds.GroupBy(k => CustomNames.Member(k.Kind), StringComparer.OrdinalIgnoreCase);

    /// <summary>Names kinds.</summary>
    /// <param name="kinds">The kinds: each group, kind and version once.</param>
    /// <returns>The name of each.</returns>
    public static IReadOnlyDictionary<CustomKind, string> Of(IReadOnlyCollection<CustomKind> kinds)
    {
        var names = new Dictionary<CustomKind, string>();
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var sameName in OfOneName(kinds).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var groups = sameName.Select(k => k.Group).Distinct().ToArray();
            var isShort = groups.Select(Short).Distinct().Count() == groups.Length;
            foreach (var kind in sameName.GroupBy(k => (k.Group, k.Kind)).OrderBy(g => g.Key.Group, StringComparer.Ordinal).ThenBy(g => g.Key.Kind, StringComparer.Ordinal))
            {
                var own = CustomNames.Member(kind.Key.Kind);
                var name = (groups.Length > 1 || IsTaken(own) ? isShort ? Short(kind.Key.Group) : CustomNames.Member(kind.Key.Group) : "") + own;
                var plain = kind.FirstOrDefault(k => k.IsStored) ?? kind.First();
                names.Add(plain, CustomNames.Unused(used, name, Taken.Value));
                foreach (var other in kind.Where(k => k != plain))
                {
                    names.Add(other, CustomNames.Unused(used, name + CustomNames.Member(other.Version), Taken.Value));
                }
            }
        }

        return names;
    }

    /// <summary>Whether no custom resource can have a name: Kubernetes itself has a kind that is called so, the class K8s a member, or each resource.</summary>
    public static bool IsTaken(string name) => Taken.Value.Contains(name);

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
