using System.Globalization;
using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Output;
using K8sSharpManifests.Tool.Secrets;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>Writes what differs: for people, and for programs.</summary>
/// <param name="differences">The objects that differ.</param>
/// <param name="failed">Those that could not be compared, with why.</param>
/// <param name="hasLines">Whether the lines that objects stand on mean anything to the user.</param>
internal sealed class DiffReport(IReadOnlyList<ObjectDifference> differences, IReadOnlyList<(Mapping Root, string Problem)> failed, bool hasLines)
{
    // Where a cluster is down, it is so for all of them.
    private const int MostNamed = 3;

    private const string Red = "\e[31m";
    private const string Green = "\e[32m";
    private const string Yellow = "\e[33m";
    private const string Bold = "\e[1m";
    private const string Refused = "must be recreated";

    /// <summary>For people.</summary>
    /// <param name="terminal">Where to.</param>
    public void WriteText(Terminal terminal)
    {
        foreach (var difference in differences)
        {
            var more = (difference.Environment.Length > 0 ? $"  in {difference.Environment}" : "") + (Place(difference) is { } place ? $"  {place}" : "") + (difference.IsRefused ? $"  ({Refused})" : "");
            Line(terminal, Bold, $"{Word(difference.Kind),-7}  {difference.Name}{more}");
            foreach (var change in difference.Changes)
            {
                Write(terminal, change);
            }

            foreach (var kept in difference.Kept)
            {
                Line(terminal, Yellow, $"  = {kept.Path}: {kept.Message}");
            }
        }
    }

    /// <summary>For programs: an object on a line of its own.</summary>
    public void WriteJson(TextWriter output) => Records.WriteJson(output, differences.Select(difference => Records.Of(
        ("environment", Records.Text(difference.Environment)),
        ("apiVersion", Records.Text((difference.Root["apiVersion"] as Scalar)?.Text)),
        ("namespace", Records.Text(difference.Name.Namespace)),
        ("object", Scalar.String($"{difference.Name.Kind}/{difference.Name.Name}")),
        ("change", Scalar.String(Word(difference.Kind))),
        ("place", Records.Text(Place(difference))),
        ("recreate", Scalar.Boolean(difference.IsRefused)),
        ("changes", Records.List(difference.Changes.Select(change => Records.Of(
            ("path", Scalar.String(change.Path)),
            ("change", Scalar.String(Word(change.Kind))),
            ("before", Value(change, change.Before)),
            ("after", Value(change, change.After)),
            ("secret", Scalar.Boolean(change.IsSecret)),
            ("recreate", Scalar.Boolean(change.IsRefused)))))),
        ("kept", Records.List(difference.Kept.Select(kept => Records.Of(
            ("path", Scalar.String(kept.Path)),
            ("stays", Scalar.String(kept.Stays)),
            ("meant", Records.Text(kept.Meant)),
            ("message", Scalar.String(kept.Message)))))))));

    /// <summary>How many there are of what.</summary>
    /// <param name="objects">How many objects there are.</param>
    public string Summary(int objects)
    {
        var parts = new[] { (ChangeKind.Added, "added"), (ChangeKind.Changed, "changed"), (ChangeKind.Removed, "removed") }
            .Select(kind => (Count: differences.Count(difference => difference.Kind == kind.Item1), Word: kind.Item2)).Where(part => part.Count > 0)
            .Append((Count: differences.Count(difference => difference.IsRefused), Word: "to be recreated")).Where(part => part.Count > 0)
            .Append((Count: differences.Sum(difference => difference.Kept.Count), Word: "left as stored")).Append((Count: failed.Count, Word: "not compared")).Where(part => part.Count > 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Word}")).ToList();
        return $"{objects} {(objects == 1 ? "object" : "objects")}: {(parts.Count == 0 ? "no difference" : string.Join(", ", parts))}.";
    }

