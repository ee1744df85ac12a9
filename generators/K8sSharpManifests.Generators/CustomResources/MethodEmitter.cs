using K8sSharpManifests.Core;
using K8sSharpManifests.FluentApi.Emit;

namespace K8sSharpManifests.Generators.CustomResources;

/// <summary>Writes the With and Add methods of a custom resource's records, with the meaning that those of the DSL have (FluentMethod), and on the kind those of its spec.</summary>
internal static class MethodEmitter
{
    private const string Parts = "global::K8sSharpManifests.CustomParts.";

    // What everything that has metadata can do: a method of a kind would hide it.
    private static readonly Lazy<HashSet<string>> OfMetadata = new(() => new(
        ApiSchema.Kubernetes.Type("V1ObjectMeta")!.Fields.SelectMany(f => Plain(f.ClrName) is var name ? new[] { "With" + name, "Add" + name, "Add" + Singular.Of(name) } : [])
            .Concat(["WithMetadata", "WithApiVersion", "WithKind"]), StringComparer.Ordinal));

    public static void Emit(SourceWriter writer, ApiType root)
    {
        foreach (var (type, _) in CustomCode.Types(root))
        {
            foreach (var method in Of(type).Where(m => type.Kind is null || !OfMetadata.Value.Contains(m.Name)))
            {
                method.WriteTo(writer, type, "self", "self with {{ {0} }}", "");
            }
        }

        // As one thinks: K8s.Certificate("web").WithSecretName(…).
        if (root.Field("spec") is { IsServerSet: false, Shape: { Kind: ApiShapeKind.Object, Type: { Schema: not null } spec } } field)
        {
            var taken = new HashSet<string>(OfMetadata.Value.Concat(Of(root).Select(m => m.Name)), StringComparer.Ordinal);
            var self = $"(self.{field.ClrName} ?? new())";
            foreach (var method in Of(spec).Where(m => !taken.Contains(m.Name)))
            {
                method.WriteTo(writer, root, self, $"self with {{{{ {field.ClrName} = {self} with {{{{ {{0}} }}}} }}}}", "spec.");
            }
        }
    }

    private static IEnumerable<Method> Of(ApiType type)
    {
        var added = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in CustomCode.Fields(type))
        {
            var of = CustomCode.Type(field.Shape, CustomCode.Schema(field));
            var with = "With" + field.ClrName;
            switch (field.Shape.Kind)
            {
                case ApiShapeKind.Object:
                    yield return new(field, with, "Set", of + "? value", "value", 1);
                    yield return new(field, with, "Set", $"global::System.Func<{of}, {of}> configure", $"configure({{0}}.{field.ClrName} ?? new())");
                    break;
                case ApiShapeKind.List:
                    var items = CustomCode.Schema(field).Items;
                    var item = CustomCode.Type(field.Shape.Items!, items);
                    var isPart = field.Shape.Items!.Kind == ApiShapeKind.Object;
                    var add = Add(field, added);
                    yield return new(field, add, "Append", CustomCode.ItemParameter(field.Shape.Items!, items) + " item", $"{Parts}Append({{0}}.{field.ClrName}, item)", isPart ? 1 : 0);
                    if (isPart)
                    {
                        yield return new(field, add, "Append", $"global::System.Func<{item}, {item}> configure", $"{Parts}Append({{0}}.{field.ClrName}, configure(new()))");
                    }

                    yield return new(field, with, "Set", $"params global::System.Collections.Generic.IEnumerable<{CustomCode.Item(field.Shape.Items!, items)}>? items", Parts + "Copy(items)");
                    break;
                case ApiShapeKind.Map:
                case ApiShapeKind.Any when CustomCode.IsBag(CustomCode.Schema(field)):
                    var (values, ofValues) = (field.Shape.Items, CustomCode.Schema(field).AdditionalProperties);
                    var put = Add(field, added);
                    var isRecord = values?.Kind == ApiShapeKind.Object;
                    yield return new(field, put, "Put", $"string key, {CustomCode.ItemParameter(values, ofValues)} value", $"{Parts}Put({{0}}.{field.ClrName}, key, value)", isRecord ? 1 : 0);
                    if (isRecord)
                    {
                        var value = CustomCode.Type(values!, ofValues);
                        yield return new(field, put, "Put", $"string key, global::System.Func<{value}, {value}> configure", $"{Parts}Put({{0}}.{field.ClrName}, key, configure({Parts}Get({{0}}.{field.ClrName}, key) ?? new()))");
                    }

                    yield return new(field, with, "Set", $"global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, {(values is null ? CustomCode.AnyItem : CustomCode.Item(values, ofValues))}>>? entries", Parts + "Copy(entries)");
                    break;
                default:
                    yield return new(field, with, "Set", of + "? value", "value");
                    break;
            }

            if (CustomCode.NullFlag(field) is { } flag)
            {
                yield return new(field, with + "Null", null, "", "null") { Flag = flag };
            }
        }
    }

    // Where two lists have one singular, the second one's method is called as the list is.
    private static string Add(ApiField field, HashSet<string> added) => added.Add(Singular.Of(field.ClrName)) ? "Add" + Singular.Of(field.ClrName) : "Add" + field.ClrName;

    private static string Plain(string name) => name.EndsWith("Property", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Property".Length) : name;

    /// <summary>A method on the record that has the field.</summary>
    private sealed record Method(ApiField Field, string Name, string? Operation, string Parameters, string Value, int Priority = 0)
    {
        /// <summary>The property that says that the field is null, of the method that makes it so.</summary>
        public string? Flag { get; init; }

        public void WriteTo(SourceWriter writer, ApiType type, string holder, string body, string path)
        {
            var documentation = $"/** <inheritdoc cref=\"{CustomCode.Reference(Field.Owner)}.{Field.ClrName}\"/> */ ";
            var attributes = new List<string>();
            if (Operation is not null)
            {
                attributes.Add($"global::K8sSharpManifests.FluentMethod(global::K8sSharpManifests.FluentOperation.{Operation}, {CustomCode.Literal(path + Escaped(Field.Key))})");
            }

            if (Priority > 0)
            {
                attributes.Add($"global::System.Runtime.CompilerServices.OverloadResolutionPriority({Priority})");
            }

            var head = attributes.Count > 0 ? $"[{string.Join(", ", attributes)}] " : "";
            var flag = Flag ?? CustomCode.NullFlag(Field);
            var set = $"{Field.ClrName} = {string.Format(System.Globalization.CultureInfo.InvariantCulture, Value, holder)}{(flag is null ? "" : $", {flag} = {(Flag is null ? "false" : "true")}")}";
            var parameters = Parameters.Length > 0 ? ", " + Parameters : "";
            writer.Line($"{documentation}{head}public static {CustomCode.Reference(type)} {Name}(this {CustomCode.Reference(type)} self{parameters}) => {string.Format(System.Globalization.CultureInfo.InvariantCulture, body, set)};");
        }

        // Dots stand between the keys.
        private static string Escaped(string key) => key.Replace("\\", "\\\\").Replace(".", "\\.");
    }
}
