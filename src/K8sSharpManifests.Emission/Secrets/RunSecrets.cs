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
    // A registry's credentials are encoded once in a text that is encoded itself; more than that nobody does by chance.
    private const int MostDecodings = 3;

    private readonly ManifestSecrets _secrets = secrets ?? new();
    private KnownSecrets? _known;

    /// <summary>Whether any secret was read.</summary>
    public bool HasAny => _secrets.Count > 0;

    /// <summary>Whether any secret was asked for, given or not.</summary>
    public bool IsAsked => _secrets.IsAsked;

    // Members read more while they run; who asks meanwhile knows what was read until then.
    private KnownSecrets Current => _known?.Values.Count == _secrets.Count ? _known : _known = new(_secrets.Values);

    /// <summary>Whether a member has read a secret.</summary>
    public bool IsReader(CatalogEntry entry) => _secrets.HasRead(entry);

    /// <summary>A text without the secrets that were read so far.</summary>
    public string Redact(string text) => HasAny ? Current.Redact(text) : text;

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

    private static bool IsIn(Node node, KnownSecrets known) => node switch
    {
        Scalar scalar => IsIn(scalar.Text, known, MostDecodings),
        Mapping mapping => mapping.Entries.Any(entry => IsIn(entry.Key, known, MostDecodings) || IsIn(entry.Value, known)),
        Sequence sequence => sequence.Items.Any(item => IsIn(item, known)),
        _ => false,
    };

    private static bool IsIn(string text, KnownSecrets known, int decodings)
    {
        if (known.Values.Contains(text) || text.AsSpan().ContainsAny(known.InObjects))
        {
            return true;
        }

        var bytes = new byte[text.Length];
        return decodings > 0 && text.Length > 0 && Convert.TryFromBase64String(text, bytes, out var length) && IsIn(Encoding.UTF8.GetString(bytes, 0, length), known, decodings - 1);
    }
}
