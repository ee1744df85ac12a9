using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// K8S912: what an attribute says of all manifests around it is refused by the API as in each of them. The analyzer reports it; where no analyzer runs, the
/// generator hands it to the build.
/// </summary>
public static class AttributeCheck
{
    /// <summary>The rule's id.</summary>
    public const string Id = "K8S912";

    private const string KeySyntax = "letters, digits, '-', '_' and '.', at most 63 of them, a letter or digit first and last; before it, if you like, a domain and '/'";
    private const string ValueSyntax = "letters, digits, '-', '_' and '.', at most 63 of them, a letter or digit first and last; or nothing";
    private const string NamespaceSyntax = "lower-case letters, digits and '-', at most 63 of them, a letter or digit first and last";

    /// <summary>The rule.</summary>
    public static DiagnosticDescriptor Rule { get; } = new(
        Id,
        "Attribute that the API refuses",
        "{0}",
        RuleInfo.CategoryOf(Id),
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RuleInfo.PageOf(Id));

    /// <summary>Tells which files of a compilation may have such attributes, by the names in them alone.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <returns>A question for each file: false where there is none for certain.</returns>
    public static Func<SyntaxTree, CancellationToken, bool> MayBeIn(Compilation compilation)
    {
        var hasAlias = new Lazy<bool>(() => ModelNames.HasGlobalAlias(compilation, CancellationToken.None));
        return (tree, cancellationToken) => ModelNames.NamesSurroundings(tree, cancellationToken) || hasAlias.Value;
    }

    /// <summary>What is wrong with the attributes of a file.</summary>
    /// <param name="model">The model of the file.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The diagnostics, in the order of the places.</returns>
    public static IEnumerable<Diagnostic> InFile(SemanticModel model, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        foreach (var list in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<AttributeListSyntax>())
        {
            var target = list.Parent is TypeDeclarationSyntax type ? model.GetDeclaredSymbol(type, cancellationToken)
                : list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) == true ? (ISymbol)model.Compilation.Assembly : null;
            if (target is null)
            {
                continue;
            }

            var all = target.GetAttributes();
            foreach (var attribute in all.Where(a => a.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == model.SyntaxTree && list.Span.Contains(reference.Span)))
            {
                foreach (var (argument, problem) in Problems(attribute, all, target))
                {
                    var syntax = (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken);
                    yield return Diagnostic.Create(Rule, PlaceOf(syntax, attribute, argument), problem);
                }
            }
        }
    }

    private static IEnumerable<(int Argument, string Problem)> Problems(AttributeData attribute, IEnumerable<AttributeData> all, ISymbol target)
    {
        var arguments = EnclosingAttributes.Arguments(attribute);
        if (EnclosingAttributes.Is(attribute, EnclosingAttributes.NamespaceAttribute))
        {
            return arguments is [var name] && attribute.ConstructorArguments[0].Kind == TypedConstantKind.Primitive && (name is not string text || !MetadataSyntax.IsNamespace(text))
                ? [(0, $"{Quote(name)} is no namespace's name: {NamespaceSyntax}")]
                : [];
        }

        var isLabel = EnclosingAttributes.Is(attribute, EnclosingAttributes.LabelAttribute);
        return (isLabel || EnclosingAttributes.Is(attribute, EnclosingAttributes.AnnotationAttribute)) && arguments is [var key, var value]
            ? OfEntry(attribute, isLabel, key, value, all, target)
            : [];
    }

    private static IEnumerable<(int Argument, string Problem)> OfEntry(AttributeData attribute, bool isLabel, object? key, object? value, IEnumerable<AttributeData> all, ISymbol target)
    {
        var kind = isLabel ? "label" : "annotation";
        if (attribute.ConstructorArguments[0].Kind == TypedConstantKind.Primitive)
        {
            if (key is not string text || !(isLabel ? MetadataSyntax.IsLabelKey(text) : MetadataSyntax.IsAnnotationKey(text)))
            {
                yield return (0, $"{Quote(key)} is no key of {(isLabel ? "a label" : "an annotation")}: {KeySyntax}");
            }
            else if (all.TakeWhile(a => !ReferenceEquals(a, attribute)).Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute.AttributeClass)
                && EnclosingAttributes.Arguments(a) is [string other, _] && other == text))
            {
                yield return (0, $"{(target is IAssemblySymbol ? "the assembly" : $"'{target.Name}'")} says the {kind} '{text}' twice: remove one");
            }
        }

        if (attribute.ConstructorArguments[1].Kind == TypedConstantKind.Primitive && (value is not string said || (isLabel && !MetadataSyntax.IsLabelValue(said))))
        {
            yield return (1, $"{Quote(value)} is no value of {(isLabel ? $"a label: {ValueSyntax}" : "an annotation: a text")}");
        }
    }

    private static string Quote(object? value) => value is null ? "null" : $"'{value}'";

    /// <summary>Where the argument for a parameter stands.</summary>
    private static Location PlaceOf(AttributeSyntax syntax, AttributeData attribute, int parameter)
    {
        var name = attribute.AttributeConstructor!.Parameters[parameter].Name;
        var arguments = syntax.ArgumentList?.Arguments ?? default;
        var argument = arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == name) ?? arguments.ElementAtOrDefault(parameter);
        return (argument?.Expression ?? (SyntaxNode)syntax).GetLocation();
    }
}
