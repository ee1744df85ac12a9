using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.FluentApi.Emit;

namespace K8sSharpManifests.Generators.CustomResources;

/// <summary>Writes the record of a custom resource or of a part of it, as those of the Kubernetes models are, with the constants of its fields.</summary>
internal static class RecordEmitter
{
    private const string Parts = "global::K8sSharpManifests.CustomParts.";

    public static void Emit(SourceWriter writer, ApiType type, IReadOnlyList<string> path, ApiType root, CustomDefinition definition, CustomVersion version, NamedKind named)
    {
        var description = type.Schema!.Description;
        writer.Line($"/// <summary>{CustomCode.Escape(description.Length > 0 ? description : path.Count == 0 ? $"{definition.Kind} of {version.ApiVersion}." : $"The {string.Join(".", path)} of a {definition.Kind}.")}</summary>");
        if (path.Count == 0)
        {
            OpenKind(writer, type, definition, version, named);
        }
        else
        {
            writer.Line($"[global::K8sSharpManifests.CustomPart(typeof({CustomCode.Reference(root)}), {string.Join(", ", path.Select(CustomCode.Literal))})]");
            writer.Open($"public sealed partial record {type.ClrName} : global::K8sSharpManifests.IManifestPart");
        }

        foreach (var field in CustomCode.Fields(type))
        {
            Property(writer, field);
        }

        if (CustomCode.KeepsOthers(type))
        {
            writer.Line("/// <summary>Fields that the schema does not have: the API server keeps them.</summary>");
            writer.Line($"[global::System.Text.Json.Serialization.JsonExtensionData] public global::System.Collections.Generic.IDictionary<string, {CustomCode.AnyItem}>? {CustomNames.OtherFields} {{ get; set; }}");
        }

        writer.Line($"object?[] global::K8sSharpManifests.IManifestPart.Fields => new object?[] {{ {string.Join(", ", Entries(type))} }};");
        writer.Close();
        foreach (var field in CustomCode.Fields(type))
        {
            Constants(writer, type, field);
        }
    }

    private static void OpenKind(SourceWriter writer, ApiType type, CustomDefinition definition, CustomVersion version, NamedKind named)
    {
        if (version.IsDeprecated)
        {
            writer.Line(CustomCode.Obsolete(type.Kind!, version));
        }

        var longer = string.Concat(named.LongerNames.Select(n => ", " + CustomCode.Literal(n)));
        writer.Line($"[global::K8sSharpManifests.CustomResource({CustomCode.Literal(CustomResourceText.Write(definition, version))}{longer})]");
        writer.Line("[global::k8s.Models.KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]");
        writer.Open($"public sealed partial record {type.ClrName} : global::k8s.IKubernetesObject<global::k8s.Models.V1ObjectMeta>, global::K8sSharpManifests.IManifestPart");
        foreach (var (name, text) in new[] { ("KubeApiVersion", version.Name), ("KubeKind", definition.Kind), ("KubeGroup", definition.Group), ("KubePluralName", definition.Plural) })
        {
            writer.Line($"public const string {name} = {CustomCode.Literal(text)};");
        }

        foreach (var (name, key, of) in new[] { ("ApiVersion", "apiVersion", "string"), ("Kind", "kind", "string"), ("Metadata", "metadata", "global::k8s.Models.V1ObjectMeta") })
        {
            writer.Line($"[global::System.Text.Json.Serialization.JsonPropertyName(\"{key}\")] public {of}? {name} {{ get; set; }}");
        }
    }

    private static void Property(SourceWriter writer, ApiField field)
    {
        writer.Line($"/// <summary>{CustomCode.Describe(field)}</summary>");
        writer.Line($"[global::System.Text.Json.Serialization.JsonPropertyName({CustomCode.Literal(field.Key)})] public {CustomCode.Type(field.Shape, CustomCode.Schema(field))}? {field.ClrName} {{ get; set; }}");
        if (CustomCode.NullFlag(field) is { } flag)
        {
            writer.Line($"/// <summary>Whether <see cref=\"{field.ClrName}\"/> is null in the manifest, which is something else than absent.</summary>");
            writer.Line($"[global::System.Text.Json.Serialization.JsonIgnore] public bool {flag} {{ get; set; }}");
        }
    }

    // A key, and what stands there.
    private static IEnumerable<string> Entries(ApiType type)
    {
        if (type.Kind is not null)
        {
            yield return "\"apiVersion\", ApiVersion, \"kind\", Kind, \"metadata\", Metadata";
        }

        foreach (var field in CustomCode.Fields(type))
        {
            var value = Value(field.Shape, field.ClrName);
            yield return $"{CustomCode.Literal(field.Key)}, {(CustomCode.NullFlag(field) is { } flag ? $"{Parts}OrNull({flag}, {value})" : value)}";
        }

        if (CustomCode.KeepsOthers(type))
        {
            yield return $"null, {Parts}Json({CustomNames.OtherFields})";
        }
    }

    // What a manifest has of a value.
    private static string Value(ApiShape shape, string value, int depth = 0) => shape.Kind switch
    {
        ApiShapeKind.List or ApiShapeKind.Map => $"{Parts}{shape.Kind}({value}{ItemReader(shape.Items!, depth)})",
        ApiShapeKind.Any => $"{Parts}Json({value})",
        _ => value,
    };

    // Items go by the schema: what they are at run time does not tell where any JSON may stand.
    private static string ItemReader(ApiShape items, int depth) => items.Kind switch
    {
        ApiShapeKind.List or ApiShapeKind.Map => $", static item{depth} => {Value(items, "item" + depth, depth + 1)}",
        ApiShapeKind.Any => $", {Parts}Json",
        _ => "",
    };

    private static void Constants(SourceWriter writer, ApiType type, ApiField field)
    {
        if (type.Names!.OfValues(field) is not { } name)
        {
            return;
        }

        var values = CustomTypeNames.Values(field);
        var names = CustomNames.Members(values, ["Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", name]);
        writer.Line($"/// <summary>The texts that <see cref=\"{CustomCode.Reference(type)}.{field.ClrName}\"/> may hold.</summary>");
        writer.Open($"public static class {name}");
        foreach (var value in values)
        {
            // A text may end a comment of this kind.
            writer.Line($"/** <summary><c>{CustomCode.Escape(value).Replace("*/", "*&#47;")}</c></summary> */ public const string {names[value]} = {CustomCode.Literal(value)};");
        }

        writer.Close();
    }
}
