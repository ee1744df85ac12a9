using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <content>The way to a place in a body: what an expression in the middle of a method sees is what the statements before it have left.</content>
internal sealed partial class Statements
{
    /// <summary>The frame that an expression sees at its place, as far as the code around it tells.</summary>
    public static Frame FrameAt(IOperation place, Evaluation evaluation)
    {
        var path = new HashSet<IOperation>();
        IOperation? function = null;
        var outermost = place;
        for (var around = place.Parent; around is not null; around = around.Parent)
        {
            path.Add(around);
            function ??= around is IAnonymousFunctionOperation or ILocalFunctionOperation ? around : null;
            outermost = around;
        }

        // When a lambda runs, and how often, is not known: of the code around it holds only what never changes.
        var frame = new Frame(null, outermost, null, null);
        var body = Body(function ?? outermost);
        if (body is null || !path.Contains(body) || !Follows(place, evaluation))
        {
            return frame;
        }

        var inner = function is null ? frame : new Frame(frame, body, null, null);
        return new Statements(evaluation).Approach(body.Operations, path, inner) ? inner : frame;
    }

    private static IBlockOperation? Body(IOperation function) => function switch
    {
        IAnonymousFunctionOperation o => o.Body,
        ILocalFunctionOperation o => o.Body,
        IMethodBodyOperation o => o.BlockBody,
        IConstructorBodyOperation o => o.BlockBody,
        _ => function as IBlockOperation,
    };

    /// <summary>Whether an expression uses anything that statements change. Most do not, and need none of them.</summary>
    private static bool Follows(IOperation place, Evaluation evaluation) => place.DescendantsAndSelf().Any(o => o switch
    {
        ILocalReferenceOperation { Local: var local } => evaluation.Facts.Escapes.Of(local, o) == Fate.Followed,
        IParameterReferenceOperation { Parameter: var parameter } => evaluation.Facts.Escapes.Of(parameter, o) == Fate.Followed,
        _ => false,
    });

    /// <summary>Runs statements up to the one that lies on the path; false where that one is never reached.</summary>
    private bool Approach(ImmutableArray<IOperation> statements, HashSet<IOperation> path, Frame frame)
    {
        foreach (var statement in statements)
        {
            if (path.Contains(statement))
            {
                return Enter(statement, path, frame);
            }

            switch (Run(statement, frame))
            {
                case Flow.Next:
                    break;

                // Whoever gets past it has met some of it.
                case Flow.Unknown:
                    Forget(statement, frame);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private bool Enter(IOperation? statement, HashSet<IOperation> path, Frame frame)
    {
        switch (statement)
        {
            case IBlockOperation block:
                return Approach(block.Operations, path, frame);
            case IConditionalOperation choice:
                return Enter(OnPath(choice.WhenTrue, choice.WhenFalse), path, frame);
            case ISwitchOperation choice:
                return choice.Cases.FirstOrDefault(path.Contains) is not { } section || Approach(section.Body, path, frame);
            case ILockOperation { Body: var body }:
                return Enter(OnPath(body), path, frame);
            case IUsingOperation used when path.Contains(used.Body):
                Declare(used.Resources, frame);
                return Enter(used.Body, path, frame);

            // Some turn of it, after any number of others.
            case ILoopOperation loop when path.Contains(loop.Body):
                Forget(loop, frame);
                return Enter(loop.Body, path, frame);
            case ILoopOperation and not IForEachLoopOperation:
                Forget(statement, frame);
                return true;

            // Any part of what comes before may have thrown.
            case ITryOperation attempt:
                if (!path.Contains(attempt.Body))
                {
                    Forget(attempt, frame);
                }

                return Enter(OnPath([attempt.Body, .. attempt.Catches.Select(c => c.Handler), attempt.Finally]), path, frame);
            default:
                return true;
        }

        IOperation? OnPath(params IOperation?[] parts) => parts.FirstOrDefault(p => p is not null && path.Contains(p));
    }

    private void Forget(IOperation statement, Frame frame) => new Assignments(_evaluation, frame).Forget(statement);
}
