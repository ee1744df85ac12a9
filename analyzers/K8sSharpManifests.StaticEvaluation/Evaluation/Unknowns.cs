using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Default deny: whatever is not understood gives an unknown value, and nothing is known any more of what it can reach. All code that cannot be followed ends here.
/// </summary>
internal sealed class Unknowns(Evaluation evaluation)
{
    /// <summary>Code that is not understood gets values. It may change all that they lead to, and all that such code has got before.</summary>
    public Value Call(IEnumerable<Value> reached, SourceOrigin? origin)
    {
        foreach (var value in reached)
        {
            evaluation.Heap.Escape(value);
        }

        evaluation.Heap.ForgetEscaped();
        evaluation.Statics.Forget();
        return new UnknownValue(origin);
    }

    /// <summary>A call of the framework that is not understood. It reaches what it gets; to values that nobody can change it does nothing.</summary>
    public Value Framework(IEnumerable<(Value Value, ITypeSymbol? Type)> given, SourceOrigin? origin)
    {
        List<Value> reached = [.. given.Where(g => !IsHarmless(g.Value, g.Type)).Select(g => g.Value)];
        return reached.Count == 0 ? new UnknownValue(origin) : Call(reached, origin);
    }

    /// <summary>An operation of a kind that nobody has written down, or one that nests too deeply, may do anything with all that it names.</summary>
    public Value Deny(IOperation operation, Frame frame)
    {
        var reached = new List<Value>();
        var seen = new HashSet<IOperation>();
        var pending = new Stack<IOperation>();
        pending.Push(operation);
        while (pending.Count > 0)
        {
            foreach (var part in pending.Pop().DescendantsAndSelf())
            {
                ISymbol? variable = part switch
                {
                    ILocalReferenceOperation o => o.Local,
                    IParameterReferenceOperation o => o.Parameter,
                    IVariableDeclaratorOperation o => o.Symbol,
                    IDeclarationPatternOperation o => o.DeclaredSymbol,
                    IRecursivePatternOperation o => o.DeclaredSymbol,
                    IListPatternOperation o => o.DeclaredSymbol,
                    _ => null,
                };
                if (variable is not null)
                {
                    Lose(variable);
                }
                else if (part is IInstanceReferenceOperation or IConditionalAccessInstanceOperation)
                {
                    reached.AddRange(evaluation.Receivers.Concat(evaluation.Accessed).Select(p => new PlaceValue(p)));
                }

                // What a function catches may be changed by whoever calls it later.
                if (part is IAnonymousFunctionOperation lambda)
                {
                    reached.Add(new FunctionValue(lambda.Symbol, lambda.Body, frame, frame.Instance, null));
                }
                else if (part is IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } && evaluation.Facts.BodyOf(local) is { } code)
                {
                    reached.Add(new FunctionValue(local, code, frame.Owner(code.Syntax), frame.Instance, null));
                }

                if (part is IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called }
                    && evaluation.Facts.BodyOf(called) is { } body && seen.Add(body))
                {
                    pending.Push(body);
                }
            }
        }

        if (frame.Instance is not null)
        {
            reached.Add(frame.Instance);
        }

        if (frame.InstancePlace is { } place)
        {
            reached.Add(place.Get(evaluation));
            place.Set(evaluation, evaluation.Unknown(operation, frame));
        }

        return Call(reached, evaluation.Origin(operation, frame));

        void Lose(ISymbol variable)
        {
            var holder = frame.Holder(variable);
            if (holder.Values.Find(variable) is { } value)
            {
                reached.Add(value);
                if (value is PlaceValue reference)
                {
                    reached.Add(reference.Place.Get(evaluation));
                    reference.Place.Set(evaluation, evaluation.Unknown(operation, frame));
                }
            }

            evaluation.Heap.Set(holder, variable, evaluation.Unknown(operation, frame));
        }
    }

    /// <summary>Whether nobody can change anything through a value.</summary>
    private static bool IsHarmless(Value value, ITypeSymbol? type) => value switch
    {
        ConstantValue or NullValue or QuantityValue or IntOrStringValue => true,
        UnknownValue => IsImmutable(type),
        StructValue s => s.Fields.All(f => IsHarmless(f.Value, null)),
        _ => false,
    };

    /// <summary>Whether an object of a type never changes, and leads to none that does.</summary>
    public static bool IsImmutable(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } or { SpecialType: SpecialType.System_DateTime } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsImmutable(inner),
        { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }, Name: "TimeSpan" or "Guid" or "DateTimeOffset" or "Type" or "StringComparer" or "Index" or "Range", DeclaringSyntaxReferences.IsEmpty: true } => true,
        { Name: "IntOrString" or "ResourceQuantity", ContainingNamespace: { Name: "Models", ContainingNamespace.Name: "k8s" } } => true,
        _ => false,
    };
}
