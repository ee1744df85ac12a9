using System.Text;
using K8sSharpManifests.Emission.Secrets;

namespace K8sSharpManifests.Tool.Output;

/// <summary>The secrets that a project's build has read, and that nothing which is written may tell.</summary>
internal sealed class HiddenSecrets
{
    private KnownSecrets? _known;

    /// <summary>Takes more.</summary>
    public void Add(IEnumerable<string> values)
    {
        HashSet<string> all = [.. _known?.Values ?? [], .. values];
        _known = all.Count > 0 ? new(all) : null;
    }

    /// <summary>A text without them.</summary>
    public string Redact(string text) => _known?.Redact(text) ?? text;

    /// <summary>A writer that leaves them out.</summary>
    /// <param name="writer">What takes the rest.</param>
    public TextWriter Without(TextWriter writer) => new Writer(writer, this);

    // A secret can be written in pieces: each line goes out as a whole.
    private sealed class Writer(TextWriter inner, HiddenSecrets secrets) : TextWriter
    {
        private readonly StringBuilder _line = new();

        public override Encoding Encoding => inner.Encoding;

        public override void Write(char value) => Write([value]);

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (secrets._known is null)
            {
                inner.Write(buffer);
                return;
            }

            var end = buffer.LastIndexOf('\n') + 1;
            _line.Append(buffer[..end]);
            if (end > 0)
            {
                Release();
            }

            _line.Append(buffer[end..]);
        }

        public override void Flush()
        {
            Release();
            inner.Flush();
        }

        private void Release()
        {
            inner.Write(secrets.Redact(_line.ToString()));
            _line.Clear();
        }
    }
}
