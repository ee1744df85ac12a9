using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>Compares two sets of manifests, object by object.</summary>
internal static class SetComparison
{
    /// <summary>Compares.</summary>
    /// <param name="before">The objects as they were.</param>
    /// <param name="after">The objects as they are.</param>
    /// <param name="environment">The environment; empty where there is none.</param>
    /// <returns>What differs: what is there in the order of the objects, then what is gone.</returns>
    /// <exception cref="CannotRunException">Two manifests of one set are of the same object: which of them counts nobody knows.</exception>
    public static IReadOnlyList<ObjectDifference> Differences(IEnumerable<Mapping> before, IEnumerable<Mapping> after, string environment = "")
    {
        var (old, now) = (ByName(before), ByName(after));
        var differences = new List<ObjectDifference>();
        foreach (var (name, root) in now)
        {
            if (!old.TryGetValue(name, out var other))
            {
                differences.Add(new(name, ChangeKind.Added, root) { Environment = environment });
            }
            else if (TreeComparison.Changes(other, root) is { Count: > 0 } changes)
            {
                differences.Add(new(name, ChangeKind.Changed, root) { Environment = environment, Changes = changes });
            }
        }

        return [.. differences, .. old.Where(pair => !now.ContainsKey(pair.Key)).Select(pair => new ObjectDifference(pair.Key, ChangeKind.Removed, pair.Value) { Environment = environment })];
    }

    /// <summary>Objects by their names, in their order.</summary>
    /// <exception cref="CannotRunException">Two are the same object.</exception>
    public static OrderedDictionary<ObjectName, Mapping> ByName(IEnumerable<Mapping> objects)
    {
        var byName = new OrderedDictionary<ObjectName, Mapping>();
        foreach (var root in objects)
        {
            var name = ObjectName.Of(root);
            if (!byName.TryAdd(name, root) && TreeComparison.Changes(byName[name], root).Count > 0)
            {
                throw new CannotRunException($"{Place(byName[name])} and {Place(root)} are two manifests of {name}: take one away, or name what is to be compared.");
            }
        }

        return byName;
    }

    /// <summary>Where an object stands, as messages tell it.</summary>
    public static string Place(Mapping root) => root.Origin is Yaml.YamlOrigin origin ? $"{origin.File}:{origin.Span.Line}" : ObjectName.Of(root).ToString();
}
