using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.StaticEvaluation;

namespace K8sSharpManifests.Generators.CustomResources;

/// <summary>A definition, and how its versions are called.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Kinds">The versions of which types are made.</param>
internal sealed record NamedDefinition(CrdDefinition Definition, EquatableArray<NamedKind> Kinds);

/// <summary>A version, and how it is called.</summary>
/// <param name="Key">The definition that it is of.</param>
/// <param name="Version">Its name.</param>
/// <param name="Name">The name of its record, and of its factory.</param>
/// <param name="LongerNames">The names of other records that begin with that one.</param>
internal sealed record NamedKind(string Key, string Version, string Name, EquatableArray<string> LongerNames);

/// <summary>How the kinds of all files are called.</summary>
/// <param name="Kinds">The kinds.</param>
/// <param name="Problems">Which of them share a name, or are there twice.</param>
internal sealed record KindPlan(EquatableArray<NamedKind> Kinds, EquatableArray<CrdProblem> Problems)
{
    public static KindPlan Of(IEnumerable<CrdFile> files)
    {
        var (owners, problems) = (new Dictionary<CustomKind, CrdHead>(), new List<CrdProblem>());
        var heads = files.SelectMany(f => f.Heads).OrderBy(h => h.Key, StringComparer.Ordinal).ToArray();
        foreach (var head in heads)
        {
            foreach (var version in head.Versions)
            {
                var kind = new CustomKind(head.Group, head.Kind, version, version == head.StoredVersion);
                if (owners.Keys.FirstOrDefault(k => (k.Group, k.Kind, k.Version) == (head.Group, head.Kind, version)) is { } same)
                {
                    var first = owners[same].Place;
                    problems.Add(new(false, head.Place, FormattableString.Invariant(
                        $"{head.Kind} of {head.Group}/{version} is defined in {Path.GetFileName(first.File)} at line {first.Line + 1} already, and types are made of that: remove one of the two")));
                    continue;
                }

                owners.Add(kind, head);
            }
        }

        var names = CustomKindNames.Of(owners.Keys);
        foreach (var shared in owners.Keys.GroupBy(k => CustomNames.Member(k.Kind)))
        {
            var groups = shared.Select(k => k.Group).Distinct().OrderBy(g => g, StringComparer.Ordinal).ToArray();
            if (groups.Length > 1 || CustomKindNames.IsOfKubernetes(shared.Key))
            {
                foreach (var kind in shared.GroupBy(k => k.Group))
                {
                    var plain = kind.OrderByDescending(k => k.IsStored).First();
                    var others = groups.Length > 1 ? string.Join(", ", groups.Where(g => g != kind.Key)) : "Kubernetes itself, or the class K8s";
                    problems.Add(new(true, owners[plain].Place, $"{shared.Key} is a name of {others}, too, so that of {kind.Key} is called {names[plain]}: K8s.{names[plain]}(…)"));
                }
            }
        }

        var all = names.Values.ToArray();
        return new(
            new(names.OrderBy(n => n.Value, StringComparer.Ordinal).Select(n => new NamedKind(
                owners[n.Key].Key, n.Key.Version, n.Value, new(all.Where(o => o.Length > n.Value.Length && o.StartsWith(n.Value, StringComparison.Ordinal)).OrderBy(o => o, StringComparer.Ordinal))))),
            new(problems));
    }

    /// <summary>A definition with the names of its versions.</summary>
    public NamedDefinition Name(CrdDefinition definition) => new(definition, new(Kinds.Where(k => k.Key == definition.Key)));
}
