using System.Runtime.CompilerServices;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// The objects that a compilation's code declares to live elsewhere, by External.Secret("db") and the like. Whether such a call reaches a [Manifest] member, and
/// which namespace it gets there, only the build knows: here each call counts, so that what is not certain is left to the build.
/// </summary>
public static class ExternalDeclarations
{
    private const string TypeName = "External";

    private const string AccountKind = "ServiceAccount";

    private static readonly ExternalObjectPattern Anything = new("*", null);
    private static readonly ExternalObjectPattern DefaultAccount = new(AccountKind, "default");

    // By far the most files have none. One that did not change is looked at once, however many compilations it goes through.
    private static readonly ConditionalWeakTable<SyntaxTree, Mentions> Known = new();

    /// <summary>Finds the declarations, when a rule asks for them.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <returns>The objects.</returns>
    public static ExternalObjects Of(Compilation compilation) => new(() =>
        KnownTypes.Find(compilation, "K8sSharpManifests." + TypeName) is { } type
            ? [
                .. compilation.SyntaxTrees.SelectMany(tree => Known.GetValue(tree, Find).Names).Select(name => Declared(name, type, compilation)).OfType<ExternalObjectPattern>(),
                .. compilation.SyntaxTrees.Any(tree => Known.GetValue(tree, Find).MakesDefaultAccount) ? [DefaultAccount] : Array.Empty<ExternalObjectPattern>(),
            ]
            : []);

    /// <summary>The object that an expression declares to live elsewhere.</summary>
    /// <param name="place">Where the expression stands.</param>
    /// <param name="compilation">The compilation.</param>
    /// <returns>The object; null where the expression is something else, or its arguments are not constant.</returns>
    public static ExternalObjectPattern? At(Location place, Compilation compilation) =>
        place.SourceTree is { } tree && KnownTypes.Find(compilation, "K8sSharpManifests." + TypeName) is { } type
        && tree.GetRoot().FindNode(place.SourceSpan, getInnermostNodeForTie: true) is InvocationExpressionSyntax call && call.Span == place.SourceSpan
        && compilation.GetSemanticModel(tree).GetOperation(call) is IInvocationOperation invocation
        && SymbolEqualityComparer.Default.Equals(invocation.TargetMethod.ContainingType, type)
        && invocation.Arguments.All(a => a.Value.ConstantValue.HasValue)
        && Pattern(invocation) is { Name: not null } pattern
            ? pattern
            : null;

    private static Mentions Find(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        bool Has(string part) => text.IndexOf(part, StringComparison.Ordinal) >= 0;
        return new(
            Has(TypeName) ? [.. tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == TypeName)] : [],
            Has(AccountKind) && Has("\"default\"")
                && tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal => literal.Token.ValueText == "default" && IsInAnAccount(literal)));
    }

    private static bool IsInAnAccount(LiteralExpressionSyntax literal)
    {
        var isReference = literal.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithServiceAccountName" or "WithServiceAccount" } } } => true,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "ServiceAccountName" or "ServiceAccount" } } => true,
            _ => false,
        };
        return !isReference && literal.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault()?.ToString().Contains(AccountKind) == true;
    }

    private static ExternalObjectPattern? Declared(IdentifierNameSyntax name, INamedTypeSymbol type, Compilation compilation)
    {
        var model = compilation.GetSemanticModel(name.SyntaxTree);
        if (!SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, type))
        {
            return null;
        }

        // In K8sSharpManifests.External.Secret the type is the name with what stands before it.
        ExpressionSyntax written = name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name ? qualified : name;
        return written.Parent switch
        {
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } when model.GetOperation(call) is IInvocationOperation invocation => Pattern(invocation),

            // Somebody is typing it.
            MemberAccessExpressionSyntax access when model.GetSymbolInfo(access).Symbol is null => null,

            // A delegate, an alias, "using static": what comes of it is not followed.
            _ => Anything,
        };
    }

    private static ExternalObjectPattern Pattern(IInvocationOperation call)
    {
        var kind = call.TargetMethod.Name == "Object" ? Text(call, "kind") : call.TargetMethod.Name;
        // Kinds without namespaces are of any.
        var hasNamespace = call.TargetMethod.Parameters.Any(parameter => parameter.Name == "namespace");
        return kind is null ? Anything : new(kind, Text(call, "name"), hasNamespace ? Text(call, "namespace") : "*");
    }

    private static string? Text(IInvocationOperation call, string parameter) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Name == parameter)?.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>What a file has to say.</summary>
    /// <param name="Names">Where the type's name stands, or that of another type.</param>
    /// <param name="MakesDefaultAccount">
    /// Whether a ServiceAccount "default" may be made here. Rules take that account to be without secrets where nobody says otherwise, and only the build sees what is
    /// emitted. A pod that names the account does not make it.
    /// </param>
    private sealed record Mentions(IdentifierNameSyntax[] Names, bool MakesDefaultAccount);
}
