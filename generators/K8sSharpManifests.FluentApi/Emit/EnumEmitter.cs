using K8sSharpManifests.Core;

namespace K8sSharpManifests.FluentApi.Emit;

/// <summary>
/// A class of constants for each entry of the table of enum-like fields. Constants rather than enums: the fields are strings, and a text that is newer than
/// this package is as good as the ones that it knows.
/// </summary>
internal static class EnumEmitter
{
    public static string Emit()
    {
        var writer = FluentEmitter.Header("K8sSharpManifests");
        foreach (var entry in EnumFields.All)
        {
            writer.Line($"/// <summary>{Escape(entry.Summary)}</summary>");
            writer.Line($"/// <remarks>{Extent(entry)} Used by {string.Join(", ", entry.Fields.Select(See))}.</remarks>");
            writer.Open($"public static class {entry.Name}");
            foreach (var constant in entry.Constants)
            {
                var text = constant.Name == constant.Value ? "" : $" In YAML: <c>{Escape(constant.Value)}</c>.";
                writer.Line($"/// <summary>{Escape(constant.Summary)}{text}</summary>");
                writer.Line($"public const string {constant.Name} = \"{constant.Value}\";");
            }

            writer.Close();
            writer.Line();
        }

        return writer.ToString();
    }

    /// <summary>What the documentation of a property's methods says beside the property's own text: where its constants are.</summary>
    public static IEnumerable<string> SeeAlso(string type, string property) =>
        EnumFields.Of(type, property) is { } entry ? [$"<seealso cref=\"K8sSharpManifests.{entry.Name}\"/>"] : [];

    private static string Extent(EnumField entry) =>
        entry.IsClosed ? "The API rejects every other text." : "These are the well-known texts; others are possible.";

    private static string See(string field) => $"<see cref=\"k8s.Models.{field}\"/>";

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
