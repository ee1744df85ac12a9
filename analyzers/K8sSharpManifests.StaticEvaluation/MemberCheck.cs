using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// K8S902: finds the [Manifest] members that the build cannot run. The generator leaves them out, and silence there would look like success: the analyzer reports them, and where no
/// analyzer runs, the generator hands them to the build.
/// </summary>
public static class MemberCheck
{
    /// <summary>The rule's id.</summary>
    public const string Id = "K8S902";

    private const string OfAnotherGenerator =
        "another source generator has written it, and generators do not see each other's code: write the member by hand, and let it call what is generated";

    private const string CatalogName = "K8sSharpManifests.Generated.ManifestCatalog";

    /// <summary>The rule.</summary>
    public static DiagnosticDescriptor Rule { get; } = new(
        Id,
        "[Manifest] member cannot be emitted",
        "'{0}' cannot be emitted: {1}",
        RuleInfo.CategoryOf(Id),
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleInfo.PageOf(Id));

    /// <summary>The members that the catalog of a compilation names.</summary>
    /// <param name="compilation">The compilation, with what generators have added.</param>
    /// <returns>Their names; null where there is no catalog, as in an editor.</returns>
    public static IReadOnlyCollection<string>? InCatalog(Compilation compilation) =>
        compilation.Assembly.GetTypeByMetadataName(CatalogName) is not { } catalog ? null : new HashSet<string>(
            catalog.GetMembers().OfType<IFieldSymbol>()
                .Where(field => field.Name.StartsWith("Entry", StringComparison.Ordinal))
                .Select(field => field.ConstantValue is string text ? CatalogText.MemberOf(text) : ""));

    /// <summary>What is wrong with the members of a file.</summary>
    /// <param name="model">The model of the file.</param>
    /// <param name="catalog">The members that the catalog names; null where there is none to compare with.</param>
    /// <param name="environments">The environments of the project: of a member that is for none of them there is nothing in the catalog.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The diagnostics, in the order of the places.</returns>
    public static IEnumerable<Diagnostic> InFile(SemanticModel model, IReadOnlyCollection<string>? catalog, IReadOnlyList<string> environments, CancellationToken cancellationToken)
    {
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var list in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<AttributeListSyntax>())
        {
            if (IsOnBackingField(list, model, cancellationToken) && model.GetDeclaredSymbol(list.Parent!, cancellationToken) is { } property)
            {
                yield return Diagnostic.Create(Rule, PlaceOf(list.Parent!, property), ManifestMembers.NameOf(property), "[field: Manifest] marks a field that has no name: write [Manifest]");
                continue;
            }

            foreach (var (symbol, place) in MarkedBy(list, model, cancellationToken))
            {
                if (ManifestMembers.IsManifest(symbol) && reported.Add(symbol) && Problem(symbol, catalog, environments) is { } problem)
                {
                    yield return Diagnostic.Create(Rule, place, ManifestMembers.NameOf(symbol), problem);
                }
            }
        }
    }

    private static string? Problem(ISymbol symbol, IReadOnlyCollection<string>? catalog, IReadOnlyList<string> environments)
    {
        var (member, problems) = ManifestMembers.Classify(symbol);
        return member is null ? string.Join("; ", problems)
            : catalog?.Contains(member.Name) == false && member.EnvironmentsOf(environments).Count > 0 ? OfAnotherGenerator
            : null;
    }

    /// <summary>What an attribute list stands at, and where its name is.</summary>
    private static IEnumerable<(ISymbol Symbol, Location Place)> MarkedBy(AttributeListSyntax list, SemanticModel model, CancellationToken cancellationToken)
    {
        switch (list.Parent)
        {
            case BaseFieldDeclarationSyntax fields:
                foreach (var variable in fields.Declaration.Variables)
                {
                    if (model.GetDeclaredSymbol(variable, cancellationToken) is { } field)
                    {
                        yield return (field, variable.Identifier.GetLocation());
                    }
                }

                break;
            case ParenthesizedLambdaExpressionSyntax lambda when model.GetSymbolInfo(lambda, cancellationToken).Symbol is { } function:
                yield return (function, lambda.ArrowToken.GetLocation());
                break;

            // [property: Manifest] on a parameter of a record marks the property that comes of it.
            case ParameterSyntax parameter when model.GetDeclaredSymbol(parameter, cancellationToken) is { ContainingSymbol.ContainingType: { IsRecord: true } record } declared:
                foreach (var member in record.GetMembers(declared.Name))
                {
                    yield return (member, parameter.Identifier.GetLocation());
                }

                break;
            case { } marked when model.GetDeclaredSymbol(marked, cancellationToken) is { } symbol:
                yield return (symbol, PlaceOf(marked, symbol));
                break;
        }
    }

    private static Location PlaceOf(SyntaxNode marked, ISymbol symbol) => symbol.Locations.FirstOrDefault(l => l.SourceTree == marked.SyntaxTree) ?? marked.GetLocation();

    // That is the field that the compiler makes, which nothing can name.
    private static bool IsOnBackingField(AttributeListSyntax list, SemanticModel model, CancellationToken cancellationToken) =>
        list is { Parent: PropertyDeclarationSyntax, Target: { } target } && target.Identifier.IsKind(SyntaxKind.FieldKeyword)
        && list.Attributes.Any(a => model.GetTypeInfo(a, cancellationToken).Type?.ToDisplayString() == ManifestMembers.AttributeName);
}
