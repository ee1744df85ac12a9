using System.Text.RegularExpressions;

namespace K8sSharpManifests.Tool.Secrets;

/// <summary>Finds what a generator has made, or what is meant to be guessed by nobody: long words of mixed characters that are no names, paths or hosts.</summary>
internal static partial class RandomText
{
    private const int ShortestMixed = 16;
    private const int ShortestPlain = 20;
    private const int ShortestPassword = 8;
    private const int FewestDigits = 4;
    private const int LongestNumber = 15;

    // Letters of a name come in words: of random ones a capital is every second.
    private const double ShortestWord = 2.6;

    /// <summary>Whether there is any in a text.</summary>
    public static bool IsIn(string text) => Guid().IsMatch(text) || Key().IsMatch(text) || Padded().IsMatch(text) || Array.Exists(Space().Split(text), IsPassword) || Word().Matches(text).Any(word => IsRandom(word.Value));

    // Parts of a path, a host and a name are words of their own; those of base64 are not.
    private static bool IsRandom(string word)
    {
        var isPath = word.StartsWith('/') || word.Contains('.', StringComparison.Ordinal);
        return word.Split(isPath ? ['/', '.'] : ['.']).Any(part => IsMixed(part) || part.Split('-', '_', '+', '/').Any(IsPlain));
    }

    private static bool IsMixed(string part)
    {
        var (lower, upper, digit) = (part.Any(char.IsAsciiLetterLower), part.Any(char.IsAsciiLetterUpper), part.Any(char.IsAsciiDigit));
        return (part.Length >= ShortestMixed && lower && upper && digit)
            || (part.Length >= ShortestPlain && lower && upper && part.Length / (double)Capital().Count(part) < ShortestWord);
    }

    private static bool IsPlain(string part) =>
        (part.Length >= ShortestPlain && part.Count(char.IsAsciiDigit) >= FewestDigits && part.Any(char.IsAsciiLetter))
        || (part.Length >= ShortestMixed && part.Count(char.IsAsciiDigit) >= FewestDigits && !part.Any(char.IsAsciiLetterLower) && part.Any(char.IsAsciiLetter))
        || (part.Length > LongestNumber && part.All(char.IsAsciiDigit));

    // Letters, digits and what is hard to type. Of an option, what it is set to.
    private static bool IsPassword(string word)
    {
        var value = word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"', '\'', ',', ';');
        return value.Length >= ShortestPassword && !value.Contains('/', StringComparison.Ordinal) && value.Any(char.IsAsciiLetter) && value.Any(char.IsAsciiDigit) && value.IndexOfAny(['!', '#', '$', '%', '^', '&', '*', '~', '§']) >= 0;
    }

    [GeneratedRegex("[A-Za-z0-9+/_.-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex Capital();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Guid();

    // A secret access key of AWS: base64 of 30 bytes, slashes and all.
    [GeneratedRegex("(?<![A-Za-z0-9/+])(?=[a-zA-Z/+]*[0-9])(?=[a-z0-9/+]*[A-Z])(?=[A-Z0-9/+]*[a-z])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+])", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex("(?<![A-Za-z0-9+/-])(?:[A-Za-z0-9+/]{4}){2,}(?:[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)(?![\\w=])", RegexOptions.CultureInvariant)]
    private static partial Regex Padded();
}
