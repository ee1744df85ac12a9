using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Fields, and properties that the compiler keeps: of models, of tuples, and of the user's own objects.</summary>
internal static class Members
{
    public static Value Evaluate(IPropertyReferenceOperation operation, Evaluation evaluation, Frame frame) => operation switch
    {
        { Instance: { } instance, Property: { Name: "Value", ContainingType: { Name: "IntOrString", ContainingNamespace: { Name: "Models", ContainingNamespace.Name: "k8s" } } } } =>
            evaluation.Evaluate(instance, frame) is IntOrStringValue number ? new ConstantValue(number.Text, number.Origin) : evaluation.Unknown(operation, frame),
        { Instance: null, Property: { IsStatic: true, ContainingType.IsExtension: false } property } => IsAutomatic(property) && property.ContainingType.TypeKind != TypeKind.Interface
            ? evaluation.Statics.Read(property, operation, frame)
            : evaluation.Calls.Method(new(property.GetMethod!, null, evaluation.Calls.Arguments(operation.Arguments, property.Parameters.Length, frame), operation, frame) { Constrained = frame.Resolve(operation.ConstrainedToType) }),
        _ => evaluation.Places.Of(operation, frame).Get(evaluation),
    };

    /// <summary>The name under which an object keeps a member's value. Of a tuple it is the one that the element has by its place.</summary>
    public static string KeyOf(ISymbol member)
    {
        switch (member)
        {
            case IParameterSymbol parameter:
                return $"({parameter.ContainingType.Name}.{parameter.Name})";
            case IFieldSymbol { CorrespondingTupleField: { } element }:
                return element.Name;
            case IFieldSymbol { AssociatedSymbol: IPropertySymbol property }:
                return KeyOf(property);
        }

        // A member may have the name of another one in a base class.
        for (var type = member.ContainingType?.BaseType; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            if (!type.GetMembers(member.Name).IsEmpty)
            {
                return $"{member.ContainingType!.Name}.{member.Name}";
            }
        }

        return member.Name;
    }

    /// <summary>Whether the compiler keeps the property's value: then it is what a constructor or initialiser set.</summary>
    public static bool IsAutomatic(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences is [var declaration] && Syntax.HasNoCode(declaration.GetSyntax()) && HasField(property);

    /// <summary>Whether reading and writing a property of an object runs no code: that is so for models, and for automatic ones.</summary>
    public static bool IsKept(IPropertySymbol property, Value? instance, Evaluation evaluation)
    {
        if (property.ContainingType.IsExtension || property.IsIndexer)
        {
            return false;
        }

        // Models have their metadata, kind and apiVersion behind interfaces, too.
        return evaluation.Facts.Models.Of(property.ContainingType) is { } model ? model.ByName(property.Name) is not null
            : IsOfModels(property.ContainingType) ? ModelOf(instance)?.ByName(property.Name) is not null || instance is UnknownValue
            : property.ContainingType.IsAnonymousType || IsPairs(property) || IsAutomatic(property);
    }

    /// <summary>What an object holds in a member.</summary>
    public static Value Read(Value instance, ISymbol member, Evaluation evaluation, SourceOrigin origin)
    {
        switch (instance)
        {
            case StructValue s:
                return s.Find(KeyOf(member)) ?? (s.Type is null || s.IsOpen ? new UnknownValue(s.Origin) : Constants.Default(TypeOf(member), s.Origin));
            case ChoiceValue choice:
                // Where it is null, it throws.
                return choice.References.Select(r => Read(r, member, evaluation, origin)).Aggregate((a, b) => evaluation.Heap.Join(a, b, choice.Reason));
            case Reference { Target.State: RecordState { Model: { } model } state } when model.ByName(member.Name) is { } field:
                return state.Find(field.Key) ?? (state.IsOpen ? new UnknownValue(instance.Origin) : field.Initial);
            case Reference { Target.State: RecordState { Model: null } state }:
                return state.Find(KeyOf(member)) ?? (state.IsOpen ? new UnknownValue(instance.Origin) : Constants.Default(TypeOf(member), instance.Origin));
            case Reference { Target.State: BoxState box }:
                return Read(box.Value, member, evaluation, origin);
            case UnknownValue:
                return new UnknownValue(instance.Origin ?? origin);
            default:
                evaluation.Heap.Escape(instance);
                return new UnknownValue(origin);
        }
    }

    /// <summary>Gives a member of an object another value.</summary>
    public static void Write(Value instance, ISymbol member, Value value, Evaluation evaluation)
    {
        switch (instance)
        {
            case Reference { Target: { State: RecordState state } target }:
                evaluation.Heap.Set(target, state.Model is null ? state.With(KeyOf(member), value)
                    : state.Model.ByName(member.Name) is { } field ? state.With(field.Key, value) : state.Open());
                break;
            case ChoiceValue choice:
                WriteEither(choice, member, value, evaluation);
                break;
            case NullValue:
                break;
            default:
                evaluation.Heap.Escape(instance);
                evaluation.Heap.Escape(value);
                evaluation.Heap.ForgetEscaped();
                break;
        }
    }

    /// <summary>It is one of them; which one it is, nobody knows.</summary>
    private static void WriteEither(ChoiceValue choice, ISymbol member, Value value, Evaluation evaluation) => evaluation.Either(choice, r =>
    {
        Write(r, member, value, evaluation);
        return NullValue.Instance;
    });

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private static ModelType? ModelOf(Value? instance) => instance switch
    {
        Reference { Target.State: RecordState { Model: { } model } } => model,
        ChoiceValue choice => choice.References.Select(r => ModelOf(r)).FirstOrDefault(),
        _ => null,
    };

    private static bool IsOfModels(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface, DeclaringSyntaxReferences.IsEmpty: true, ContainingNamespace: { Name: "k8s" } or { Name: "Models", ContainingNamespace.Name: "k8s" } };

    private static bool IsPairs(IPropertySymbol property) =>
        property is { Name: "Key" or "Value", ContainingType: { Name: "KeyValuePair", Arity: 2, DeclaringSyntaxReferences.IsEmpty: true, ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } } };

    /// <summary>Whether the compiler makes a field for a property.</summary>
    public static bool HasField(IPropertySymbol property) =>
        property.OriginalDefinition.ContainingType.GetMembers().Any(m => m is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property.OriginalDefinition));
}
