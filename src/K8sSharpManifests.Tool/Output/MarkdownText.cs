using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace K8sSharpManifests.Tool.Output;

/// <summary>Writes Markdown for a terminal: headings, paragraphs and lists that are broken to its width, code as it stands, tables in columns.</summary>
/// <param name="hasColor">Whether colours may be written.</param>
/// <param name="width">How many columns a line may have.</param>
/// <param name="linkTarget">Where a link leads, to stand behind its text; null for nothing.</param>
internal sealed partial class MarkdownText(bool hasColor, int width, Func<string, string?> linkTarget)
{
    private const string Indent = "  ";
    private const string CodeIndent = "      ";
    private const string Gap = "  ";
    private const int LeastColumn = 8;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private readonly StringBuilder _text = new();

    /// <summary>Renders a document.</summary>
    /// <param name="markdown">The document.</param>
    /// <returns>Its lines, each with a newline.</returns>
    public string Render(string markdown)
    {
        Write(Markdown.Parse(markdown, Pipeline), Indent);
        return _text.ToString();
    }

    private void Write(ContainerBlock container, string indent)
    {
        foreach (var block in container)
        {
            if (_text.Length > 0)
            {
                _text.Append('\n');
            }

            switch (block)
            {
                case HeadingBlock heading:
                    WriteLines(Words(heading.Inline, "1"), "", "");
                    break;
                case CodeBlock code:
                    foreach (var line in code.Lines.ToString().Split('\n'))
                    {
                        _text.Append((CodeIndent + Styled(line.TrimEnd('\r'), "36")).TrimEnd() + "\n");
                    }

                    break;
                case ListBlock list:
                    WriteList(list, indent);
                    break;
                case Table table:
                    WriteTable(table, indent);
                    break;
                case LeafBlock leaf:
                    WriteLines(Words(leaf.Inline), indent, indent);
                    break;
                case ContainerBlock inner:
                    Write(inner, indent + Indent);
                    break;
            }
        }
    }

    private void WriteList(ListBlock list, string indent)
    {
        var number = int.TryParse(list.OrderedStart, out var start) ? start : 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var mark = list.IsOrdered ? $"{number++}. " : "- ";
            var isFirst = true;
            foreach (var block in item)
            {
                if (block is LeafBlock { Inline: { } inline })
                {
                    WriteLines(Words(inline), indent + (isFirst ? mark : new string(' ', mark.Length)), indent + new string(' ', mark.Length));
                }
                else if (block is ListBlock nested)
                {
                    WriteList(nested, indent + new string(' ', mark.Length));
                }

                isFirst = false;
            }
        }
    }

    // Columns as wide as what stands in them; where that is too much, the widest ones are made narrower, and what stands in them is broken.
    private void WriteTable(Table table, string indent)
    {
        var rows = table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(cell => cell.OfType<LeafBlock>().SelectMany(leaf => Words(leaf.Inline, row.IsHeader ? "1" : "")).ToList()).ToList()).ToList();
        var widths = Enumerable.Range(0, rows.Max(row => row.Count)).Select(column => rows.Max(row => column < row.Count ? row[column].Sum(word => Length(word) + 1) - 1 : 0)).Select(length => Math.Max(length, 1)).ToArray();
        var room = width - indent.Length - (Gap.Length * (widths.Length - 1));
        while (widths.Sum() > room && widths.Max() > LeastColumn)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
        }

        foreach (var row in rows.Where(row => row.Any(cell => cell.Count > 0)))
        {
            var cells = row.Select((words, column) => Broken(words, widths[column])).ToList();
            for (var line = 0; line < cells.Max(cell => cell.Count); line++)
            {
                var parts = cells.Select((cell, column) => line < cell.Count ? cell[line] + new string(' ', Math.Max(0, widths[column] - Length(cell[line]))) : new string(' ', widths[column]));
                _text.Append((indent + string.Join(Gap, parts)).TrimEnd() + "\n");
            }
        }
    }

    private void WriteLines(List<string> words, string first, string rest)
    {
        var isFirst = true;
        foreach (var line in Broken(words, width - rest.Length))
        {
            _text.Append((isFirst ? first : rest) + line + "\n");
            isFirst = false;
        }
    }

    private static List<string> Broken(List<string> words, int room)
    {
        var lines = new List<string>();
        var (line, length) = (new StringBuilder(), 0);
        foreach (var word in words)
        {
            if (length > 0 && length + 1 + Length(word) > room)
            {
                lines.Add(line.ToString());
                line.Clear();
                length = 0;
            }

            line.Append(length > 0 ? " " : "").Append(word);
            length += (length > 0 ? 1 : 0) + Length(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    // The words of a text, each with its own style, so that a line may end behind any of them.
    private List<string> Words(ContainerInline? inlines, string style = "")
    {
        var text = new StringBuilder();
        Append(text, inlines, style);
        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private void Append(StringBuilder text, ContainerInline? inlines, string style)
    {
        foreach (var inline in (IEnumerable<Inline>?)inlines ?? [])
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(EachStyled(literal.Content.ToString(), style));
                    break;
                case CodeInline code:
                    // Without colours the marks are what tells code from words.
                    text.Append(hasColor ? EachStyled(code.Content, "36") : $"`{code.Content}`");
                    break;
                case LinkInline link:
                    Append(text, link, style);
                    text.Append(linkTarget(link.Url ?? "") is { } target ? EachStyled($" ({target})", "2") : "");
                    break;
                case EmphasisInline emphasis:
                    Append(text, emphasis, "1");
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.ToString());
                    break;
                case HtmlInline html:
                    text.Append(html.Tag);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case ContainerInline container:
                    Append(text, container, style);
                    break;
            }
        }
    }

    private string EachStyled(string text, string style) => style.Length == 0 || !hasColor ? text : string.Join(' ', text.Split(' ').Select(word => Styled(word, style)));

    private string Styled(string text, string style) => !hasColor || text.Length == 0 ? text : $"\e[{style}m{text}\e[0m";

    private static int Length(string text) => text.Length - Escapes().Matches(text).Sum(match => match.Length);

    [GeneratedRegex("\e\\[[0-9]*m", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
