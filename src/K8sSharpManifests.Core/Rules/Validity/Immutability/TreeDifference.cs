using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>
/// Where a value differs from the one before it, as the API server compares them: after defaulting, quantities by their value, and nothing like something empty. What is not known,
/// and what the server computes where it is absent, is taken for the same.
/// </summary>
internal sealed class TreeDifference
{
    // What the server or an admission plugin sets by other fields.
    private static readonly HashSet<string> Computed = new(StringComparer.Ordinal)
    {
        "imagePullPolicy", "requests", "serviceAccount", "serviceAccountName", "priority", "preemptionPolicy", "nodeName", "hostPort", "dataSource", "dataSourceRef", "volumeName", "storageClassName",
        "securityContext", "apiGroup", "apiVersion", "kind", "automountServiceAccountToken", "runtimeClassName", "overhead", "tolerations", "schedulerName",
    };

    private TreeDifference(TreePlace after, Node before) => (After, Before) = (after, before);

    /// <summary>The innermost place that differs.</summary>
    public TreePlace After { get; }

    /// <summary>What stood there before.</summary>
    public Node Before { get; }

    /// <summary>The first difference; null for none that is certain.</summary>
    /// <param name="before">What stood there.</param>
    /// <param name="after">What stands there now.</param>
    /// <param name="field">What the schema says of the field; null for an item or where nobody knows.</param>
    /// <param name="ignored">Keys that may differ, at any depth.</param>
    public static TreeDifference? Find(Node before, TreePlace after, ApiField? field, params string[] ignored) => Find(before, after, field, field?.Shape, ignored);

    private static TreeDifference? Find(Node before, TreePlace after, ApiField? field, ApiShape? shape, string[] ignored)
    {
        var now = after.Node;
        return (before, now) switch
        {
            (Unknown, _) or (_, Unknown) => null,
            (Mapping or Missing or Scalar { Kind: ScalarKind.Null }, Mapping or Missing or Scalar { Kind: ScalarKind.Null }) => InMappings(before as Mapping, now as Mapping, after, before, shape, ignored),
            (Sequence list, Sequence sequence) => InLists(list, sequence, after, field, shape, ignored),
            _ => AreSame(before, now, field, shape) ? null : new(after, before),
        };
    }

    private static TreeDifference? InMappings(Mapping? before, Mapping? now, TreePlace after, Node whole, ApiShape? shape, string[] ignored)
    {
        if (before is { IsOpen: true } || now is { IsOpen: true })
        {
            return null;
        }

        var type = now?.Type ?? before?.Type;
        foreach (var key in Keys(before, now))
        {
            var field = type?.Field(key);
            var (old, place) = ((whole as Mapping)?.Get(key) ?? Missing.Value, after.Child(key));
            if (ignored.Contains(key) || field?.IsServerSet == true || IsComputed(type, key, old, place.Node))
            {
                continue;
            }

            if (Find(old, place, field, field?.Shape ?? (type is null ? shape?.Items : null), ignored) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether a field is there in one of two objects only, and the server may have set it in the other.</summary>
    public static bool IsComputed(ApiType? type, string key, Node before, Node now) => IsAbsent(before) != IsAbsent(now) && type is not null && Computed.Contains(key);

    private static bool IsAbsent(Node node) => node is Missing or Scalar { Kind: ScalarKind.Null };

    private static TreeDifference? InLists(Sequence before, Sequence now, TreePlace after, ApiField? field, ApiShape? shape, string[] ignored)
    {
        if (before.IsOpen || now.IsOpen || before.Items.Concat(now.Items).Any(item => item is Unknown))
        {
            return null;
        }

        if (before.Count != now.Count)
        {
            return new(after, before);
        }

        // The scopes of a quota are compared as a set, though the schema does not call them one.
        if (field is { IsSet: true } or { Key: "scopes" })
        {
            return before.Items.All(item => now.Items.Any(other => other.Text() == item.Text())) ? null : new(after, before);
        }

        var index = 0;
        foreach (var item in after.Items)
        {
            if (Find(before.ItemArray[index++], item, null, shape?.Items, ignored) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether two values that are there are the same to the API server: quantities by how much they are, all others by their texts, of which the port 80 and the name '80' are two.</summary>
    public static bool IsSameValue(Scalar before, Scalar now, ApiShape? shape) =>
        (before.Text == now.Text && (before.Kind == now.Kind || shape?.Kind != ApiShapeKind.IntOrString)) || (shape?.Kind == ApiShapeKind.Quantity && Quantities.Of(before) is { } amount && Quantities.Of(now) is { } other && amount == other);

    private static bool AreSame(Node before, Node now, ApiField? field, ApiShape? shape) =>
        IsNothing(before, field) ? IsNothing(now, field) : before is Scalar old && now is Scalar value && IsSameValue(old, value, shape);

    // What is absent is what the server sets there, else what is empty, false or 0.
    private static bool IsNothing(Node node, ApiField? field) => node switch
    {
        Scalar { Kind: ScalarKind.Null } or Missing => true,
        Scalar scalar when field?.Default is { } value => scalar.Text == value,
        Scalar { Text: "" } => true,
        Scalar { Text: "false" or "0", Kind: not ScalarKind.String } => field?.IsPointer != true,
        Sequence { Count: 0 } or Mapping { Count: 0 } => true,
        _ => false,
    };

    private static IEnumerable<string> Keys(Mapping? before, Mapping? now)
    {
        foreach (var entry in now?.EntryArray ?? [])
        {
            yield return entry.Key;
        }

        foreach (var entry in before?.EntryArray ?? [])
        {
            if (now is null || now[entry.Key] is Missing)
            {
                yield return entry.Key;
            }
        }
    }
}
