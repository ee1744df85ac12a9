using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>New objects with their initialisers, copies by <c>with</c>, tuples.</summary>
internal static class Creations
{
    public static Value Evaluate(ITupleOperation operation, Evaluation evaluation, Frame frame) => ObjectValue.Of(
        evaluation.Origin(operation, frame),
        [.. operation.Elements.Select((element, index) => ($"Item{index + 1}", evaluation.Evaluate(element, frame)))]);

    public static Value Evaluate(IWithOperation operation, Evaluation evaluation, Frame frame) =>
        AsObject(evaluation.Evaluate(operation.Operand, frame), operation.Type, evaluation) is { } value
            ? Initialize(value, operation.Initializer, evaluation, frame)
            : evaluation.Unknown(operation, frame);

    public static Value Evaluate(IObjectCreationOperation operation, Evaluation evaluation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        if (operation.Type is not INamedTypeSymbol type)
        {
            return new UnknownValue(origin);
        }

        if (evaluation.Facts.Models.Of(type) is { } model)
        {
            return operation.Arguments.Length > 0
                ? new UnknownValue(origin)
                : Initialize(new ObjectValue(model, isOpen: false, origin), operation.Initializer, evaluation, frame);
        }

        if (type is { Name: "List" or "Dictionary", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } })
        {
            return Collections.Evaluate(operation, type, evaluation, frame);
        }

        var arguments = operation.Arguments.Select(a => evaluation.Evaluate(a.Value, frame)).ToArray();
        if (type is { Name: "KeyValuePair", Arity: 2 } && arguments.Length == 2)
        {
            return ObjectValue.Of(origin, ("Key", arguments[0]), ("Value", arguments[1]));
        }

        if (type is { Name: "ResourceQuantity", ContainingNamespace.Name: "Models" } && arguments is [ConstantValue text])
        {
            return Constants.Quantity(text) ?? new UnknownValue(origin);
        }

        return operation.Constructor is { } constructor && Constructors.New(constructor, type, Ordered(operation, arguments), evaluation, evaluation.CallSite(operation.Syntax, frame), origin) is { } own
            ? Initialize(own, operation.Initializer, evaluation, frame)
            : new UnknownValue(origin);
    }

    /// <summary>Arguments in the order of the parameters; named ones stand as the user likes.</summary>
    private static Value[] Ordered(IObjectCreationOperation operation, Value[] arguments)
    {
        var ordered = new Value[operation.Constructor!.Parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (operation.Arguments[i].Parameter is { Ordinal: var ordinal } && ordinal < ordered.Length)
            {
                ordered[ordinal] = arguments[i];
            }
        }

        return [.. ordered.Select(a => a ?? new UnknownValue())];
    }

    /// <summary>An object to change: an unknown one is one of which nothing is known yet.</summary>
    public static ObjectValue? AsObject(Value value, ITypeSymbol? type, Evaluation evaluation) => value switch
    {
        ObjectValue known => known,
        UnknownValue when evaluation.Facts.Models.Of(type) is { } model => new ObjectValue(model, isOpen: true, value.Origin),
        _ => null,
    };

    /// <summary>Sets what an initialiser sets. What is not understood leaves the object open.</summary>
    private static ObjectValue Initialize(ObjectValue value, IObjectOrCollectionInitializerOperation? initializer, Evaluation evaluation, Frame frame)
    {
        foreach (var part in initializer?.Initializers ?? [])
        {
            value = part switch
            {
                ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property, Arguments.Length: 0 } } set
                    when KeyOf(value, property) is { } key => value.With(key, evaluation.Evaluate(set.Value, frame)),
                ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var field } } set when value.Model is null =>
                    value.With(field.Name, evaluation.Evaluate(set.Value, frame)),
                IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation { Property: var property } } nested
                    when KeyOf(value, property) is { } key => value.With(key, Nested(value.Field(key), property.Type, nested.Initializer, evaluation, frame)),

                // The code of a user's own property may do anything.
                _ => value.Model is null ? new ObjectValue(null, value.Type, [], isOpen: true, value.Origin, []) : value.Open(),
            };
        }

        return value;
    }

    /// <summary>The name under which an object keeps a property's value; null for one with code, of which it is not known what that does.</summary>
    public static string? KeyOf(ObjectValue value, IPropertySymbol property) =>
        value.Model is not null ? value.Model.ByName(property.Name)?.Key : Members.IsAutomatic(property) ? property.Name : null;

    /// <summary>An initialiser of what a member holds already: it adds to that. Where there is nothing it fails when it runs, and anything may be said.</summary>
    private static Value Nested(Value current, ITypeSymbol type, IObjectOrCollectionInitializerOperation initializer, Evaluation evaluation, Frame frame)
    {
        if (current is NullValue)
        {
            current = new UnknownValue(evaluation.Origin(initializer, frame));
        }

        return AsObject(current, type, evaluation) is { } value
            ? Initialize(value, initializer, evaluation, frame)
            : Collections.Initialize(current, type, initializer, evaluation, frame);
    }
}
