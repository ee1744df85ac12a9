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
        return (tree, cancellationToken) => ModelNames.NamesSurroundings(tree, cancellationToken) || ModelNames.NamesManifest(tree, cancellationToken) || hasAlias.Value;
    }

    /// <summary>What is wrong with the attributes of a file.</summary>
    /// <param name="model">The model of the file.</param>
    /// <param name="environments">The environments of the project; none where it names none; null where that is not known.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The diagnostics, in the order of the places.</returns>
    public static IEnumerable<Diagnostic> InFile(SemanticModel model, IReadOnlyList<string>? environments, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        foreach (var list in root.DescendantNodes(n => n is CompilationUnitSyntax or MemberDeclarationSyntax).OfType<AttributeListSyntax>())
        {
            if (Target(list, model, cancellationToken) is not { } target)
            {
                continue;
            }

            var all = target.GetAttributes();
            foreach (var attribute in all.Where(a => a.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == model.SyntaxTree && list.Span.Contains(reference.Span)))
            {
                var syntax = (AttributeSyntax)attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken);
                foreach (var (argument, problem) in Problems(attribute, all, target).Concat(OfEnvironments(attribute, environments)))
                {
                    yield return Diagnostic.Create(Rule, PlaceOf(syntax, attribute, argument), problem);
                }
            }
        }
    }

    private static ISymbol? Target(AttributeListSyntax list, SemanticModel model, CancellationToken cancellationToken) => list.Parent switch
    {
        BaseFieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } => model.GetDeclaredSymbol(variable, cancellationToken),
        BaseTypeDeclarationSyntax or PropertyDeclarationSyntax or MethodDeclarationSyntax => model.GetDeclaredSymbol(list.Parent, cancellationToken),
        _ => list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) == true ? model.Compilation.Assembly : null,
    };

    private static IEnumerable<(string Argument, string Problem)> Problems(AttributeData attribute, IReadOnlyList<AttributeData> all, ISymbol target)
    {
        var arguments = EnclosingAttributes.Arguments(attribute);
        var names = attribute.AttributeConstructor?.Parameters.Select(parameter => parameter.Name).ToArray() ?? [];
        if (EnclosingAttributes.Is(attribute, EnclosingAttributes.NamespaceAttribute))
        {
            return arguments is [var name] ? OfNamespace(attribute, name, all, target).Select(p => (names[0], p)) : [];
        }

        var isLabel = EnclosingAttributes.Is(attribute, EnclosingAttributes.LabelAttribute);
        return (isLabel || EnclosingAttributes.Is(attribute, EnclosingAttributes.AnnotationAttribute)) && arguments is [var key, var value]
            ? OfEntry(attribute, isLabel, key, value, all, target).Select(p => (names[p.Argument], p.Problem))
            : [];
    }

    private static IEnumerable<string> OfNamespace(AttributeData attribute, object? name, IReadOnlyList<AttributeData> all, ISymbol target)
    {
        if (attribute.ConstructorArguments[0].Kind == TypedConstantKind.Primitive && (name is not string text || !MetadataSyntax.IsNamespace(text)))
        {
            yield return $"{Quote(name)} is no namespace's name: {NamespaceSyntax}";
        }
        else if (Before(attribute, all).Any())
        {
            yield return $"{Quote(target)} says the namespace twice{InEnvironment(attribute)}: remove one";
        }
    }

    // What an attribute says of some environments goes before what another one says of all.
    private static IEnumerable<AttributeData> Before(AttributeData attribute, IReadOnlyList<AttributeData> all) =>
        all.TakeWhile(a => !ReferenceEquals(a, attribute)).Where(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute.AttributeClass)
            && (EnclosingAttributes.Environments(a), EnclosingAttributes.Environments(attribute)) is var (first, second)
            && (first.Length == 0 || second.Length == 0 ? first == second : EnvironmentNames.Read(first).Intersect(EnvironmentNames.Read(second)).Any()));

    private static string InEnvironment(AttributeData attribute) => EnvironmentNames.Suffix(EnvironmentNames.Read(EnclosingAttributes.Environments(attribute)));

    private static IEnumerable<(string Argument, string Problem)> OfEnvironments(AttributeData attribute, IReadOnlyList<string>? environments)
    {
        var isOurs = ManifestMembers.IsManifest(attribute) || EnclosingAttributes.Is(attribute, EnclosingAttributes.NamespaceAttribute)
            || EnclosingAttributes.Is(attribute, EnclosingAttributes.LabelAttribute) || EnclosingAttributes.Is(attribute, EnclosingAttributes.AnnotationAttribute);
        if (!isOurs || environments is null || EnclosingAttributes.Environments(attribute) is not { Length: > 0 } text)
        {
            return [];
        }

        var names = EnvironmentNames.Read(text);
        return names.Count == 0 ? [(EnclosingAttributes.EnvironmentsArgument, "No environment is named: name one, or leave out Environments")]
            : environments.Count == 0 ? [(EnclosingAttributes.EnvironmentsArgument, $"The project names no environments: add <ManifestEnvironments>{string.Join(";", names)}</ManifestEnvironments> to the project file, with all that there are")]
            : names.Where(name => !environments.Contains(name)).Select(name => (EnclosingAttributes.EnvironmentsArgument, Unknown(name, environments)));
    }

    private static string Unknown(string name, IReadOnlyList<string> environments) =>
        $"'{name}' is none of the project's ManifestEnvironments: these are {EnvironmentNames.Join(environments, "and")}"
        + (name.IndexOfAny([';', ' ', '|']) >= 0 ? "; several names stand with commas between them" : "");

    private static IEnumerable<(int Argument, string Problem)> OfEntry(AttributeData attribute, bool isLabel, object? key, object? value, IReadOnlyList<AttributeData> all, ISymbol target)
    {
        var kind = isLabel ? "label" : "annotation";
        if (attribute.ConstructorArguments[0].Kind == TypedConstantKind.Primitive)
        {
            if (key is not string text || !(isLabel ? MetadataSyntax.IsLabelKey(text) : MetadataSyntax.IsAnnotationKey(text)))
            {
                yield return (0, $"{Quote(key)} is no key of {(isLabel ? "a label" : "an annotation")}: {KeySyntax}");
            }
            else if (Before(attribute, all).Any(a => EnclosingAttributes.Arguments(a) is [string other, _] && other == text))
            {
                yield return (0, $"{Quote(target)} says the {kind} '{text}' twice{InEnvironment(attribute)}: remove one");
            }
        }

        if (attribute.ConstructorArguments[1].Kind == TypedConstantKind.Primitive && (value is not string said || (isLabel && !MetadataSyntax.IsLabelValue(said))))
        {
            yield return (1, $"{Quote(value)} is no value of {(isLabel ? $"a label: {ValueSyntax}" : "an annotation: a text")}");
        }
    }

    private static string Quote(object? value) => value switch
    {
        null => "null",
        IAssemblySymbol => "the assembly",
        ISymbol symbol => $"'{symbol.Name}'",
        _ => $"'{value}'",
    };

    /// <summary>Where the argument for a parameter or a property stands.</summary>
    private static Location PlaceOf(AttributeSyntax syntax, AttributeData attribute, string name)
    {
        var arguments = syntax.ArgumentList?.Arguments ?? default;
        var position = attribute.AttributeConstructor?.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Ordinal ?? arguments.Count;
        var argument = arguments.FirstOrDefault(a => (a.NameColon?.Name ?? a.NameEquals?.Name)?.Identifier.ValueText == name) ?? arguments.ElementAtOrDefault(position);
        return (argument?.Expression ?? (SyntaxNode)syntax).GetLocation();
    }
}
