using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace K8sSharpManifests.Yaml;

/// <summary>Looks for comments, by a scan of its own: few ask for them.</summary>
internal static class CommentReader
{
    public static IReadOnlyList<YamlComment> Read(IReadOnlyList<YamlChunk> chunks)
    {
        var comments = new List<YamlComment>();
        foreach (var chunk in chunks)
        {
            if (chunk.SeparatorComment is { } ofSeparator)
            {
                comments.Add(ofSeparator);
            }

            if (chunk.Text.IndexOf('#') >= 0)
            {
                Read(chunk, comments);
            }
        }

        return comments;
    }

    private static void Read(YamlChunk chunk, List<YamlComment> comments)
    {
        var scanner = new Scanner(new StringReader(chunk.Text), skipComments: false);
        try
        {
            while (scanner.MoveNext())
            {
                if (scanner.Current is Comment comment)
                {
                    var start = (int)comment.Start.Index;
                    var line = chunk.Text.LastIndexOf('\n', start) + 1;
                    var span = chunk.Span(start, start);
                    var before = chunk.Text.Substring(line, start - line);
                    comments.Add(new(span.Line, span.Column, comment.Value.Trim(), before.Trim().Length == 0));
                }
            }
        }
        catch (YamlException)
        {
            // The problem is told by whoever reads the document.
        }
    }
}
