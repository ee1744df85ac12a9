using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Tells what runs first.</summary>
internal static class ChangeOrder
{
    /// <summary>Whether an object may be in other hands already when it changes.</summary>
    /// <param name="use">Where it gets there.</param>
    /// <param name="change">The change.</param>
    /// <param name="symbol">The variable that holds the object.</param>
    public static bool MayComeBefore(IOperation use, Change change, ISymbol symbol)
    {
        var used = use.Syntax.Span;
        var changed = change.Statement.Syntax.Span;
        if (changed.Contains(used))
        {
            return true;
        }

        // In pod = pod.AddLabel(…) nobody keeps the old one.
        return !IsReassignment(use, symbol) && (used.Start < changed.Start || IsRepeated(used, change.Statement, symbol));
    }

    private static bool IsReassignment(IOperation use, ISymbol symbol)
    {
        var statement = use;
        while (statement.Parent is not (null or IBlockOperation or IAnonymousFunctionOperation) && statement is not IExpressionStatementOperation)
        {
            statement = statement.Parent;
        }

        return statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: var target } } && target switch
        {
            ILocalReferenceOperation o => SymbolEqualityComparer.Default.Equals(o.Local, symbol),
            IParameterReferenceOperation o => SymbolEqualityComparer.Default.Equals(o.Parameter, symbol),
            _ => false,
        };
    }

    /// <summary>Whether both stand in a loop that the variable lives longer than.</summary>
    private static bool IsRepeated(TextSpan used, IOperation statement, ISymbol symbol)
    {
        for (var around = statement.Parent; around is not null; around = around.Parent)
        {
            if (around is ILoopOperation { Syntax.Span: var loop } && loop.Contains(used)
                && !symbol.DeclaringSyntaxReferences.Any(d => d.SyntaxTree == statement.Syntax.SyntaxTree && loop.Contains(d.Span)))
            {
                return true;
            }
        }

        return false;
    }
}
