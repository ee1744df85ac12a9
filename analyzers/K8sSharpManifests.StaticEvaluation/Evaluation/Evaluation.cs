using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The evaluation of one root: the switch over the kinds of operation, and the bounds that all the work shares.</summary>
internal sealed class Evaluation(CompilationFacts facts, SyntaxTree file, CancellationToken cancellationToken)
{
    /// <summary>How many calls of helpers and lambdas may stand in each other. Recursion ends here.</summary>
    public const int MaxInlining = 32;

    /// <summary>How deep operations may nest over all inlined code: what a small stack can hold.</summary>
    public const int MaxNesting = 256;

    /// <summary>How many operations a root may take.</summary>
    public const int MaxOperations = 20_000;

    /// <summary>How many items a sequence that is put together of others may have: doubling one grows fast.</summary>
    public const int MaxItems = 10_000;

    /// <summary>How long a text that is put together may be.</summary>
    public const int MaxText = 1 << 20;

    // One object for all who read it: as often as it is read, it is one value. Where it is reported depends on the reader, in the file at hand.
    private readonly Dictionary<(ISymbol Member, Location? Caller), Value> _statics = [];
    private readonly Stack<ISymbol> _initialising = new();
    private int _operations;
    private int _nesting;
    private int _inlining;

    public CompilationFacts Facts { get; } = facts;

    /// <summary>What the conditional accesses that are being evaluated access, the innermost on top.</summary>
    public Stack<Value> Accessed { get; } = new();

    /// <summary>Whether the bound of work is reached: what is known by then is known of half the code only.</summary>
    public bool IsExhausted => _operations > MaxOperations;

    /// <summary>What the static members hold that have been read.</summary>
    public IEnumerable<Value> Statics => _statics.Values;

    /// <summary>The value of a static member, which is found once.</summary>
    public Value Static(ISymbol member, SourceOrigin? caller, Func<Value> find)
    {
        var key = (member.OriginalDefinition, caller?.Location);
        if (!_statics.TryGetValue(key, out var value))
        {
            // Its own initialiser may read it.
            _statics[key] = new UnknownValue(caller);
            _initialising.Push(member);
            _statics[key] = value = find();
            _initialising.Pop();
        }

        return value;
    }

    /// <summary>Whether a static member may not have its value yet, because another of its class, which comes first, is just getting its own.</summary>
    public bool MayBeTooEarly(ISymbol member) => _initialising.Any(i => SymbolEqualityComparer.Default.Equals(i.ContainingType, member.ContainingType)
        && !(i.DeclaringSyntaxReferences is [var first] && member.DeclaringSyntaxReferences is [var then] && first.SyntaxTree == then.SyntaxTree && then.Span.Start < first.Span.Start));

    public Value Evaluate(IOperation? operation, Frame frame)
    {
        if (operation is null || _nesting >= MaxNesting || !Count())
        {
            return new UnknownValue();
        }

        _nesting++;
        var value = operation.ConstantValue.HasValue ? Constants.Of(operation, this, frame) : Dispatch(operation, frame);
        _nesting--;
        return value;
    }

