using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Writes values in C#, by the shape that the API's schema gives to their place.</summary>
/// <param name="model">The file.</param>
/// <param name="dsl">The DSL.</param>
/// <param name="position">Where the value shall stand: names have to mean the same there.</param>
internal sealed class ValueWriter(SemanticModel model, Dsl dsl, int position)
{
    /// <summary>A value where C# knows the type that it shall have.</summary>
    /// <param name="value">The value.</param>
    /// <param name="shape">Its shape; null where nobody knows.</param>
    /// <param name="field">The field that it is for, or for whose list or dictionary; null where nobody knows.</param>
    /// <param name="areConstants">Whether a text that has a constant is written so.</param>
    /// <returns>Null where C# cannot say it, or the language's version is too old for it.</returns>
    public string? Write(Node value, ApiShape? shape, ApiField? field, bool areConstants = true) => (value, shape?.Kind) switch
    {
        // There is no conversion to a time or to bytes.
        (_, ApiShapeKind.Time or ApiShapeKind.MicroTime or ApiShapeKind.Bytes) => null,
        (Scalar { Kind: ScalarKind.String } text, _) => (areConstants ? Constant(field, text.Text) : null) ?? Dsl.Literal(text.Text),
        (Scalar { Kind: ScalarKind.Null }, _) => null,
        (Scalar scalar, ApiShapeKind.Quantity) => Dsl.Literal(scalar.Text),
        (Scalar scalar, _) => scalar.Text,
        (Mapping mapping, ApiShapeKind.Object) => Object(mapping, shape!, areConstants),
        (Mapping map, ApiShapeKind.Map) => Dictionary(map, shape!, field, areConstants),
        (Sequence list, ApiShapeKind.List) when IsAtLeast(LanguageVersion.CSharp12) => Items(list, shape!, field, areConstants) is { } items ? $"[{items}]" : null,
        _ => null,
    };

    /// <summary>A list's items, with commas.</summary>
    public string? Items(Sequence list, ApiShape shape, ApiField? field, bool areConstants = true) =>
        list.IsOpen ? null : Joined(list.Items.Select(item => Write(item, shape.Items, field, areConstants)));

    /// <summary>The DSL's constant for a text, such as <c>ImagePullPolicy.Always</c>; null where it has none, or the name means something else here.</summary>
    public string? Constant(ApiField? field, string text)
    {
        var constant = field?.Constant(text);
        var symbol = constant is null ? null : model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseExpression(constant), SpeculativeBindingOption.BindAsExpression).Symbol;
        return symbol is IFieldSymbol { HasConstantValue: true } found && dsl.IsOwn(found) && Equals(found.ConstantValue, text) ? constant : null;
    }

    public bool IsAtLeast(LanguageVersion version) => ((CSharpParseOptions)model.SyntaxTree.Options).LanguageVersion >= version;

    /// <summary>The entry of a dictionary in an initialiser.</summary>
    public string? Entry(string key, Node value, ApiShape? shape, ApiField? field, bool areConstants = true) =>
        Write(value, shape, field, areConstants) is { } written ? $"[{Dsl.Literal(key)}] = {written}" : null;

    private string? Object(Mapping mapping, ApiShape shape, bool areConstants) => mapping.IsOpen ? null
        : mapping.Count == 0 ? "new()"
        : Joined(mapping.Entries.Select(entry => shape.Type?.Field(entry.Key) is { } field && Write(entry.Value, field.Shape, field, areConstants) is { } written
            ? $"{field.ClrName} = {written}"
            : null)) is { } members ? $"new() {{ {members} }}" : null;

    private string? Dictionary(Mapping map, ApiShape shape, ApiField? field, bool areConstants)
    {
        var value = shape.Items switch
        {
            { Kind: ApiShapeKind.String } => "string",
            { Kind: ApiShapeKind.Quantity } => Name("k8s.Models", "ResourceQuantity"),
            { Kind: ApiShapeKind.Object, Type: { } type } => Name(type.ClrNamespace, type.ClrName),
            _ => null,
        };
        if (value is null || map.IsOpen || Joined(map.Entries.Select(entry => Entry(entry.Key, entry.Value, shape.Items, field, areConstants))) is not { } entries)
        {
            return null;
        }

        var dictionary = Name("System.Collections.Generic", "Dictionary", $"<string, {value}>");
        return map.Count == 0 ? $"new {dictionary}()" : $"new {dictionary} {{ {entries} }}";
    }

    /// <summary>How code names a type here: with its namespace, where the name alone means something else.</summary>
    private string Name(string space, string name, string arguments = "")
    {
        var found = model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseTypeName(name + arguments), SpeculativeBindingOption.BindAsTypeOrNamespace).Symbol;
        return (found is INamedTypeSymbol type && type.Name == name && type.ContainingNamespace.ToDisplayString() == space ? name : $"global::{space}.{name}") + arguments;
    }

    private static string? Joined(IEnumerable<string?> parts) => parts.ToList() is var all && all.Contains(null) ? null : string.Join(", ", all);
}
