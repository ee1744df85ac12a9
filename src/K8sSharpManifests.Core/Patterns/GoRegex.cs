using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace K8sSharpManifests.Core.Patterns;

/// <summary>
/// A regular expression as Go's regexp reads it, that of RE2: what the API server has for patterns of schemas and for CEL's <c>matches</c>. It finds what Go finds, and it always ends.
/// </summary>
/// <remarks>Source: Go's regexp/syntax/parse.go, with the flags of syntax.Perl.</remarks>
internal sealed class GoRegex
{
    // RegexOptions.NonBacktracking, which netstandard2.0 does not name: not there before .NET 7.
    private const RegexOptions NonBacktracking = (RegexOptions)0x400;
    private const int MostKept = 1000;

    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan MostTimeWithoutBacktracking = TimeSpan.FromSeconds(3);
    private static readonly ConcurrentDictionary<string, GoRegex> Kept = new(StringComparer.Ordinal);

    private readonly string _pattern;
    private readonly bool _looksAround;
    private Regex? _regex;
    private Regex? _steady;

    private GoRegex(string text)
    {
        var writer = new GoRegexWriter(text);
        _pattern = writer.Write();
        _looksAround = writer.LooksAround;
        Fault = writer.Fault;
        Limit = writer.Fault is null ? writer.Limit : null;
    }

    /// <summary>What is wrong with the pattern, so that Go refuses it; null for nothing.</summary>
    public string? Fault { get; }

    /// <summary>Why nobody here can tell what it matches, though Go takes it; null where that can be told.</summary>
    public string? Limit { get; }

    /// <summary>A pattern.</summary>
    /// <param name="text">Its text, as Go reads it.</param>
    /// <returns>The pattern, which may have a fault or a limit.</returns>
    public static GoRegex Of(string text)
    {
        if (Kept.TryGetValue(text, out var regex))
        {
            return regex;
        }

        regex = new(text);
        if (Kept.Count < MostKept)
        {
            Kept.TryAdd(text, regex);
        }

        return regex;
    }

    /// <summary>Whether it matches somewhere in a text.</summary>
    /// <returns>Unknown where the pattern has a fault or a limit, and where it takes too long to tell.</returns>
    public Truth IsMatch(string text) => Run(text, (regex, whole) => regex.IsMatch(whole), out var found) ? found : Truth.Unknown;

    /// <summary>What it matches in a text, from the left, as Go's FindAllString.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">How many to find; negative for all.</param>
    /// <returns>The matches; null where <see cref="IsMatch"/> would be Unknown.</returns>
    public IReadOnlyList<string>? Matches(string text, long most = -1) => Run(text, (regex, whole) => Find(regex, whole, most), out var found) ? found : null;

    // Go does not take an empty match right after the match before it, and .NET does.
    private static List<string> Find(Regex regex, string text, long most)
    {
        var found = new List<string>();
        var end = -1;
        for (var match = regex.Match(text); match.Success && found.Count != most; match = match.NextMatch())
        {
            if (match.Length > 0 || match.Index != end)
            {
                found.Add(match.Value);
            }

            end = match.Index + match.Length;
        }

        return found;
    }

    // Backtracking is much faster to start, and nearly always to end. Where it is not, the other machine takes over.
    private bool Run<T>(string text, Func<Regex, string, T> search, out T? found)
    {
        found = default;
        if (Fault is not null || Limit is not null)
        {
            return false;
        }

        var whole = Whole(text);
        try
        {
            found = search(_regex ??= new Regex(_pattern, RegexOptions.CultureInvariant, MostTime), whole);
            return true;
        }
        catch (RegexMatchTimeoutException)
        {
            return !_looksAround && RunSteadily(whole, search, out found);
        }
    }

    private bool RunSteadily<T>(string whole, Func<Regex, string, T> search, out T? found)
    {
        found = default;
        try
        {
            found = search(_steady ??= new Regex(_pattern, RegexOptions.CultureInvariant | NonBacktracking, MostTimeWithoutBacktracking), whole);
            return true;
        }
        catch (Exception e) when (e is RegexMatchTimeoutException or ArgumentOutOfRangeException or NotSupportedException)
        {
            return false;
        }
    }

    // Halves of code points, which no text of Go can hold.
    private static string Whole(string text)
    {
        StringBuilder? whole = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                whole ??= new(text);
                whole[i] = '\uFFFD';
            }
        }

        return whole?.ToString() ?? text;
    }
}
