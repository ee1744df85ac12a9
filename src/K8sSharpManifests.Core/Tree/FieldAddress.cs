using System.Globalization;

namespace K8sSharpManifests.Core;

/// <summary>
/// A field, as code names it in a text: in the words of <see cref="TreePath"/>, with a key that has dots or brackets in brackets and quotes, as JSONPath has it:
/// <c>spec.containers[0].image</c>, <c>spec.containers[name=web].image</c>, <c>spec.options['example.com/mode']</c>.
/// </summary>
internal sealed class FieldAddress
{
    private const string ByName = "name=";
    private const string Examples = "a path is like spec.template.spec.containers[0].image, or spec.options['example.com/mode'] for a key with dots";

    private FieldAddress(string text, IReadOnlyList<FieldStep> steps) => (Text, Steps) = (text, steps);

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>The steps from the object to the field. The last one is a key.</summary>
    public IReadOnlyList<FieldStep> Steps { get; }

    /// <summary>The field that a text names.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">What is wrong with it, and the way out; null where nothing is.</param>
    /// <returns>Null for a text that names none.</returns>
    public static FieldAddress? Parse(string text, out string? problem)
    {
        var steps = new List<FieldStep>();
        problem = Read(text, steps) is { } fault ? $"'{text}' is no path: {fault}; {Examples}" : null;
        return problem is null ? new(text, steps) : null;
    }

    /// <summary>A field at the root.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>Its place.</returns>
    public static FieldAddress Of(string key) => new(key, [FieldStep.At(key)]);

    /// <summary>The text for a field of an object.</summary>
    /// <param name="path">The text for the object; empty for the root.</param>
    /// <param name="key">The field's key.</param>
    /// <returns>The text, with the key in quotes where it needs some.</returns>
    public static string Below(string path, string key) =>
        key.Length > 0 && key.IndexOfAny(['.', '[', ']', '\'']) < 0 ? TreePath.Child(path, key) : $"{path}['{key.Replace("'", "''")}']";

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string? Read(string text, List<FieldStep> steps)
    {
        for (var i = 0; i < text.Length || steps.Count == 0;)
        {
            if (i < text.Length && text[i] == '[')
            {
                if (ReadBracket(text, ref i, steps) is { } fault)
                {
                    return fault;
                }

                continue;
            }

            i += steps.Count == 0 ? 0 : 1;
            var end = i < text.Length ? text.IndexOfAny(['.', '[', ']', '\''], i) : -1;
            end = end < 0 ? text.Length : end;
            if (end <= i)
            {
                return text.Length == 0 ? "it is empty" : i < text.Length ? $"a key is missing before '{text.Substring(i)}'" : "a key is missing at its end";
            }

            if (end < text.Length && text[end] is not ('.' or '['))
            {
                return $"'{text[end]}' is out of place";
            }

            steps.Add(FieldStep.At(text.Substring(i, end - i)));
            i = end;
        }

        return steps[0].Key is null ? "it begins with a key" : steps[steps.Count - 1].Key is null ? "it ends with an item, and a field of that is meant" : null;
    }

    // From the bracket on; what comes next is the end, a dot or another bracket.
    private static string? ReadBracket(string text, ref int i, List<FieldStep> steps)
    {
        var start = i + 1;
        if (start < text.Length && text[start] == '\'')
        {
            var key = new System.Text.StringBuilder();
            var at = start + 1;
            for (; at < text.Length && (text[at] != '\'' || IsDoubled(text, at)); at++)
            {
                at += text[at] == '\'' ? 1 : 0;
                key.Append(text[at]);
            }

            if (at + 1 >= text.Length || text[at + 1] != ']')
            {
                return "a key in quotes ends with ']";
            }

            steps.Add(FieldStep.At(key.ToString()));
            i = at + 2;
        }
        else
        {
            var end = text.IndexOf(']', start);
            var item = end < 0 ? "" : text.Substring(start, end - start);
            if (item.StartsWith(ByName, StringComparison.Ordinal) && item.Length > ByName.Length)
            {
                steps.Add(FieldStep.Named(item.Substring(ByName.Length)));
            }
            else if (int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                steps.Add(FieldStep.Item(index));
            }
            else
            {
                return "in brackets stands a number, name= with a name, or a key in single quotes";
            }

            i = end + 1;
        }

        return i < text.Length && text[i] is not ('.' or '[') ? $"'{text[i]}' is out of place" : null;
    }

    private static bool IsDoubled(string text, int at) => at + 1 < text.Length && text[at + 1] == '\'';
}

/// <summary>One step of a <see cref="FieldAddress"/>.</summary>
/// <param name="Key">The key; null for an item of a list.</param>
/// <param name="Index">The item's number; -1 for one that goes by its name.</param>
/// <param name="Name">The item's name; null for one that goes by its number.</param>
internal sealed record FieldStep(string? Key, int Index, string? Name)
{
    /// <summary>A key.</summary>
    public static FieldStep At(string key) => new(key, -1, null);

    /// <summary>An item by its number.</summary>
    public static FieldStep Item(int index) => new(null, index, null);

    /// <summary>An item by its name.</summary>
    public static FieldStep Named(string name) => new(null, -1, name);

    /// <summary>The place of what the step leads to.</summary>
    /// <param name="path">The place that it starts at.</param>
    /// <returns>The place.</returns>
    public string From(string path) => Key is { } key ? TreePath.Child(path, key) : Name is { } name ? $"{path}[name={name}]" : TreePath.Item(path, Index);
}
