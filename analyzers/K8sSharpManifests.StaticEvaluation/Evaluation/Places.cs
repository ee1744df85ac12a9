using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What can be assigned to. Its receiver and indexes have been evaluated, so that they keep their meaning whatever the assigned value's code does.</summary>
internal abstract class Place
{
    /// <summary>What unknown code gets that gets the place.</summary>
    public virtual IEnumerable<Value> Parts => [];

    public abstract Value Get(Evaluation evaluation);

    public abstract void Set(Evaluation evaluation, Value value);
}

/// <summary>A local or parameter.</summary>
internal sealed class VariablePlace(Frame frame, ISymbol variable) : Place
{
    public Frame Frame { get; } = frame;

    public override IEnumerable<Value> Parts => Frame.Values.Find(variable) is { } value ? [value] : [];

    public override Value Get(Evaluation evaluation) =>
        Frame.Values.Find(variable) is { } value ? value is PlaceValue place ? place.Place.Get(evaluation) : value : new UnknownValue();

    public override void Set(Evaluation evaluation, Value value)
    {
        if (Frame.Values.Find(variable) is PlaceValue reference)
        {
            reference.Place.Set(evaluation, value);
        }
        else
        {
            evaluation.Heap.Set(Frame, variable, value);
        }
    }
}

/// <summary>A field, or a property that the compiler keeps, of an object.</summary>
internal sealed class FieldPlace(Value receiver, ISymbol member, SourceOrigin origin) : Place
{
    public override IEnumerable<Value> Parts => [receiver];

    public override Value Get(Evaluation evaluation) => Members.Read(receiver, member, evaluation, origin);

    public override void Set(Evaluation evaluation, Value value) => Members.Write(receiver, member, value, evaluation);
}

/// <summary>A field of a struct that stands in a place of its own.</summary>
internal sealed class StructFieldPlace(Place outer, ISymbol member, SourceOrigin origin) : Place
{
    public override IEnumerable<Value> Parts => [new PlaceValue(outer)];

    public override Value Get(Evaluation evaluation) => Members.Read(outer.Get(evaluation), member, evaluation, origin);

    public override void Set(Evaluation evaluation, Value value)
    {
        if (outer.Get(evaluation) is StructValue whole)
        {
            outer.Set(evaluation, whole.With(Members.KeyOf(member), value));
        }
        else
        {
            evaluation.Heap.Escape(value);
            outer.Set(evaluation, new UnknownValue(origin));
        }
    }
}

/// <summary>A struct while its own code runs on it.</summary>
internal sealed class BoxPlace(HeapObject box) : Place
{
    public override IEnumerable<Value> Parts => [new Reference(box)];

    public override Value Get(Evaluation evaluation) => ((BoxState)box.State).Value;

    public override void Set(Evaluation evaluation, Value value) => evaluation.Heap.Set(box, new BoxState(value));
}

/// <summary>A value that is no variable: what is written to it is lost with it.</summary>
internal sealed class ValuePlace(Value value) : Place
{
    public override IEnumerable<Value> Parts => [value];

    public override Value Get(Evaluation evaluation) => value;

    public override void Set(Evaluation evaluation, Value other)
    {
        evaluation.Heap.Escape(value);
        evaluation.Heap.Escape(other);
        evaluation.Heap.ForgetEscaped();
    }
}

/// <summary>An element of an array, or what an indexer without code of the user's own gives.</summary>
internal sealed class ElementPlace(Value collection, Value index, SourceOrigin origin) : Place
{
    public override IEnumerable<Value> Parts => [collection];

    public override Value Get(Evaluation evaluation) => Collections.Element(collection, index, evaluation, origin);

    public override void Set(Evaluation evaluation, Value value) => Collections.SetElement(collection, index, value, evaluation);
}

/// <summary>A property or indexer with code.</summary>
internal sealed class AccessorPlace(IPropertySymbol property, Value? instance, Place? place, Value[] arguments, bool isBase, IOperation operation, Frame frame) : Place
{
    public override IEnumerable<Value> Parts => arguments.Append(instance).OfType<Value>();

    public override Value Get(Evaluation evaluation) => Call(property.GetMethod, arguments, evaluation);

    public override void Set(Evaluation evaluation, Value value) => Call(property.SetMethod, [.. arguments, value], evaluation);

