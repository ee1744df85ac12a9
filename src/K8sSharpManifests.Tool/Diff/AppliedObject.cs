using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>What an object becomes when its manifest is applied: what that says is set, what it said before and says no more goes, and all else stays.</summary>
/// <remarks>
/// As kubectl patches (three-way, by the lists' keys; of custom resources lists as a whole), or as the server merges, where it is the server that applies. Upstream: staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go
/// (CreateThreeWayMergePatch), pkg/util/jsonmergepatch, and structured-merge-diff.
/// </remarks>
internal sealed class AppliedObject
{
    // Of these, one source or strategy takes the place of another (patchStrategy=retainKeys).
    private static readonly HashSet<string> OneOfAll = new(StringComparer.Ordinal) { "V1Volume", "V1DeploymentStrategy" };

    private readonly AppliedFields _applied;
    private readonly bool _isByServer;

    private AppliedObject(AppliedFields applied) => (_applied, _isByServer) = (applied, applied.IsByServer);

    /// <summary>The object as it would be.</summary>
    /// <param name="live">The object as it is stored.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="applied">What was applied before.</param>
    public static Mapping Of(Mapping live, Mapping manifest, AppliedFields applied) =>
        (Mapping)new AppliedObject(applied).Merged(live, manifest, applied.Last, null);

    private Node Merged(Node live, Node now, Node last, ApiField? field) => (live, now) switch
    {
        (Mapping mapping, Missing) when _isByServer && last is Mapping => Merged(mapping, new Mapping([], type: mapping.Type), last as Mapping) is { Count: > 0 } rest ? rest : Missing.Value,
        (Sequence list, Missing) when _isByServer && last is Sequence => Merged(list, new Sequence([]), last as Sequence, field) is { Count: > 0 } rest ? rest : Missing.Value,
        (_, Missing) => last is Missing ? live : Missing.Value,
        (Mapping mapping, Mapping manifest) => Merged(mapping, manifest, last as Mapping),
        (Sequence list, Sequence manifest) => Merged(list, manifest, last as Sequence, field),
        _ => now,
    };

    private Mapping Merged(Mapping live, Mapping now, Mapping? last)
    {
        var type = now.Type ?? live.Type;
        var entries = new List<KeyValuePair<string, Node>>();
        foreach (var key in now.Entries.Concat(live.Entries).Select(entry => entry.Key).Distinct(StringComparer.Ordinal))
        {
            // A null is how one says that something goes.
            var isNull = now[key] is Scalar { Kind: ScalarKind.Null };
            var isReplaced = type is not null && OneOfAll.Contains(type.Name) && now[key] is Missing;
            var value = isNull || isReplaced ? Missing.Value : Merged(live.Get(key), now.Get(key), last?.Get(key) ?? Missing.Value, type?.Field(key));
            if (value is not Missing)
            {
                entries.Add(new(key, value));
            }
        }

        return new(entries, origin: now.Origin, type: type);
    }

    private Sequence Merged(Sequence live, Sequence now, Sequence? last, ApiField? field)
    {
        if (field is null || (field.Owner.Schema is not null && !_isByServer))
        {
            return now;
        }

        if (field.IsSet)
        {
            var gone = (last?.Items ?? []).Select(item => item.Text()).ToHashSet(StringComparer.Ordinal);
            return new([.. now.Items, .. live.Items.Where(item => !now.Items.Any(other => other.Text() == item.Text()) && !gone.Contains(item.Text()))]);
        }

        if (ListItems.ByKey(live, field) is not { } stored || ListItems.ByKey(now, field) is not { } written)
        {
            return now;
        }

        var before = (last is null ? [] : ListItems.ByKey(last, field) ?? []).ToDictionary(item => item.Key, item => item.Item);
        var old = stored.ToDictionary(item => item.Key, item => item.Item);
        var keys = written.Select(item => item.Key).ToHashSet(StringComparer.Ordinal);
        return new([.. InOrder(
            [.. stored.Where(item => !keys.Contains(item.Key)).Select(item => (item.Key, Item: Left(item.Item, before.GetValueOrDefault(item.Key), field)!)).Where(item => item.Item is not null)],
            [.. written.Select(item => (item.Key, old.TryGetValue(item.Key, out var there) ? Merged(there, item.Item, before.GetValueOrDefault(item.Key)) : item.Item))],
            [.. stored.Select(item => item.Key)])]);
    }

    // What stays of an item that the manifest does not have: all of one that others have set, and what others have of one that was applied.
    private Mapping? Left(Mapping item, Mapping? before, ApiField field) =>
        before is null ? item
        : !_applied.Shared.Contains(before) ? null
        : Merged(item, new Mapping(item.Entries.Where(entry => field.MapKeys.Contains(entry.Key)), type: item.Type), before);

    // What is written in its order, and what others have set where it stands (mergeSortedSlice, upstream).
    private static IEnumerable<Node> InOrder(List<(string Key, Mapping Item)> others, List<(string Key, Mapping Item)> written, List<string> stored)
    {
        var next = 0;
        foreach (var (key, item) in written)
        {
            var place = stored.IndexOf(key);
            while (next < others.Count && stored.IndexOf(others[next].Key) < place)
            {
                yield return others[next++].Item;
            }

            yield return item;
        }

        foreach (var (_, item) in others.Skip(next))
        {
            yield return item;
        }
    }
}
