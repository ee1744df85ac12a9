using System.Globalization;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Generators.CustomResources;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>Writes a document as the C# that makes it, by plain initialisers.</summary>
internal static class CustomResourceCode
{
    /// <summary>The C# of an object of a type.</summary>
    /// <exception cref="NotSupportedException">The type has no such field, or another shape.</exception>
    public static string Object(Mapping mapping, ApiType type)
    {
        var others = new List<string>();
        var members = new List<string>();
        foreach (var (key, value) in mapping.Entries)
        {
            if (type.Kind is not null && key is "apiVersion" or "kind")
            {
                members.Add($"{char.ToUpperInvariant(key[0])}{key[1..]} = {Literal(value.ToString()!)}");
            }
            else if (type.Field(key) is { } field)
            {
                if (field.IsServerSet || (type.Name == "V1ObjectMeta" && key is "uid" or "resourceVersion" or "generation" or "creationTimestamp" or "selfLink" or "managedFields" or "deletionTimestamp"))
                {
                    continue;
                }

                var schema = type.Schema is null || (type.Kind is not null && key == "metadata") ? null : CustomCode.Schema(field);
                members.Add(value is Scalar { Kind: ScalarKind.Null }
                    ? schema is not null && CustomCode.NullFlag(field) is { } flag ? flag + " = true" : ""
                    : $"{field.ClrName} = {Value(value, field.Shape, schema)}");
            }
            else if (type.Schema is not null && CustomCode.KeepsOthers(type))
            {
                others.Add($"[{Literal(key)}] = {Any(value)}");
            }
            else
            {
                throw new NotSupportedException($"{type.Name} has no field {key}");
            }
        }

        if (others.Count > 0)
        {
            members.Add($"OtherFields = new System.Collections.Generic.Dictionary<string, object> {{ {string.Join(", ", others)} }}");
        }

        return $"new {CustomCode.Reference(type)} {{ {string.Join(", ", members.Where(m => m.Length > 0))} }}";
    }

    private static string Value(Node node, ApiShape shape, JsonSchema? schema) => (shape.Kind, node) switch
    {
        (_, Scalar { Kind: ScalarKind.Null }) => "null",
        (ApiShapeKind.String, Scalar s) => Literal(s.Text),
        (ApiShapeKind.Boolean or ApiShapeKind.Int32, Scalar s) => s.Text,
        (ApiShapeKind.Int64, Scalar s) => s.Text + "L",
        (ApiShapeKind.Double, Scalar s) => s.Text + "d",
        (ApiShapeKind.IntOrString, Scalar { Kind: ScalarKind.Number } s) => s.Text.Length > 9 ? throw new NotSupportedException(s.Text) : $"(k8s.Models.IntOrString){s.Text}",
        (ApiShapeKind.IntOrString, Scalar s) => $"(k8s.Models.IntOrString){Literal(s.Text)}",
        (ApiShapeKind.Quantity, Scalar s) => $"K8sSharpManifests.K8s.ParseQuantity({Literal(s.Text)})",
        (ApiShapeKind.Bytes, Scalar s) => $"System.Convert.FromBase64String({Literal(s.Text)})",
        (ApiShapeKind.Time or ApiShapeKind.MicroTime, Scalar s) => $"System.DateTime.Parse({Literal(s.Text)}, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.RoundtripKind)",
        (ApiShapeKind.Object, Mapping m) when shape.Type is { } type => Object(m, type),
        (ApiShapeKind.List, Sequence list) => $"[{string.Join(", ", list.Items.Select(i => Value(i, shape.Items!, schema?.Items)))}]",
        (ApiShapeKind.Map, Mapping m) => $"new System.Collections.Generic.Dictionary<string, {Core(shape.Items!, schema?.AdditionalProperties)}> {{ {string.Join(", ", m.Entries.Select(e => $"[{Literal(e.Key)}] = {Value(e.Value, shape.Items!, schema?.AdditionalProperties)}"))} }}",
        (ApiShapeKind.Any, _) => CustomCode.IsBag(schema) && node is not Mapping ? throw new NotSupportedException("no mapping") : Any(node),
        _ => throw new NotSupportedException($"{shape.Kind}: {node}"),
    };

    private static string Core(ApiShape shape, JsonSchema? schema) => shape.Kind == ApiShapeKind.Quantity ? "k8s.Models.ResourceQuantity" : CustomCode.Item(shape, schema);

    private static string Any(Node node) => node switch
    {
        Mapping m => $"new System.Collections.Generic.Dictionary<string, object> {{ {string.Join(", ", m.Entries.Select(e => $"[{Literal(e.Key)}] = {Any(e.Value)}"))} }}",
        Sequence list => $"new System.Collections.Generic.List<object> {{ {string.Join(", ", list.Items.Select(Any))} }}",
        Scalar { Kind: ScalarKind.String } s => Literal(s.Text),
        Scalar { Kind: ScalarKind.Boolean } s => s.Text,
        Scalar { Kind: ScalarKind.Null } => "null!",
        Scalar s => long.TryParse(s.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? s.Text + "L" : s.Text + "d",
        _ => throw new NotSupportedException(),
    };

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
