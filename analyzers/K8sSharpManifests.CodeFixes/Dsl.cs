using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.CodeFixes;

/// <summary>What the DSL and the models call things. A symbol is the DSL's by its assembly: its names are everyday words.</summary>
internal sealed class Dsl(Compilation compilation)
{
    private readonly IAssemblySymbol? _dsl = KnownTypes.Find(compilation, "K8sSharpManifests.Fluent")?.ContainingAssembly;
    private readonly IAssemblySymbol? _models = KnownTypes.Pod(compilation)?.ContainingAssembly;

    /// <summary>Its methods by what they do.</summary>
    public FluentMethods Fluent => FluentMethods.Of(_dsl);

    public bool IsOwn(ISymbol? symbol) =>
        symbol?.ContainingAssembly is { } assembly && (SymbolEqualityComparer.Default.Equals(assembly, _dsl) || KnownTypes.HasCustomMethods(symbol.ContainingType));

    /// <summary>The DSL's method that an expression calls; null where it calls none.</summary>
    public IMethodSymbol? Called(ExpressionSyntax? call, SemanticModel model, CancellationToken cancellationToken) =>
        call is InvocationExpressionSyntax && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method && IsOwn(method) ? method : null;

    /// <summary>Whether a symbol is a field of a model, in C#'s name for it. What would be a keyword has a suffix.</summary>
    public bool IsField(ISymbol? symbol, string key) =>
        symbol is IPropertySymbol property && (KnownTypes.IsOfCustomResource(property.ContainingType)
            ? property.GetAttributes().Any(a => a.AttributeClass?.Name == "JsonPropertyNameAttribute" && a.ConstructorArguments is [{ Value: string name }] && name == key)
            : (property.Name == Pascal(key) || property.Name == Pascal(key) + "Property") && IsModel(property));

    /// <summary>How code at a position names a type of the DSL: with its namespace, where the name alone means something else there or nothing.</summary>
    public static string Type(string name, int position, SemanticModel model, string? metadataName = null)
    {
        var found = new[] { SpeculativeBindingOption.BindAsTypeOrNamespace, SpeculativeBindingOption.BindAsExpression }
            .Select(option => model.GetSpeculativeSymbolInfo(position, SyntaxFactory.ParseName(metadataName ?? name), option).Symbol);
        return found.All(s => s is INamedTypeSymbol type && type.ToDisplayString() == "K8sSharpManifests." + (metadataName ?? name)) ? name : "global::K8sSharpManifests." + name;
    }

    public bool IsModel(ISymbol? symbol) => symbol?.ContainingAssembly is { } assembly
        && (SymbolEqualityComparer.Default.Equals(assembly, _models) || KnownTypes.IsOfCustomResource(symbol as ITypeSymbol ?? symbol.ContainingType));

    public static string Pascal(string key) => key.Length == 0 ? key : char.ToUpperInvariant(key[0]) + key.Substring(1);

    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
