using System.Collections.Immutable;
using System.Globalization;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Analyzers;

/// <summary>A fix on its way from the analyzer to the code fix: properties of the diagnostic, which are strings.</summary>
/// <param name="Kind">What is done with the value.</param>
/// <param name="Path">The field's place in the tree.</param>
/// <param name="Key">The field's key.</param>
/// <param name="Value">The value, or the name in the reference that is appended.</param>
/// <param name="Title">What to call it on the light bulb.</param>
/// <param name="IsSafe">Whether it may be applied everywhere at once.</param>
/// <param name="IsOwnValue">Whether the value that is replaced is the one that the finding points at: then it is wrong wherever it is used.</param>
/// <param name="CurrentText">What the field holds.</param>
/// <param name="Current">Where that comes from, in the finding's file.</param>
/// <param name="Owner">Where the object comes from whose field is changed, in the finding's file.</param>
public sealed record FixData(
    FixKind Kind, string Path, string Key, string Value, string Title, bool IsSafe, bool IsOwnValue, string CurrentText, TextSpan? Current, TextSpan? Owner)
{
    private const string Count = "Fixes";

    /// <summary>Makes the data of a fix.</summary>
    /// <param name="fix">The fix.</param>
    /// <param name="at">What the finding points at.</param>
    /// <param name="file">The file that is changed.</param>
    /// <param name="reported">Where the finding is reported in it; null for one that is not.</param>
    /// <returns>The data.</returns>
    public static FixData Of(Fix fix, Node at, SyntaxTree file, TextSpan? reported = null) => new(
        fix.Kind,
        fix.Path,
        fix.Key,
        ((fix.Value as Mapping)?["name"] ?? fix.Value) is Scalar scalar ? scalar.Text : "",
        fix.Title,
        fix.IsSafeForFixAll,
        fix.Kind != FixKind.Append && ReferenceEquals(fix.Current, at),
        fix.Current is Scalar current ? current.Text : "",
        Place(fix.Current, file, reported),
        Place(fix.Owner, file, reported));

    /// <summary>Writes the fixes of a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="place">Where it is reported.</param>
    /// <returns>The properties.</returns>
    public static ImmutableDictionary<string, string?> Write(Finding finding, Location place)
    {
        var properties = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        properties[Count] = finding.Fixes.Count.ToString(CultureInfo.InvariantCulture);
        for (var i = 0; i < finding.Fixes.Count; i++)
        {
            var fix = Of(finding.Fixes[i], finding.At, place.SourceTree!, place.SourceSpan);
            void Add(string name, string? value) => properties[Name(i, name)] = value;
            Add(nameof(Kind), fix.Kind.ToString());
            Add(nameof(Path), fix.Path);
            Add(nameof(Key), fix.Key);
            Add(nameof(Value), fix.Value);
            Add(nameof(Title), fix.Title);
            Add(nameof(IsSafe), fix.IsSafe.ToString());
            Add(nameof(IsOwnValue), fix.IsOwnValue.ToString());
            Add(nameof(CurrentText), fix.CurrentText);
            Add(nameof(Current), Text(fix.Current));
            Add(nameof(Owner), Text(fix.Owner));
        }

        return properties.ToImmutable();
    }

    /// <summary>Reads the fixes of a diagnostic.</summary>
    /// <param name="diagnostic">The diagnostic.</param>
    /// <returns>Its fixes, the best first.</returns>
    public static IReadOnlyList<FixData> Read(Diagnostic diagnostic)
    {
        var fixes = new List<FixData>();
        int.TryParse(Get(Count), NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        for (var i = 0; i < count; i++)
        {
            string Value(string name) => Get(Name(i, name));
            Enum.TryParse<FixKind>(Value(nameof(Kind)), out var kind);
            fixes.Add(new(
                kind,
                Value(nameof(Path)),
                Value(nameof(Key)),
                Value(nameof(FixData.Value)),
                Value(nameof(Title)),
                Value(nameof(IsSafe)) == bool.TrueString,
                Value(nameof(IsOwnValue)) == bool.TrueString,
                Value(nameof(CurrentText)),
                Span(Value(nameof(Current))),
                Span(Value(nameof(Owner)))));
        }

        return fixes;

        string Get(string name) => diagnostic.Properties.TryGetValue(name, out var value) ? value ?? "" : "";
    }

    private static string Name(int index, string name) => $"Fix{index.ToString(CultureInfo.InvariantCulture)}.{name}";

    // What a helper makes is put right where the finding is: at the call that is at fault, not for all who call it.
    private static TextSpan? Place(Node node, SyntaxTree file, TextSpan? reported) =>
        node.Origin is SourceOrigin origin && origin.Location.SourceTree == file ? ((reported is { } span ? origin.SeenFrom(span) : null) ?? origin).Location.SourceSpan : null;

    private static string? Text(TextSpan? place) =>
        place is { } span ? string.Format(CultureInfo.InvariantCulture, "{0},{1}", span.Start, span.End) : null;

    private static TextSpan? Span(string text) =>
        text.Split(',') is [var start, var end]
        && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
        && int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var to) && from <= to
            ? TextSpan.FromBounds(from, to)
            : null;
}
