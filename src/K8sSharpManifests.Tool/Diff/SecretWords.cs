using System.Text.RegularExpressions;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>What is never shown: all that a Secret holds, and what looks like a password, a token or a key anywhere else. Rather one value too many than one too few.</summary>
internal static partial class SecretWords
{
    /// <summary>What stands in place of it.</summary>
    public const string Shown = "(secret)";

    /// <summary>Whether an object is a Secret.</summary>
    public static bool IsSecret(Mapping root) => root.Get("kind").Text() == "Secret" && root.Get("apiVersion").Text() == "v1";

    /// <summary>Whether a text is secret, by the key that it stands under, or by what it says itself.</summary>
    /// <param name="key">The key; of an environment variable its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="isTyped">Whether the key is a field of Kubernetes' own: of these none is a secret by its name.</param>
    public static bool IsSecret(string key, string text, bool isTyped) => (!isTyped && Key().IsMatch(key)) || Content().IsMatch(text);

    /// <summary>Whether an item of a list is secret by the one before it: the argument behind <c>--password</c>.</summary>
    /// <param name="items">The items.</param>
    /// <param name="index">Which of them.</param>
    public static bool IsSecretItem(IReadOnlyList<Node> items, int index) =>
        index > 0 && items[index] is Scalar && items[index - 1] is Scalar { Text: ['-', ..] option } && Key().IsMatch(option);

    /// <summary>A value as it may be shown.</summary>
    /// <param name="value">The value.</param>
    /// <param name="key">The key that it stands under.</param>
    public static Node Redacted(Node value, string key = "") => value switch
    {
        Scalar { Kind: ScalarKind.String } text when IsSecret(key, text.Text, isTyped: false) => Scalar.String(Shown),
        Mapping { Type.Name: "V1EnvVar" } variable when variable.Get("value") is Scalar text && IsSecret(variable.Get("name").Text(), text.Text, isTyped: false) => variable.With("value", Scalar.String(Shown)),
        Mapping mapping => mapping.Entries.Aggregate(mapping, (result, entry) => Redacted(entry.Value, mapping.Type is { Schema: null } ? "" : entry.Key) is var shown && ReferenceEquals(shown, entry.Value) ? result : result.With(entry.Key, shown)),
        Sequence list => new Sequence([.. list.Items.Select((item, i) => IsSecretItem(list.Items, i) ? Scalar.String(Shown) : Redacted(item))]),
        _ => value,
    };

    [GeneratedRegex(
        "(passw(or)?d|passphrase|pwd|token|secret|api[-_.]?key|(private|secret|access|signing|encryption)[-_.]?key|credentials?|auth)([-_.]?(base|value|hash|json|pem|txt))?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex(
        "PRIVATE KEY-----|://[^/\\s:@]*:[^/\\s:@]+@|(passw(or)?d|passphrase|token|secret|api[-_.]?key|(private|secret|access)[-_.]?key)[\"']?\\s*[:=]\\s*[\"']?[^\\s\"']",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Content();
}
