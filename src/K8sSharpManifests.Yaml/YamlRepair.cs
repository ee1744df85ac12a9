namespace K8sSharpManifests.Yaml;

/// <summary>
/// What go-yaml reads and YamlDotNet does not: lines in quotes or brackets that are not indented, a comment without a blank before it, a text in
/// brackets that ends with a colon and a comma follows, an alias with a colon, and blank lines that are longer than the block they start is indented. The text is changed to one that means the same, and read again; the chunk knows how columns have moved.
/// </summary>
internal static class YamlRepair
{
    /// <summary>How often one chunk is changed. Whoever writes more such lines gets the message.</summary>
    public const int MaxRepairs = 100;

    /// <summary>Changes a chunk so that a fault is gone.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="fault">What YamlDotNet says.</param>
    /// <param name="start">Where the faulty part starts, in the chunk's text.</param>
    /// <param name="cursor">How far the scanner got.</param>
    /// <param name="gluedComment">Where a comment follows without a blank; -1 for nowhere.</param>
    /// <returns>The changed chunk; null where the fault is none of these.</returns>
    public static YamlChunk? Try(YamlChunk chunk, string fault, int start, int cursor, int gluedComment)
    {
        return Says("found wrong indentation") ? IndentQuoted(chunk, start)
            : Says("due to the current state of the object") ? Indent(chunk, cursor)
            : gluedComment >= 0 ? chunk.Insert(gluedComment, 1)
            : Says("found a comment without") ? InsertBlank(chunk, start)
            : Says("belongs to the text before it") ? QuoteColon(chunk, start)
            : Says("no part of its name") ? BlankBeforeColon(chunk, start)
            : Says("extra spaces in first line") || Says("more spaces in lines above") ? EmptyBlankLines(chunk, start)
            : null;

        bool Says(string part) => fault.IndexOf(part, StringComparison.Ordinal) >= 0;
    }

    // Blanks at the start of a line are no part of the text.
    private static YamlChunk? IndentQuoted(YamlChunk chunk, int start)
    {
        var end = start + 1;
        while (end < chunk.Text.Length && chunk.Text[end] != '"')
        {
            end += chunk.Text[end] == '\\' ? 2 : 1;
        }

        var changed = chunk;
        for (var i = Math.Min(end, chunk.Text.Length) - 1; i > start; i--)
        {
            if (IsBreak(chunk.Text[i]))
            {
                changed = changed.Insert(i + 1, chunk.Indentation);
            }
        }

        return ReferenceEquals(changed, chunk) ? null : changed;
    }

    private static YamlChunk Indent(YamlChunk chunk, int cursor)
    {
        var start = cursor;
        while (start > 0 && !IsBreak(chunk.Text[start - 1]))
        {
            start--;
        }

        return chunk.Insert(start, chunk.Indentation);
    }

    private static YamlChunk? InsertBlank(YamlChunk chunk, int start)
    {
        var at = chunk.Text.IndexOf('#', start);
        return at < 0 || chunk.Text.IndexOf('\n', start, at - start) >= 0 ? null : chunk.Insert(at, 1);
    }

    private static YamlChunk? BlankBeforeColon(YamlChunk chunk, int start)
    {
        var at = chunk.Text.IndexOf(':', start);
        return at < 0 ? null : chunk.Insert(at, 1);
    }

    // What ends with a colon is a text, with quotes and without.
    private static YamlChunk? QuoteColon(YamlChunk chunk, int start)
    {
        var end = chunk.Text.IndexOf(":,", start, StringComparison.Ordinal) + 1;
        var text = chunk.Text.Substring(start, end - start);
        var quote = text.Contains('\'') ? '"' : '\'';
        return text.Any(IsBreak) || (quote == '"' && text.Any(c => c is '"' or '\\')) ? null : chunk.Quote(start, end, quote);
    }

    // To go-yaml, the longest of the blank lines says how far the block is indented, so that what is indented less is no part of it. Where blanks are
    // text, there is no way.
    private static YamlChunk? EmptyBlankLines(YamlChunk chunk, int start)
    {
        var text = chunk.Text;
        var header = LineStart(text, Math.Max(start - 1, 0));
        while (header > 0 && IsBlank(text, header))
        {
            header = LineStart(text, header - 1);
        }

        var first = text.IndexOf('\n', header) + 1;
        var indicator = text.LastIndexOfAny(['|', '>'], first - 1, first - header);
        if (indicator < 0 || (indicator + 1 < first && char.IsDigit(text[indicator + 1])) || (indicator + 2 < first && char.IsDigit(text[indicator + 2])))
        {
            return null;
        }

        var (lines, longest, end) = (0, 0, first);
        while (end < text.Length && IsBlank(text, end))
        {
            var next = text.IndexOf('\n', end) + 1;
            longest = Math.Max(longest, next - end - 1);
            end = next;
            lines++;
        }

        var isBlock = end + longest < text.Length && text.IndexOf('\n', end) > end + longest && text.Substring(end, longest).Trim(' ').Length == 0;
        return longest > 0 ? chunk.Empty(first, end, lines, isBlock ? -1 : indicator) : null;
    }

    // YAML 1.1 has more line breaks than editors.
    private static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static int LineStart(string text, int index) => index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;

    private static bool IsBlank(string text, int line)
    {
        while (line < text.Length && text[line] == ' ')
        {
            line++;
        }

        return line < text.Length && text[line] == '\n';
    }
}
