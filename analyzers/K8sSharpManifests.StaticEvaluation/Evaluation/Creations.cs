using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>New objects with their initialisers, copies by <c>with</c>, tuples.</summary>
internal static class Creations
{
    /// <summary>The name under which an object keeps a parameter of its primary constructor.</summary>
    public static string KeyOf(IParameterSymbol parameter) => $"({parameter.Name})";

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

        if (type is { Name: "IntOrString", ContainingNamespace.Name: "Models" } && arguments.Length == 0
            && operation.Initializer?.Initializers is [ISimpleAssignmentOperation { Value: var number }])
        {
            return evaluation.Evaluate(number, frame) is ConstantValue { Constant: string s } ? new IntOrStringValue(s, origin) : new UnknownValue(origin);
        }

        return Own(operation, type, origin) is { } own
            ? Initialize(own, operation.Initializer, evaluation, frame)
            : new UnknownValue(origin);

        ObjectValue? Own(IObjectCreationOperation creation, INamedTypeSymbol created, SourceOrigin place) =>
            creation.Constructor is { } constructor && IsPlain(created, constructor) ? OwnObject(creation, constructor, created, place, evaluation, frame) : null;
    }

    /// <summary>Whether nothing runs in a constructor but what is seen: no body, no base class with one.</summary>
    private static bool IsPlain(INamedTypeSymbol type, IMethodSymbol constructor) =>
        type is { TypeKind: TypeKind.Class or TypeKind.Struct, DeclaringSyntaxReferences.Length: > 0 }
        && type.BaseType?.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType
        && (constructor.IsImplicitlyDeclared || constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is TypeDeclarationSyntax);

    private static ObjectValue OwnObject(
        IObjectCreationOperation operation, IMethodSymbol constructor, INamedTypeSymbol type, SourceOrigin origin, Evaluation evaluation, Frame frame)
    {
        var value = new ObjectValue(null, type, [], isOpen: false, origin, []);
        foreach (var argument in operation.Arguments)
        {
            if (argument.Parameter?.OriginalDefinition is { } parameter)
            {
                var content = evaluation.Evaluate(argument.Value, frame);
                value = value.With(KeyOf(parameter), content);

                // A record's parameter is a property of the same name, unless the user wrote that property.
                if (type.IsRecord && !constructor.IsImplicitlyDeclared
                    && type.GetMembers(parameter.Name) is [IPropertySymbol { DeclaringSyntaxReferences: [var declaration] }]
                    && declaration.GetSyntax() is ParameterSyntax)
                {
                    value = value.With(parameter.Name, content);
                }
            }
        }

        return value;
    }

    private static ObjectValue? AsObject(Value value, ITypeSymbol? type, Evaluation evaluation) => value switch
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
                _ => value.Open(),
            };
        }

        return value;
    }

    // What the code of a user's own property does with a value is not known.
    private static string? KeyOf(ObjectValue value, IPropertySymbol property) =>
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
