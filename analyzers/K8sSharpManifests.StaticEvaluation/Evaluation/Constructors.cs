using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Runs the constructors of the user's own types: initialisers of fields and properties, the base class, the body.</summary>
internal static class Constructors
{
    /// <summary>The constructor whose parameters stand after the type's name.</summary>
    public static IMethodSymbol? Primary(INamedTypeSymbol type) => type.InstanceConstructors.FirstOrDefault(IsPrimary);

    /// <summary>Whether a parameter is one of a primary constructor.</summary>
    public static bool IsOfPrimary(IParameterSymbol parameter) => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && IsPrimary(constructor);

    /// <summary>A new object of a type in source.</summary>
    public static Value New(Call call, INamedTypeSymbol type, Evaluation evaluation, SourceOrigin origin)
    {
        if (type.IsValueType)
        {
            var box = evaluation.Heap.New(new BoxState(new StructValue(type, [], isOpen: false, origin)), origin).Target;
            Run(call with { InstancePlace = new BoxPlace(box) }, evaluation);
            return ((BoxState)box.State).Value;
        }

        var instance = evaluation.Heap.New(new RecordState(null, type, [], isOpen: false, []), origin);
        Run(call with { Instance = instance }, evaluation);
        return instance;
    }

    /// <summary>What <c>with</c> begins with: a copy as the type's own copy constructor makes it.</summary>
    public static Value Copy(Reference original, RecordState state, IOperation operation, Evaluation evaluation, Frame frame)
    {
        var origin = original.Origin ?? evaluation.Origin(operation, frame);
        for (var type = state.Type; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            var copying = type.InstanceConstructors.FirstOrDefault(c => c.Parameters is [{ Type: var only }] && SymbolEqualityComparer.Default.Equals(only, type));
            if (copying is { IsImplicitlyDeclared: false } && type.IsRecord)
            {
                if (!SymbolEqualityComparer.Default.Equals(type, state.Type) || type.BaseType?.SpecialType != SpecialType.System_Object)
                {
                    return evaluation.Unknowns.Call([original], origin);
                }

                var copy = evaluation.Heap.New(new RecordState(null, type, [], isOpen: false, []), origin);
                Body(new(copying, copy, [original], operation, frame), evaluation);
                return copy;
            }
        }

        return evaluation.Heap.New(state, origin);
    }

    /// <summary>Whether a constructor stands at its type's name.</summary>
    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is TypeDeclarationSyntax;

    private static void Run(Call call, Evaluation evaluation)
    {
        var constructor = call.Method;
        var type = constructor.ContainingType;

        // The framework's own base classes do nothing.
        if (type.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType)
        {
            return;
        }

        if (type.DeclaringSyntaxReferences.IsEmpty && !type.IsAnonymousType)
        {
            evaluation.Unknowns.Call(call.Given, evaluation.Origin(call.Operation, call.Frame));
            return;
        }

        Body(call, evaluation);
    }

