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
                    problems.Add(new(CrdProblemKind.Unreadable, head.Place, FormattableString.Invariant(
                        $"{head.Kind} of {head.Group}/{version} is defined in {Path.GetFileName(first.File)} at line {first.Line + 1} already, and types are made of that: remove one of the two")));
                    continue;
                }

                owners.Add(kind, head);
            }
        }

        var names = CustomKindNames.Of(owners.Keys);
        foreach (var shared in CustomKindNames.OfOneName(owners.Keys))
        {
            foreach (var kind in shared.GroupBy(k => (k.Group, Name: CustomNames.Member(k.Kind))))
            {
                var plain = kind.OrderByDescending(k => k.IsStored).First();
                if (names[plain] != kind.Key.Name)
                {
                    problems.Add(new(CrdProblemKind.Shared, owners[plain].Place, $"{Reason(kind.Key.Name, kind.Key.Group, shared)}, so that of {kind.Key.Group} is called {names[plain]}: K8s.{names[plain]}(…)"));
                }
            }
        }

        var all = names.Values.ToArray();
        return new(
            new(names.OrderBy(n => n.Value, StringComparer.Ordinal).Select(n => new NamedKind(
                owners[n.Key].Key, n.Key.Version, n.Value, new(all.Where(o => o.Length > n.Value.Length && o.StartsWith(n.Value, StringComparison.Ordinal)).OrderBy(o => o, StringComparer.Ordinal))))),
            new(problems));
    }

    // Why a kind does not have its plain name.
    private static string Reason(string name, string group, IEnumerable<CustomKind> shared)
    {
        var groups = shared.Where(k => k.Group != group && CustomNames.Member(k.Kind) == name).Select(k => k.Group);
        var capitals = shared.Where(k => CustomNames.Member(k.Kind) != name).Select(k => $"{CustomNames.Member(k.Kind)} of {k.Group}");
        return capitals.Any() ? $"{name} differs in nothing but capitals from {Listed(capitals)}"
            : groups.Any() ? $"{name} is a name of {Listed(groups)}, too"
            : $"{name} is a name of Kubernetes itself, of the class K8s, or of what every resource has, too";
    }

    private static string Listed(IEnumerable<string> texts) => string.Join(", ", texts.Distinct().OrderBy(t => t, StringComparer.Ordinal));

    /// <summary>A definition with the names of its versions.</summary>
    public NamedDefinition Name(CrdDefinition definition) => new(definition, new(Kinds.Where(k => k.Key == definition.Key)));
}
