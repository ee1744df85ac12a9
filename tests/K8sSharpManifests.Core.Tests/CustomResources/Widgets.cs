using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Tests.Rules;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Core.Tests.CustomResources;

/// <summary>A definition whose spec is given, and what the rules say of a resource of it.</summary>
internal static class Widgets
{
    /// <summary>The API with a definition of Widget in example.com/v1.</summary>
    /// <param name="spec">The schema of its spec, in YAML's flow style.</param>
    /// <param name="version">More of its version.</param>
    public static ApiSchema Schema(string spec, string version = "") => ApiSchema.Kubernetes.With([Definition(spec, version)]);

    public static CustomDefinition Definition(string spec, string version = "") => CustomDefinition.Read(Assert.Single(TreeReader.ReadObjects(
        $$"""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.com}
        spec:
          group: example.com
          names: {kind: Widget, plural: widgets}
          scope: Namespaced
          versions:
          - {name: v1, served: true, storage: true, {{version}} schema: {openAPIV3Schema: {type: object, properties: {spec: {{spec}}, status: {type: object, properties: {count: {type: integer} } } } } } }
        """).Roots))!;

    /// <summary>A Widget.</summary>
    /// <param name="spec">Its spec, in YAML's flow style, perhaps with <c>!unknown</c> and <c>!open</c>.</param>
    /// <param name="schema">The API.</param>
    /// <param name="rest">What it has beside.</param>
    public static Mapping Widget(string spec, ApiSchema schema, string rest = "") =>
        Typing.Object((Mapping)YamlTree.Parse($"{{apiVersion: example.com/v1, kind: Widget, metadata: {{name: web}}, spec: {spec}{rest}}}"), schema);

    /// <summary>What is said of a Widget: id and place of each finding, in their order.</summary>
    public static string Said(string schemaOfSpec, string spec, string version = "", string rest = "") =>
        string.Join(" ", Judge.Run(Widget(spec, Schema(schemaOfSpec, version), rest), new()).Select(f => $"{f.Info.Id}:{f.Path}"));

    /// <summary>The one message about a Widget.</summary>
    public static string Message(string schemaOfSpec, string spec) => Assert.Single(Judge.Run(Widget(spec, Schema(schemaOfSpec)), new())).Message;
}
