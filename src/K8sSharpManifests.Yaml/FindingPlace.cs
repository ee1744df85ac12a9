using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Yaml;

/// <summary>Where in a file a finding is told.</summary>
/// <param name="Span">The place: of a value the value itself, of an object or a list its key, or its first line where it has none.</param>
/// <param name="Line">The line where the value starts, which is another one where the place is a key's: a comment may stand at either.</param>
/// <param name="Path">What the place is called in its document.</param>
internal readonly record struct FindingPlace(YamlSpan Span, int Line, string Path)
{
    /// <summary>The place of a finding in an object.</summary>
    public static FindingPlace Of(Finding finding, YamlRoot root)
    {
        var (node, path) = (finding.At, finding.Field);
        for (var place = finding.Place; node.Origin is not YamlOrigin && place is not null; place = place.Parent)
        {
            node = place.Node;
        }

        var origin = node.Origin as YamlOrigin ?? (YamlOrigin)root.Node.Origin!;
        var start = origin.Span;
        return new(node is Scalar ? start : origin.Key ?? start with { EndLine = start.Line, EndColumn = start.Column }, start.Line, Join(root.Path, path));
    }

    private static string Join(string root, string path) => root.Length == 0 ? path : path.Length == 0 ? root : TreePath.Child(root, path);
}
