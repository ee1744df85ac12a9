using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Tells which [Manifest] members the build can run. The analyzer reports the others, the generator leaves them out: one judge for both.</summary>
public static class ManifestMembers
{
    /// <summary>The attribute's metadata name.</summary>
    public const string AttributeName = "K8sSharpManifests.ManifestAttribute";

    private static readonly SymbolDisplayFormat NameFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    private static readonly SymbolDisplayFormat AccessFormat = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Included,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Whether a symbol carries [Manifest].</summary>
    /// <param name="symbol">Any symbol.</param>
    /// <returns>True where it does.</returns>
    public static bool IsManifest(ISymbol symbol) => Attribute(symbol) is not null;

    private static AttributeData? Attribute(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (IsManifest(attribute))
            {
                return attribute;
            }
        }

        return null;
    }

    internal static bool IsManifest(AttributeData attribute) => attribute.AttributeClass is { Name: "ManifestAttribute" } type && IsOurs(type);

    /// <summary>Tells which files of a compilation may have members that carry [Manifest], by the names in them alone.</summary>
    /// <param name="compilation">The compilation.</param>
    /// <returns>A question for each file: false where there is none for certain.</returns>
    public static Func<SyntaxTree, CancellationToken, bool> MayBeIn(Compilation compilation)
    {
        var hasAlias = new Lazy<bool>(() => ModelNames.HasGlobalAlias(compilation, CancellationToken.None));
        return (tree, cancellationToken) => ModelNames.NamesManifest(tree, cancellationToken) || hasAlias.Value;
    }

    /// <summary>The member as C# names it, without parameters.</summary>
    /// <param name="symbol">A member.</param>
    /// <returns>Its name, like <c>Acme.Shop.Web</c>.</returns>
    public static string NameOf(ISymbol symbol) => symbol.ToDisplayString(NameFormat);

    /// <summary>The member around a root.</summary>
    /// <param name="root">Any root.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The symbol that carries [Manifest]; null where there is none.</returns>
    public static ISymbol? Around(EvaluationRoot root, SemanticModel model, CancellationToken cancellationToken)
    {
        var declared = root.Operation.Syntax.AncestorsAndSelf().FirstOrDefault(
            n => n is PropertyDeclarationSyntax or MethodDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax });
        return declared is not null && model.GetDeclaredSymbol(declared, cancellationToken) is { } symbol && IsManifest(symbol) ? symbol : null;
    }

    /// <summary>Judges a member that carries [Manifest].</summary>
    /// <param name="symbol">The member, declared in source.</param>
    /// <returns>The member, or what is wrong with it.</returns>
    public static ManifestClassification Classify(ISymbol symbol)
    {
        var problems = new List<string>();
        AddShapeProblems(symbol, problems);
        AddReachProblems(symbol, problems);
        if (ValueType(symbol) is { } type && ManifestValueType.Problem(type) is { } problem)
        {
            problems.Add(problem);
        }

        if (problems.Count > 0)
        {
            return new(null, new(problems));
        }

        var method = symbol as IMethodSymbol;
        var place = symbol.Locations[0].GetLineSpan();
        return new(
            new(
                NameOf(symbol),
                symbol.ToDisplayString(AccessFormat),
                IsMethod: method is not null,
                TakesContext: method is { Parameters.Length: 1 },
                place.Path,
                place.StartLinePosition.Line + 1,
                place.StartLinePosition.Character + 1,
                EnclosingAttributes.Namespaces(symbol),
                EnclosingAttributes.Labels(symbol),
                EnclosingAttributes.Annotations(symbol))
            {
                Environments = Attribute(symbol) is { } attribute ? EnclosingAttributes.Environments(attribute) : "",
            },
            default);
    }

    private static ITypeSymbol? ValueType(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method.ReturnType,
        _ => null,
    };

    private static void AddShapeProblems(ISymbol symbol, List<string> problems)
    {
        switch (symbol)
        {
            case IPropertySymbol { IsIndexer: true }:
                problems.Add("an indexer needs an argument: use a property");
                return;
            case IPropertySymbol { GetMethod: null }:
                problems.Add("it has no getter: add one");
                break;
            case IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet }:
                problems.Add("[Manifest] is on an accessor: put it on the property");
                return;
            case IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }:
                problems.Add("nothing outside can call it: make it a static member of a class");
                return;
            case IMethodSymbol { MethodKind: not MethodKind.Ordinary }:
                problems.Add("it is not an ordinary method: use a static method or property");
                return;
            case IMethodSymbol method:
                AddParameterProblems(method, problems);
                break;
        }

        if (!symbol.IsStatic)
        {
            problems.Add("it is not static: make it static");
        }
        else if (symbol.IsAbstract || symbol.IsVirtual)
        {
            problems.Add("only an implementing type can be asked for it: put [Manifest] on the implementation");
        }
    }

    private static void AddParameterProblems(IMethodSymbol method, List<string> problems)
    {
        if (method.IsGenericMethod)
        {
            problems.Add("it has type parameters: remove them");
        }

        var fits = method.Parameters.Length == 0 || (method.Parameters.Length == 1
            && method.Parameters[0] is { RefKind: RefKind.None or RefKind.In, Type: INamedTypeSymbol { Name: "ManifestContext" } type } && IsOurs(type));
        if (!fits)
        {
            problems.Add("the build cannot fill its parameters: take none, or one ManifestContext");
        }
    }

    private static void AddReachProblems(ISymbol symbol, List<string> problems)
    {
        // A function inside a method has been judged, and has no accessibility.
        if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            return;
        }

        if (!IsReachable(symbol.DeclaredAccessibility)
            || (symbol is IPropertySymbol { GetMethod: { } getter } && !IsReachable(getter.DeclaredAccessibility)))
        {
            problems.Add("the rest of the assembly cannot reach it: make it internal or public");
        }

        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsExtension)
            {
                problems.Add("it is an extension member: move it into a plain static class");
                return;
            }

            if (type.IsFileLocal)
            {
                problems.Add($"'{type.Name}' is local to its file: make it internal or public");
            }
            else if (!IsReachable(type.DeclaredAccessibility))
            {
                problems.Add($"the rest of the assembly cannot reach '{type.Name}': make it internal or public");
            }

            if (type.TypeParameters.Length > 0)
            {
                problems.Add($"'{type.Name}' is generic: move the member into a class that is not");
            }
        }
    }

    private static bool IsReachable(Accessibility accessibility) =>
        accessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    internal static bool IsOurs(INamedTypeSymbol type) => type is
    {
        ContainingType: null,
        ContainingNamespace: { Name: "K8sSharpManifests", ContainingNamespace.IsGlobalNamespace: true },
    };
}
