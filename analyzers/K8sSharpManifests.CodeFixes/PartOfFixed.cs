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
        List<Fix> here = [.. own];
        Collect(tree, others, here);
        return FixedTree.Of(tree, here);
    }

    private static void Collect(Node node, IReadOnlyList<Fix> fixes, List<Fix> here)
    {
        foreach (var fix in fixes)
        {
            var isOfItem = fix.Kind is FixKind.Remove or FixKind.Decode;
            if (IsFrom(node, isOfItem ? fix.Current : fix.Owner) && !here.Any(f => f.Kind == fix.Kind && f.Key == fix.Key && ReferenceEquals(isOfItem ? f.Current : f.Owner, node)))
            {
                here.Add(isOfItem ? fix.On(fix.Owner, node) : fix.On(node, fix.Current));
            }
        }

        foreach (var child in node switch { Mapping mapping => mapping.Entries.Select(e => e.Value), Sequence sequence => sequence.Items, _ => [] })
        {
            Collect(child, fixes, here);
        }
    }

    private static bool IsFrom(Node node, Node other) => node.GetType() == other.GetType()
        && node.Origin is SourceOrigin { Location: { } place } && other.Origin is SourceOrigin { Location: { } same } && place.SourceTree == same.SourceTree && place.SourceSpan == same.SourceSpan;
}
