using K8sSharpManifests.FluentApi.Model;

namespace K8sSharpManifests.FluentApi.Emit;

/// <summary>The <c>K8s</c> class: a factory for each kind.</summary>
internal sealed class FactoryEmitter(ModelCatalog catalog)
{
    private const string AppLabel = "new Dictionary<string, string> { [\"app\"] = name }";
    private const string AppSelector = "Selector = new() { MatchLabels = " + AppLabel + " }";
    private const string AppTemplate = "Template = new() { Metadata = new() { Labels = " + AppLabel + " } }";

    private const string AppTemplateThatEnds =
        "Template = new() { Metadata = new() { Labels = " + AppLabel + " }, Spec = new() { RestartPolicy = \"OnFailure\" } }";

    /// <summary>
    /// What the API requires of a kind beside its name, as far as the name tells it, and what the factory's documentation says of it. Selectors use the
    /// one label <c>app</c>: a selector can never change once deployed, so it holds nothing that might.
    /// </summary>
    private static readonly Dictionary<string, (string Initializer, string Documentation)> Required = new(StringComparer.Ordinal)
    {
        ["Deployment"] = (Spec(AppSelector, AppTemplate), "Its selector and its pods' labels are <c>app: name</c>."),
        ["ReplicaSet"] = (Spec(AppSelector, AppTemplate), "Its selector and its pods' labels are <c>app: name</c>."),
        ["DaemonSet"] = (Spec(AppSelector, AppTemplate), "Its selector and its pods' labels are <c>app: name</c>."),
        ["StatefulSet"] = (
            Spec("ServiceName = name", AppSelector, AppTemplate),
            "Its selector and its pods' labels are <c>app: name</c>; its governing service is the one of the same name."),
        ["ReplicationController"] = (
            Spec("Selector = " + AppLabel, AppTemplate), "Its selector and its pods' labels are <c>app: name</c>."),
        ["Job"] = (
            Spec(AppTemplateThatEnds), "Its pods carry the label <c>app: name</c> and restart on failure: the API rejects a job whose pods restart always. "
            + "The template of a Job that is in the cluster can not be changed: a Job with a new image needs a new name, or has to be deleted first "
            + "(<c>WithTtlSecondsAfterFinished</c> has the cluster do that). It is applied after the Deployments, which do not wait for it: what has to be "
            + "done before a pod starts is an init container."),
        ["CronJob"] = (
            Spec("JobTemplate = new() { " + Spec(AppTemplateThatEnds) + " }"),
            "Its pods carry the label <c>app: name</c> and restart on failure: the API rejects a job whose pods restart always. It still needs its schedule."),
        ["Service"] = (Spec("Selector = " + AppLabel), "It selects the pods with the label <c>app: name</c>."),
        ["NetworkPolicy"] = (
            Spec("PodSelector = new() { MatchLabels = " + AppLabel + " }"), "It applies to the pods with the label <c>app: name</c>."),
        ["PodDisruptionBudget"] = (Spec(AppSelector), "It covers the pods with the label <c>app: name</c>."),
        ["HorizontalPodAutoscaler"] = (
            Spec("ScaleTargetRef = new() { ApiVersion = \"apps/v1\", Kind = \"Deployment\", Name = name }"),
            "It scales the Deployment of the same name. It still needs its maximum of replicas."),
        ["ResourceClaimTemplate"] = (Spec("Spec = new()"), "Its claims' spec has no requests yet."),
        ["PersistentVolumeClaim"] = (
            Spec("AccessModes = [\"ReadWriteOnce\"]"), "It is ReadWriteOnce. It still needs the storage that it requests."),
    };

    /// <summary>Kinds that are whole without a spec, and mostly have none.</summary>
    private static readonly HashSet<string> CompleteWithoutSpec = ["Namespace", "Node", "Lease", "IngressClass", "ResourceQuota"];

    /// <summary>The class, whose source is embedded.</summary>
    /// <param name="classHead">The class's own line, with its attributes before it.</param>
    public string Emit(string classHead)
    {
        var writer = FluentEmitter.Header("K8sSharpManifests");
        writer.Open(classHead);
        foreach (var (type, name) in Named())
        {
            var kind = type.Kind!;
            var extra = Required.TryGetValue(kind.Name, out var required) ? required : default;
            var summary = $"<summary>{Article(kind.Name)} {kind.Name} of {kind.ApiVersion}.{(extra.Documentation is null ? "" : " " + extra.Documentation)}</summary>";
            writer.Line("/// " + summary);
            writer.Line("/// <param name=\"name\">Its metadata.name.</param>");
            writer.Line($"/// <returns>The {kind.Name}, with apiVersion, kind and name.</returns>");
            var spec = extra.Initializer is null ? EmptySpec(type) : extra.Initializer + ", ";
            writer.Line(
                $"public static {type.Name} {name}(string name) => new() {{ ApiVersion = \"{kind.ApiVersion}\", Kind = \"{kind.Name}\", Metadata = new() {{ Name = name }}, {spec}}};");
            writer.Line();
        }

        writer.Close();
        return writer.ToString();
    }

    /// <summary>
    /// Each kind and its factory's name: the newest stable version has the plain name, every other version carries its version (and its group, where two
    /// groups have a kind of one name and version).
    /// </summary>
    public IEnumerable<(ModelType Type, string Name)> Named()
    {
        foreach (var sameKind in catalog.Kinds.GroupBy(t => t.Kind!.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // A kind that has moved to a group of its own (Event) is newest there.
            var plain = sameKind.Where(t => !t.IsPreview)
                .OrderByDescending(t => Major(t.Kind!.Version)).ThenByDescending(t => t.Kind!.Group.Length > 0).FirstOrDefault();
            foreach (var type in sameKind.OrderBy(t => t.Name, StringComparer.Ordinal))
            {
                var version = char.ToUpperInvariant(type.Kind!.Version[0]) + type.Kind.Version.Substring(1);
                var isTwin = plain is not null && type != plain && type.Kind.Version == plain.Kind!.Version;
                yield return (type, type == plain ? sameKind.Key : sameKind.Key + (isTwin && type.Kind.Group.Length == 0 ? "Core" : "") + version);
            }
        }
    }

    /// <summary>A spec is an object that the API wants to see, even where it has nothing in it; mostly.</summary>
    private static string EmptySpec(ModelType type) =>
        type.Property("spec") is { Shape: PropertyShape.Object } && !CompleteWithoutSpec.Contains(type.Kind!.Name) ? "Spec = new(), " : "";

    private static string Article(string kind) => "AEIO".IndexOf(kind[0]) >= 0 ? "An" : "A";

    private static int Major(string version) => int.Parse(version.Substring(1), System.Globalization.CultureInfo.InvariantCulture);

    private static string Spec(params string[] fields) => "Spec = new() { " + string.Join(", ", fields) + " }";
}
