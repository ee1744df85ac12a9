using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>How a fix is written in a file.</summary>
/// <param name="Document">The file.</param>
/// <param name="Changes">What is changed in its text.</param>
/// <param name="Place">The expression that makes what is changed; null where a value is put right that is wrong wherever it goes.</param>
internal sealed record Edit(DocumentId Document, IReadOnlyList<TextChange> Changes, SyntaxNode? Place)
{
    /// <summary>The beginning of what it inserts, where another edit of the same fix that begins so goes on from there: a lambda up to its first call.</summary>
    public string Head { get; init; } = "";

    /// <summary>What two findings have in common that are put right by the same change.</summary>
    public string Key => $"{Document.Id}:{string.Join(";", Changes.Select(c => $"{c.Span}{c.NewText}"))}";

    /// <summary>
    /// The edits of one fix, in their order: what several of them insert at one place is inserted one after the other, and what one inserts where another takes all
    /// away stands there instead.
    /// </summary>
    /// <param name="edits">The edits.</param>
    /// <param name="textOf">The text of a file.</param>
    public static IReadOnlyList<Edit> Together(IReadOnlyList<Edit> edits, Func<DocumentId, SourceText> textOf)
    {
        var together = new List<Edit>();
        foreach (var edit in edits)
        {
            var at = edit.Changes is not [{ Span: { Length: 0, Start: var start } }] ? -1
                : together.FindIndex(other => other.Document == edit.Document && other.Changes is [var change] && change.Span.IntersectsWith(start));
            if (at >= 0 && Joined(together[at], edit, textOf(edit.Document)) is { } joined)
            {
                together[at] = together[at] with { Changes = [joined] };
            }
            else
            {
                together.Add(edit);
            }
        }

        return together;
    }

    private static TextChange? Joined(Edit edit, Edit other, SourceText text)
    {
        var (first, inserted) = (edit.Changes[0], other.Changes[0]);
        if (first.Span == inserted.Span)
        {
            return new(first.Span, first.NewText + (other.Head == edit.Head ? inserted.NewText!.Substring(edit.Head.Length) : inserted.NewText));
        }

        if (first.NewText?.Length > 0 || inserted.Span.Start == first.Span.Start || inserted.Span.Start == first.Span.End)
        {
            return null;
        }

        // It was the only one in its list.
        var removed = text.ToString(first.Span);
        var start = removed.Length - removed.TrimStart().Length;
        return new(first.Span, removed.Substring(0, start) + inserted.NewText!.Trim(' ', ',') + removed.Substring(removed.TrimEnd().Length));
    }

    /// <summary>The changes of several edits, by file; null where two of them are in each other's way.</summary>
    public static IReadOnlyDictionary<DocumentId, IReadOnlyList<TextChange>>? Merge(IEnumerable<Edit> edits)
    {
        var merged = new Dictionary<DocumentId, IReadOnlyList<TextChange>>();
        foreach (var file in edits.GroupBy(e => e.Document))
        {
            var changes = file.GroupBy(e => e.Key).SelectMany(g => g.First().Changes).OrderBy(c => c.Span.Start).ThenBy(c => c.Span.End).ToList();
            for (var i = 1; i < changes.Count; i++)
            {
                if (changes[i].Span.Start < changes[i - 1].Span.End || changes[i].Span.Start == changes[i - 1].Span.Start)
                {
                    return null;
                }
            }

            merged.Add(file.Key, changes);
        }

        return merged;
    }
}
