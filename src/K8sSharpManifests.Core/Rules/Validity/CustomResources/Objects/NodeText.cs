using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>A text by which two values can be told apart: the same for values that are the same to the API server.</summary>
internal static class NodeText
{
    /// <summary>The text of a value; null where a part of it is not known.</summary>
    public static string? Of(Node node)
    {
        switch (node)
        {
            case Mapping { IsOpen: false } mapping:
                var fields = mapping.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => Of(e.Value) is { } text ? $"{e.Key.Length}:{e.Key}={text}" : null).ToArray();
                return Array.IndexOf(fields, null) >= 0 ? null : "{" + string.Join(",", fields) + "}";
            case Sequence { IsOpen: false } list:
                var items = list.Items.Select(Of).ToArray();
                return Array.IndexOf(items, null) >= 0 ? null : "[" + string.Join(",", items) + "]";
            case Scalar { Kind: ScalarKind.Number } number:
                return "n" + Number(number.Text);
            case Scalar scalar:
                return $"{scalar.Kind.ToString()[0]}{scalar.Text.Length}:{scalar.Text}";
            default:
                return null;
        }
    }

    /// <summary>Whether two values are the same.</summary>
    public static Truth IsSame(Node left, Node right) => Of(left) is { } a && Of(right) is { } b ? a == b : Truth.Unknown;

    // 1.0 and 1 are the same; a whole number of 64 bits is more than a double can hold.
    private static string Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole.ToString(CultureInfo.InvariantCulture)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real.ToString("R", CultureInfo.InvariantCulture) : text;
}
