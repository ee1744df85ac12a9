namespace K8sSharpManifests.Yaml;

/// <summary>Lines and columns of a text's characters.</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts = [0];

    public LineMap(string text)
    {
        for (var i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            _starts.Add(i + 1);
        }
    }

    /// <summary>The part of the text between two positions.</summary>
    public YamlSpan Span(int start, int end)
    {
        var (line, column) = Place(start);
        var (endLine, endColumn) = Place(end);
        return new(line, column, endLine, endColumn);
    }

    private (int Line, int Column) Place(int position)
    {
        var index = _starts.BinarySearch(position);
        index = index < 0 ? ~index - 1 : index;
        return (index + 1, position - _starts[index] + 1);
    }
}
