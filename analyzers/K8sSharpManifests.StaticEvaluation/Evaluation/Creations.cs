using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>New objects with their initialisers, copies by <c>with</c>, tuples.</summary>
internal static class Creations
{
    public static Value Evaluate(ITupleOperation operation, Evaluation evaluation, Frame frame) => StructValue.Of(
        evaluation.Origin(operation, frame),
        [.. operation.Elements.Select((element, index) => ($"Item{index + 1}", evaluation.Evaluate(element, frame)))]);

    public static Value Evaluate(IAnonymousObjectCreationOperation operation, Evaluation evaluation, Frame frame)
    {
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        foreach (var part in operation.Initializers.OfType<ISimpleAssignmentOperation>())
        {
            if (part.Target is IPropertyReferenceOperation { Property: var property })
            {
                fields.Add(new(Members.KeyOf(property), evaluation.Evaluate(part.Value, frame)));
            }
        }

        return evaluation.Heap.New(new RecordState(null, (INamedTypeSymbol)operation.Type!, fields.ToImmutable(), isOpen: false, []), evaluation.Origin(operation, frame));
    }

    public static Value Evaluate(IWithOperation operation, Evaluation evaluation, Frame frame)
    {
        var original = evaluation.Evaluate(operation.Operand, frame);
        var copy = original switch
        {
            StructValue => original,
            ChoiceValue choice when evaluation.Facts.Models.Of(operation.Type) is not null => Clone(choice.References, choice, evaluation),
            ChoiceValue choice => evaluation.Either(choice, r => Copy(r, operation, evaluation, frame)),
            Reference known => Copy(known, operation, evaluation, frame),
            UnknownValue when evaluation.Facts.Models.Of(operation.Type) is { } model => evaluation.Heap.New(RecordState.OfUnknown(model), original.Origin),
            _ => evaluation.Unknowns.Call([original], evaluation.Origin(operation, frame)),
        };
        return Initialize(copy, operation.Initializer, evaluation, frame);
    }

    public static Value Evaluate(IObjectCreationOperation operation, Evaluation evaluation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        if (operation is not { Type: INamedTypeSymbol type, Constructor: { } constructor })
        {
            return evaluation.Unknowns.Deny(operation, frame);
        }

        var arguments = evaluation.Calls.Arguments(operation.Arguments, constructor.Parameters.Length, frame);
        var call = new Call(constructor, null, arguments, operation, frame);
        return Initialize(New(call, type, origin, evaluation), operation.Initializer, evaluation, frame);
    }

    public static Value Evaluate(ITypeParameterObjectCreationOperation operation, Evaluation evaluation, Frame frame) =>
        Initialize(New(frame.Resolve(operation.Type), new(null!, null, [], operation, frame), evaluation.Origin(operation, frame), evaluation), operation.Initializer, evaluation, frame);

    /// <summary>A new object of what a type parameter stands for.</summary>
    public static Value New(ITypeSymbol? type, Call call, SourceOrigin origin, Evaluation evaluation) =>
        type is INamedTypeSymbol { IsAbstract: false } named && named.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty) is { } constructor
            ? New(call with { Method = constructor, Instance = null, Arguments = [] }, named, origin, evaluation)
            : evaluation.Unknowns.Call([], origin);

    /// <summary>Runs an initialiser on an object; gives that, which for a struct is another value.</summary>
    public static Value Initialize(Value value, IObjectOrCollectionInitializerOperation? initializer, Evaluation evaluation, Frame frame)
    {
        if (initializer is null || initializer.Initializers.IsEmpty)
        {
            return value;
        }

        if (value is not StructValue)
        {
            Run(new ValuePlace(value), initializer, evaluation, frame);
            return value;
        }

        var box = evaluation.Heap.New(new BoxState(value), value.Origin).Target;
        Run(new BoxPlace(box), initializer, evaluation, frame);
        return ((BoxState)box.State).Value;
    }

    private static Value New(Call call, INamedTypeSymbol type, SourceOrigin origin, Evaluation evaluation)
    {
        if (evaluation.Facts.Models.Of(type) is { } model && call.Arguments.Length == 0)
        {
            return evaluation.Heap.New(RecordState.Of(model), origin);
        }

        if (!type.DeclaringSyntaxReferences.IsEmpty)
        {
            return Constructors.New(call, type, evaluation, origin);
        }

        return type is { Name: "ResourceQuantity", ContainingNamespace: { Name: "Models", ContainingNamespace.Name: "k8s" } } && call.Arguments is [ConstantValue text]
            ? Conversions.Quantity(text) ?? new UnknownValue(origin)
            : Framework.New(new(evaluation.Facts.FrameworkName(call.Method)?.Type ?? "", ".ctor", call, evaluation, origin))
                ?? (evaluation.Facts.IsFramework(call.Method)
                    ? evaluation.Unknowns.Framework(call.Arguments.Select((a, i) => (a, (ITypeSymbol?)call.Method.Parameters[i].Type)), origin)
                    : Unknown(call, origin, evaluation));
    }

    private static Value Unknown(Call call, SourceOrigin origin, Evaluation evaluation)
    {
        evaluation.Observer?.Gave(call, evaluation);
        return evaluation.Unknowns.Call(call.Given, origin);
    }

    private static Value Copy(Reference original, IWithOperation operation, Evaluation evaluation, Frame frame) => original.Target.State is RecordState state
        ? state.Type is null || state.Type.IsAnonymousType ? evaluation.Heap.New(state, original.Origin) : Constructors.Copy(original, state, operation, evaluation, frame)
        : evaluation.Unknowns.Call([original], evaluation.Origin(operation, frame));

    /// <summary>A copy of one of several models: a new object, which holds what they have in common.</summary>
    private static Value Clone(IEnumerable<Reference> originals, ChoiceValue choice, Evaluation evaluation) =>
        evaluation.Heap.New(originals.Select(r => r.Target.State).Aggregate((a, b) => evaluation.Heap.Join(a, b, choice.Reason)), choice.Origin);

    private static void Run(Place receiver, IObjectOrCollectionInitializerOperation initializer, Evaluation evaluation, Frame frame)
    {
        evaluation.Receivers.Push(receiver);
        foreach (var part in initializer.Initializers)
        {
            if (part is IMemberInitializerOperation nested)
            {
                Nested(nested, evaluation, frame);
            }
            else
            {
                evaluation.Evaluate(part, frame);
            }
        }

        evaluation.Receivers.Pop();
    }

    /// <summary>An initialiser of what a member holds already. Where there is nothing it fails when it runs.</summary>
    private static void Nested(IMemberInitializerOperation operation, Evaluation evaluation, Frame frame)
    {
        var place = evaluation.Places.Of(operation.InitializedMember, frame);
        if (place is AccessorPlace)
        {
            // The getter is called anew for each part.
            evaluation.Unknowns.Call(place.Parts.Concat(evaluation.Receivers.Select(r => new PlaceValue(r))), evaluation.Origin(operation, frame));
            evaluation.Unknowns.Deny(operation, frame);
            return;
        }

        var current = place.Get(evaluation);
        if (current is StructValue)
        {
            place.Set(evaluation, Initialize(current, operation.Initializer, evaluation, frame));
        }
        else
        {
            Initialize(current, operation.Initializer, evaluation, frame);
        }
    }
}
