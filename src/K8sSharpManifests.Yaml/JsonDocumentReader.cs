using K8sSharpManifests.Core;

namespace K8sSharpManifests.Yaml;

/// <summary>Reads JSON values that follow each other, with their places.</summary>
internal sealed class JsonDocumentReader : JsonReader
{
    private readonly string _file;
    private readonly LineMap _lines;

    /// <summary>Makes a reader.</summary>
    /// <param name="file">How origins and problems name the file.</param>
    /// <param name="text">The text.</param>
    public JsonDocumentReader(string file, string text) : base(text, 0)
    {
        _file = file;
        _lines = new(text);
    }

    public List<YamlProblem> Problems { get; } = [];

    public bool IsAtEnd
    {
        get
        {
            SkipBlanks();
            return Position == Text.Length;
        }
    }

    /// <summary>The next value; null at the end, and where the text is no JSON.</summary>
    public Node? ReadNext()
    {
        var known = Problems.Count;
        if (ReadValue() is { } value)
        {
            return value;
        }

        Problems.RemoveRange(known, Problems.Count - known);
        return null;
    }

    /// <summary>Tells that the text is no JSON at the position.</summary>
    public void ReportBroken() => Problems.Add(new(
        YamlProblemKind.Unreadable, _file, _lines.Span(Position, Position),
        "this is no JSON, as what stands before it is: kubectl reads a file that starts with JSON objects as JSON to its end. "
        + "Correct it here, or put the rest into another file."));

    /// <inheritdoc/>
    protected override object Origin(int start, int keyStart, int keyEnd) =>
        new YamlOrigin(_file, _lines.Span(start, Position), keyStart < 0 ? null : _lines.Span(keyStart, keyEnd));

    /// <inheritdoc/>
    protected override string Number(string text, int start)
    {
        var isInteger = text.IndexOfAny(['.', 'e', 'E']) < 0 && GoNumber.TryParseInteger(text, out var integer) && integer.IsLong;
        if (isInteger)
        {
            return text == "-0" ? "0" : text;
        }

        if (GoNumber.TryParseFloat(text, out var value))
        {
            return GoNumber.ToJson(value);
        }

        Problems.Add(new(
            YamlProblemKind.Unreadable, _file, _lines.Span(start, start + text.Length),
            $"the number {text} is larger than Kubernetes can hold: write it as a string, in quotes."));
        return text;
    }

    /// <inheritdoc/>
    protected override void Repeated(string key, int start, int end) =>
        Problems.Add(new(YamlProblemKind.DuplicateKey, _file, _lines.Span(start, end), Messages.DuplicateKey(key)));
}
