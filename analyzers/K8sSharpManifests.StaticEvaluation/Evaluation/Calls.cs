using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// The one way to run code that stands elsewhere: what a call, an operator, an accessor, a pattern, a loop or a using runs comes through here. Fluent methods are run by
/// what their attribute says, short forms and the user's code by what their source says, some of the framework by what is written down here, and nothing else.
/// </summary>
internal sealed class Calls(Evaluation evaluation)
{
    private int _inlining;

    /// <summary>Runs a call. A chain is followed from its first call on, one after the other, so that a long one does not nest.</summary>
    public Value Evaluate(IInvocationOperation operation, Frame frame)
    {
        Stack<IInvocationOperation>? chain = null;
        var first = operation;
        while (Receiver(first) is { } receiver)
        {
            (chain ??= new()).Push(first);
            first = receiver;
        }

        var value = Evaluate(first, null, frame);
        foreach (var call in chain ?? [])
        {
            if (!evaluation.Count())
            {
                return new UnknownValue();
            }

            value = Evaluate(call, value is PlaceValue place ? place.Place.Get(evaluation) : value, frame);
            evaluation.Observer?.Saw(call, value, evaluation);
        }

        return value;
    }

    /// <summary>Runs a method for values that are known as far as they are.</summary>
    public Value Method(Call call)
    {
        var facts = evaluation.Facts;
        var caller = evaluation.CallSite(call.Operation.Syntax, call.Frame);
        if (call.Method.MethodKind == MethodKind.DelegateInvoke)
        {
            return Invoke(call.Instance ?? new UnknownValue(evaluation.Origin(call.Operation, call.Frame)), call.Arguments, call.Operation, call.Frame);
        }

        if (facts.Fluent(call.Method) is { Length: > 0 } meanings)
        {
            return FluentCalls.Apply(meanings, call, evaluation, caller);
        }

        if (facts.Factory(call.Method) is { } hasSpec)
        {
            return CustomModel.Make(call, hasSpec, evaluation, caller ?? evaluation.Origin(call.Operation, call.Frame));
        }

        if (CompilationFacts.IsQuantityParser(call.Method))
        {
            return Conversions.ParsedQuantity(call.Arguments[0], caller ?? evaluation.Origin(call.Operation, call.Frame));
        }

        // One of several objects: each may run code of its own.
        if (call.Instance is ChoiceValue choice && !call.Method.IsStatic && !facts.IsFramework(call.Method))
        {
            return OfEither(call, choice);
        }

        var actual = (call.IsBase ? call.Method : Dispatch.Actual(call.Method, call.Instance, call.Constrained)) as IMethodSymbol;
        actual = actual?.PartialImplementationPart ?? actual;
        evaluation.Statics.Touch(call.Method.ContainingType);

        // What an interface has code for, it runs on a copy of a struct.
        if (actual is { IsStatic: false, ContainingType.TypeKind: TypeKind.Interface } && call.Instance is StructValue)
        {
            return Unknown(call, evaluation.Origin(call.Operation, call.Frame));
        }

        if (actual is not null && actual.MethodKind != MethodKind.LocalFunction && facts.BodyOf(actual.OriginalDefinition) is { } body)
        {
            return Enter(actual, body, call, null, caller);
        }

        if (facts.Embedded.TwinOf(call.Method) is { } twin && facts.BodyOf(twin) is { } text)
        {
            return Enter(twin.IsGenericMethod ? twin.Construct([.. call.Method.TypeArguments]) : twin, text, call, null, caller);
        }

        var origin = evaluation.Origin(call.Operation, call.Frame);
        if (Inputs.Call(call, evaluation, origin) is { } input)
        {
            return input;
        }

        if (facts.FrameworkName(call.Method) is { } name)
        {
            var framework = new FrameworkCall(name.Type, name.Member, call, evaluation, origin);
            return Framework.Call(framework) ?? UnknownFramework(call, origin);
        }

        // What is written as text stays as it is.
        return call.Method.ContainingType is { Name: "KubernetesJson" or "KubernetesYaml", ContainingNamespace: { Name: "k8s", ContainingNamespace.IsGlobalNamespace: true }, DeclaringSyntaxReferences.IsEmpty: true }
            && call.Method.Name.StartsWith("Serialize", StringComparison.Ordinal)
                ? new UnknownValue(origin)
                : Unknown(call, origin);
    }

    private Value OfEither(Call call, ChoiceValue choice) => evaluation.Either(choice, r => Method(call with { Instance = r }));

    /// <summary>Calls a delegate.</summary>
    public Value Invoke(Value function, Value[] arguments, IOperation operation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        if (function is not FunctionValue known)
        {
            evaluation.Unknowns.Call(arguments.Append(function), origin);
            Lose(arguments, origin);
            return new UnknownValue(function.Origin ?? origin);
        }

        var caller = evaluation.CallSite(operation.Syntax, frame);

        // An extension method of an object gets that as its first argument.
        var call = known.Method.IsStatic && known.Instance is not null
            ? new Call(known.Method, null, [known.Instance, .. arguments], operation, frame)
            : new Call(known.Method, known.Instance, arguments, operation, frame);
        return known.Body is { } body ? Enter(known.Method, body, call, known.Frame, caller ?? known.Frame.Caller) : Method(call);
    }

