using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Questions to the place that a local, a parameter or a value stands at.</summary>
internal static class Uses
{
    /// <summary>Whether something only goes to the API server, as it is at that time: a later change does not matter there.</summary>
    public static bool IsSent(IOperation taken)
    {
        while (taken.Parent is IConversionOperation conversion)
        {
            taken = conversion;
        }

        return taken.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } && Sinks.IsSink(method);
    }

    /// <summary>Whether the use stands in a lambda or local function that the symbol does not belong to.</summary>
    public static bool IsNested(ISymbol symbol, IOperation use)
    {
        for (var around = use.Parent; around is not null; around = around.Parent)
        {
            var function = around switch { IAnonymousFunctionOperation lambda => lambda.Symbol, ILocalFunctionOperation local => local.Symbol, _ => null };
            if (function is not null)
            {
                return !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function);
            }
        }

        return false;
    }

    /// <summary>Whether a variable is one of a function's own, or of a function in it.</summary>
    public static bool IsDeclaredIn(ISymbol symbol, IOperation function) => symbol.DeclaringSyntaxReferences is [var declaration]
        && declaration.SyntaxTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(declaration.Span);

    /// <summary>Whether a variable or part gets another value.</summary>
    public static bool IsAssigned(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation tuple => IsAssigned(tuple),
        IAddressOfOperation => true,
        _ => false,
    };

    /// <summary>The part of an object that is taken: <c>pod.Spec</c> where <c>pod</c> is used in <c>Use(pod.Spec)</c>. Null where it is only compared.</summary>
    public static IOperation? Taken(IOperation use)
    {
        while (use.Parent is IPropertyReferenceOperation { Arguments.IsEmpty: true } or IFieldReferenceOperation && ModelTypes.IsModel(((IMemberReferenceOperation)use.Parent).Member.ContainingType))
        {
            use = use.Parent;
        }

        var compared = use;
        while (compared.Parent is IConversionOperation { OperatorMethod: null })
        {
            compared = compared.Parent;
        }

        return compared.Parent switch
        {
            IBinaryOperation { OperatorMethod: var method } when !Texts.IsWritten(method) => null,
            IIsTypeOperation => null,
            IIsPatternOperation { Pattern: var pattern } when !Declares(pattern) => null,

            // What another constructor of the object does is judged there.
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor } call when call.Instance == use => null,
            ISwitchOperation { Cases: var cases } when !cases.SelectMany(c => c.Clauses).Any(Declares) => null,
            _ => use,
        };
    }

    /// <summary>Whether a pattern or case gives what it matches a name.</summary>
    private static bool Declares(IOperation pattern) => pattern.DescendantsAndSelf().Any(o => o
        is IDeclarationPatternOperation or IRecursivePatternOperation { DeclaredSymbol: not null } or IListPatternOperation { DeclaredSymbol: not null });

    /// <summary>The lambda or local function that an operation stands in.</summary>
    public static IOperation? Function(IOperation operation)
    {
        var around = operation.Parent;
        while (around is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            around = around.Parent;
        }

        return around;
    }

    /// <summary>The lambda that a value is; null for all else.</summary>
    public static IAnonymousFunctionOperation? Lambda(IOperation value) => value switch
    {
        IAnonymousFunctionOperation lambda => lambda,
        IDelegateCreationOperation creation => Lambda(creation.Target),
        _ => null,
    };
}
