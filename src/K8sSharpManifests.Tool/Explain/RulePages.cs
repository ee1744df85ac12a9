using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Tool.Explain;

/// <summary>The page of a rule.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Severity">The severity by default, in lowercase; empty where the page says none, since the build alone tells of it.</param>
/// <param name="Markdown">The page.</param>
internal sealed record RulePage(string Id, string Title, string Severity, string Markdown);

/// <summary>The pages of the rules, which are in this assembly: docs/rules, as it was when it was built.</summary>
internal static class RulePages
{
    private const string Folder = "rules/";
    private const string Prefix = "K8S";
    private const int MostNamed = 6;
    private const string SeverityMark = "Severity: **";

    private static readonly Lazy<IReadOnlyList<string>> Names = new(() =>
    [
        .. typeof(RulePages).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..]).Order(StringComparer.Ordinal),
    ]);

    /// <summary>The ids that have a page, in order.</summary>
    public static IReadOnlyList<string> Ids => Names.Value;

    /// <summary>All pages, in the order of their ids.</summary>
    public static IEnumerable<RulePage> All => Ids.Select(Read);

    /// <summary>Whether a text is meant as the id of a rule, or the start of some.</summary>
    /// <param name="text">The text.</param>
    public static bool IsId(string text) =>
        text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && (text.Length == Prefix.Length || char.IsAsciiDigit(text[Prefix.Length])) && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>The pages that a text means: that of an id, or those of all ids that begin so.</summary>
    /// <param name="text">The text. Case does not count.</param>
    /// <exception cref="CannotRunException">There is none; the message names the nearest ones.</exception>
    public static IReadOnlyList<RulePage> Find(string text)
    {
        var found = Ids.Where(id => id.Equals(text, StringComparison.OrdinalIgnoreCase)).Take(1).DefaultIfEmpty().First() is { } exact
            ? [exact] : Ids.Where(id => id.StartsWith(text, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
        {
            var near = Spelling.AllNearest(text, Ids).Take(MostNamed).ToList();
            throw new CannotRunException($"there is no rule '{text}': {(near.Count > 0 ? $"near are {string.Join(", ", near)}; " : "")}'{CommandLine.Name} explain' lists them all.");
        }

        return [.. found.Select(Read)];
    }

    private static RulePage Read(string id)
    {
        using var reader = new StreamReader(typeof(RulePages).Assembly.GetManifestResourceStream(Folder + id)!);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var title = text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..text.IndexOf('\n', StringComparison.Ordinal)];
        var mark = text.IndexOf(SeverityMark, StringComparison.Ordinal);
        var start = mark + SeverityMark.Length;
        return new(id, title, mark < 0 ? "" : text[start..text.IndexOf('*', start)], text);
    }
}
