using K8sSharpManifests.Core;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Scalar = K8sSharpManifests.Core.Scalar;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace K8sSharpManifests.Yaml;

/// <summary>
/// Makes a tree of the first document of a chunk, as go-yaml v2 decodes it: the events are YamlDotNet's, what they mean is here. It calls itself
/// nowhere, so that no depth can overflow the stack.
/// </summary>
internal sealed partial class DocumentReader
{
    private readonly string _file;
    private readonly YamlChunk _chunk;
    private readonly YamlReadOptions _options;
    private readonly StrictScanner _scanner;
    private readonly Parser _parser;
    private bool _isBroken;

    private DocumentReader(string file, YamlChunk chunk, YamlReadOptions options)
    {
        (_file, _chunk, _options) = (file, chunk, options);
        _scanner = new(chunk);
        _parser = new(_scanner);
    }

    /// <summary>The root; null where there is none, or it is null, or it cannot be read.</summary>
    public Node? Root => _isBroken || _root is Scalar { Kind: ScalarKind.Null } ? null : _root;

    /// <summary>The comments, in order; in a broken document up to where it breaks.</summary>
    public IEnumerable<YamlComment> Comments => _scanner.Comments.Select(c => _chunk.Comment(c.Start, c.End));

    /// <summary>What is wrong with the document.</summary>
    public List<YamlProblem> Problems { get; } = [];

    /// <summary>The chunk as it has to be read instead.</summary>
    private YamlChunk? Repaired { get; set; }

    /// <summary>Reads the document of a chunk.</summary>
    /// <param name="file">How origins and problems name the file.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="options">Ways to read that kubectl does not have.</param>
    /// <returns>What was read.</returns>
    public static DocumentReader Read(string file, YamlChunk chunk, YamlReadOptions options)
    {
        for (var repairs = 0; ; repairs++)
        {
            var reader = new DocumentReader(file, chunk, options);
            reader.Read();
            if (reader.Repaired is null || repairs == YamlRepair.MaxRepairs)
            {
                return reader;
            }

            chunk = reader.Repaired;
        }
    }

    private void Read()
    {
        if (Characters.FindForbidden(_chunk.Text) is { } at)
        {
            Break(_chunk.Span(at, at + 1), Characters.Message(_chunk.Text[at]));
            return;
        }

        while (!_isBroken && Next() is { } current && current is not StreamEnd)
        {
            if (current is DocumentEnd)
            {
                ReportRest();
                break;
            }

            Take(current);
        }
    }

    private ParsingEvent? Next()
    {
        try
        {
            return _parser.MoveNext() ? _parser.Current : null;
        }
        catch (YamlException e)
        {
            // Some faults have no place of their own.
            var isPlaced = e.End.Index > 0;
            BreakSyntax(e.Message, isPlaced ? e.Start : _scanner.CurrentPosition, isPlaced ? e.End : _scanner.CurrentPosition);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser's own faults, which do not say where.
            BreakSyntax(e.Message, _scanner.CurrentPosition, _scanner.CurrentPosition);
        }

        return null;
    }

    private void BreakSyntax(string fault, Mark start, Mark end)
    {
        // At the end of the text, the scanner's own position is behind it.
        var (at, cursor) = (Math.Min((int)start.Index, _chunk.Text.Length), Math.Min((int)_scanner.CurrentPosition.Index, _chunk.Text.Length));
        Repaired = YamlRepair.Try(_chunk, fault, at, cursor, _scanner.GluedComment);
        Break(_chunk.Span(start.Index, end.Index), SyntaxMessage.Of(fault, _chunk.Text, (int)start.Index));
    }

    private void Take(ParsingEvent current)
    {
        switch (current)
        {
            case YamlScalar scalar:
                TakeScalar(scalar);
                break;
            case AnchorAlias alias:
                TakeAlias(alias);
                break;
            case MappingStart or SequenceStart:
                Open((NodeEvent)current, current is MappingStart);
                break;
            case MappingEnd or SequenceEnd:
                Close(current);
                break;
        }
    }

    private void ReportRest()
    {
        Mark place;
        try
        {
            if (!_parser.MoveNext() || _parser.Current is not { } next || next is StreamEnd)
            {
                return;
            }

            place = next.Start;
        }
        catch (YamlException e)
        {
            place = e.Start;
        }

        Problems.Add(new(
            YamlProblemKind.Ignored, _file, _chunk.Span(place.Index, place.Index),
            "kubectl reads one document between two separators and skips this without a word: put a line '---' before it."));
    }

    private YamlSpan Span(ParsingEvent part) => _chunk.Span(part.Start.Index, part.End.Index);

    private void Break(YamlSpan span, string message)
    {
        _isBroken = true;
        var template = TemplateLeftover.Find(_chunk, _scanner.LastTextEnd, span.Line);
        Problems.Add(template is { } found
            ? new(YamlProblemKind.Template, _file, found.Span, found.Message)
            : new(YamlProblemKind.Unreadable, _file, span, message));
    }
}