    private static void Body(Call call, Evaluation evaluation)
    {
        var constructor = call.Method.OriginalDefinition;
        var type = constructor.ContainingType;
        var body = constructor.IsImplicitlyDeclared ? null : evaluation.Facts.BodyOf(constructor) as IConstructorBodyOperation;

        // References that it keeps from the start are not followed.
        var keepsReferences = type.IsRefLikeType && (IsPrimary(constructor) && constructor.Parameters.Any(p => p.RefKind != RefKind.None)
            || type.GetMembers().OfType<IFieldSymbol>().Any(f => f.RefKind != RefKind.None && evaluation.Facts.BodyOf(f) is not null));
        if (keepsReferences || (!constructor.IsImplicitlyDeclared && (body is null ? !IsPrimary(constructor) : evaluation.Facts.Traits(body).IsBeyond)))
        {
            Lose();
            return;
        }

        var caller = evaluation.CallSite(call.Operation.Syntax, call.Frame);
        var frame = new Frame(evaluation.Heap.NextId(), null, body, caller)
        {
            Instance = call.Instance,
            InstancePlace = call.InstancePlace,
            TypeArguments = Generics.Of(call.Method, call.Instance, call.Frame),
        };
        if (IsPrimary(constructor))
        {
            Keep(constructor, call, frame, evaluation);
        }
        else
        {
            for (var i = 0; i < constructor.Parameters.Length && i < call.Arguments.Length; i++)
            {
                evaluation.Heap.Set(frame, constructor.Parameters[i], call.Arguments[i]);
            }
        }

        var next = (body?.Initializer as IExpressionStatementOperation)?.Operation as IInvocationOperation;

        // Nothing runs in new() of a struct that has no such constructor; where another of the type's constructors is called, that one initialises; a copy is none.
        var isDefault = type.IsValueType && constructor.IsImplicitlyDeclared;
        var isCopy = type.IsRecord && constructor.Parameters is [{ Type: var only }] && SymbolEqualityComparer.Default.Equals(only.OriginalDefinition, type);
        if (!isDefault && !isCopy && !SymbolEqualityComparer.Default.Equals(next?.TargetMethod.ContainingType.OriginalDefinition, type))
        {
            Initialize(type, frame, evaluation);
        }

        if (!evaluation.Calls.Deeper(() => Next(call.Method, next, call, frame, evaluation)))
        {
            Lose();
            return;
        }

        if ((body?.BlockBody ?? body?.ExpressionBody) is { } block)
        {
            evaluation.Evaluate(block, frame);
        }

        void Lose()
        {
            evaluation.Unknowns.Call(call.Given, evaluation.Origin(call.Operation, call.Frame));
            call.InstancePlace?.Set(evaluation, new UnknownValue());
        }
    }

    /// <summary>Runs the base class's constructor, or the one that is named by <c>: this(…)</c>.</summary>
    private static void Next(IMethodSymbol constructor, IInvocationOperation? next, Call call, Frame frame, Evaluation evaluation)
    {
        if (next is null && constructor.ContainingType.IsValueType)
        {
            return;
        }

        var baseType = constructor.ContainingType.BaseType;
        var method = next?.TargetMethod ?? baseType?.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty) ?? baseType?.InstanceConstructors.FirstOrDefault(c => c.Parameters.All(p => p.IsOptional || p.IsParams));
        if (method is null)
        {
            evaluation.Unknowns.Call([call.Instance ?? new UnknownValue()], null);
            return;
        }

        var arguments = next is null
            ? [.. method.Parameters.Select(_ => (Value)new UnknownValue())]
            : evaluation.Calls.Arguments(next.Arguments, method.Parameters.Length, frame);
        Run(new(method, call.Instance, arguments, next ?? call.Operation, frame) { InstancePlace = call.InstancePlace }, evaluation);
    }

    /// <summary>Sets what fields and properties begin with.</summary>
    private static void Initialize(INamedTypeSymbol type, Frame frame, Evaluation evaluation)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic))
        {
            var member = field.AssociatedSymbol is IPropertySymbol property ? property : (ISymbol)field;
            if (evaluation.Facts.BodyOf(member) is { } initializer)
            {
                Set(member, evaluation.Evaluate(initializer, frame), frame, evaluation);
            }
        }
    }

    private static void Set(ISymbol member, Value value, Frame frame, Evaluation evaluation)
    {
        if (frame.InstancePlace is { } place)
        {
            new StructFieldPlace(place, member, new(Location.None)).Set(evaluation, value);
        }
        else
        {
            Members.Write(frame.Instance ?? new UnknownValue(), member, value, evaluation);
        }
    }

    private static void Keep(IMethodSymbol constructor, Call call, Frame frame, Evaluation evaluation)
    {
        foreach (var parameter in constructor.Parameters.Where(p => p.Ordinal < call.Arguments.Length))
        {
            var value = call.Arguments[parameter.Ordinal] is PlaceValue place ? place.Place.Get(evaluation) : call.Arguments[parameter.Ordinal];
            Set(parameter, value, frame, evaluation);

            // A record's parameter is a property of the same name, unless the user wrote that property.
            if (constructor.ContainingType.IsRecord
                && constructor.ContainingType.GetMembers(parameter.Name) is [IPropertySymbol { DeclaringSyntaxReferences: [var declaration] } property]
                && declaration.GetSyntax() is ParameterSyntax)
            {
                Set(property, value, frame, evaluation);
            }
        }
    }
}
