using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Locals and parameters. One that nothing changes is evaluated where it is used first, wherever that is; one whose changes are followed holds what the
/// statements before have left in it; all others are unknown.
/// </summary>
internal static class Locals
{
    public static Value Evaluate(ILocalReferenceOperation operation, Evaluation evaluation, Frame frame)
    {
        var local = operation.Local;
        var fate = evaluation.Facts.Escapes.Of(local, operation);
        if (fate != Fate.Unknown && frame.Find(local) is { } value)
        {
            return value;
        }

        if (fate != Fate.Constant || Initializer(operation) is not { } initializer)
        {
            return evaluation.Unknown(operation, frame);
        }

        // Its own initialiser may name it in code that does not compile.
        var owner = frame.Owner(initializer.Syntax);
        owner.Set(local, evaluation.Unknown(operation, frame));
        value = evaluation.Evaluate(initializer, owner);
        owner.Set(local, value);
        return value;
    }

    public static Value Evaluate(IParameterReferenceOperation operation, Evaluation evaluation, Frame frame)
    {
        var parameter = operation.Parameter;
        if (evaluation.Facts.Escapes.Of(parameter, operation) == Fate.Unknown)
        {
            return evaluation.Unknown(operation, frame);
        }

        // The parameter of a primary constructor belongs to the object.
        return frame.Find(parameter)
            ?? (frame.Instance as ObjectValue)?.Find(Constructors.KeyOf(parameter))
            ?? evaluation.Unknown(operation, frame);
    }

    private static IVariableInitializerOperation? Initializer(ILocalReferenceOperation reference)
    {
        if (reference.Local.DeclaringSyntaxReferences is not [var declaration] || reference.SemanticModel is not { } model
            || declaration.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        return model.GetOperation(declaration.GetSyntax()) is IVariableDeclaratorOperation declarator ? declarator.GetVariableInitializer() : null;
    }
}
