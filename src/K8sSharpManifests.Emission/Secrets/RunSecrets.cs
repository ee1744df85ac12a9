using System.Buffers;
using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Emission.Secrets;

/// <summary>
/// What a run must not tell: the secrets that its members have read. All that leaves a run goes through <see cref="Redact"/>. That knows the forms of <see cref="SecretForms"/> and no others, so that
/// of what a reader of secrets has made, nothing is quoted in the first place.
/// </summary>
/// <param name="secrets">The secrets.</param>
internal sealed class RunSecrets(ManifestSecrets? secrets = null)
{
    /// <summary>What stands in a message in place of a secret.</summary>
    public const string Mask = "***";

    // A registry's credentials are encoded once in a text that is encoded itself; more than that nobody does by chance.
    private const int MostDecodings = 3;

    private readonly ManifestSecrets _secrets = secrets ?? new();
    private Known? _known;

    /// <summary>Whether any secret was read.</summary>
    public bool HasAny => _secrets.Count > 0;

    /// <summary>Whether any secret was asked for, given or not.</summary>
    public bool IsAsked => _secrets.IsAsked;

    // Members read more while they run; who asks meanwhile knows what was read until then.
    private Known Current => _known?.Values.Count == _secrets.Count ? _known : _known = new(_secrets.Values);

    /// <summary>Whether a member has read a secret.</summary>
    public bool IsReader(CatalogEntry entry) => _secrets.HasRead(entry);

    /// <summary>A text without the secrets that were read so far.</summary>
    public string Redact(string text)
    {
        if (!HasAny)
        {
            return text;
        }

        var known = Current;
        if (!text.AsSpan().ContainsAny(known.InMessages))
        {
            return text;
        }

        foreach (var (form, mask) in known.Masks)
        {
            text = text.Replace(form, mask, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Whether a part of a secret stands in the messages of an exception, which masks do not find: what parses a text quotes the part that is wrong.</summary>
    public bool IsPartIn(Exception exception)
    {
        for (var e = HasAny ? exception : null; e is not null; e = e.InnerException)
        {
            if (Current.HasPartIn(Redact(e.Message)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What an exception tells for a log: all of it, or of one that a reader of secrets has thrown, the types and the calls. Its messages can hold a secret in whatever form.
    /// </summary>
    public string Describe(Exception exception, bool hasMessages)
    {
        if (hasMessages)
        {
            return Redact(exception.ToString());
        }

        var text = new StringBuilder();
        for (var e = exception; e is not null; e = e.InnerException)
        {
            text.Append(text.Length > 0 ? "\n ---> " : "").Append(e.GetType()).Append(": (the message is not shown, because a secret was read)\n").Append(e.StackTrace);
        }

        return text.ToString();
    }

    /// <summary>Finds out which objects hold a secret: all those of its readers, and what holds a value that was read, since it may have been kept in between.</summary>
    public void Mark(IEnumerable<EmittedObject> objects)
    {
        if (!HasAny)
        {
            return;
        }

        var known = Current;
        foreach (var value in objects)
        {
            value.HoldsSecret = IsReader(value.Entry) || IsIn(value.Root, known);
        }
    }

    /// <summary>
    /// What is said of a finding in an object that holds a secret. The arguments of its message are made of what the object holds, and so are the keys of dictionaries: of the place there are the
    /// fields of the API only.
    /// </summary>
    public static string WithoutValues(Finding finding) =>
        $"{finding.Info.Title}{(FieldsOf(finding.PointedAt) is { Length: > 0 } path ? $" at '{path}'" : "")}; no value is shown, because a secret is among them";

    private static string FieldsOf(TreePlace place)
    {
        if (place.Parent is not { } parent)
        {
            return "";
        }

        var around = FieldsOf(parent);
        return parent.Node is Sequence ? around + place.Path[parent.Path.Length..]
            : TreePath.Child(around, parent.Shape?.Type?.Field(place.Key) is null ? "*" : place.Key);
    }

    private static bool IsIn(Node node, Known known) => node switch
    {
        Scalar scalar => IsIn(scalar.Text, known, MostDecodings),
        Mapping mapping => mapping.Entries.Any(entry => IsIn(entry.Key, known, MostDecodings) || IsIn(entry.Value, known)),
        Sequence sequence => sequence.Items.Any(item => IsIn(item, known)),
        _ => false,
    };

    private static bool IsIn(string text, Known known, int decodings)
    {
        if (known.Values.Contains(text) || text.AsSpan().ContainsAny(known.InObjects))
        {
            return true;
        }

        var bytes = new byte[text.Length];
        return decodings > 0 && text.Length > 0 && Convert.TryFromBase64String(text, bytes, out var length) && IsIn(Encoding.UTF8.GetString(bytes, 0, length), known, decodings - 1);
    }

    // The values that were read up to a time, in all of their forms.
    private sealed class Known(IReadOnlyCollection<string> values)
    {
        public HashSet<string> Values { get; } = [.. values];

        // The longest first: one may be a part of another.
        public (string Form, string Mask)[] Masks { get; } =
        [
            .. values.SelectMany(value => SecretForms.Whole(value).Concat(SecretForms.Lines(value)).Select(form => (form, Mask)).Concat(SecretForms.Quoted(value).Select(form => (form, $"{form[0]}{Mask}{form[0]}"))))
                .DistinctBy(form => form.Item1, StringComparer.Ordinal)
                .OrderByDescending(form => form.Item1.Length),
        ];

        // Shorter parts are in many texts by chance.
        private const int ShortestPart = 6;

        private HashSet<string> Parts => field ??= [.. Values.SelectMany(value => PartsOf(value))];

        public bool HasPartIn(string text) => PartsOf(text).Any(Parts.Contains);

        private static IEnumerable<string> PartsOf(string text)
        {
            var lowered = text.ToLowerInvariant();
            return Enumerable.Range(0, Math.Max(0, lowered.Length - ShortestPart + 1)).Select(start => lowered.Substring(start, ShortestPart));
        }

        public SearchValues<string> InMessages => field ??= SearchValues.Create([.. Masks.Select(mask => mask.Form)], StringComparison.Ordinal);

        // A line of a certificate is in others, too, so that here only the whole value counts.
        public SearchValues<string> InObjects => field ??= SearchValues.Create([.. Values.SelectMany(SecretForms.Whole)], StringComparison.Ordinal);
    }
}
