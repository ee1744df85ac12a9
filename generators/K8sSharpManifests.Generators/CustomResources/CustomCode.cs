using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.Generators.CustomResources;

/// <summary>How types, texts and documentation of custom resources are written in C#. All names are whole: a definition may have any word for a kind.</summary>
internal static class CustomCode
{
    /// <summary>The types of a resource that get a record, each with the fields that lead to it, in the order of the schema.</summary>
    public static IEnumerable<(ApiType Type, IReadOnlyList<string> Path)> Types(ApiType root)
    {
        var found = new List<(ApiType, IReadOnlyList<string>)>();
        Add(root, []);
        return found;

        void Add(ApiType type, IReadOnlyList<string> path)
        {
            found.Add((type, path));
            foreach (var field in Fields(type))
            {
                if (field.Shape.Innermost.Type is { Schema: not null } part && root.Names!.IsFirst(part))
                {
                    Add(part, [.. path, field.Key]);
                }
            }
        }
    }

    /// <summary>The fields that a manifest may set, but for the metadata.</summary>
    public static IEnumerable<ApiField> Fields(ApiType type) => type.Fields.Where(f => !f.IsServerSet && !(type.Kind is not null && f.Key == "metadata"));

    /// <summary>The schema of a field.</summary>
    public static JsonSchema Schema(ApiField field) => field.Owner.Schema!.Property(field.Key)!;

    /// <summary>Whether a type keeps fields that it does not have.</summary>
    public static bool KeepsOthers(ApiType type) => type.Schema!.PreservesUnknownFields;

    /// <summary>The property that says that a field is null, where that is something else than absent; null where it is not.</summary>
    public static string? NullFlag(ApiField field)
    {
        if (!Schema(field).IsNullable)
        {
            return null;
        }

        var name = field.ClrName + "IsNull";
        while (name == field.Owner.ClrName || field.Owner.Fields.Any(f => f.ClrName == name))
        {
            name += "Flag";
        }

        return name;
    }

    /// <summary>
    /// The type of what may be any JSON, in a list or a dictionary. A <c>Dictionary&lt;string, object&gt;</c> is no <c>IDictionary&lt;string, object?&gt;</c> without a warning, nor the
    /// other way round: where nothing is said of null, both are welcome.
    /// </summary>
    public const string AnyItem = "\n#nullable disable annotations\nobject\n#nullable enable annotations\n";

    public static string Reference(ApiType type) => $"global::{type.ClrNamespace}.{type.ClrName}";

    /// <summary>The type of what has a shape.</summary>
    public static string Type(ApiShape shape, JsonSchema? schema) => shape.Kind switch
    {
        ApiShapeKind.String => "string",
        ApiShapeKind.Boolean => "bool",
        ApiShapeKind.Int32 => "int",
        ApiShapeKind.Int64 => "long",
        ApiShapeKind.Double => "double",
        ApiShapeKind.IntOrString => "global::k8s.Models.IntOrString",
        ApiShapeKind.Object when shape.Type is { } type => Reference(type),
        ApiShapeKind.List => $"global::System.Collections.Generic.IList<{Item(shape.Items!, schema?.Items)}>",
        ApiShapeKind.Map => $"global::System.Collections.Generic.IDictionary<string, {Item(shape.Items!, schema?.AdditionalProperties)}>",
        _ => IsBag(schema) ? $"global::System.Collections.Generic.IDictionary<string, {AnyItem}>" : "object",
    };

    /// <summary>The type of an item of a list or a dictionary, which may be null where the schema says so, and where anything may stand.</summary>
    public static string Item(ApiShape shape, JsonSchema? schema) => shape.Kind == ApiShapeKind.Any && !IsBag(schema) ? AnyItem : Type(shape, schema) + (schema?.IsNullable == true ? "?" : "");

    /// <summary>The type of a parameter that takes an item of a list or a dictionary.</summary>
    public static string ItemParameter(ApiShape? shape, JsonSchema? schema) => shape is null || (shape.Kind == ApiShapeKind.Any && !IsBag(schema)) ? "object?" : Item(shape, schema);

    /// <summary>Whether anything may stand under any key.</summary>
    public static bool IsBag(JsonSchema? schema) => schema is { Type: "object", IsEmbeddedResource: false };

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>The attribute of what is deprecated.</summary>
    public static string Obsolete(ApiKind kind, CustomVersion version) =>
        $"[global::System.Obsolete({Literal(version.DeprecationWarning.Length > 0 ? version.DeprecationWarning : $"{kind.ApiVersion} {kind.Name} is deprecated")})]";

    /// <summary>A text on one line of an XML comment.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text.Trim())
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '\n' => escaped.Length > 0 && escaped[escaped.Length - 1] == '\n' ? "" : "\n",
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' => " ",
                _ when char.IsSurrogate(c) => "?",
                _ => c.ToString(),
            });
        }

        return escaped.Replace("\n", " ").ToString();
    }

    /// <summary>What is said of a field.</summary>
    public static string Describe(ApiField field)
    {
        var schema = Schema(field);
        var text = Escape(schema.Description.Length > 0 ? schema.Description : field.Key + ".");
        return schema.Default is null ? text : $"{text} Where it is absent, the API server sets <c>{Escape(JsonText.Of(schema.Default))}</c>.";
    }
}
