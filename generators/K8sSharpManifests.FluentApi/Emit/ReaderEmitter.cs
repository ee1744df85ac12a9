using K8sSharpManifests.Core;
using K8sSharpManifests.FluentApi.Model;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.FluentApi.Emit;

/// <summary>
/// The ObjectReader: a method a record, each of a name of its own, since hundreds of overloads of one name cost seconds of compile time.
/// </summary>
internal sealed class ReaderEmitter(ModelCatalog catalog)
{
    public string Emit()
    {
        var writer = FluentEmitter.Header("K8sSharpManifests");
        writer.Open("public static partial class ObjectReader");
        writer.Line("internal static K8sSharpManifests.Core.Mapping? ReadKind(IKubernetesObject value) => value switch");
        writer.Line("{");
        foreach (var kind in catalog.Kinds)
        {
            writer.Line($"    {kind.Name} v => WithTypeMeta(Read{kind.Name}(v), \"{kind.Kind!.ApiVersion}\", \"{kind.Kind.Name}\"),");
        }

        writer.Line("    _ => null,");
        writer.Line("};");
        WriteParts(writer);
        var kinds = new HashSet<ModelType>(catalog.Kinds);
        foreach (var type in catalog.Types)
        {
            writer.Line();
            writer.Line($"private static K8sSharpManifests.Core.ApiType? s_{type.Name};");
            writer.Line();
            writer.Open($"internal static K8sSharpManifests.Core.Mapping Read{type.Name}({type.Name} value)");
            writer.Line("var fields = new MappingBuilder();");
            foreach (var property in Ordered(type))
            {
                writer.Line(Field(type, property));
            }

            var mapping = $"fields.ToMapping(s_{type.Name} ??= K8sSharpManifests.Core.ApiSchema.Kubernetes.Type(\"{type.Name}\"))";
            writer.Line(kinds.Contains(type) ? $"return value is IHasFieldSettings patched ? AnyReader.WithSettings({mapping}, patched) : {mapping};" : $"return {mapping};");
            writer.Close();
        }

        writer.Close();
        return writer.ToString();
    }

    /// <summary>The reader of a record by its type's name, for where it may be any: in a field of type object, an object without a type, a class of the user's own.</summary>
    private void WriteParts(SourceWriter writer)
    {
        writer.Line();
        writer.Line("internal static K8sSharpManifests.Core.Mapping? ReadPart(object value) => value.GetType().Name switch");
        writer.Line("{");
        foreach (var type in catalog.Types)
        {
            writer.Line($"    \"{type.Name}\" => Read{type.Name}(({type.Name})value),");
        }

        writer.Line("    _ => null,");
        writer.Line("};");
    }

    /// <summary>Schema order, but what names the object or the list item comes first, as one writes it by hand.</summary>
    private static IEnumerable<ModelProperty> Ordered(ModelType type) => type.Properties.OrderBy(p => FieldOrder.Position(type.Name, type.Kind is not null, p.JsonName));

    private static string Field(ModelType type, ModelProperty property)
    {
        var value = "value." + property.ClrName;
        var key = $"\"{property.JsonName}\"";
        var add = KeepsEmpty(type, property) ? "Add" : "AddUnlessEmpty";
        return property.Shape switch
        {
            PropertyShape.Object => $"if ({value} is {{ }} f{property.Name}) fields.{add}({key}, Read{property.Type.Name}(f{property.Name}));",
            PropertyShape.List when property.ElementType.SpecialType == SpecialType.System_Object => $"fields.{add}({key}, ReadValue((object?){value}));",
            PropertyShape.List => $"fields.{add}({key}, ReadList({value}, {Element(property.ElementType)}));",
            PropertyShape.Map => $"fields.{add}({key}, ReadMap({value}, {Element(property.ElementType)}));",
            _ when IsRequiredNumber(property.Type) && !KeptValues.KeepsZero(type.Name, property.JsonName) =>
                $"fields.AddUnlessZero({key}, {value});",
            _ when IsTime(property.Type) => $"fields.Add({key}, ReadTime({value}, \"{type.Name}\", {key}));",
            _ => $"fields.Add({key}, ReadValue({value}));",
        };
    }

    private static bool KeepsEmpty(ModelType type, ModelProperty property) =>
        KeptValues.KeepsEmpty(type.Name, property.JsonName, property.Shape == PropertyShape.Object ? property.Type.Name : null);

    private static string Element(ITypeSymbol type) => type switch
    {
        _ when ModelType.IsModel(type) => $"static item => Read{type.Name}(item)",
        INamedTypeSymbol { Name: "IList", TypeArguments: [var inner] } => $"static list => ReadList(list, {Element(inner)})!",
        _ => "static item => ReadValue(item)",
    };

    private static bool IsTime(ITypeSymbol type) => type is { SpecialType: SpecialType.System_DateTime } or INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_DateTime }] };

    private static bool IsRequiredNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64;
}
