using System.Text;

namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>An entry of a Secret's data: a text that is base64 in a manifest, and bytes in C#.</summary>
internal sealed class SecretValue(TreePlace place) : ISubject
{
    public static readonly SubjectType<SecretValue> Type = new(["V1Secret"], (place, _) => Of(place.Child("data")));

    // Shorter texts are base64 by accident: passwords are made of the same characters.
    private const int LeastLength = 8;

    private readonly byte[]? _bytes = Decode(place.Node.Text());

    public TreePlace Place { get; } = place;

    public string Key => Place.Key;

    public Node Node => Place.Node;

    /// <summary>Whether the API server can decode it.</summary>
    public Truth IsBase64 => Node is Unknown ? Truth.Unknown : _bytes is not null;

    /// <summary>Whether what it decodes to is itself the base64 text of printable characters.</summary>
    public Truth IsEncodedTwice => Node is Unknown ? Truth.Unknown : Inner is { Length: > 0 } inner && inner.All(b => b is >= 0x20 and < 0x7f or (byte)'\n' or (byte)'\r' or (byte)'\t');

    /// <summary>What it decodes to, as it stands in a manifest where that is what was meant: the text that is itself base64, once and not twice.</summary>
    public string Decoded
    {
        get
        {
            var inner = Encoding.ASCII.GetString(_bytes ?? []);
            return Base64.Decode(inner) is { } bytes ? Convert.ToBase64String(bytes) : inner;
        }
    }

    private static IEnumerable<SecretValue> Of(TreePlace data) => data.Node is Mapping values
        ? values.Entries.Where(entry => entry.Value is Scalar { Kind: ScalarKind.String } or Unknown).Select(entry => new SecretValue(data.Entry(entry)))
        : [];

    private byte[]? Inner
    {
        get
        {
            var text = _bytes is { } bytes ? Encoding.ASCII.GetString(bytes).TrimEnd('\n') : "";
            return text.Length >= LeastLength && (text.Length >= 2 * LeastLength || text.EndsWith("=", StringComparison.Ordinal)) ? Decode(text) : null;
        }
    }

    // Go's decoder skips line breaks, and nothing else.
    private static byte[]? Decode(string text) => text.IndexOfAny([' ', '\t']) >= 0 ? null : Base64.Decode(text);
}
