namespace K8sSharpManifests.Core;

/// <summary>
/// Writes manifest trees as YAML in UTF-8, straight into bytes, in the layout that kubectl and kustomize use: two spaces, dashes below their
/// key, no aliases, tags or folding. Every string reads back as itself in YAML 1.1 and YAML 1.2 parsers alike.
/// </summary>
/// <remarks>
/// Follows the YAML 1.2.2 specification (yaml.org/spec/1.2.2) and, where YAML 1.1 reads a plain text otherwise, the type repository of 1.1
/// (yaml.org/type). An instance is a growing buffer, to be used again for the next file after <see cref="Clear"/>. Not safe for use by several threads.
/// </remarks>
public sealed partial class YamlWriter
{
    /// <summary>The line between two documents of a stream, with its newline.</summary>
    public const string Separator = "---\n";

    private readonly Utf8Buffer _buffer = new();
    private readonly DocumentPath _path = new();

    /// <summary>How many bytes are written since the start or the last <see cref="Clear"/>.</summary>
    public int WrittenCount => _buffer.Count;

    /// <summary>Writes one document.</summary>
    /// <param name="root">The manifest: whole, without anything unknown in it.</param>
    /// <param name="comment">A line of text that the document begins with, as a comment.</param>
    /// <returns>The bytes, ending in a newline.</returns>
    /// <exception cref="YamlWriteException">A string or number in it cannot be written; the message names the path.</exception>
    /// <exception cref="InvalidOperationException">Something in it is unknown or open; the message names the path.</exception>
    public static byte[] Write(Mapping root, string? comment = null)
    {
        var writer = new YamlWriter();
        writer.Append(root, comment);
        return writer._buffer.ToArray();
    }

    /// <summary>Appends a document to what is written, after a <see cref="Separator"/> where it is not the first. A failure leaves what was there before.</summary>
    /// <param name="root">The manifest: whole, without anything unknown in it.</param>
    /// <param name="comment">A line of text that the document begins with, as a comment.</param>
    /// <exception cref="YamlWriteException">A string or number in it cannot be written; the message names the path.</exception>
    /// <exception cref="InvalidOperationException">Something in it is unknown or open; the message names the path.</exception>
    public void Append(Mapping root, string? comment = null)
    {
        var start = _buffer.Count;
        _path.Reset();
        try
        {
            if (start > 0)
            {
                _buffer.Ascii(Separator);
            }

            if (comment is not null)
            {
                WriteComment(comment);
            }

            WriteRoot(root);
        }
        catch
        {
            _buffer.Count = start;
            throw;
        }
    }

    /// <summary>Forgets what is written and keeps the memory for what comes next.</summary>
    public void Clear() => _buffer.Count = 0;

    /// <summary>Copies what is written.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToArray() => _buffer.ToArray();

    // A break would end the comment, and some parsers refuse what is not seen even in there.
    private void WriteComment(string comment)
    {
        _buffer.Ascii("# ");
        var start = 0;
        for (var i = 0; i < comment.Length; i++)
        {
            var c = comment[i];
            if (c < ' ' || (c >= '\x7F' && (char.IsSurrogate(c) || YamlScalar.NeedsEscape(c))))
            {
                _buffer.Utf8(comment, start, i);
                _buffer.Ascii('?');
                start = i + 1;
            }
        }

        _buffer.Utf8(comment, start, comment.Length);
        _buffer.Ascii('\n');
    }

    private void WriteRoot(Mapping root)
    {
        if (root.IsOpen)
        {
            throw NotKnown();
        }

        if (root.Count == 0)
        {
            _buffer.Ascii("{}\n");
            return;
        }

        WriteEntries(root, 0);
    }

    // The entries of a mapping. The writer stands where the first key shall; the others are indented.
    private void WriteEntries(Mapping mapping, int indent)
    {
        var entries = mapping.EntryArray;
        _path.Enter();
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            _path.At(entry.Key);
            if (i > 0)
            {
                _buffer.Spaces(indent);
            }

            WriteKey(entry.Key, indent);
            switch (entry.Value)
            {
                case Mapping { IsOpen: false, Count: > 0 } child:
                    _buffer.Ascii('\n');
                    _buffer.Spaces(indent + 2);
                    WriteEntries(child, indent + 2);
                    break;
                case Sequence { IsOpen: false, Count: > 0 } child:
                    _buffer.Ascii('\n');
                    _buffer.Spaces(indent);
                    WriteItems(child, indent);
                    break;
                default:
                    _buffer.Ascii(' ');
                    WriteLeaf(entry.Value, indent);
                    break;
            }
        }

        _path.Leave();
    }

    // The items of a sequence. The writer stands where the first dash shall; the others are indented.
    private void WriteItems(Sequence sequence, int indent)
    {
        var items = sequence.ItemArray;
        _path.Enter();
        for (var i = 0; i < items.Length; i++)
        {
            _path.At(i);
            if (i > 0)
            {
                _buffer.Spaces(indent);
            }

            _buffer.Ascii("- ");
            switch (items[i])
            {
                case Mapping { IsOpen: false, Count: > 0 } child:
                    WriteEntries(child, indent + 2);
                    break;
                case Sequence { IsOpen: false, Count: > 0 } child:
                    WriteItems(child, indent + 2);
                    break;
                default:
                    WriteLeaf(items[i], indent);
                    break;
            }
        }

        _path.Leave();
    }

    // What stands on the line of its key or dash, and the lines of a literal block below it.
    private void WriteLeaf(Node node, int indent)
    {
        switch (node)
        {
            case Scalar { Kind: ScalarKind.String } scalar:
                WriteString(scalar.Text, indent);
                return;
            case Scalar { Kind: ScalarKind.Number } scalar:
                WriteNumber(scalar.Text);
                break;
            case Scalar scalar:
                _buffer.Ascii(scalar.Text);
                break;
            case Mapping { IsOpen: false }:
                _buffer.Ascii("{}");
                break;
            case Sequence { IsOpen: false }:
                _buffer.Ascii("[]");
                break;
            default:
                throw NotKnown();
        }

        _buffer.Ascii('\n');
    }

    private InvalidOperationException NotKnown() =>
        new($"{(_path.Depth == 0 ? "The document" : _path.ToString())} is not known in full, and only what is known in full can be written");
}
