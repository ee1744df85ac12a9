using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Calls: of fluent methods by what their attribute says, of short forms and helpers by what their source says, of delegates, of some of the framework.</summary>
internal static class Invocations
{
    /// <summary>
    /// Evaluates a call. A chain is followed from its first call on, one after the other, so that a long one does not nest.
    /// </summary>
    public static Value Evaluate(IInvocationOperation operation, Evaluation evaluation, Frame frame)
    {
        var chain = new Stack<IInvocationOperation>();
        IOperation current = operation;
        while (current is IInvocationOperation call && Receiver(call) is { } receiver)
        {
            chain.Push(call);
            current = receiver;
        }

        var value = current is IInvocationOperation first ? Call(first, null, evaluation, frame) : evaluation.Evaluate(current, frame);
        foreach (var call in chain)
        {
            if (!evaluation.Count())
            {
                return new UnknownValue();
            }

            value = Call(call, value, evaluation, frame);
        }

        return value;
    }

    /// <summary>Whether a member may be another one when it runs.</summary>
    public static bool IsReplaceable(ISymbol member) =>
        member.IsAbstract || member.IsExtern || ((member.IsVirtual || member.IsOverride) && !member.IsSealed && !member.ContainingType.IsSealed);

    /// <summary>The member that runs: for one that is overridden, what the object's own type says. Null where that is not known.</summary>
    public static ISymbol? Actual(ISymbol member, Value? instance)
    {
        if (!IsReplaceable(member))
        {
            return member;
        }

        var type = (instance as ObjectValue)?.Type;
        if (member.ContainingType.TypeKind == TypeKind.Interface)
        {
            return type?.FindImplementationForInterfaceMember(member) is { } implementation && !SymbolEqualityComparer.Default.Equals(implementation.ContainingType, member.ContainingType)
                ? Actual(implementation, instance)
                : null;
        }

        for (; type is not null; type = type.BaseType)
        {
            foreach (var candidate in type.GetMembers(member.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(Declared(candidate), Declared(member)))
                {
                    return candidate.IsAbstract ? null : candidate;
                }
            }
        }

        return null;
    }

    /// <summary>The result of a method for known arguments; null where nothing is known of the method.</summary>
    public static Value? OfMethod(
        IMethodSymbol method, Value? instance, IReadOnlyList<Value> arguments, Evaluation evaluation, SourceOrigin? caller, bool isBase = false)
    {
        var facts = evaluation.Facts;
        var meanings = facts.Fluent(method);
        if (meanings.Length > 0)
        {
            return FluentCalls.Apply(meanings, method, arguments, evaluation, caller);
        }

        if ((isBase ? method : Actual(method, instance)) is IMethodSymbol { OriginalDefinition: var declared } && facts.BodyOf(declared) is { } body)
        {
            // What changes its object is not followed to where that stands.
            if (!declared.IsStatic && instance is ObjectValue && facts.Escapes.MayChangeInstance(declared, body))
            {
                return new UnknownValue(caller);
            }

            var frame = new Frame(null, body, caller, instance);
            if (instance is not null && declared.ContainingType.ExtensionParameter is { } receiver)
            {
                frame.Set(receiver, instance);
            }

            return evaluation.Inline(body, declared.Parameters, arguments, frame);
        }

        if (facts.Embedded.TwinOf(method) is { } twin && facts.BodyOf(twin) is { } text)
        {
            return evaluation.Inline(text, twin.Parameters, arguments, new Frame(null, text, caller, null));
        }

        return null;
    }

    private static Value Call(IInvocationOperation call, Value? receiver, Evaluation evaluation, Frame frame)
    {
        var method = call.TargetMethod;
        var caller = evaluation.CallSite(call.Syntax, frame);
        if ((Framework.TryParse(call, evaluation, frame) ?? Framework.Bytes(call, evaluation, frame)) is { } parsed)
        {
            return parsed;
        }

        var instance = call.Instance is null ? null : evaluation.Evaluate(call.Instance, frame);
        var arguments = new Value[method.Parameters.Length];
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < arguments.Length)
            {
                arguments[parameter.Ordinal] = parameter.Ordinal == 0 && receiver is not null ? receiver : evaluation.Evaluate(argument.Value, frame);
            }
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] ??= new UnknownValue(caller);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return instance is FunctionValue function ? evaluation.Invoke(function, arguments, caller) : evaluation.Unknown(call, frame);
        }

        // A local function sees the code around it.
        if (method.MethodKind == MethodKind.LocalFunction && evaluation.Facts.BodyOf(method) is { } body)
        {
            return evaluation.Inline(body, method.OriginalDefinition.Parameters, arguments, new Frame(frame.Owner(body.Syntax), body, caller ?? frame.Caller, frame.Instance));
        }

        return OfMethod(method, instance ?? Instance(method, frame), arguments, evaluation, caller, Syntax.IsBase(call.Instance?.Syntax))
            ?? Framework.Call(method, instance, arguments, evaluation, evaluation.Origin(call, frame))
            ?? evaluation.Unknown(call, frame);
    }

    /// <summary>The member that begins a line of overrides.</summary>
    private static ISymbol Declared(ISymbol member) => member switch
    {
        IMethodSymbol { OverriddenMethod: { } overridden } => Declared(overridden),
        IPropertySymbol { OverriddenProperty: { } overridden } => Declared(overridden),
        _ => member.OriginalDefinition,
    };

    private static Value? Instance(IMethodSymbol method, Frame frame) => method.IsStatic ? null : frame.Instance;

    /// <summary>The call that an extension method is called on.</summary>
    private static IInvocationOperation? Receiver(IInvocationOperation call)
    {
        if (!call.TargetMethod.IsExtensionMethod)
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter?.Ordinal == 0)
            {
                var value = argument.Value;
                while (value is IConversionOperation { OperatorMethod: null, Type.IsReferenceType: true, IsTryCast: false } conversion)
                {
                    value = conversion.Operand;
                }

                return value as IInvocationOperation;
            }
        }

        return null;
    }
}
