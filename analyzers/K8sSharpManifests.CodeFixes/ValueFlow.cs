using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.CodeFixes;

/// <summary>
/// Follows a value through constants, locals and the user's own methods: back to the text that it was written as, and on to where it is used. A text that is used for anything but the
/// field of a fix means more than that field.
/// </summary>
internal sealed class ValueFlow(JudgedProject project, Dsl dsl, string key, CancellationToken cancellationToken)
{
    private const int MostSteps = 8;

    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>The literal that an expression's value was written as; null where it was made in another way, or elsewhere.</summary>
    public LiteralExpressionSyntax? Literal(ExpressionSyntax? expression)
    {
        for (var i = 0; i < MostSteps; i++)
        {
            switch (expression)
            {
                case LiteralExpressionSyntax literal:
                    return literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null;
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case IdentifierNameSyntax or MemberAccessExpressionSyntax when ModelOf(expression)?.GetSymbolInfo(expression, cancellationToken).Symbol is { } symbol:
                    expression = Initializer(symbol);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether the value of an expression goes into the field and nowhere else.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isOnlyUse">Whether it is the only place that the value goes to: what the models and the DSL make of it there, the objects show.</param>
    public bool IsOnlyForField(ExpressionSyntax expression, bool isOnlyUse = true)
    {
        if (ModelOf(expression) is not { } model)
        {
            return false;
        }

        if (QuantityConversion.IsOf(expression, model, cancellationToken))
        {
            return true;
        }

        switch (expression.Parent)
        {
            case ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }:
                return IsOnlyForField((ExpressionSyntax)expression.Parent, isOnlyUse);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [var entry] } } assignment:
                return assignment.Right == expression && IsKey(entry.Expression, model);
            case AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment:
                return assignment.Right == expression && dsl.IsField(model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol, key);
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [var entry, var value] }:
                return value == expression && IsKey(entry, model);
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.None, Parent.Parent: BaseObjectCreationExpressionSyntax creation }:
                return dsl.IsModel(model.GetTypeInfo(creation, cancellationToken).Type) && IsOnlyForField(creation, isOnlyUse);
            case ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.None, Parent.Parent: InvocationExpressionSyntax call } argument:
                return model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method && Parameter(method, argument) is { IsParams: false } parameter
                    && (dsl.IsOwn(method) ? isOnlyUse || IsForField(method, parameter, call, model) : Takes(method, parameter));
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } or ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax }:
                return model.GetDeclaredSymbol(expression.Parent.Parent!, cancellationToken) is { } declared && AreUsesOnlyForField(declared);
            default:
                return false;
        }
    }

    private bool IsForField(IMethodSymbol method, IParameterSymbol parameter, InvocationExpressionSyntax call, SemanticModel model) =>
        parameter.Name == key || method.Name == "With" + Dsl.Pascal(key) || (method.Parameters.Length == 2 && IsKey(call.ArgumentList.Arguments[0].Expression, model));

    private bool IsKey(ExpressionSyntax expression, SemanticModel model) => model.GetConstantValue(expression, cancellationToken).Value as string == key;

    // What overrides a method may do anything else.
    private bool Takes(IMethodSymbol method, IParameterSymbol parameter) =>
        method is { IsVirtual: false, IsAbstract: false, IsOverride: false, IsExtern: false, MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension or MethodKind.LocalFunction }
        && (method.ReducedFrom ?? method) is { DeclaringSyntaxReferences.Length: 1 } declared
        && AreUsesOnlyForField(declared.Parameters[declared.Parameters.Length - method.Parameters.Length + parameter.Ordinal].OriginalDefinition);

    private bool AreUsesOnlyForField(ISymbol symbol) => _seen.Add(symbol) && Uses(symbol) is { } uses && uses.All(use => IsOnlyForField(use, isOnlyUse: false));

    /// <summary>Where a symbol is used; null where some of that cannot be seen.</summary>
    private IReadOnlyList<ExpressionSyntax>? Uses(ISymbol symbol)
    {
        if (symbol.IsVirtual || symbol.IsAbstract || symbol.IsOverride || (IsSeenElsewhere(symbol) && IsNamedInAnotherProject(symbol.Name)))
        {
            return null;
        }

        var uses = new List<ExpressionSyntax>();
        foreach (var tree in symbol is ILocalSymbol or IParameterSymbol ? symbol.DeclaringSyntaxReferences.Select(r => r.SyntaxTree) : project.Compilation.SyntaxTrees)
        {
            if (tree.GetText(cancellationToken).ToString().IndexOf(symbol.Name, StringComparison.Ordinal) < 0)
            {
                continue;
            }

            var model = project.Compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<SimpleNameSyntax>().Where(n => n.Identifier.ValueText == symbol.Name))
            {
                var info = model.GetSymbolInfo(name, cancellationToken);
                if (info.Symbol is { } found ? IsSame(found) : info.CandidateSymbols.Any(IsSame))
                {
                    uses.Add(name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name);
                }
            }
        }

        return uses;

        bool IsSame(ISymbol found) => SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, symbol);
    }

    private static bool IsSeenElsewhere(ISymbol symbol) => symbol is IFieldSymbol or IPropertySymbol && symbol.DeclaredAccessibility != Accessibility.Private;

    private bool IsNamedInAnotherProject(string name) => project.Project.Solution.Projects.Any(other => other.Id != project.Project.Id
        && other.AllProjectReferences.Any(r => r.ProjectId == project.Project.Id)
        && other.Documents.Any(d => d.GetTextAsync(cancellationToken).GetAwaiter().GetResult().ToString().Contains(name)));

    private ExpressionSyntax? Initializer(ISymbol symbol) => symbol is IFieldSymbol or ILocalSymbol or IPropertySymbol { SetMethod: null }
        ? symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            _ => null,
        }
        : null;

    private SemanticModel? ModelOf(SyntaxNode node) => project.File(node.SyntaxTree) is null ? null : project.Compilation.GetSemanticModel(node.SyntaxTree);

    private static IParameterSymbol? Parameter(IMethodSymbol method, ArgumentSyntax argument)
    {
        var name = argument.NameColon?.Name.Identifier.ValueText;
        var index = ((ArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);
        return name is not null ? method.Parameters.FirstOrDefault(p => p.Name == name) : index < method.Parameters.Length ? method.Parameters[index] : null;
    }
}
