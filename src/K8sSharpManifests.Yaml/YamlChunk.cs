namespace K8sSharpManifests.Yaml;

/// <summary>The lines between two separators of a stream: what kubectl hands to its YAML parser at once.</summary>
/// <param name="text">The lines, each with a line feed at its end.</param>
/// <param name="firstLine">The number of the first one, from 1.</param>
/// <param name="margin">How far from the margin the first one starts; 0 but after a JSON document.</param>
internal sealed class YamlChunk(string text, int firstLine, int margin)
{
    private const string Separator = "---";

    // The lines of the text as it was, and what has been changed since: where, and by how many characters.
    private LineMap _lines = new(text);
    private IReadOnlyList<(int Index, int Count)> _changes = [];

    public string Text { get; } = text;

    public int FirstLine { get; } = firstLine;

    /// <summary>More blanks than any line starts with.</summary>
    public int Indentation { get; private init; } = 2 + text.Split('\n').Max(line => line.Length - line.TrimStart(' ').Length);

    /// <summary>Where blocks start that hold nothing but line breaks, because go-yaml takes what follows for no part of them.</summary>
    public IReadOnlyList<int> EmptyBlocks { get; private init; } = [];

    /// <summary>The comment of the separator before the lines, which is none of them.</summary>
    public YamlComment? SeparatorComment { get; private init; }

    /// <summary>Splits a stream as k8s.io/apimachinery's YAMLReader does: a separator is a line that starts with three hyphens, wherever it stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the YAML starts in it.</param>
    /// <param name="file">How problems name the file.</param>
    /// <param name="problems">Takes the separators that are none.</param>
    /// <returns>The chunks.</returns>
    public static IReadOnlyList<YamlChunk> Split(string text, int start, string file, List<YamlProblem> problems)
    {
        var chunks = new List<YamlChunk>();
        var place = new LineMap(text).Span(start, start);
        var (line, chunkLine, chunkStart, isSkipped) = (place.Line, place.Line, start, false);
        YamlComment? comment = null;
        for (var i = start; i < text.Length; line++)
        {
            var end = text.IndexOf('\n', i);
            end = end < 0 ? text.Length : end;
            if (string.CompareOrdinal(text, i, Separator, 0, Separator.Length) == 0)
            {
                var rest = text.Substring(i + Separator.Length, end - i - Separator.Length);
                var isSeparator = rest.Trim() is "" or ['#', ..];
                if (!isSeparator)
                {
                    problems.Add(new(YamlProblemKind.Unreadable, file, new(line, 1, line, 1 + end - i), Messages.Separator));
                }

                // The first line of a chunk is no end of one.
                if (i > chunkStart || !isSeparator)
                {
                    Add(i);
                    (chunkLine, chunkStart, isSkipped) = (line + 1, end + 1, !isSeparator);
                    comment = isSeparator && rest.IndexOf('#') is >= 0 and var at
                        ? new(line, 1 + Separator.Length + at, rest.Substring(at + 1).Trim(), IsAlone: false)
                        : null;
                }
            }

            i = end + 1;
        }

        Add(text.Length);
        return chunks;

        void Add(int end)
        {
            if (end > chunkStart && !isSkipped)
            {
                var lines = text.Substring(chunkStart, end - chunkStart).Replace("\r\n", "\n").Replace('\r', '\n');
                lines = lines.EndsWith("\n", StringComparison.Ordinal) ? lines : lines + "\n";
                lines = lines.StartsWith("\uFEFF", StringComparison.Ordinal) ? lines.Substring(1) : lines;
                chunks.Add(new(lines, chunkLine, chunkStart == start ? place.Column - 1 : 0)
                {
                    SeparatorComment = comment,
                });
            }
        }
    }

    /// <summary>The chunk with blanks put in.</summary>
    /// <param name="index">Where.</param>
    /// <param name="count">How many.</param>
    public YamlChunk Insert(int index, int count) => Insert(index, new string(' ', count));

    /// <summary>The chunk with a part of a line in quotes.</summary>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="quote">The quote.</param>
    public YamlChunk Quote(int start, int end, char quote) => Insert(end, quote.ToString()).Insert(start, quote.ToString());

    /// <summary>The chunk with blank lines that have no blanks.</summary>
    /// <param name="start">Where the first one starts.</param>
    /// <param name="end">Where the last one ends.</param>
    /// <param name="lines">How many they are.</param>
    /// <param name="emptyBlock">The block that starts with them, if it may hold nothing else; -1 for none.</param>
    public YamlChunk Empty(int start, int end, int lines, int emptyBlock)
    {
        var removed = end - start - lines;
        return With(
            Text.Substring(0, start) + new string('\n', lines) + Text.Substring(end),
            [.. EmptyBlocks.Select(at => at < start ? at : at - removed), emptyBlock], start, -removed);
    }

    /// <summary>The place of a part of the text in the file.</summary>
    /// <param name="start">Where it starts in the text.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>The place.</returns>
    public YamlSpan Span(long start, long end)
    {
        var span = _lines.Span(Original((int)start), Original((int)end));
        return new(
            span.Line + FirstLine - 1, span.Column + (span.Line == 1 ? margin : 0),
            span.EndLine + FirstLine - 1, span.EndColumn + (span.EndLine == 1 ? margin : 0));
    }

    /// <summary>The comment in a part of the text.</summary>
    /// <param name="start">Where its <c>#</c> stands.</param>
    /// <param name="end">Where its line ends.</param>
    /// <returns>The comment.</returns>
    public YamlComment Comment(int start, int end)
    {
        var line = start == 0 ? 0 : Text.LastIndexOf('\n', start - 1) + 1;
        var span = Span(start, end);
        return new(span.Line, span.Column, Text.Substring(start + 1, end - start - 1).Trim(), Text.Substring(line, start - line).Trim().Length == 0);
    }

    private YamlChunk Insert(int index, string text) =>
        With(Text.Insert(index, text), [.. EmptyBlocks.Select(at => at < index ? at : at + text.Length)], index, text.Length);

    private int Original(int index)
    {
        // The last change first, since each was made in the text that had the ones before.
        for (var i = _changes.Count - 1; i >= 0; i--)
        {
            var (at, count) = _changes[i];
            index = index <= at ? index : count < 0 ? index - count : Math.Max(at, index - count);
        }

        return index;
    }

    private YamlChunk With(string changed, IReadOnlyList<int> emptyBlocks, int index, int count) => new(changed, FirstLine, margin)
    {
        Indentation = Indentation,
        EmptyBlocks = emptyBlocks,
        SeparatorComment = SeparatorComment,
        _lines = _lines,
        _changes = [.. _changes, (index, count)],
    };
}
