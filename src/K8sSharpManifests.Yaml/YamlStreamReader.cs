using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>Reads a stream: JSON where it is some, else YAML, document by document (k8s.io/apimachinery's YAMLOrJSONDecoder).</summary>
/// <param name="file">How origins and problems name the file.</param>
/// <param name="options">Ways to read that kubectl does not have.</param>
internal sealed class YamlStreamReader(string file, YamlReadOptions options)
{
    private readonly List<(YamlChunk Chunk, DocumentReader Document)> _documents = [];

    public List<Node> Roots { get; } = [];

    /// <summary>Where the documents start that hold something.</summary>
    public List<YamlSpan> Starts { get; } = [];

    public List<YamlProblem> Problems { get; } = [];

    public Lazy<IReadOnlyList<YamlComment>> Comments => new(() =>
        [.. _documents.SelectMany(d => d.Chunk.SeparatorComment is { } own ? d.Document.Comments.Prepend(own) : d.Document.Comments)]);

    public void Read(string text)
    {
        text = text.StartsWith("\uFEFF", StringComparison.Ordinal) ? text.Substring(1) : text;
        var start = 0;
        if (text.TrimStart() is ['{', ..])
        {
            start = ReadJson(text);
            if (start < 0)
            {
                return;
            }
        }

        foreach (var chunk in YamlChunk.Split(text, start, file, Problems))
        {
            var document = DocumentReader.Read(file, chunk, options);
            _documents.Add((chunk, document));
            foreach (var problem in document.Problems)
            {
                Report(problem);
            }

            if (document.Root is not null || document.Problems.Count > 0)
            {
                Starts.Add(chunk.Span(0, 0));
            }

            if (document.Root is { } root)
            {
                Roots.Add(root);
            }
        }
    }

    // A stream is JSON for good when it has had two documents of it; before, what is no JSON is YAML. kubectl does so since 1.33; the ones before read
    // JSON only.
    private int ReadJson(string text)
    {
        var json = new JsonDocumentReader(file, text);
        var end = 0;
        while (json.ReadNext() is { } root)
        {
            Roots.Add(root);
            Starts.Add(((YamlOrigin)root.Origin!).Span);
            end = json.Position;
        }

        if (json.IsAtEnd || Roots.Count > 1)
        {
            if (!json.IsAtEnd)
            {
                json.ReportBroken();
            }

            Problems.AddRange(json.Problems);
            return -1;
        }

        if (Roots.Count == 0)
        {
            return 0;
        }

        Problems.AddRange(json.Problems);
        while (end < text.Length && char.IsWhiteSpace(text[end]) && text[end++] != '\n')
        {
        }

        return end;
    }

    // One template left-over is reason enough to render the whole file first.
    private void Report(YamlProblem problem)
    {
        if (problem.Kind != YamlProblemKind.Template || !Problems.Any(p => p.Kind == YamlProblemKind.Template))
        {
            Problems.Add(problem);
        }
    }
}
