using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What lambdas and local functions name of the code around them.</summary>
internal sealed class Captures(Func<ISymbol, IOperation?> bodyOf)
{
    private readonly ConditionalWeakTable<IOperation, Variables> _known = new();

    /// <summary>The variables that a function sees around it, where they live, and whether it writes them.</summary>
    public IReadOnlyList<(Frame Frame, ISymbol Variable, bool IsWritten)> Of(FunctionValue function)
    {
        if (function.Body is not { } body)
        {
            return [];
        }

        var found = new List<(Frame, ISymbol, bool)>();
        foreach (var variable in _known.GetValue(body, Find).Written)
        {
            if (function.Frame.Holder(variable.Key) is var holder && holder.Values.Find(variable.Key) is not null)
            {
                found.Add((holder, variable.Key, variable.Value));
            }
        }

        return found;
    }

    private Variables Find(IOperation body)
    {
        var variables = new Variables();
        var seen = new HashSet<IOperation> { body };
        var pending = new Stack<IOperation>(seen);
        while (pending.Count > 0)
        {
            foreach (var operation in pending.Pop().DescendantsAndSelf())
            {
                ISymbol? variable = operation switch
                {
                    ILocalReferenceOperation o => o.Local,
                    IParameterReferenceOperation o => o.Parameter,
                    _ => null,
                };
                if (variable is not null)
                {
                    variables.Written.TryGetValue(variable, out var isWritten);
                    variables.Written[variable] = isWritten || IsWritten(operation);
                }

                var called = operation switch
                {
                    IInvocationOperation o => o.TargetMethod,
                    IMethodReferenceOperation o => o.Method,
                    _ => null,
                };
                if (called is { MethodKind: MethodKind.LocalFunction } && bodyOf(called) is { } local && seen.Add(local))
                {
                    pending.Push(local);
                }
            }
        }

        return variables;
    }

    /// <summary>Whether a variable may get another value where it stands.</summary>
    private static bool IsWritten(IOperation use)
    {
        while (use.Parent is ITupleOperation or IDeclarationExpressionOperation or IParenthesizedOperation
            or IFieldReferenceOperation { Field.ContainingType.IsValueType: true } or IPropertyReferenceOperation { Property.ContainingType.IsValueType: true })
        {
            use = use.Parent;
        }

        return use.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == use || assignment is ISimpleAssignmentOperation { IsRef: true },
            IIncrementOrDecrementOperation or IAddressOfOperation => true,
            IArgumentOperation { Parameter.RefKind: not RefKind.None } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
            IReturnOperation or IConditionalOperation { IsRef: true } => use.Type?.IsValueType == true,
            IInvocationOperation call => call.Instance == use && use.Type?.IsValueType == true,
            _ => false,
        };
    }

    private sealed class Variables
    {
        public Dictionary<ISymbol, bool> Written { get; } = new(SymbolEqualityComparer.Default);
    }
}
