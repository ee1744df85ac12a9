using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>Whether a selector matches labels.</summary>
/// <remarks>Upstream: apimachinery's pkg/apis/meta/v1/helpers.go (LabelSelectorAsSelector), pkg/labels/selector.go.</remarks>
internal static class Selectors
{
    /// <summary>Whether a V1LabelSelector matches labels. An empty one matches all, an absent one nothing.</summary>
    public static Truth Match(Node selector, Node labels) => selector switch
    {
        Unknown => Truth.Unknown,
        Mapping mapping => MatchLabels(mapping.Get("matchLabels"), labels) & MatchExpressions(mapping.Get("matchExpressions"), labels),
        _ => Truth.False,
    };

    /// <summary>Whether all entries of a dictionary are among labels.</summary>
    public static Truth MatchLabels(Node wanted, Node labels) => wanted switch
    {
        Unknown => Truth.Unknown,
        Mapping map => Truth.All(map.Entries, entry => labels.Get(entry.Key) is var label && label is Missing ? !entry.Value.Exists : label.HasSameTextAs(entry.Value)) & (map.IsOpen ? Truth.Unknown : Truth.True),
        _ => Truth.True,
    };

    private static Truth MatchExpressions(Node expressions, Node labels) => expressions switch
    {
        Unknown => Truth.Unknown,
        Sequence list => list.All(requirement => Match(requirement.Get("key"), requirement.Get("operator"), requirement.Get("values"), labels)),
        _ => Truth.True,
    };

    private static Truth Match(Node key, Node op, Node values, Node labels)
    {
        if (key is not Scalar { Text: var name } || op is not Scalar { Text: var sort })
        {
            return Truth.Unknown;
        }

        var label = labels.Get(name);
        var isThere = label.Exists;
        var isIn = values is Sequence list ? isThere & list.Any(value => value.HasSameTextAs(label)) : values is Unknown ? Truth.Unknown : Truth.False;
        return sort switch
        {
            "In" => isIn,
            "NotIn" => !isIn,
            "Exists" => isThere,
            "DoesNotExist" => !isThere,

            // That is another fault.
            _ => Truth.Unknown,
        };
    }
}
