using System.Text.RegularExpressions;

namespace K8sSharpManifests.Yaml;

/// <summary>Finds what a template engine should have replaced, where it is why a document cannot be read. In quotes it is text like any other.</summary>
internal static class TemplateLeftover
{
    // Where a value, a key or a line starts.
    private static readonly Regex Action = new(@"(?:^|[\s:,\[\-])(?<place>\{\{.*?(?:\}\}|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Variable = new(@"(?<place>\$\{[A-Za-z_][^}]*\})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>The first left-over up to the line where reading broke.</summary>
    /// <param name="chunk">The lines.</param>
    /// <param name="start">Where to start in them: what is in a text that was read whole is a part of it.</param>
    /// <param name="brokenLine">That line, in the file.</param>
    /// <returns>Its place and what to do; null where there is none.</returns>
    public static (YamlSpan Span, string Message)? Find(YamlChunk chunk, int start, int brokenLine)
    {
        for (int i = start, end; i < chunk.Text.Length; i = end + 1)
        {
            end = chunk.Text.IndexOf('\n', i);
            var line = chunk.Span(i, i).Line;
            if (line > brokenLine)
            {
                break;
            }

            var text = chunk.Text.Substring(i, end - i);
            if (Match(Action, text) is { } action)
            {
                return (chunk.Span(i + action.Index, i + action.Index + action.Length),
                    $"'{action.Value}' is a template that was not rendered: render the chart first, as 'helm template' does, and read what it writes.");
            }

            if (line == brokenLine && Match(Variable, text) is { } variable)
            {
                return (chunk.Span(i + variable.Index, i + variable.Index + variable.Length),
                    $"'{variable.Value}' is a variable that was not replaced, and breaks the YAML: replace it first, as 'envsubst' does, or quote it.");
            }
        }

        return null;
    }

    private static Group? Match(Regex regex, string line) =>
        regex.Match(line).Groups["place"] is { Success: true } found && !IsQuoted(line, found.Index) ? found : null;

    private static bool IsQuoted(string line, int at)
    {
        var before = line.Substring(0, at);
        return before.Count(c => c == '"') % 2 > 0 || before.Count(c => c == '\'') % 2 > 0 || before.TrimStart().StartsWith("#", StringComparison.Ordinal);
    }
}
