using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Emission;

/// <summary>Where in the source a finding is, as far as the catalog tells: at the node itself, or at the nearest one around it.</summary>
internal static class FindingPlaces
{
    /// <summary>The place of a finding in its member's file; null where the catalog knows none.</summary>
    public static SourcePlace? Of(Finding finding, Mapping root, IReadOnlyDictionary<string, SourcePlace> known)
    {
        if (known.Count == 0)
        {
            return null;
        }

        var search = new Search(finding, known);
        search.Visit(root, [""]);
        return search.Nearest;
    }

    // The compiler counts items or calls them by name, so each level has all the names that it may have used.
    private sealed class Search(Finding finding, IReadOnlyDictionary<string, SourcePlace> known)
    {
        private readonly List<SourcePlace?> _trail = [];

        public SourcePlace? Nearest { get; private set; }

        public bool Visit(Node node, string[] names)
        {
            _trail.Add(names.Where(known.ContainsKey).Select(name => known[name]).FirstOrDefault());
            if (ReferenceEquals(node, finding.At) || IsIn(node, names))
            {
                Nearest ??= _trail.FindLast(place => place is not null);
                return true;
            }

            _trail.RemoveAt(_trail.Count - 1);
            return false;
        }

        private bool IsIn(Node node, string[] names)
        {
            // The first name is the one that counts, as those of the findings do.
            var isOnTheWay = finding.Path.StartsWith(names[0], StringComparison.Ordinal) || names[0].StartsWith(finding.Path, StringComparison.Ordinal);
            return isOnTheWay && node switch
            {
                Mapping mapping => mapping.Entries.Any(e => Visit(e.Value, [.. names.Select(name => TreePath.Child(name, e.Key))])),
                Sequence sequence => sequence.Items.Select((item, i) => (item, i)).Any(x => Visit(x.item, Names(names, x.item, x.i))),
                _ => false,
            };
        }

        private static string[] Names(string[] names, Node item, int index) =>
            [.. names.Select(name => TreePath.Item(name, index)), .. names.Select(name => TreePath.NamedItem(name, item)).OfType<string>()];
    }
}

/// <summary>A place in a source file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record SourcePlace(int Line, int Column)
{
    /// <summary>Reads a place as the catalog writes it: <c>12,5</c>.</summary>
    public static SourcePlace Parse(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return new(Number(text.AsSpan(0, comma)), Number(text.AsSpan(comma + 1)));
    }

    private static int Number(ReadOnlySpan<char> text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
