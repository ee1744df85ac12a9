using K8sSharpManifests.Core;
using K8sSharpManifests.FluentApi.Model;

namespace K8sSharpManifests.FluentApi.Emit;

/// <summary>A part of a kind whose methods the kind has too: its spec, and for what runs pods the template and the pod's spec.</summary>
internal sealed class Part
{
    private Part(ModelType kind, IReadOnlyList<ModelProperty> steps, ModelType type)
    {
        Type = type;
        Path = string.Join(".", steps.Select(s => s.JsonName));
        if (steps.Count == 1 && type.Name != "V1PodSpec")
        {
            ForwardField = steps[0].ClrName;
            Forward = $"(self.{steps[0].ClrName} ?? new()).{{0}}";
            return;
        }

        var name = "With" + (type.Name == "V1PodTemplateSpec" ? "PodTemplate" : type.Name == "V1JobTemplateSpec" ? "JobTemplate" : type.Name.Substring(2));
        Forward = $"self.{name}(part => part.{{0}})";
        Configure = new(
            name,
            $"Func<{type.Name}, {type.Name}> configure",
            "configure",
            Nested("self", steps, 0),
            [$"<summary>Changes the {Path} of the object, which is made where there is none yet.</summary>", $"<param name=\"self\">The {kind.Kind!.Name}.</param>", $"<param name=\"configure\">Takes the {Path} and returns the changed one.</param>", "<returns>A changed copy.</returns>"])
        {
            Operation = "Set",
            Path = Path,
        };
    }

    public ModelType Type { get; }

    /// <summary>Where the part stands in the kind, like <c>spec.template.spec</c>.</summary>
    public string Path { get; }

    /// <summary>The expression that changes the part; <c>{0}</c> stands for the call on it.</summary>
    public string Forward { get; }

    /// <summary>The property of the kind that takes what <see cref="Forward"/> gives; null where that is the changed object.</summary>
    public string? ForwardField { get; }

    /// <summary>The method that reaches the part through a lambda, for the parts that lie deeper than one step.</summary>
    public FluentMethod? Configure { get; }

    /// <summary>The parts of a kind, the nearest first.</summary>
    public static IEnumerable<Part> Of(ModelCatalog catalog, ModelType kind)
    {
        var steps = new List<ModelProperty>();
        var type = kind;
        while (Next(type, isFirst: steps.Count == 0) is { } step)
        {
            steps.Add(step);
            type = catalog.Type(step.Type.Name);
            yield return new(kind, [.. steps], type);
        }
    }

    private static ModelProperty? Next(ModelType type, bool isFirst) =>
        type.Name == "V1PodSpec"
            ? null
            : type.Properties.FirstOrDefault(p =>
                p.Shape == PropertyShape.Object && (MakesPods(p.Type.Name) || (p.JsonName == "spec" && (isFirst || MakesPods(type.Name)))));

    private static bool MakesPods(string type) => ApiSchema.Kubernetes.Type(type)?.MakesPods == true;

    private static string Nested(string self, IReadOnlyList<ModelProperty> steps, int index)
    {
        var step = steps[index];
        var current = "self." + string.Join("?.", steps.Take(index + 1).Select(s => s.ClrName));
        var value = index == steps.Count - 1 ? $"configure({current} ?? new())" : Nested($"({current} ?? new())", steps, index + 1);
        return $"{self} with {{ {step.ClrName} = {value} }}";
    }
}
