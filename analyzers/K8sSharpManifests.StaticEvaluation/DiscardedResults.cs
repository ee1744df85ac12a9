using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Finds calls of fluent methods whose result nobody takes: what they are called on stays as it was.</summary>
/// <param name="evaluator">The evaluator of the file's compilation.</param>
public sealed class DiscardedResults(StaticEvaluator evaluator)
{
    private const int MostNested = 8;

    /// <summary>The calls in a file, in the order of the source.</summary>
    /// <param name="model">The file's semantic model.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The calls.</returns>
    public IEnumerable<DiscardedResult> Find(SemanticModel model, CancellationToken cancellationToken)
    {
        if (KnownTypes.Pod(model.Compilation) is null || !evaluator.Facts.Names.MayConcern(model.SyntaxTree))
        {
            yield break;
        }

        evaluator.Facts.Bodies.Use(model);
        foreach (var node in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes(n => n is not (TypeSyntax or AttributeListSyntax or UsingDirectiveSyntax)))
        {
            // Names are asked first: binding costs.
            if (Discarded(node) is { } expression && Called(expression) is { } call && Syntax.NameOf(call) is { } name && evaluator.Facts.Names.MayGive(name)
                && IsDiscarded(node, model, cancellationToken) && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method)
            {
                if (GivesCopy(method, MostNested))
                {
                    var receiver = Receiver(expression, model, cancellationToken);
                    yield return new(NameIn(call), method.Name, receiver?.ToString(), receiver is not null && IsReturned(receiver, node, model, cancellationToken));
                }
                else if (IsOther(method))
                {
                    yield return new(NameIn(call), method.Name, null, IsReturned: false) { Made = method.ReturnType.Name };
                }
            }
        }
    }

