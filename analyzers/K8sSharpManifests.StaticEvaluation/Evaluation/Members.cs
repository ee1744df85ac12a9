using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Fields and properties: of models, of tuples and the user's own objects, and static ones.</summary>
internal static class Members
{
    public static Value Evaluate(IFieldReferenceOperation operation, Evaluation evaluation, Frame frame)
    {
        var field = operation.Field;
        if (operation.Instance is not null)
        {
            return Read(evaluation.Evaluate(operation.Instance, frame), field) ?? evaluation.Unknown(operation, frame);
        }

        if (field is { ContainingType.SpecialType: SpecialType.System_String, Name: "Empty" })
        {
            return new ConstantValue("", evaluation.Origin(operation, frame));
        }

        return (field is { IsStatic: true, IsReadOnly: true } ? Static(field, evaluation, evaluation.CallSite(operation.Syntax, frame)) : null)
            ?? Unknown(field, operation, evaluation, frame);
    }

    public static Value Evaluate(IPropertyReferenceOperation operation, Evaluation evaluation, Frame frame)
    {
        if (operation.Arguments.Length > 0)
        {
            return Collections.Element(operation, evaluation, frame);
        }

        var property = operation.Property;
        if (operation.Instance is null)
        {
            return property.IsStatic ? Computed(property, null, evaluation, evaluation.CallSite(operation.Syntax, frame), operation, frame)
                : evaluation.Unknown(operation, frame);
        }

        var instance = evaluation.Evaluate(operation.Instance, frame);
        if (instance is UnknownValue { IsShared: true })
        {
            return instance;
        }

        var value = Read(instance, property);
        return value is not UnknownValue || ModelTypes.IsModel(property.ContainingType)
            ? value
            : Computed(property, instance, evaluation, evaluation.CallSite(operation.Syntax, frame), operation, frame);
    }

    /// <summary>What an object holds in a field; null where that is not known.</summary>
    public static Value? Read(Value instance, IFieldSymbol field) => instance switch
    {
        ObjectValue value when value.Find((field.CorrespondingTupleField ?? field).Name) is { } member => member,
        ObjectValue { Type: not null, IsOpen: false } value => Constants.Default(field.Type, value.Origin),
        _ => null,
    };

    /// <summary>What an object holds in a property.</summary>
    public static Value Read(Value instance, IPropertySymbol property)
    {
        if (instance is ObjectValue { Type: not null })
        {
            if (Invocations.Actual(property, instance) is not IPropertySymbol actual)
            {
                return new UnknownValue(instance.Origin);
            }

            property = actual;
        }

        switch (instance)
        {
            case ObjectValue { Model: { } model } value when model.ByName(property.Name) is { } field:
                return value.Find(field.Key) ?? (value.IsOpen ? new UnknownValue(value.Origin) : field.Initial);
            // What a base class keeps under that name is not what its code gives.
            case ObjectValue { Type: not null, IsOpen: true }:
            case ObjectValue { Type: not null } when !IsAutomatic(property):
                return new UnknownValue(instance.Origin);
            case ObjectValue { Model: null } value when value.Find(property.Name) is { } member:
                return member;
            case ObjectValue { Type: not null } value:
                return Constants.Default(property.Type, value.Origin);
            case ListValue { IsOpen: false } list when property.Name is "Count" or "Length":
                return new ConstantValue(list.Items.Length, list.Origin);
            case MapValue { IsOpen: false } map when property.Name is "Count":
                return new ConstantValue(map.Entries.Length, map.Origin);
            case MapValue map when property.Name is "Keys":
                return new ListValue([.. map.Entries.Select(e => new ConstantValue(e.Key, e.Value.Origin))], map.IsOpen, map.Origin);
            case MapValue map when property.Name is "Values":
                return new ListValue([.. map.Entries.Select(e => e.Value)], map.IsOpen, map.Origin);
            case IntOrStringValue number when property.Name == "Value":
                return new ConstantValue(number.Text, number.Origin);
            case ConstantValue { Constant: string text } when property.Name == "Length":
                return new ConstantValue(text.Length, instance.Origin);
            // The value of a nullable one.
            case ConstantValue when property.Name == "Value":
                return instance;
            case ConstantValue or NullValue when property.Name == "HasValue":
                return new ConstantValue(instance is ConstantValue, instance.Origin);
            default:
                return new UnknownValue(instance.Origin);
        }
    }

    /// <summary>Whether the compiler keeps the property's value: then it is what a constructor or initialiser set.</summary>
    public static bool IsAutomatic(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences is [var declaration] && Syntax.HasNoCode(declaration.GetSyntax())
        && property.ContainingType.GetMembers().Any(m => m is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>What a static field or property without code holds: one object for all who read it. Null where that is not known.</summary>
    private static Value? Static(ISymbol member, Evaluation evaluation, SourceOrigin? caller)
    {
        // A static constructor may give it another value, or change the object that it holds.
        if (member.ContainingType.StaticConstructors.Any(c => !c.IsImplicitlyDeclared) || evaluation.Facts.IsChanged(member) || evaluation.MayBeTooEarly(member) || evaluation.Facts.BodyOf(member) is not { } initializer)
        {
            return null;
        }

        return evaluation.Static(member, caller, () => evaluation.Inline(initializer, [], [], new Frame(null, initializer, caller, null)));
    }

    private static UnknownValue Unknown(ISymbol member, IOperation operation, Evaluation evaluation, Frame frame) =>
        new(evaluation.Origin(operation, frame)) { IsShared = member.IsStatic };

    private static Value Computed(
        IPropertySymbol property, Value? instance, Evaluation evaluation, SourceOrigin? caller, IOperation operation, Frame frame)
    {
        var isBase = Syntax.IsBase((operation as IPropertyReferenceOperation)?.Instance?.Syntax);
        if ((isBase ? property : Invocations.Actual(property, instance)) is not IPropertySymbol { GetMethod: { } getter } actual)
        {
            return evaluation.Unknown(operation, frame);
        }

        if (IsAutomatic(actual))
        {
            return (actual is { IsStatic: true, SetMethod: null } ? Static(actual, evaluation, caller) : null) ?? Unknown(actual, operation, evaluation, frame);
        }

        return Invocations.OfMethod(getter, instance, [], evaluation, caller, isBase) ?? evaluation.Unknown(operation, frame);
    }
}
