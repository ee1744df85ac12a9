using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace K8sSharpManifests.Yaml;

/// <summary>
/// YamlDotNet's scanner, which also refuses what go-yaml's does: tabs in places of indentation, directives, and characters that have another meaning there.
/// In brackets, it reads a lone '-' as the text that it is to go-yaml.
/// </summary>
/// <param name="chunk">The lines.</param>
internal sealed class StrictScanner(YamlChunk chunk) : IScanner
{
    private const int MaxKeyLength = 1024;

    private readonly Scanner _scanner = new(new StringReader(chunk.Text));
    private Token? _checked;
    private Token? _replaced;
    private Token? _previous;
    private int _previousEnd;
    private int _flowLevel;

    // Whether a '?' stands before the token that comes, and before the last text.
    private bool _isKeyMarked;
    private bool _isTextMarked;

    /// <inheritdoc/>
    public Mark CurrentPosition => _scanner.CurrentPosition;

    /// <inheritdoc/>
    public Token? Current => _scanner.Current is { } current && ReferenceEquals(current, _checked) ? _replaced ?? current : _scanner.Current;

    /// <summary>Where comments start and end.</summary>
    public List<(int Start, int End)> Comments { get; } = [];

    /// <summary>Where the last text of several lines ends.</summary>
    public int LastTextEnd { get; private set; }

    /// <summary>Where a comment follows without a blank, which YamlDotNet does not read; -1 for nowhere.</summary>
    public int GluedComment
    {
        get
        {
            // A comma in front of one is no token.
            var at = At(_previousEnd) == ',' ? _previousEnd + 1 : _previousEnd;
            return _previous is Scalar or FlowSequenceEnd or FlowMappingEnd or AnchorAlias && At(at) == '#' ? at : -1;
        }
    }

    /// <inheritdoc/>
    public bool MoveNext() => Checked(_scanner.MoveNext());

    /// <inheritdoc/>
    /// <remarks>Behind a text with an anchor, YamlDotNet's parser asks twice, and loses a token where it gets two.</remarks>
    public bool MoveNextWithoutConsuming() => _scanner.Current is not (null or StreamEnd) || Checked(_scanner.MoveNextWithoutConsuming());

    /// <inheritdoc/>
    public void ConsumeCurrent() => _scanner.ConsumeCurrent();

    private bool Checked(bool isMoved)
    {
        // In brackets, YamlDotNet says so of a '-' that ',' or a bracket follows, and then gives the text that it is all the same.
        if (isMoved && _scanner.Current is Error { Value: "Invalid key indicator format." })
        {
            isMoved = _scanner.MoveNext();
        }

        if (isMoved && _scanner.Current is { } token && !ReferenceEquals(token, _checked))
        {
            _checked = token;
            _replaced = WithColon(token);
            Check(_replaced ?? token);
        }

        return isMoved;
    }

    /// <summary>YamlDotNet forgets the colon at the start of a text without quotes, where something in quotes or brackets has come before.</summary>
    private Scalar? WithColon(Token token)
    {
        var before = (int)token.Start.Index - 1;
        return token is Scalar { Style: ScalarStyle.Plain } scalar && before >= _previousEnd && At(before) == ':'
            ? new(":" + scalar.Value, ScalarStyle.Plain, new(before, token.Start.Line, token.Start.Column - 1), token.End)
            : null;
    }

    private void Check(Token token)
    {
        if (token is VersionDirective or TagDirective)
        {
            throw Directive(token.Start);
        }

        var end = EndOf(token);
        if (end == token.Start.Index || token.Start.Index < _previousEnd || token is Error)
        {
            // A token of no characters, such as the start of a block, or of a comma that a comment follows.
            if (token is StreamEnd)
            {
                CheckGap(token);
            }

            return;
        }

        CheckGap(token);
        if (_flowLevel > 0 && _previous is Scalar or AnchorAlias or FlowSequenceEnd or FlowMappingEnd
            && token is Scalar or AnchorAlias or Anchor or Tag or FlowSequenceStart or FlowMappingStart or Key)
        {
            throw Fault(token.Start, "in brackets, a comma has to stand between two values");
        }

        switch (token)
        {
            case Tag { Handle.Length: > 1, Suffix.Length: 0 }:
                throw Fault(token.Start, "a tag has no name");
            case Tag when At(end) == ',':
                throw Fault(token.Start, "a comma behind a tag is a part of it");
            case AnchorAlias when At(end - 1) == ':':
                throw Fault(token.Start, "a colon behind an alias is no part of its name");
            case FlowSequenceStart or FlowMappingStart:
                _flowLevel++;
                break;
            case FlowSequenceEnd or FlowMappingEnd:
                _flowLevel--;
                break;
            case Value when _flowLevel > 0 && _previous is Scalar && !_isTextMarked
                && (_previous.Start.Line < token.Start.Line || token.Start.Index > _previous.Start.Index + MaxKeyLength):
                throw Fault(_previous.Start, "a key in brackets has its colon on the line where it starts, and 1024 characters at most");
            case Scalar { Style: ScalarStyle.Plain } when _flowLevel > 0:
                CheckFlowText(token);
                break;
            case Scalar { Style: ScalarStyle.DoubleQuoted }:
                CheckEscapes(token);
                break;
            case Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded }:
                CheckBlock(token);
                break;
        }