    /// <summary>Calls a parameterless method of a value by its name, as <c>using</c> and <c>foreach</c> do.</summary>
    public Value Named(string name, Value value, ITypeSymbol? type, IOperation operation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        if (value is NullValue)
        {
            return new UnknownValue(origin);
        }

        if (value is ChoiceValue { MayBeNull: true } choice)
        {
            return evaluation.Either([() => Named(name, Conditions.NotNull(value), type, operation, frame), () => NullValue.Instance], choice.Reason);
        }

        type = value.OwnType ?? type;
        if (name == "Dispose" && type?.AllInterfaces.FirstOrDefault(i => i.SpecialType == SpecialType.System_IDisposable) is { } disposable)
        {
            return Method(new((IMethodSymbol)disposable.GetMembers(name)[0], value, [], operation, frame));
        }

        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty && !m.IsStatic) is { } method)
            {
                return Method(new(method, value, [], operation, frame));
            }
        }

        // Explicitly, or through an interface.
        var implemented = type?.AllInterfaces.SelectMany(i => i.GetMembers(name)).OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.IsEmpty);
        return implemented is null ? evaluation.Unknowns.Call([value], origin) : Method(new(implemented, value, [], operation, frame));
    }

    /// <summary>A method group or a local function as a delegate.</summary>
    public Value Function(IMethodReferenceOperation operation, Frame frame)
    {
        var origin = evaluation.Origin(operation, frame);
        if (operation.Method.MethodKind == MethodKind.LocalFunction)
        {
            return evaluation.Facts.BodyOf(operation.Method) is { } body
                ? new FunctionValue(operation.Method, body, frame.Owner(body.Syntax), null, origin)
                : evaluation.Unknowns.Deny(operation, frame);
        }

        if (operation.Instance is null)
        {
            return new FunctionValue(operation.Method, null, frame, null, origin);
        }

        // The method of a struct gets a copy; which method it is, is settled now.
        var instance = evaluation.Evaluate(operation.Instance, frame);
        return instance is UnknownValue || Dispatch.Actual(operation.Method, instance) is not IMethodSymbol actual || Syntax.IsBase(operation.Instance.Syntax)
            ? evaluation.Unknowns.Call([instance], origin)
            : new FunctionValue(actual, null, frame, instance is StructValue ? evaluation.Heap.New(new BoxState(instance), instance.Origin) : instance, origin);
    }

    /// <summary>Evaluates arguments in the order of the source, and gives them in that of the parameters.</summary>
    public Value[] Arguments(ImmutableArray<IArgumentOperation> arguments, int count, Frame frame, Value? first = null, Value? instance = null)
    {
        var values = new Value[count];
        foreach (var argument in arguments)
        {
            var value = argument.Parameter?.Ordinal == 0 && first is not null ? first
                : argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out } or { RefKind: RefKind.In or RefKind.RefReadOnlyParameter, Type.IsValueType: true }
                    ? new PlaceValue(evaluation.Places.Of(argument.Value, frame))
                    : evaluation.Evaluate(argument.Value, frame);
            if (argument.Parameter is { Ordinal: var ordinal } && ordinal < count)
            {
                values[ordinal] = value;
            }
        }

        for (var i = 0; i < count; i++)
        {
            values[i] ??= new UnknownValue();
        }

        // The text's own handler gets the other arguments, too.
        if (arguments.Any(a => a.Value.Kind == OperationKind.InterpolatedStringHandlerCreation))
        {
            evaluation.Unknowns.Call(values.Concat(evaluation.Receivers.Select(r => new PlaceValue(r))).Append(first ?? instance ?? NullValue.Instance), null);
        }

        return values;
    }

    /// <summary>Runs a body with its parameters bound.</summary>
    /// <param name="method">The method that it belongs to.</param>
    /// <param name="body">The body.</param>
    /// <param name="call">The call.</param>
    /// <param name="outer">The frame around a lambda or local function.</param>
    /// <param name="caller">Where what it makes is reported.</param>
    public Value Enter(IMethodSymbol method, IOperation body, Call call, Frame? outer, SourceOrigin? caller)
    {
        var traits = evaluation.Facts.Traits(body);
        var origin = evaluation.Origin(call.Operation, call.Frame);
        if (_inlining >= Evaluation.MaxInlining || traits.IsBeyond || method.IsAsync || method.IsExtern)
        {
            return Unknown(call, origin, outer is null ? [] : [new FunctionValue(method, body, outer, call.Instance, null)]);
        }

        var declared = method.OriginalDefinition;
        var frame = NewFrame();
        if (declared.ContainingType?.ExtensionParameter is { } receiver && call.Instance is { } extended)
        {
            evaluation.Heap.Set(frame, receiver, receiver.RefKind == RefKind.Ref && call.InstancePlace is { } place ? new PlaceValue(place) : extended);
        }

        for (var i = 0; i < declared.Parameters.Length && i < call.Arguments.Length; i++)
        {
            var value = call.Arguments[i];
            evaluation.Heap.Set(frame, declared.Parameters[i], value is PlaceValue given && declared.Parameters[i].RefKind == RefKind.None ? given.Place.Get(evaluation) : value);
        }

        if (traits.IsIterator)
        {
            return new Iterator((IBlockOperation)body, evaluation, frame).Sequence(method, origin);
        }

        _inlining++;
        var result = evaluation.EvaluateRaw(body, frame);
        _inlining--;
        return result;

        Frame NewFrame()
        {
            var isStruct = declared.ContainingType?.IsValueType == true && !declared.IsStatic && outer is null;
            return new(evaluation.Heap.NextId(), outer, body, caller)
            {
                Instance = outer is not null ? outer.Instance : declared.IsStatic || isStruct ? null : call.Instance,
                InstancePlace = outer is not null ? outer.InstancePlace : isStruct ? call.InstancePlace ?? Boxed(call.Instance) : null,
                ReturnsPlace = method.ReturnsByRef || method.ReturnsByRefReadonly,
                TypeArguments = Generics.Of(method, call.Instance, call.Frame),
            };
        }
    }

    /// <summary>Runs what nests as calls do; false where it nests too deeply, and was not run.</summary>
    public bool Deeper(Action run)
    {
        if (_inlining >= Evaluation.MaxInlining)
        {
            return false;
        }

        _inlining++;
        run();
        _inlining--;
        return true;
    }

    /// <summary>A place for a struct that has none.</summary>
    private Place Boxed(Value? instance) => instance is Reference { Target: { State: BoxState } box }
        ? new BoxPlace(box)
        : new BoxPlace(evaluation.Heap.New(new BoxState(instance ?? new UnknownValue()), null).Target);

    private Value Evaluate(IInvocationOperation call, Value? receiver, Frame frame)
    {
        var method = call.TargetMethod;
        if (Dispatch.IsCompiled(call) is var isCompiled && isCompiled != true)
        {
            // The compiler leaves such a call out, with its arguments, where a symbol is not defined.
            return isCompiled is null ? evaluation.Unknowns.Deny(call, frame) : new UnknownValue();
        }

        var (instance, place) = (receiver, (Place?)null);
        if (call.Instance is not null && receiver is null)
        {
            (instance, place) = evaluation.Places.Receiver(call.Instance, frame);
        }

        var isExtension = receiver is not null && call.Instance is null;
        var arguments = Arguments(call.Arguments, method.Parameters.Length, frame, isExtension ? receiver : null, instance);
        if (method.MethodKind == MethodKind.LocalFunction && evaluation.Facts.BodyOf(method) is { } body)
        {
            // A local function sees the code around it.
            return Enter(method, body, new(method, null, arguments, call, frame), frame.Owner(body.Syntax), evaluation.CallSite(call.Syntax, frame) ?? frame.Caller);
        }

        return Method(new(method, isExtension ? null : instance, arguments, call, frame) { InstancePlace = place, IsBase = Syntax.IsBase(call.Instance?.Syntax), Constrained = frame.Resolve(call.ConstrainedToType) });
    }

    private Value Unknown(Call call, SourceOrigin origin, params Value[] more)
    {
        // What goes to unknown code is judged as it is then.
        evaluation.Observer?.Gave(call, evaluation);
        var result = evaluation.Unknowns.Call(call.Given.Concat(more), origin);
        Lose(call.Arguments, origin);
        call.InstancePlace?.Set(evaluation, new UnknownValue(origin));
        return result;
    }

    private Value UnknownFramework(Call call, SourceOrigin origin)
    {
        evaluation.Observer?.Gave(call, evaluation);
        var given = call.Arguments.Select((a, i) => (a, (ITypeSymbol?)call.Method.Parameters[i].Type));
        var result = evaluation.Unknowns.Framework(call.Instance is null ? given : given.Append((call.Instance, call.Method.ContainingType)), origin);
        Lose(call.Arguments, origin);
        if (call.InstancePlace is { } place && call.Instance is not ConstantValue)
        {
            place.Set(evaluation, new UnknownValue(origin));
        }

        return result;
    }

    /// <summary>What ref arguments refer to, the called code may have written.</summary>
    private void Lose(Value[] arguments, SourceOrigin origin)
    {
        foreach (var place in arguments.OfType<PlaceValue>())
        {
            place.Place.Set(evaluation, new UnknownValue(origin));
        }
    }

    /// <summary>The call that a call is called on.</summary>
    private static IInvocationOperation? Receiver(IInvocationOperation call)
    {
        if (!call.TargetMethod.IsExtensionMethod)
        {
            return call.Instance is IInvocationOperation { Type.IsValueType: false } ? (IInvocationOperation)call.Instance : null;
        }

        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { Ordinal: 0, RefKind: RefKind.None })
            {
                var value = argument.Value;
                while (value is IConversionOperation { OperatorMethod: null, Type.IsReferenceType: true, IsTryCast: false, Operand.Type.IsReferenceType: true } conversion)
                {
                    value = conversion.Operand;
                }

                return value as IInvocationOperation;
            }
        }

        return null;
    }
}