    /// <summary>What could not be compared, and why.</summary>
    public IEnumerable<string> Problems =>
        from pair in failed
        group Named(pair.Root) by pair.Problem into problem
        let more = problem.Count() - MostNamed
        select string.Join(", ", problem.Take(MostNamed)) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : "") + $": {problem.Key}";

    private string Named(Mapping root) => Place(root) is { } place ? $"{place}: {ObjectName.Of(root)}" : ObjectName.Of(root).ToString();

    private string? Place(ObjectDifference difference) => Place(difference.Root);

    private string? Place(Mapping root) => hasLines && root.Origin is YamlOrigin origin ? $"{origin.File}:{origin.Span.Line}" : null;

    private static void Write(Terminal terminal, FieldChange change)
    {
        var mark = change.IsRefused ? $"  ({Refused})" : "";
        if (change.IsSecret)
        {
            var (sign, color) = change.Kind switch { ChangeKind.Added => ('+', Green), ChangeKind.Removed => ('-', Red), _ => ('~', Yellow) };
            Line(terminal, color, $"  {sign} {change.Path}: {(change.Kind == ChangeKind.Changed ? "changed" : SecretText.Shown)}{mark}");
            return;
        }

        if (change is { Before: Scalar { Kind: ScalarKind.String } old, After: Scalar { Kind: ScalarKind.String } now } && (old.Text.Contains('\n', StringComparison.Ordinal) || now.Text.Contains('\n', StringComparison.Ordinal)))
        {
            WriteLines(terminal, change.Path, old.Text.Split('\n'), now.Text.Split('\n'), mark);
            return;
        }

        if (change.Before is not Missing)
        {
            WriteValue(terminal, Red, '-', change, change.Before, change.After is Missing ? mark : "");
        }

        if (change.After is not Missing)
        {
            WriteValue(terminal, Green, '+', change, change.After, mark);
        }
    }

    // Of a long text only what differs, each line by its number.
    private static void WriteLines(Terminal terminal, string path, string[] before, string[] after, string mark)
    {
        var (first, end) = (0, 0);
        while (first < Math.Min(before.Length, after.Length) && before[first] == after[first])
        {
            first++;
        }

        while (end < Math.Min(before.Length, after.Length) - first && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        for (var i = first; i < before.Length - end; i++)
        {
            Line(terminal, Red, string.Create(CultureInfo.InvariantCulture, $"  - {path}, line {i + 1}: {before[i]}"));
        }

        for (var i = first; i < after.Length - end; i++)
        {
            Line(terminal, Green, string.Create(CultureInfo.InvariantCulture, $"  + {path}, line {i + 1}: {after[i]}{mark}"));
        }
    }

    private static void WriteValue(Terminal terminal, string color, char sign, FieldChange change, Node value, string mark)
    {
        if (change.Kind == ChangeKind.Reordered)
        {
            Line(terminal, color, $"  {sign} {change.Path}: in the order {string.Join(", ", ((Sequence)value).Items)}{mark}");
        }
        else if (value is Scalar scalar)
        {
            Line(terminal, color, $"  {sign} {change.Path}: {(scalar.Kind == ScalarKind.String ? Quoted(scalar.Text) : scalar.Text)}{mark}");
        }
        else
        {
            Line(terminal, color, $"  {sign} {change.Path}:{mark}");
            foreach (var line in Lines(value))
            {
                Line(terminal, color, $"  {sign}   {line}");
            }
        }
    }

    private static IEnumerable<string> Lines(Node value)
    {
        // A document is a mapping: of a list, what stands below a key.
        var document = value as Mapping ?? new Mapping([new("list", value)]);
        return Encoding.UTF8.GetString(YamlWriter.Write(document)).TrimEnd('\n').Split('\n').Skip(value is Mapping ? 0 : 1);
    }

    // A text that could be taken for something else, or ends where nobody sees it.
    private static string Quoted(string text) =>
        text.Length == 0 || text.Trim() != text || text.Any(char.IsControl) || text is "true" or "false" or "null" || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? System.Text.Json.JsonSerializer.Serialize(text, Json) : text;

    private static readonly System.Text.Json.JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void Line(Terminal terminal, string color, string text)
    {
        var safe = new string([.. text.Where(c => !char.IsControl(c))]);
        terminal.Output.Write((terminal.HasColor ? $"{color}{safe}\e[0m" : safe) + "\n");
    }

    private static Node Value(FieldChange change, Node value) => value is Missing ? Scalar.Null : change.IsSecret ? Scalar.String(SecretText.Shown) : value;

    private static string Word(ChangeKind kind) => kind.ToString().ToLowerInvariant();
}