    private Value Call(IMethodSymbol? accessor, Value[] values, Evaluation evaluation) => Kept(accessor, evaluation) is { } kept
        ? values.Length == 0 ? kept.Get(evaluation) : Set(kept, values[0], evaluation)
        : accessor is null ? evaluation.Unknowns.Call([.. values, .. Parts], evaluation.Origin(operation, frame))
        : evaluation.Calls.Method(new(accessor, instance, values, operation, frame) { InstancePlace = place, IsBase = isBase });

    /// <summary>The field that the compiler makes, where only the other accessor has code.</summary>
    private Place? Kept(IMethodSymbol? accessor, Evaluation evaluation) =>
        arguments.Length == 0 && accessor is { DeclaringSyntaxReferences: [var declaration] } && Members.HasField(property)
        && declaration.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.AccessorDeclarationSyntax { Body: null, ExpressionBody: null }
            ? place is not null ? new StructFieldPlace(place, property, evaluation.Origin(operation, frame)) : new FieldPlace(instance ?? new UnknownValue(), property, evaluation.Origin(operation, frame))
            : null;

    private static Value Set(Place kept, Value value, Evaluation evaluation)
    {
        kept.Set(evaluation, value);
        return value;
    }
}

/// <summary>A place that is not known, or none.</summary>
internal sealed class UnknownPlace(SourceOrigin origin) : Place
{
    public override Value Get(Evaluation evaluation) => new UnknownValue(origin);

    public override void Set(Evaluation evaluation, Value value)
    {
        evaluation.Heap.Escape(value);
        evaluation.Heap.ForgetEscaped();
    }
}

/// <summary><c>_</c>.</summary>
internal sealed class DiscardPlace : Place
{
    public override Value Get(Evaluation evaluation) => new UnknownValue();

    public override void Set(Evaluation evaluation, Value value)
    {
    }
}