    /// <summary>Counts a piece of work; false where there has been enough.</summary>
    public bool Count()
    {
        if ((++_operations & 0xFF) == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        return !IsExhausted;
    }

    /// <summary>Evaluates a body with its parameters bound.</summary>
    /// <param name="body">The body, or the expression that a member stands for.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="arguments">Their values.</param>
    /// <param name="frame">The frame of the body.</param>
    public Value Inline(IOperation body, ImmutableArray<IParameterSymbol> parameters, IReadOnlyList<Value> arguments, Frame frame)
    {
        if (_inlining >= MaxInlining)
        {
            return Unknown(body, frame);
        }

        for (var i = 0; i < parameters.Length && i < arguments.Count; i++)
        {
            frame.Set(parameters[i], arguments[i]);
        }

        _inlining++;
        var value = Evaluate(body, frame);
        _inlining--;
        return value;
    }

    /// <summary>Calls a lambda or a method group.</summary>
    public Value Invoke(FunctionValue function, IReadOnlyList<Value> arguments, SourceOrigin? caller) => function.Body is { } body
        ? Inline(body, function.Method.Parameters, arguments, new Frame(function.Frame, body, caller ?? function.Frame.Caller, function.Frame.Instance))
        : Invocations.OfMethod(function.Method, null, arguments, this, caller) ?? new UnknownValue(caller);

    public UnknownValue Unknown(IOperation operation, Frame frame) => new(Origin(operation, frame));

    /// <summary>Where an operation is reported.</summary>
    public SourceOrigin Origin(IOperation operation, Frame frame) => Origin(operation.Syntax, frame);

    /// <inheritdoc cref="Origin(IOperation, Frame)"/>
    public SourceOrigin Origin(SyntaxNode syntax, Frame frame)
    {
        if (syntax.SyntaxTree == file || frame.Caller is null)
        {
            return new(syntax.GetLocation());
        }

        return Facts.Compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? new(frame.Caller.Location, [syntax.GetLocation()]) : frame.Caller;
    }

    /// <summary>The place that values of a called member are reported at: the call, where it stands in the file at hand.</summary>
    public SourceOrigin? CallSite(SyntaxNode call, Frame frame)
    {
        if (call.SyntaxTree != file)
        {
            return frame.Caller is { } caller ? new(caller.Location) : null;
        }

        // In a chain the call is its own name and arguments, not all that comes before it.
        var start = Syntax.NameOfCall(call)?.SpanStart ?? call.SpanStart;
        return new(Location.Create(file, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, call.Span.End)));
    }

    private Value Dispatch(IOperation operation, Frame frame) => operation switch
    {
        IConversionOperation o => Constants.Convert(o, this, frame),
        IInvocationOperation o => Invocations.Evaluate(o, this, frame),
        IObjectCreationOperation o => Creations.Evaluate(o, this, frame),
        IWithOperation o => Creations.Evaluate(o, this, frame),
        IArrayCreationOperation o => Collections.Evaluate(o, this, frame),
        ICollectionExpressionOperation o => Collections.Evaluate(o, this, frame),
        IArrayElementReferenceOperation o => Collections.Evaluate(o, this, frame),
        IImplicitIndexerReferenceOperation o => Collections.Evaluate(o, this, frame),
        ITupleOperation o => Creations.Evaluate(o, this, frame),
        IFieldReferenceOperation o => Members.Evaluate(o, this, frame),
        IPropertyReferenceOperation o => Members.Evaluate(o, this, frame),
        ILocalReferenceOperation o => Locals.Evaluate(o, this, frame),
        IParameterReferenceOperation o => Locals.Evaluate(o, this, frame),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => frame.Instance ?? Unknown(operation, frame),
        IConditionalAccessOperation o => Conditions.Evaluate(o, this, frame),
        IConditionalAccessInstanceOperation when Accessed.Count > 0 => Accessed.Peek(),
        IConditionalOperation { WhenFalse: not null, Type: not null } o => Conditions.Evaluate(o, this, frame),
        ICoalesceOperation o => Conditions.Evaluate(o, this, frame),
        ISwitchExpressionOperation o => Conditions.Evaluate(o, this, frame),
        IIsPatternOperation or IIsTypeOperation => Conditions.Evaluate(operation, this, frame),
        IInterpolatedStringOperation o => Texts.Evaluate(o, this, frame),
        IBinaryOperation o => Texts.Evaluate(o, this, frame),
        ITranslatedQueryOperation o => Evaluate(o.Operation, frame),
        IUnaryOperation o => Texts.Evaluate(o, this, frame),
        IDefaultValueOperation => Constants.Default(operation.Type, Origin(operation, frame)),
        IDelegateCreationOperation o => Evaluate(o.Target, frame),
        IAnonymousFunctionOperation o => new FunctionValue(o.Symbol, o.Body, frame, Origin(o, frame)),
        IMethodReferenceOperation { Instance: null } o => new FunctionValue(o.Method, null, frame, Origin(o, frame)),
        IBlockOperation o => Statements.Evaluate(o, this, frame),
        ISymbolInitializerOperation o => Evaluate(o.Value, frame),
        _ => Unknown(operation, frame),
    };
}