    /// <summary>The object at the begin of a chain, in whatever form it is called: a local, a parameter, a member. Null where it is none of these.</summary>
    /// <param name="expression">The chain.</param>
    /// <param name="model">The file's semantic model.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Its name, or the access of it.</returns>
    public static ExpressionSyntax? Receiver(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (expression)
            {
                case ConditionalAccessExpressionSyntax conditional:
                    expression = conditional.Expression;
                    break;
                case ParenthesizedExpressionSyntax inner:
                    expression = inner.Expression;
                    break;
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure:
                    expression = sure.Operand;
                    break;
                case InvocationExpressionSyntax call when model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method:
                    var isStatic = method is { IsExtensionMethod: true, ReducedFrom: null };
                    if (isStatic && call.ArgumentList.Arguments is [{ NameColon: null, Expression: var first }, ..])
                    {
                        expression = first;
                        break;
                    }

                    if (isStatic || call.Expression is not MemberAccessExpressionSyntax access)
                    {
                        return null;
                    }

                    expression = access.Expression;
                    break;
                case IdentifierNameSyntax or MemberAccessExpressionSyntax when model.GetSymbolInfo(expression, cancellationToken).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol:
                    return expression;
                default:
                    return null;
            }
        }
    }

    /// <summary>What a node leaves behind, as far as its form tells.</summary>
    private static ExpressionSyntax? Discarded(SyntaxNode node) => node switch
    {
        ExpressionStatementSyntax statement => statement.Expression,
        ArrowExpressionClauseSyntax arrow => arrow.Expression,

        // One without parameters is there to be tried, as what throws is in a test.
        SimpleLambdaExpressionSyntax { ExpressionBody: { } body } => body,
        ParenthesizedLambdaExpressionSyntax { ExpressionBody: { } body, ParameterList.Parameters.Count: > 0 } => body,
        _ => null,
    };

    /// <summary>Whether nothing takes it: a lambda's result its delegate may, a member's whoever calls it.</summary>
    private bool IsDiscarded(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) => node switch
    {
        ExpressionStatementSyntax => true,
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: var type } } => IsVoid(type),
        ArrowExpressionClauseSyntax { Parent: LocalFunctionStatementSyntax { ReturnType: var type } } => IsVoid(type),
        ArrowExpressionClauseSyntax { Parent: ConstructorDeclarationSyntax or AccessorDeclarationSyntax { Keyword.RawKind: not (int)SyntaxKind.GetKeyword } } => true,

        // The DSL's own take what they are given.
        LambdaExpressionSyntax lambda => !(lambda.Parent?.Parent?.Parent is InvocationExpressionSyntax call && Syntax.NameOf(call) is { } name && evaluator.Facts.Names.IsOfDsl(name))
            && model.GetSymbolInfo(lambda, cancellationToken).Symbol is IMethodSymbol { ReturnsVoid: true },
        _ => false,
    };

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static InvocationExpressionSyntax? Called(ExpressionSyntax expression)
    {
        while (expression is ConditionalAccessExpressionSyntax conditional)
        {
            expression = conditional.WhenNotNull;
        }

        return expression as InvocationExpressionSyntax;
    }

    private static SyntaxToken NameIn(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier,
        var simple => simple.GetFirstToken(),
    };

    /// <summary>Whether all that a method does is to give a changed copy of its first argument: one of the DSL's, or one that only puts such together.</summary>
    private bool GivesCopy(IMethodSymbol method, int mostNested)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!method.IsExtensionMethod || !SymbolEqualityComparer.Default.Equals(method.ReturnType, method.Parameters[0].Type)
            || (method.ReturnType is not ITypeParameterSymbol && evaluator.Facts.Models.Of(method.ReturnType) is null))
        {
            return false;
        }

        if (method.DeclaringSyntaxReferences.IsEmpty && ManifestMembers.IsOurs(method.ContainingType))
        {
            return true;
        }

        var body = evaluator.Facts.BodyOf(method) ?? (evaluator.Facts.Embedded.TwinOf(method) is { } twin ? evaluator.Facts.BodyOf(twin) : null);
        return mostNested > 0 && body is IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } value }] } && Syntax.Bare(value) switch
        {
            IInvocationOperation call => GivesCopy(call.TargetMethod, mostNested - 1) && !call.Descendants().Any(o => MayDoMore(o, mostNested - 1)),
            IWithOperation copy => !copy.Descendants().Any(o => MayDoMore(o, mostNested - 1)),
            _ => false,
        };
    }

    /// <summary>Whether a method of the DSL makes another object of the one that it is called on, like the Service of a Deployment.</summary>
    private bool IsOther(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return method.IsExtensionMethod && (method.DeclaringSyntaxReferences.IsEmpty || CustomModel.HasMethods(method.ContainingType)) && ManifestMembers.IsOurs(method.ContainingType) && evaluator.Facts.Models.Of(method.ReturnType) is not null;
    }

    /// <summary>Whether a part of a method's body may do something besides giving a value: whoever calls the method may want just that, as where it checks its argument.</summary>
    private bool MayDoMore(IOperation operation, int mostNested) => operation switch
    {
        IInvocationOperation { TargetMethod: var called } => !(ManifestMembers.IsOurs(called.ContainingType) && called.DeclaringSyntaxReferences.IsEmpty)
            && !(called.ContainingType.SpecialType == SpecialType.System_String) && !GivesCopy(called, mostNested),
        IObjectCreationOperation { Type: { } made } => evaluator.Facts.Models.Of(made) is null && !evaluator.Facts.IsFramework(made) && !ModelTypes.IsModel(made),
        ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } => false,
        IAssignmentOperation or IIncrementOrDecrementOperation or IThrowOperation or IDynamicInvocationOperation or IAwaitOperation or IFunctionPointerInvocationOperation => true,
        IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false } property } => !IsAuto(property),
        _ => false,
    };

    private static bool IsAuto(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));

    /// <summary>Whether the lambda around a call gives its parameter back, on which nothing has changed.</summary>
    private static bool IsReturned(ExpressionSyntax receiver, SyntaxNode statement, SemanticModel model, CancellationToken cancellationToken)
    {
        var function = statement.Ancestors().FirstOrDefault(n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
        if (function is not AnonymousFunctionExpressionSyntax { Block: { } block } || model.GetSymbolInfo(receiver, cancellationToken).Symbol is not IParameterSymbol parameter
            || !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, model.GetSymbolInfo(function, cancellationToken).Symbol))
        {
            return false;
        }

        var returns = block.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().ToList();
        return returns.Count > 0 && returns.All(r => Names(r.Expression)) && !block.DescendantNodes().Any(IsWrite);

        bool Names(SyntaxNode? node) => node is IdentifierNameSyntax name && name.Identifier.ValueText == parameter.Name;

        bool IsWrite(SyntaxNode node) => node switch
        {
            AssignmentExpressionSyntax { Left: TupleExpressionSyntax } => true,
            AssignmentExpressionSyntax assignment => Names(assignment.Left),
            ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None } argument => Names(argument.Expression),
            RefExpressionSyntax reference => Names(reference.Expression),
            _ => false,
        };
    }
}

/// <summary>A call whose result nobody takes.</summary>
/// <param name="Name">The method's name in the call.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Receiver">What it is called on, as it is written; null for what has no name.</param>
/// <param name="IsReturned">Whether the lambda around it gives just that back.</param>
public readonly record struct DiscardedResult(SyntaxToken Name, string Method, string? Receiver, bool IsReturned)
{
    /// <summary>The type of the object that the call makes, where that is another than what it is called on; null for a changed copy.</summary>
    public string? Made { get; init; }
}
