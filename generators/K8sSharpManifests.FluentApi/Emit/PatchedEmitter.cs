using K8sSharpManifests.FluentApi.Model;

namespace K8sSharpManifests.FluentApi.Emit;

/// <summary>
/// A record for each kind that keeps patches beside the kind's own fields. It derives from the kind's, so that whatever copies the object copies these with it: <c>with</c>
/// asks the object itself to make the copy.
/// </summary>
internal static class PatchedEmitter
{
    public static string Emit(ModelCatalog catalog)
    {
        var writer = FluentEmitter.Header("K8sSharpManifests");
        writer.Open("internal static class Patched");
        writer.Line("/// <summary>A copy that can keep patches; null for an object of no known kind.</summary>");
        writer.Line("public static object? Of(object value) => value.GetType().Assembly != typeof(V1Pod).Assembly ? null : value switch");
        writer.Line("{");
        foreach (var kind in catalog.Kinds)
        {
            writer.Line($"    {kind.Name} v => new Patched{kind.Name}(v),");
        }

        writer.Line("    _ => null,");
        writer.Line("};");
        writer.Line();
        writer.Line("/// <summary>The type of the models that such a copy is of.</summary>");
        writer.Line("public static Type TypeOf(object copy) => copy.GetType().BaseType!;");
        writer.Close();
        foreach (var kind in catalog.Kinds)
        {
            writer.Line();
            writer.Line("/// <summary>It with patches.</summary>");
            writer.Open($"internal sealed record Patched{kind.Name} : {kind.Name}, IHasFieldSettings");
            writer.Line($"public Patched{kind.Name}({kind.Name} value) : base(value) {{ }}");
            writer.Line();
            writer.Line("FieldValue[] IHasFieldSettings.FieldSettings { get; set; } = [];");
            writer.Close();
        }

        return writer.ToString();
    }
}
