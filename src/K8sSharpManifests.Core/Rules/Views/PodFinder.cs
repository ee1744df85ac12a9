namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>Knows where in an object its pod is.</summary>
internal static class PodFinder
{
    /// <summary>The pod of a tree; null where it has none, or where nobody can tell.</summary>
    public static Pod? Find(Node root, TreeShape shape, JudgeContext context)
    {
        var path = shape switch
        {
            TreeShape.Object => PathIn(root.Get("kind").Text(), root.Get("apiVersion")),
            TreeShape.PodSpec => [],
            TreeShape.PodTemplateSpec => ["spec"],
            _ => null,
        };
        if (path is null)
        {
            return null;
        }

        var spec = root;
        foreach (var key in path)
        {
            spec = spec.Get(key);
        }

        var podNamespace = shape == TreeShape.Object ? root.Get("metadata").Get("namespace") : Unknown.Value;
        return spec is Missing ? null : new(spec, string.Join(".", path), podNamespace, context);
    }

    private static string[]? PathIn(string kind, Node apiVersion) =>
        KindFacts.PodTemplate(kind) is { } template && IsIn(template.Group, apiVersion) ? [.. template.Path, "spec"] : null;

    // A front end that knows the kind by its type may know no apiVersion.
    private static bool IsIn(string group, Node apiVersion)
    {
        var text = apiVersion.Text();
        var slash = text.IndexOf('/');
        var end = slash < 0 ? 0 : slash;
        return text.Length == 0 || (end == group.Length && text.StartsWith(group, StringComparison.Ordinal));
    }
}
