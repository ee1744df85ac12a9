using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>What the checks of a JSON schema ask of it.</summary>
internal static class SchemaParts
{
    /// <summary>The schema under a key; null where there is none.</summary>
    public static Part? Schema(this Part schema, string key) => schema.Place.Node.Get(key) is Mapping ? schema.Child(key) : null;

    /// <summary>The schemas in a list; most lists are not there, and then there is no place to make.</summary>
    public static IEnumerable<Part> ListOf(this Part schema, string key) => schema.Place.Node.Get(key) is Sequence { Count: > 0 } ? schema.Items(key) : [];

    /// <summary>The schemas in a dictionary.</summary>
    public static IEnumerable<Part> DictionaryOf(this Part schema, string key) => schema.Place.Node.Get(key) is Mapping { Count: > 0 } ? schema.Entries(key) : [];

    /// <summary>Whether a boolean is there and false.</summary>
    public static Truth IsFalse(this Part schema, string key) => schema[key] switch
    {
        Unknown => Truth.Unknown,
        Scalar { Kind: ScalarKind.Boolean, Text: "false" } => Truth.True,
        _ => Truth.False,
    };

    /// <summary>Whether anything is there, an empty list or dictionary too.</summary>
    public static Truth Exists(this Part schema, string key) => schema[key].Exists;

    /// <summary>Whether a list of texts holds one.</summary>
    public static Truth Lists(this Part part, string key, string text) => part[key] switch
    {
        Sequence list => list.Any(item => item.Is(text)),
        Unknown => Truth.Unknown,
        _ => Truth.False,
    };

    /// <summary>Whether a value is more than Go's zero value, as which JSON's null, false, an empty text and an empty list are read.</summary>
    public static Truth IsMoreThanZero(Node value) => value switch
    {
        Unknown => Truth.Unknown,
        Missing or Scalar { Kind: ScalarKind.Null } or Scalar { Kind: ScalarKind.Boolean, Text: "false" } or Scalar { Kind: ScalarKind.String, Text: "" } => Truth.False,
        Sequence { Count: 0 } list => list.IsOpen ? Truth.Unknown : Truth.False,
        _ => Truth.True,
    };

    /// <summary>Whether two values are the same to the API server. Unknown where only one of them is absent or empty.</summary>
    public static Truth IsSame(Node left, Node right) => (left, right) switch
    {
        (Unknown, _) or (_, Unknown) => Truth.Unknown,
        (Mapping a, Mapping b) => a.IsOpen || b.IsOpen ? Truth.Unknown : AllSame(a, b),
        (Sequence a, Sequence b) when !a.IsOpen && !b.IsOpen && a.Count == b.Count => Truth.All(Enumerable.Range(0, a.Count), i => IsSame(a.Items[i], b.Items[i])),
        (Sequence a, Sequence b) => a.IsOpen || b.IsOpen ? Truth.Unknown : Truth.False,
        (Scalar a, Scalar b) when a.Kind == b.Kind => a.Text == b.Text || a.Kind == ScalarKind.Null ? Truth.True : a.Text.Length == 0 || b.Text.Length == 0 || a.Kind != ScalarKind.String ? Truth.Unknown : Truth.False,
        (Missing, Missing) => Truth.True,
        _ => (IsMoreThanZero(left) & IsMoreThanZero(right)).IsTrue ? Truth.False : Truth.Unknown,
    };

    private static Truth AllSame(Mapping left, Mapping right)
    {
        var all = Truth.All(left.Entries, entry => IsSame(entry.Value, right[entry.Key]));
        return all & Truth.All(right.Entries, entry => left[entry.Key] is Missing ? IsSame(Missing.Value, entry.Value) : Truth.True);
    }
}
