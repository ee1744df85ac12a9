using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>How a fix is written in a file.</summary>
/// <param name="Document">The file.</param>
/// <param name="Changes">What is changed in its text.</param>
/// <param name="Place">The expression that makes what is changed; null where a value is put right that is wrong wherever it goes.</param>
internal sealed record Edit(DocumentId Document, IReadOnlyList<TextChange> Changes, SyntaxNode? Place)
{
    /// <summary>What two findings have in common that are put right by the same change.</summary>
    public string Key => $"{Document.Id}:{string.Join(";", Changes.Select(c => $"{c.Span}{c.NewText}"))}";

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
