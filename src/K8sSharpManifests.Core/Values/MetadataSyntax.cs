using System.Text.RegularExpressions;

namespace K8sSharpManifests.Core;

/// <summary>What the API accepts as names and as labels, by the grammar of Kubernetes' own validation.</summary>
public static class MetadataSyntax
{
    private const int MaxName = 63;
    private const int MaxPrefix = 253;
    private const RegexOptions Options = RegexOptions.CultureInvariant;

    // \z and not $, which would let a newline pass at the end.
    private static readonly Regex DnsLabel = new(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\z", Options);
    private static readonly Regex DnsSubdomain = new(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z", Options);
    private static readonly Regex Name = new(@"^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?\z", Options);

    /// <summary>Whether a text may be a namespace's name.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True where the API accepts it.</returns>
    public static bool IsNamespace(string text) => text.Length <= MaxName && DnsLabel.IsMatch(text);

    /// <summary>Whether a text may be the key of a label.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True where the API accepts it.</returns>
    public static bool IsLabelKey(string text)
    {
        var slash = text.IndexOf('/');
        var name = text.Substring(slash + 1);
        return name.Length <= MaxName && Name.IsMatch(name) && (slash < 0 || (slash <= MaxPrefix && DnsSubdomain.IsMatch(text.Substring(0, slash))));
    }

    /// <summary>Whether a text may be the key of an annotation: as a label's, but its prefix may have capitals.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True where the API accepts it.</returns>
    public static bool IsAnnotationKey(string text) => IsLabelKey(text.ToLowerInvariant());

    /// <summary>Whether a text may be the value of a label.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True where the API accepts it.</returns>
    public static bool IsLabelValue(string text) => text.Length == 0 || (text.Length <= MaxName && Name.IsMatch(text));
}
