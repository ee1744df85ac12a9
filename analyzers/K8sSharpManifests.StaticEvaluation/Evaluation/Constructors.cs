using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Runs the constructors of the user's own types: initialisers of fields and properties, the base class, the body.</summary>
internal static class Constructors
{
    /// <summary>The name under which an object keeps a parameter of a primary constructor.</summary>
    public static string KeyOf(IParameterSymbol parameter) => $"({parameter.ContainingType.Name}.{parameter.Name})";

    /// <summary>The constructor whose parameters stand after the type's name.</summary>
    public static IMethodSymbol? Primary(INamedTypeSymbol type) => type.InstanceConstructors.FirstOrDefault(IsPrimary);

    /// <summary>Whether a constructor stands at its type's name.</summary>
    public static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is TypeDeclarationSyntax;

    /// <summary>A new object; null where something runs that is not seen.</summary>
    public static ObjectValue? New(
        IMethodSymbol constructor, INamedTypeSymbol type, IReadOnlyList<Value> arguments, Evaluation evaluation, SourceOrigin? caller, SourceOrigin origin)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var declaring = type; declaring.SpecialType is not (SpecialType.System_Object or SpecialType.System_ValueType); declaring = declaring.BaseType!)
        {
            // Members of one name in two classes would be one to an ObjectValue.
            if (declaring.BaseType is null || declaring.DeclaringSyntaxReferences.IsEmpty || declaring.TypeKind is not (TypeKind.Class or TypeKind.Struct)
                || !declaring.GetMembers().Where(HoldsValue).All(m => names.Add(m.Name)))
            {
                return null;
            }
        }

        return Run(constructor, arguments, new ObjectValue(null, type, [], isOpen: false, origin, []), evaluation, caller);
    }

    private static bool HoldsValue(ISymbol member) =>
        member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } or IPropertySymbol { IsStatic: false, IsOverride: false } && member.Name != "EqualityContract";

    private static ObjectValue? Run(
        IMethodSymbol constructor, IReadOnlyList<Value> arguments, ObjectValue instance, Evaluation evaluation, SourceOrigin? caller)
    {
        constructor = constructor.OriginalDefinition;
        var type = constructor.ContainingType;
        var body = constructor.IsImplicitlyDeclared ? null : evaluation.Facts.BodyOf(constructor) as IConstructorBodyOperation;
        if (!constructor.IsImplicitlyDeclared && body is null && !IsPrimary(constructor))
        {
            return null;
        }

        var frame = new Frame(null, body, caller, Keep(constructor, arguments, instance)) { IsConstructor = true };
        for (var i = 0; i < constructor.Parameters.Length && i < arguments.Count; i++)
        {
            frame.Set(constructor.Parameters[i], arguments[i]);
        }

        var next = (body?.Initializer as IExpressionStatementOperation)?.Operation as IInvocationOperation;

        // Nothing runs in new() of a struct that has no such constructor; and where another of the type's constructors is called, that one initialises.
        var isDefault = type.IsValueType && constructor.IsImplicitlyDeclared;
        if (!isDefault && !SymbolEqualityComparer.Default.Equals(next?.TargetMethod.ContainingType, type))
        {
            Initialize(type, frame, evaluation);
        }

        return CallNext(constructor, next, frame, evaluation, caller) && (body?.BlockBody ?? body?.ExpressionBody) is var block && (block is null || Statements.RunConstructor(block, type, evaluation, frame))
            ? frame.Instance as ObjectValue
            : null;
    }

    /// <summary>Runs the base class's constructor, or the one that is named by <c>: this(…)</c>.</summary>
    private static bool CallNext(IMethodSymbol constructor, IInvocationOperation? next, Frame frame, Evaluation evaluation, SourceOrigin? caller)
    {
        var method = next?.TargetMethod ?? constructor.ContainingType.BaseType?.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty);
        if (method is null || method.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
        {
            return method is not null;
        }

        if (next is null && constructor.ContainingType.IsValueType)
        {
            return true;
        }

        var arguments = new Value[method.Parameters.Length];
        foreach (var argument in next?.Arguments ?? [])
        {
            arguments[argument.Parameter!.Ordinal] = evaluation.Evaluate(argument.Value, frame);
        }

        frame.Instance = Run(method, arguments, (ObjectValue)frame.Instance!, evaluation, caller);
        return frame.Instance is not null;
    }

    /// <summary>Sets what fields and properties begin with. They are set, and not looked up when they are read, since they are one object for all who read them.</summary>
    private static void Initialize(INamedTypeSymbol type, Frame frame, Evaluation evaluation)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic))
        {
            // A property without code goes by its own name. One with code reads and writes the field that the compiler makes for it.
            var member = (ISymbol?)field.AssociatedSymbol ?? field;
            var key = member is IPropertySymbol property && !Members.IsAutomatic(property) ? field.Name : member.Name;
            if (frame.Instance is ObjectValue instance && instance.Find(key) is null && evaluation.Facts.BodyOf(member) is { } initializer)
            {
                frame.Instance = instance.With(key, evaluation.Evaluate(initializer, frame));
            }
        }
    }

    private static ObjectValue Keep(IMethodSymbol constructor, IReadOnlyList<Value> arguments, ObjectValue instance)
    {
        if (!IsPrimary(constructor))
        {
            return instance;
        }

        foreach (var parameter in constructor.Parameters.Where(p => p.Ordinal < arguments.Count))
        {
            instance = instance.With(KeyOf(parameter), arguments[parameter.Ordinal]);

            // A record's parameter is a property of the same name, unless the user wrote that property.
            if (constructor.ContainingType.IsRecord
                && constructor.ContainingType.GetMembers(parameter.Name) is [IPropertySymbol { DeclaringSyntaxReferences: [var declaration] }]
                && declaration.GetSyntax() is ParameterSyntax)
            {
                instance = instance.With(parameter.Name, arguments[parameter.Ordinal]);
            }
        }

        return instance;
    }
}
