namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>Knows where in an object its pod is.</summary>
internal static class PodFinder
{
    private static readonly string[] Template = ["spec", "template", "spec"];

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

    // The kinds are asked for with their group: other groups have kinds of the same names (a Job is also one of Volcano's).
    private static string[]? PathIn(string kind, Node apiVersion) => kind switch
    {
        "Pod" when IsIn("", apiVersion) => ["spec"],
        "PodTemplate" when IsIn("", apiVersion) => ["template", "spec"],
        "ReplicationController" when IsIn("", apiVersion) => Template,
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" when IsIn("apps", apiVersion) => Template,
        "Job" when IsIn("batch", apiVersion) => Template,
        "CronJob" when IsIn("batch", apiVersion) => ["spec", "jobTemplate", "spec", "template", "spec"],
        _ => null,
    };

    // A front end that knows the kind by its type may know no apiVersion.
    private static bool IsIn(string group, Node apiVersion)
    {
        var text = apiVersion.Text();
        var slash = text.IndexOf('/');
        var end = slash < 0 ? 0 : slash;
        return text.Length == 0 || (end == group.Length && text.StartsWith(group, StringComparison.Ordinal));
    }
}
