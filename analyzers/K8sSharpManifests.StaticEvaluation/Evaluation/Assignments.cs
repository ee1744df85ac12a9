using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Carries out the statements that <see cref="Change"/> finds. A value never changes: what holds the object that does gets another value, up to the local.
/// <see cref="Escapes"/> has made sure that no other variable can see the difference; that no other part of the same value can is seen to here.
/// </summary>
internal sealed class Assignments(Evaluation evaluation, Frame frame)
{
    /// <summary>Whether a method changes the collection that it is called on, and nothing else.</summary>
    public static bool IsMutator(IMethodSymbol method) =>
        IsMutator(method.Name) && Collections.IsMutable(method.ContainingType);

    /// <summary>Whether such a method has this name.</summary>
    public static bool IsMutator(string method) => method is "Add" or "AddRange" or "Insert" or "Remove" or "RemoveAt" or "Clear";

    /// <summary>Runs a statement's expression; false where it is none that changes something.</summary>
    public bool Run(IOperation operation)
    {
        switch (operation)
        {
            case ISimpleAssignmentOperation o:
                var value = evaluation.Evaluate(o.Value, frame);
                Assign(o.Target, _ => value);
                return true;
            case ICoalesceAssignmentOperation o:
                Assign(o.Target, current => Conditions.IsNull(current) switch
                {
                    true => evaluation.Evaluate(o.Value, frame),
                    false => current,
                    null => evaluation.Unknown(o, frame),
                });
                return true;
            case ICompoundAssignmentOperation o:
                Assign(o.Target, current => Texts.Combine(o.OperatorKind, o.OperatorMethod, o.Type, current, evaluation.Evaluate(o.Value, frame)) is { } result
                    ? new ConstantValue(result, evaluation.Origin(o, frame))
                    : evaluation.Unknown(o, frame));
                return true;
            case IIncrementOrDecrementOperation o:
                var step = new ConstantValue(o.Kind == OperationKind.Increment ? 1 : -1, null);
                Assign(o.Target, current => Texts.Combine(BinaryOperatorKind.Add, o.OperatorMethod, o.Type, current, step) is { } result
                    ? new ConstantValue(result, evaluation.Origin(o, frame))
                    : evaluation.Unknown(o, frame));
                return true;
            case IDeconstructionAssignmentOperation o:
                Deconstruct(o.Target, evaluation.Evaluate(o.Value, frame));
                return true;
            case IInvocationOperation { Instance: { } instance } o when IsMutator(o.TargetMethod):
                var arguments = o.Arguments.Select(a => evaluation.Evaluate(a.Value, frame)).ToArray();
                Update(instance, instance, current => Collections.Changed(current, instance.Type, o.TargetMethod.Name, arguments) ?? evaluation.Unknown(o, frame));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Binds the variables of <c>var (a, b)</c>, or assigns to those of <c>(a, b)</c>.</summary>
    public void Deconstruct(IOperation target, Value value)
    {
        switch (target)
        {
            case IDeclarationExpressionOperation declaration:
                Deconstruct(declaration.Expression, value);
                break;
            case ITupleOperation tuple:
                for (var i = 0; i < tuple.Elements.Length; i++)
                {
                    Deconstruct(tuple.Elements[i], Part(value, i, tuple.Elements.Length) ?? new UnknownValue(value.Origin));
                }

                break;
            default:
                Assign(target, _ => value);
                break;
        }
    }

    /// <summary>A part of a tuple or pair, or what a record's own Deconstruct gives: its parameters in order.</summary>
    public static Value? Part(Value value, int index, int count) => value switch
    {
        ObjectValue { Model: null, Type: null } pair when count == 2 && pair.Find("Key") is { } key && pair.Find("Value") is { } entry => index == 0 ? key : entry,
        ObjectValue { Model: null, Type: null } tuple => tuple.Find($"Item{index + 1}"),
        ObjectValue { Type: { IsRecord: true } type } record when Constructors.Primary(type) is { Parameters: var parameters } && parameters.Length == count
            && !type.GetMembers("Deconstruct").Any(m => !m.IsImplicitlyDeclared) => record.Find(parameters[index].Name),
        _ => null,
    };

    /// <summary>Makes everything that a statement assigns to, which is not carried out, unknown.</summary>
    public void Forget(IOperation statement)
    {
        foreach (var operation in statement.DescendantsAndSelf())
        {
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation && Change.Of(operation) is not null)
            {
                Set(operation, evaluation.Unknown(operation, frame));
            }
        }
    }

    private void Assign(IOperation target, Func<Value, Value> change) => Update(target, Change.Holder(target), change);

    /// <summary>Changes what a place holds: a local, or a part of the object that one holds.</summary>
    /// <param name="place">The place.</param>
    /// <param name="changed">The place of the object that changes; null where a local only gets another one.</param>
    /// <param name="change">What becomes of the place's value.</param>
    private void Update(IOperation place, IOperation? changed, Func<Value, Value> change)
    {
        var path = new Stack<IOperation>();
        var root = place;
        while (Change.Holder(root) is { } holder)
        {
            path.Push(root);
            root = holder;
        }

        // Where the same object stands in another place too, that one would have to change with it.
        var value = evaluation.Evaluate(root, frame);
        Set(root, changed is not null && Sharing.IsShared(value, evaluation.Evaluate(changed, frame), evaluation)
            ? new UnknownValue(evaluation.Origin(place, frame)) { IsShared = true }
            : Changed(value, path, change));
    }

    private Value Changed(Value value, Stack<IOperation> path, Func<Value, Value> change)
    {
        if (path.Count == 0)
        {
            return change(value);
        }

        if (value is UnknownValue { IsShared: true })
        {
            return value;
        }

        var part = path.Pop();
        return part switch
        {
            IPropertyReferenceOperation { Arguments.Length: 0, Property: var property } => Creations.AsObject(value, property.ContainingType, evaluation) is { } owner
                && Creations.KeyOf(owner, property) is { } key
                    ? owner.With(key, Changed(Members.Read(owner, property), path, change))
                    : evaluation.Unknown(part, frame),
            IFieldReferenceOperation { Field: var field } when value is ObjectValue { Model: null } owner =>
                owner.With(field.Name, Changed(Members.Read(owner, field) ?? evaluation.Unknown(part, frame), path, change)),
            IPropertyReferenceOperation { Arguments: [var index] } => Element(value, index.Value),
            IArrayElementReferenceOperation { Indices: [var index] } => Element(value, index),
            _ => evaluation.Unknown(part, frame),
        };

        Value Element(Value collection, IOperation index)
        {
            var known = evaluation.Evaluate(index, frame);
            return Collections.WithElement(collection, known, current => Changed(current ?? evaluation.Unknown(part, frame), path, change)) ?? evaluation.Unknown(part, frame);
        }
    }

    private void Set(IOperation root, Value value)
    {
        switch (root)
        {
            case ILocalReferenceOperation { Local: var local }:
                (frame.FindHolder(local) ?? frame).Set(local, value);
                break;
            case IParameterReferenceOperation { Parameter: var parameter }:
                (frame.FindHolder(parameter) ?? frame).Set(parameter, value);
                break;
            case IInstanceReferenceOperation when frame.IsConstructor:
                frame.Instance = value;
                break;
        }
    }
}
