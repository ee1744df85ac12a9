using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;

namespace K8sSharpManifests.CodeFixes;

/// <summary>
/// What fixes make of a tree that shows a part of the object at fault, such as the first value of a local that a manifest adds to: rules say nothing of it. What it has from the same place of
/// the code is the same thing.
/// </summary>
internal static class PartOfFixed
{
    /// <summary>The tree with the fixes.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="own">The fixes of what is found in it.</param>
    /// <param name="others">Fixes of what is found in other trees.</param>
    public static Node Of(Node tree, IReadOnlyList<Fix> own, IReadOnlyList<Fix> others)
    {
        List<FixChange> here = [.. own.SelectMany(fix => fix.Changes)];
        Collect(tree, [.. others.SelectMany(fix => fix.Changes)], here);
        return FixedTree.Of(tree, here);
    }

    private static void Collect(Node node, IReadOnlyList<FixChange> changes, List<FixChange> here)
    {
        foreach (var change in changes)
        {
            if (IsFrom(node, change.At) && !here.Any(c => c.Kind == change.Kind && c.Keys.SequenceEqual(change.Keys) && ReferenceEquals(c.At, node)))
            {
                here.Add(change.On(node));
            }
        }

        foreach (var child in node switch { Mapping mapping => mapping.Entries.Select(e => e.Value), Sequence sequence => sequence.Items, _ => [] })
        {
            Collect(child, changes, here);
        }
    }

    private static bool IsFrom(Node node, Node other) => node.GetType() == other.GetType() && (node as Mapping)?.Type == (other as Mapping)?.Type
        && node.Origin is SourceOrigin { Location: { } place } && other.Origin is SourceOrigin { Location: { } same } && place.SourceTree == same.SourceTree && place.SourceSpan == same.SourceSpan;
}
