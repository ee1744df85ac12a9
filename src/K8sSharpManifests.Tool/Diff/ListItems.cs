using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>The items of lists, and which of two lists are the same item.</summary>
internal static class ListItems
{
    // The kubelet starts one after the other, and a variable may use those before it.
    private static readonly HashSet<string> Ordered = new(StringComparer.Ordinal) { "env", "containers", "initContainers" };

    /// <summary>Whether the order of a list with keys means something.</summary>
    public static bool HasOrder(ApiField field) => Ordered.Contains(field.Key);

    /// <summary>The items of a list by their keys, in order.</summary>
    /// <param name="list">The list.</param>
    /// <param name="field">What the schema says of it.</param>
    /// <returns>Null where its items are not told apart by keys: it has none, an item is no object, or two have the same.</returns>
    public static IReadOnlyList<(string Key, Mapping Item)>? ByKey(Sequence list, ApiField? field)
    {
        if (field is null || field.MapKeys.Count == 0 || list.Items.Any(item => item is not Mapping))
        {
            return null;
        }

        var items = list.Items.Cast<Mapping>().Select(item => (Key: KeyOf(item, field), Item: item)).ToList();
        return items.DistinctBy(item => item.Key).Count() == items.Count ? items : null;
    }

    /// <summary>How an item is called in paths: <c>[name=web]</c>.</summary>
    public static string KeyOf(Mapping item, ApiField field) => "[" + string.Join(',', field.MapKeys.Select(key => $"{key}={Text(item, key)}")) + "]";

    // Without a protocol it is TCP.
    private static string Text(Mapping item, string key) => item.Get(key) is Scalar scalar ? scalar.Text : item.Type?.Field(key)?.Default ?? "";
}
