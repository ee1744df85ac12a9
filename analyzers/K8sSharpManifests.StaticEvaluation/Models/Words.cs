using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// The words of a text, those of its comments on lines of their own left out: a name that code uses is among them, unless it is
/// written with \u, or stands in a hole of a raw string on a line that begins with //. They are kept as hashes, since
/// most files are asked once, and a word too many only means that somebody looks closer.
/// </summary>
internal sealed class Words
{
    private readonly HashSet<int> _hashes = [];

    public Words(SourceText text)
    {
        var buffer = new char[4096];
        var hash = 0;
        var (isFirst, isComment, last) = (true, false, ' ');
        for (var start = 0; start < text.Length; start += buffer.Length)
        {
            var count = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            for (var i = 0; i < count; i++)
            {
                var c = buffer[i];
                if (IsOfWord(c))
                {
                    hash = Next(hash, c);
                }
                else
                {
                    End();
                    isComment = !IsNewLine(c) && (isComment || (isFirst && c == '/' && last == '/'));
                }

                isFirst = IsNewLine(c) || (isFirst && (c == '/' || char.IsWhiteSpace(c)));
                last = c;
            }
        }

        End();

        void End()
        {
            if (hash != 0 && !isComment)
            {
                _hashes.Add(hash);
            }

            hash = 0;
        }
    }

    public Words(IEnumerable<string> words) => _hashes = [.. words.Select(HashOf)];

    public bool Contains(string word) => _hashes.Contains(HashOf(word));

    public bool Overlaps(Words words) => _hashes.Count < words._hashes.Count ? words._hashes.Overlaps(_hashes) : _hashes.Overlaps(words._hashes);

    private static int HashOf(string word)
    {
        var hash = 0;
        foreach (var c in word)
        {
            hash = Next(hash, c);
        }

        return hash;
    }

    private static bool IsNewLine(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsOfWord(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' || (c > 127 && char.IsLetterOrDigit(c));

    private static int Next(int hash, char c) => unchecked((hash * 31) + c);
}