/// <summary>Finds the place that an operation stands for.</summary>
internal sealed class Places(Evaluation evaluation)
{
    /// <summary>The place of what can be assigned to; for all else, one that holds its value.</summary>
    public Place Of(IOperation? operation, Frame frame)
    {
        switch (operation)
        {
            case ILocalReferenceOperation o:
                return Variable(o.Local, frame);
            // The parameter of a primary constructor belongs to the object.
            case IParameterReferenceOperation o when frame.Find(o.Parameter) is null && Constructors.IsOfPrimary(o.Parameter):
                return Member(o.Parameter, frame.Instance, frame.InstancePlace, evaluation.Origin(o, frame));
            case IParameterReferenceOperation o:
                return Variable(o.Parameter, frame);
            case IDeclarationExpressionOperation o:
                return Of(o.Expression, frame);
            case IDiscardOperation:
                return new DiscardPlace();
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver or InstanceReferenceKind.PatternInput } when evaluation.Receivers.Count > 0:
                return evaluation.Receivers.Peek();
            case IInstanceReferenceOperation when frame.InstancePlace is { } own:
                return own;
            case IFieldReferenceOperation { Instance: { } instance } o:
                var (value, place) = Receiver(instance, frame);
                return Member(o.Field, value, place, evaluation.Origin(o, frame));
            case IFieldReferenceOperation o:
                return new StaticPlace(o, frame);
            case IPropertyReferenceOperation o:
                return Property(o, frame);
            case IArrayElementReferenceOperation o:
                var array = evaluation.Evaluate(o.ArrayReference, frame);
                return Indices(o, frame) is [var index] ? new ElementPlace(array, index, evaluation.Origin(o, frame)) : Lost(o, frame, array);
            case IImplicitIndexerReferenceOperation o:
                return new ElementPlace(evaluation.Evaluate(o.Instance, frame), Collections.Index(o.Argument, evaluation, frame), evaluation.Origin(o, frame));
            case IConditionalOperation { IsRef: true } o when Conditions.Known(evaluation.Evaluate(o.Condition, frame)) is { } condition:
                return Of(condition ? o.WhenTrue : o.WhenFalse, frame);
            case IConversionOperation { OperatorMethod: null, Conversion.IsIdentity: true } o:
                return Of(o.Operand, frame);
            case IParenthesizedOperation o:
                return Of(o.Operand, frame);
            case IConditionalAccessInstanceOperation when evaluation.Accessed.Count > 0:
                return evaluation.Accessed.Peek();
            case ISimpleAssignmentOperation { IsRef: true } or IInvocationOperation:
                return evaluation.EvaluateRaw(operation, frame) switch { PlaceValue known => known.Place, var other => new ValuePlace(other) };
            case IConditionalOperation { IsRef: true }:
                evaluation.Unknowns.Deny(operation, frame);
                return new UnknownPlace(evaluation.Origin(operation, frame));
            case null:
                return new DiscardPlace();
            default:
                return new ValuePlace(evaluation.Evaluate(operation, frame));
        }
    }

    /// <summary>The object that a member belongs to; for a struct, where it stands.</summary>
    public (Value? Value, Place? Place) Receiver(IOperation instance, Frame frame)
    {
        if (instance.Type is { IsValueType: false } and not ITypeParameterSymbol || !IsVariable(instance, frame))
        {
            return (evaluation.Evaluate(instance, frame), null);
        }

        var place = Of(instance, frame);
        var value = place.Get(evaluation);
        return (value, value is StructValue or UnknownValue ? place : null);
    }

    /// <summary>Whether a struct's method that is called here changes what stands here, and no copy of it.</summary>
    private static bool IsVariable(IOperation instance, Frame frame) => instance switch
    {
        ILocalReferenceOperation { Local: var local } => local.RefKind != RefKind.RefReadOnly,
        IParameterReferenceOperation { Parameter: var parameter } => parameter.RefKind is RefKind.None or RefKind.Ref or RefKind.Out,
        IFieldReferenceOperation { Field: { IsReadOnly: true, IsStatic: false } } => frame.Body is IConstructorBodyOperation,
        // The variable of a loop or using is changed by its own methods; its fields are copied.
        IFieldReferenceOperation { Instance: ILocalReferenceOperation { Local: { IsForEach: true } or { IsUsing: true }, Type.IsValueType: true } } => false,
        IFieldReferenceOperation { Instance: { } holder } => holder.Type?.IsValueType != true || IsVariable(holder, frame),
        IArrayElementReferenceOperation or IInstanceReferenceOperation or IConditionalAccessInstanceOperation or IParenthesizedOperation => true,
        IPropertyReferenceOperation { Property.ReturnsByRef: true } or IInvocationOperation { TargetMethod.ReturnsByRef: true } or IConditionalOperation { IsRef: true } => true,
        IFieldReferenceOperation => true,
        _ => false,
    };

    private static VariablePlace Variable(ISymbol variable, Frame frame) => new(frame.Holder(variable), variable);

    // Where a field that is a reference leads is not followed.
    private static Place Member(ISymbol member, Value? value, Place? place, SourceOrigin origin) =>
        member is IFieldSymbol { RefKind: not RefKind.None } ? new UnknownPlace(origin) : place is not null ? new StructFieldPlace(place, member, origin) : new FieldPlace(value ?? new UnknownValue(), member, origin);

    private Place Property(IPropertyReferenceOperation operation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        var (value, place) = operation.Instance is null ? (null, null) : Receiver(operation.Instance, frame);
        var arguments = evaluation.Calls.Arguments(operation.Arguments, operation.Property.Parameters.Length, frame);
        var isBase = Syntax.IsBase(operation.Instance?.Syntax);
        var property = (isBase ? operation.Property : Dispatch.Actual(operation.Property, value)) as IPropertySymbol ?? operation.Property;
        if (property.IsStatic && operation.Instance is null)
        {
            return Members.IsAutomatic(property) ? new StaticPlace(operation, frame) : new AccessorPlace(property, null, null, arguments, isBase, operation, frame);
        }

        return arguments switch
        {
            [] when Members.IsKept(property, value, evaluation) => Member(property, value, place, origin),
            [var index] when Collections.IsCollection(property.ContainingType, evaluation.Facts) && property.ContainingType.DeclaringSyntaxReferences.IsEmpty => new ElementPlace(value ?? new UnknownValue(), index, origin),
            _ => new AccessorPlace(property, value, place, arguments, isBase, operation, frame),
        };
    }

    private Value[] Indices(IArrayElementReferenceOperation element, Frame frame) => [.. element.Indices.Select(i => Collections.Index(i, evaluation, frame))];

    private UnknownPlace Lost(IOperation operation, Frame frame, Value value)
    {
        evaluation.Heap.Escape(value);
        return new(evaluation.Origin(operation, frame));
    }

    /// <summary>A static field or property. What is written to it anyone may have.</summary>
    private sealed class StaticPlace(IMemberReferenceOperation operation, Frame frame) : Place
    {
        public override Value Get(Evaluation evaluation) => evaluation.Evaluate(operation, frame);

        public override void Set(Evaluation evaluation, Value value) => evaluation.Heap.Escape(value);
    }
}