        (_isTextMarked, _isKeyMarked) = (token is Scalar ? _isKeyMarked : _isTextMarked, token is Key || (_isKeyMarked && token is Anchor or Tag));
        LastTextEnd = token is Scalar && token.End.Line > token.Start.Line ? end : LastTextEnd;
        _previous = token;
        _previousEnd = end;
    }

    // YamlDotNet gives brackets and the three points no end.
    private static int EndOf(Token token) => (int)token.End.Index + token switch
    {
        FlowSequenceStart or FlowMappingStart or FlowSequenceEnd or FlowMappingEnd => 1,
        DocumentEnd => token.End.Index > token.Start.Index ? 0 : 3,
        _ => 0,
    };

    private char At(int index) => index < chunk.Text.Length ? chunk.Text[index] : '\0';

    /// <summary>
    /// Where a key may start, only spaces may stand before it: on a new line, and behind '-', '?' and the ':' of a key that has a '?'. go-yaml holds
    /// comments to that, too.
    /// </summary>
    private void CheckGap(Token token)
    {
        var mayStartKey = _previous is null or BlockEntry or Key or DocumentEnd or Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded }
            || (_previous is Value && IsFirst(_previousEnd - 1));
        var isLineStart = _previousEnd == 0 || At(_previousEnd - 1) == '\n';
        var isInPlain = _previous is Scalar { Style: ScalarStyle.Plain };
        var end = Math.Min((int)token.Start.Index, chunk.Text.Length);
        for (var i = _previousEnd; i < end; i++)
        {
            var c = chunk.Text[i];
            if (c == '\n')
            {
                (mayStartKey, isLineStart) = (true, true);
            }
            else if (c == '\t' && mayStartKey && !isInPlain && _flowLevel == 0)
            {
                throw Fault(MarkOf(i), "a tab stands where only spaces may");
            }
            else if (c == '%' && isLineStart)
            {
                throw Directive(MarkOf(i));
            }
            else if (c == '#')
            {
                isInPlain = false;
                i = TakeComment(i) - 1;
            }
            else
            {
                isLineStart = false;
            }
        }
    }

    private int TakeComment(int start)
    {
        var end = chunk.Text.IndexOf('\n', start);
        Comments.Add((start, end));
        return end;
    }

    private bool IsFirst(int index)
    {
        var start = chunk.Text.LastIndexOf('\n', index) + 1;
        return chunk.Text.Substring(start, index - start).Trim().Length == 0;
    }

    private void CheckFlowText(Token token)
    {
        var (start, end) = ((int)token.Start.Index, (int)token.End.Index);
        if (chunk.Text[start] is ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' or ':')
        {
            throw Fault(token.Start, $"in brackets, no text may start with '{chunk.Text[start]}'");
        }

        var question = chunk.Text.IndexOf('?', start, end - start);
        if (question >= 0)
        {
            throw Fault(MarkOf(question), "in brackets, a text without quotes may not hold a '?'");
        }

        while (At(end) is ' ' or '\t')
        {
            end++;
        }

        if (At(end) == ':' && At(end + 1) == ',')
        {
            throw Fault(token.Start, "a colon in brackets without a blank behind it belongs to the text before it");
        }
    }

    private void CheckEscapes(Token token)
    {
        for (var i = chunk.Text.IndexOf('\\', (int)token.Start.Index); i >= 0 && i < token.End.Index; i = chunk.Text.IndexOf('\\', i + 2))
        {
            var digits = At(i + 1) switch { 'u' => 4, 'U' => 8, _ => 0 };
            if (At(i + 1) == '/' || (digits > 0 && Convert.ToUInt32(chunk.Text.Substring(i + 2, digits), 16) is (>= 0xD800 and <= 0xDFFF) or > 0x10FFFF))
            {
                throw Fault(MarkOf(i), $"'{chunk.Text.Substring(i, digits + 2)}' is no escape sequence of a character");
            }
        }
    }

    // As long as the indentation is not known, a tab would be a part of it.
    private void CheckBlock(Token token)
    {
        if (chunk.EmptyBlocks.Contains((int)token.Start.Index) && ((Scalar)token).Value.Trim('\n').Length > 0)
        {
            throw Fault(token.Start, "the empty lines at the start of this block have more blanks than its text is indented");
        }

        var line = chunk.Text.IndexOf('\n', (int)token.Start.Index) + 1;
        var header = chunk.Text.Substring((int)token.Start.Index, line - (int)token.Start.Index);
        var comment = header.IndexOf('#');
        if (comment >= 0)
        {
            TakeComment((int)token.Start.Index + comment);
        }

        if (header.TakeWhile(c => c is not (' ' or '\t' or '#')).Any(char.IsDigit))
        {
            return;
        }

        while (line < chunk.Text.Length)
        {
            var i = line;
            while (At(i) == ' ')
            {
                i++;
            }

            if (At(i) == '\t')
            {
                throw Fault(MarkOf(i), "a tab stands where only spaces may");
            }

            if (At(i) is not ('\n' or '\r'))
            {
                return;
            }

            line = i + 1;
        }
    }

    private Mark MarkOf(int index)
    {
        var before = chunk.Text.Substring(0, index);
        var start = before.LastIndexOf('\n') + 1;
        return new(index, before.Count(c => c == '\n') + 1, index - start + 1);
    }

    private static SyntaxErrorException Directive(Mark mark) => Fault(mark, "kubectl ends a document at '---', so that a directive before it has none");

    private static SyntaxErrorException Fault(Mark mark, string message) => new(mark, mark, message);
}
