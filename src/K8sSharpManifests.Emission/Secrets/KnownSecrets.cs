using System.Buffers;
using System.Text;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Secrets;

/// <summary>Secrets in all of the forms that a text can have them in.</summary>
/// <param name="values">The secrets.</param>
internal sealed class KnownSecrets(IReadOnlyCollection<string> values)
{
    /// <summary>What stands in a message in place of a secret.</summary>
    public const string Mask = "***";

    // Shorter parts are in many texts by chance.
    private const int ShortestPart = 6;

    /// <summary>The secrets as they are.</summary>
    public HashSet<string> Values { get; } = [.. values];

    /// <summary>What tells that an object holds one: a line of a certificate is in others, too, so that only the whole value counts.</summary>
    public SearchValues<string> InObjects => field ??= SearchValues.Create([.. Values.SelectMany(SecretForms.Whole)], StringComparison.Ordinal);

    // The longest first: one may be a part of another.
    private (string Form, string Mask)[] Masks { get; } =
    [
        .. values.SelectMany(value => SecretForms.Whole(value).Concat(SecretForms.Lines(value)).Select(form => (form, Mask)).Concat(SecretForms.Quoted(value).Select(form => (form, $"{form[0]}{Mask}{form[0]}"))))
            .DistinctBy(form => form.Item1, StringComparer.Ordinal)
            .OrderByDescending(form => form.Item1.Length),
    ];

    private SearchValues<string> InMessages => field ??= SearchValues.Create([.. Masks.Select(mask => mask.Form)], StringComparison.Ordinal);

    private HashSet<string> Parts => field ??= [.. Values.SelectMany(value => PartsOf(value))];

    /// <summary>Writes values down for a program that has to know what it must not tell, into a file that only its owner may read.</summary>
    public static void Write(string path, IReadOnlyList<string> values)
    {
        var text = string.Concat(values.Select(value => Convert.ToBase64String(Encoding.UTF8.GetBytes(value)) + "\n"));
        FileContent.Write(path, [Encoding.UTF8.GetBytes(text)], isForOwner: true);
    }

    /// <summary>Reads what was written down.</summary>
    public static IEnumerable<string> Read(string path) => File.ReadLines(path).Select(line => Encoding.UTF8.GetString(Convert.FromBase64String(line)));

    /// <summary>A text without them.</summary>
    public string Redact(string text)
    {
        if (!text.AsSpan().ContainsAny(InMessages))
        {
            return text;
        }

        foreach (var (form, mask) in Masks)
        {
            text = text.Replace(form, mask, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Whether a part of one stands in a text, which masks do not find.</summary>
    public bool HasPartIn(string text) => PartsOf(text).Any(Parts.Contains);

    private static IEnumerable<string> PartsOf(string text)
    {
        var lowered = text.ToLowerInvariant();
        return Enumerable.Range(0, Math.Max(0, lowered.Length - ShortestPart + 1)).Select(start => lowered.Substring(start, ShortestPart));
    }
}
