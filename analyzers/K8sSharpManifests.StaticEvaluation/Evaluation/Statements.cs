using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Runs the statements of a body, in their order. Where a condition is not known, it runs both ways and goes on with what they have in common
///. A statement that is not understood is passed over where no way out of the body lies in it; what it changes is unknown after it.
/// </summary>
internal sealed partial class Statements
{
    private readonly Evaluation _evaluation;
    private readonly ImmutableArray<Value>.Builder _yielded = ImmutableArray.CreateBuilder<Value>();
    private readonly List<Value> _returned = [];
    private bool _isIterator;
    private bool _isOpen;

    private Statements(Evaluation evaluation) => _evaluation = evaluation;

    private enum Flow
    {
        Next,
        Returned,
        Broke,
        Continued,
        Threw,
        Unknown,
    }

    public static Value Evaluate(IBlockOperation block, Evaluation evaluation, Frame frame)
    {
        // What most bodies are: one return.
        if (block.Operations is [IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } only }])
        {
            return evaluation.Evaluate(only, frame);
        }

        var statements = new Statements(evaluation) { _isIterator = Exits(block).Any(e => e.Kind is OperationKind.YieldReturn or OperationKind.YieldBreak) };
        var flow = statements.Run(block.Operations, frame);
        var origin = evaluation.Origin(block, frame);
        if (statements._isIterator)
        {
            return new ListValue(statements._yielded.ToImmutable(), statements._isOpen || flow is Flow.Unknown or Flow.Threw, origin);
        }

        // A way that throws gives no value.
        return flow is Flow.Returned or Flow.Threw && statements._returned.Count > 0 ? statements._returned.Aggregate(Join.Of) : new UnknownValue(origin);
    }

    /// <summary>Runs a constructor's body; false where it is not known what that leaves in the object.</summary>
    public static bool RunConstructor(IBlockOperation body, INamedTypeSymbol type, Evaluation evaluation, Frame frame) =>
        evaluation.Facts.Escapes.Of(type, body) != Fate.Unknown
        && new Statements(evaluation).Run(body.Operations, frame) == Flow.Next;

    /// <summary>The ways out of a statement. A chain of calls nests deeply: no recursion here.</summary>
    private static IEnumerable<IOperation> Exits(IOperation statement)
    {
        var pending = new Stack<IOperation>();
        pending.Push(statement);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            if (operation.Kind is OperationKind.Return or OperationKind.YieldReturn or OperationKind.YieldBreak or OperationKind.Branch)
            {
                yield return operation;
            }

            foreach (var child in operation.ChildOperations)
            {
                // Lambdas have ways out of their own.
                if (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    pending.Push(child);
                }
            }
        }
    }

    private Flow Run(ImmutableArray<IOperation> statements, Frame frame)
    {
        foreach (var statement in statements)
        {
            if (!_evaluation.Count())
            {
                return Flow.Unknown;
            }

            var flow = Run(statement, frame);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    private Flow Run(IOperation statement, Frame frame)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return Run(block.Operations, frame);
            case IVariableDeclarationGroupOperation or IUsingDeclarationOperation:
                Declare(statement, frame);
                return Flow.Next;
            case IExpressionStatementOperation { Operation: var expression }:
                return new Assignments(_evaluation, frame).Run(expression) ? Flow.Next : PassOver(statement, frame);
            case IReturnOperation { Kind: OperationKind.YieldReturn } yielded:
                _yielded.Add(_evaluation.Evaluate(yielded.ReturnedValue, frame));
                return Flow.Next;
            case IReturnOperation returned:
                _returned.Add(_evaluation.Evaluate(returned.ReturnedValue, frame));
                return Flow.Returned;
            case IThrowOperation:
                return Flow.Threw;
            case IBranchOperation { BranchKind: BranchKind.Break }:
                return Flow.Broke;
            case IBranchOperation { BranchKind: BranchKind.Continue }:
                return Flow.Continued;
            case IConditionalOperation choice:
                return Run(choice, frame);
            case ISwitchOperation choice:
                return Run(choice, frame);
            case IForEachLoopOperation { IsAsynchronous: false } loop:
                return Run(loop, frame);
            case IForLoopOperation loop:
                return Run(loop, frame);
            case IWhileLoopOperation { ConditionIsTop: true } loop:
                return Run(loop, frame);
            case ILockOperation { Body: var body }:
                return Run(body, frame);
            case IUsingOperation { IsAsynchronous: false } used:
                Declare(used.Resources, frame);
                return Run(used.Body, frame);
            case ITryOperation attempt when attempt.Finally?.Descendants().Any(o => Change.Of(o) is not null) != true:
                return Run(attempt, frame);
            default:
                return PassOver(statement, frame);
        }
    }

    /// <summary>Locals get their values in the order of the statements: what they are made of may change later.</summary>
    private void Declare(IOperation declarations, Frame frame)
    {
        foreach (var declarator in declarations.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>())
        {
            if (declarator.Parent is IVariableDeclarationOperation && declarator.GetVariableInitializer() is { } initializer)
            {
                frame.Set(declarator.Symbol, _evaluation.Evaluate(initializer, frame));
            }
        }
    }

    /// <summary>A statement that is not understood: harmless where it neither returns nor jumps, and where it only yields, items are missing.</summary>
    private Flow PassOver(IOperation statement, Frame frame)
    {
        Forget(statement, frame);
        var exits = Exits(statement).Where(e => e is not IBranchOperation branch || !IsInside(branch, statement)).ToList();
        if (_isIterator && exits.All(e => e.Kind == OperationKind.YieldReturn))
        {
            _isOpen |= exits.Count > 0;
            return Flow.Next;
        }

        return exits.Count == 0 && statement.Kind is not OperationKind.Invalid ? Flow.Next : Flow.Unknown;
    }

    // A loop's own break ends nothing but that.
    private static bool IsInside(IBranchOperation branch, IOperation statement)
    {
        for (var around = branch.Parent; around is not null; around = around.Parent)
        {
            if (around is ILoopOperation or ISwitchOperation && branch.BranchKind is BranchKind.Break or BranchKind.Continue)
            {
                return branch.BranchKind != BranchKind.Continue || around is ILoopOperation;
            }

            if (around == statement)
            {
                return false;
            }
        }

        return false;
    }
}
