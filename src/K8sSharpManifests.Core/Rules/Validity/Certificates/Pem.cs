namespace K8sSharpManifests.Core.Rules.Validity.Certificates;

/// <summary>A block of PEM: what it says that it holds, and the bytes.</summary>
/// <remarks>Source: RFC 7468 and Go's encoding/pem.</remarks>
internal sealed class Pem
{
    private const string Begin = "-----BEGIN ";
    private const string Dashes = "-----";
    private const byte SequenceTag = 0x30;

    private readonly byte[] _bytes;

    private Pem(string label, byte[] bytes) => (Label, _bytes) = (label, bytes);

    public string Label { get; }

    /// <summary>Whether the bytes begin as a sequence of DER does, of the length that they have.</summary>
    public bool IsSequence
    {
        get
        {
            if (_bytes.Length < 2 || _bytes[0] != SequenceTag)
            {
                return false;
            }

            if (_bytes[1] < 0x80)
            {
                return _bytes.Length == _bytes[1] + 2;
            }

            var count = _bytes[1] & 0x7f;
            var length = 0L;
            for (var i = 0; i < count && i < 4 && i + 2 < _bytes.Length; i++)
            {
                length = (length << 8) | _bytes[i + 2];
            }

            return _bytes.Length == length + 2 + count;
        }
    }

    /// <summary>The first block of a text; null where there is none.</summary>
    public static Pem? First(string text)
    {
        for (var start = text.IndexOf(Begin, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Begin, start + 1, StringComparison.Ordinal))
        {
            if (start > 0 && text[start - 1] != '\n')
            {
                continue;
            }

            var endOfLabel = text.IndexOf(Dashes, start + Begin.Length, StringComparison.Ordinal);
            if (endOfLabel < 0)
            {
                return null;
            }

            var label = text.Substring(start + Begin.Length, endOfLabel - start - Begin.Length);
            var body = endOfLabel + Dashes.Length;
            var end = text.IndexOf($"-----END {label}-----", body, StringComparison.Ordinal);
            if (end >= 0 && Base64.Decode(WithoutHeaders(text.Substring(body, end - body))) is { } bytes)
            {
                return new(label, bytes);
            }
        }

        return null;
    }

    private static string WithoutHeaders(string body) => string.Concat(body.Split('\n').Where(line => line.IndexOf(':') < 0).Select(line => line.Trim()));
}
