using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Secrets;

/// <summary>
/// Which values of objects may be shown. Each is looked at where it stands, with what it is called and what stands before it; what nobody has looked at, or what one place of two hides (an alias of YAML), is not shown.
/// </summary>
internal sealed class ShownValues
{
    // What says of an item with a name what it is: the variables of custom resources, parameters, headers.
    private static readonly HashSet<string> ValueKeys = new(StringComparer.OrdinalIgnoreCase) { "value", "values", "val", "default", "content", "contents", "text", "string", "stringValue", "data", "raw" };

    private static readonly HashSet<string> NameKeys = new(StringComparer.OrdinalIgnoreCase) { "name", "key", "k", "id", "option", "field", "header", "param", "parameter", "property", "variable", "setting" };

    private static readonly HashSet<string> PlainKeys = new(StringComparer.OrdinalIgnoreCase) { "apiVersion", "kind", "group", "version", "name", "namespace", "image", "tag", "port", "host", "url", "path", "replicas", "type" };

    private static readonly HashSet<string> PlainHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Accept", "Accept-Encoding", "Accept-Language", "User-Agent", "Content-Type", "Cache-Control", "Connection", "Origin", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
    };

    private static readonly HashSet<string> ShownOfSecrets = new(StringComparer.Ordinal) { "apiVersion", "kind", "type" };
    private static readonly HashSet<string> ShownOfTheirMetadata = new(StringComparer.Ordinal) { "name", "generateName", "namespace", "labels" };

    private const int SmallObject = 3;

    private readonly Dictionary<Node, Position> _positions = new(ReferenceEqualityComparer.Instance);

    // What a value is by where it stands; of two places of one value, the later in this order counts.
    private enum Position
    {
        Image,
        Typed,
        Free,
        Hidden,
    }

    /// <summary>Looks at objects.</summary>
    public static ShownValues Of(params ReadOnlySpan<Mapping> roots)
    {
        var values = new ShownValues();
        foreach (var root in roots)
        {
            if (IsSecret(root))
            {
                values.LookAtSecret(root);
            }
            else
            {
                values.LookAt(root, isHidden: false);
            }
        }

        return values;
    }

    /// <summary>Whether nothing may be shown of a value.</summary>
    public bool IsHidden(Node value) => value is Scalar scalar && (
        !_positions.TryGetValue(scalar, out var position) || position == Position.Hidden
        || (scalar.Kind == ScalarKind.String && (position == Position.Image ? !IsImage(scalar.Text) : SecretText.IsSecret(scalar.Text) || (position == Position.Free && SecretText.IsPair(scalar.Text)))));

    /// <summary>A value as it may be shown.</summary>
    public Node Of(Node value) => value switch
    {
        Scalar => IsHidden(value) ? Scalar.String(SecretText.Shown) : value,
        Mapping mapping => new Mapping(mapping.Entries.Select(entry => new KeyValuePair<string, Node>(SecretText.Key(entry.Key), Of(entry.Value))).DistinctBy(entry => entry.Key), type: mapping.Type),
        Sequence list => new Sequence([.. list.Items.Select(Of)]),
        _ => value,
    };

    // However its kind is spelled and whatever its group: by mistake, too, it is a Secret.
    private static bool IsSecret(Mapping root)
    {
        var kind = root.Get("kind").Text().Trim();
        return (root.Type is null || root.Type.Name == "V1Secret")
            && (kind.TrimEnd('s', 'S').Equals("Secret", StringComparison.OrdinalIgnoreCase) || (ApiKind.GroupOf(root.Get("apiVersion").Text()).Length == 0 && Spelling.Nearest(kind, ["Secret"]) is not null)
                || root.Entries.Any(entry => IsData(entry.Key, "stringData")) || root.Get("type").Text().StartsWith("kubernetes.io/", StringComparison.Ordinal));
    }

    private static bool IsData(string key, string called) => key.Equals(called, StringComparison.OrdinalIgnoreCase);

    private void LookAtSecret(Mapping root)
    {
        foreach (var entry in root.Entries)
        {
            if (entry is { Key: "metadata", Value: Mapping metadata })
            {
                foreach (var inner in metadata.Entries)
                {
                    LookAt(inner.Value, !ShownOfTheirMetadata.Contains(inner.Key));
                }
            }
            else
            {
                LookAt(entry.Value, !ShownOfSecrets.Contains(entry.Key));
            }
        }
    }

    // Free is what anybody may write anything into, and not a field of Kubernetes' own, but for arguments and the like.
    private void LookAt(Node node, bool isHidden, bool isFree = true)
    {
        switch (node)
        {
            case Scalar scalar:
                Put(scalar, isHidden && scalar.Kind is (ScalarKind.String or ScalarKind.Number) ? Position.Hidden : isFree ? Position.Free : Position.Typed);
                break;
            case Sequence list:
                LookAt(list, isHidden, isFree);
                break;
            case Mapping mapping when !isHidden && IsSecret(mapping) && mapping.Entries.Any(entry => entry.Key is "metadata" || IsData(entry.Key, "data") || IsData(entry.Key, "stringData")):
                LookAtSecret(mapping);
                break;
            case Mapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    // The fields of Kubernetes' own types are no secrets by their names, but for a few.
                    var field = mapping.Type is { Schema: null } type ? type.Field(entry.Key) : null;
                    if (entry.Value is Scalar { Kind: ScalarKind.String } image && (field?.Key is "image" or "reference" || (field is null && entry.Key == "image" && image.Text.Contains('/', StringComparison.Ordinal))))
                    {
                        Put(image, isHidden ? Position.Hidden : Position.Image);
                    }
                    else
                    {
                        LookAt(entry.Value, isHidden || IsHidden(mapping, entry.Key, field), field is null or { Key: "args" or "command" or "value" });
                    }
                }

                break;
        }
    }

    private void LookAt(Sequence list, bool isHidden, bool isFree)
    {
        var (option, isMade) = ("", false);
        foreach (var item in list.Items)
        {
            var text = (item as Scalar)?.Text ?? "";
            LookAt(item, isHidden || (isFree && (isMade || SecretText.IsSecretAfter(option, text))), isFree);
            isMade |= SecretText.MakesSecrets(text);
            option = text.Any(char.IsAsciiLetter) ? text.Trim() : option;
        }
    }

    private void Put(Scalar value, Position position) =>
        _positions[value] = _positions.TryGetValue(value, out var other) && other > position ? other : position;

    private static bool IsHidden(Mapping mapping, string key, ApiField? field) => (mapping.Type?.Name, field?.Key) switch
    {
        ("V1EnvVar", "value") => SecretNames.IsSecret(mapping.Get("name").Text()),
        ("V1HTTPHeader", "value") => !PlainHeaders.Contains(mapping.Get("name").Text()),
        (_, "token" or "password") => true,
        (_, not null) => false,
        _ => SecretNames.IsSecret(key) || mapping.Entries.Any(entry => entry.Key != key && entry.Value is Scalar { Kind: ScalarKind.String } name && IsNameOf(mapping, entry.Key, key) && SecretNames.IsSecret(name.Text)),
    };

    // {name: x, value: y}, and of a small object whatever is not known to be something else.
    private static bool IsNameOf(Mapping mapping, string name, string key) => ValueKeys.Contains(key) || (NameKeys.Contains(name) && mapping.Count <= SmallObject && !PlainKeys.Contains(key));

    // The tags of images are made by machines, and look so.
    private static bool IsImage(string text) => ImageReference.TryParse(text, out _, out _) ? SecretText.Blotted(text) == text : !SecretText.IsSecret(text);
}
