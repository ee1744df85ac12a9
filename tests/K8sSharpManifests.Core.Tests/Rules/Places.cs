namespace K8sSharpManifests.Core.Tests.Rules;

/// <summary>Everywhere a pod or a container can stand: a YAML text around a fragment, and the fragment's path in it.</summary>
internal sealed record Place(string Path, string Before, string After, string? Type = null)
{
    private const string Metadata = "metadata: {name: a, namespace: shop}";

    public static IReadOnlyList<Place> Pods { get; } =
    [
        Pod,
        new("template.spec", $"{{apiVersion: v1, kind: PodTemplate, {Metadata}, template: {{spec: ", "}}"),
        Workload("v1", "ReplicationController"),
        Workload("apps/v1", "Deployment"),
        Workload("apps/v1", "StatefulSet"),
        Workload("apps/v1", "DaemonSet"),
        Workload("apps/v1", "ReplicaSet"),
        Workload("batch/v1", "Job"),
        new("spec.jobTemplate.spec.template.spec",
            $"{{apiVersion: batch/v1, kind: CronJob, {Metadata}, spec: {{jobTemplate: {{spec: {{template: {{spec: ", "}}}}}"),
        new("spec", "{spec: ", "}", "V1PodTemplateSpec"),
        new("", "", "", "V1PodSpec"),
    ];

    public static IReadOnlyList<Place> Containers { get; } =
        [.. Pods.SelectMany(pod => Lists.Select(list => pod.In(list))), new("", "", "", "V1Container")];

    public static Place Pod => new("spec", $"{{apiVersion: v1, kind: Pod, {Metadata}, spec: ", "}");

    private static string[] Lists => ["containers", "initContainers", "ephemeralContainers", "volumes"];

    public Place In(string list)
    {
        var path = (Path.Length == 0 ? "" : Path + ".") + list + "[0]";
        return list == "volumes"
            ? new(path + ".image", Before + "{volumes: [{name: v, image: ", "}]}" + After, Type)
            : new(path, Before + "{" + list + ": [", "]}" + After, Type);
    }

    /// <summary>The tree with a fragment at this place; a container's fields have other names in an image volume.</summary>
    public Node With(string fragment) => YamlTree.Parse(Before + InTheWordsOfThePlace(fragment) + After, Type);

    private string InTheWordsOfThePlace(string fragment) => !Path.EndsWith("].image", StringComparison.Ordinal)
        ? fragment
        : fragment.Replace("imagePullPolicy:", "pullPolicy:").Replace("image:", "reference:");

    private static Place Workload(string apiVersion, string kind) =>
        new("spec.template.spec", $"{{apiVersion: {apiVersion}, kind: {kind}, {Metadata}, spec: {{template: {{spec: ", "}}}");
}
