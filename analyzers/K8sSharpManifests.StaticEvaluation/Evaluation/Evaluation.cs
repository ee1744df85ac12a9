using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Runs code that belongs together, on a heap of its own: the switch over the kinds of operation, and the bounds that all the work shares.</summary>
internal sealed class Evaluation : IDisposable
{
    /// <summary>How many calls of helpers and lambdas may stand in each other. Recursion ends here.</summary>
    public const int MaxInlining = 32;

    /// <summary>How deep operations may nest over all inlined code: what a small stack can hold.</summary>
    public const int MaxNesting = 240;

    /// <summary>How many operations a root may take.</summary>
    public const int MaxOperations = 20_000;

    /// <summary>How many items a sequence that is put together of others may have: doubling one grows fast.</summary>
    public const int MaxItems = 10_000;

    /// <summary>How long a text that is put together may be.</summary>
    public const int MaxText = 1 << 20;

    private readonly SyntaxTree _file;
    private readonly CancellationToken _cancellationToken;
    private readonly int _maxOperations;
    private int _operations;
    private int _nesting;

    /// <summary>Prepares to run code of a file.</summary>
    /// <param name="facts">What is known of the compilation.</param>
    /// <param name="file">The file that findings are reported in.</param>
    /// <param name="observer">Is told of the values of roots in the middle of the code; null where there are none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public Evaluation(CompilationFacts facts, SyntaxTree file, Observer? observer, CancellationToken cancellationToken)
    {
        Facts = facts;
        Observer = observer;
        _file = file;
        _cancellationToken = cancellationToken;
        _maxOperations = MaxOperations * Math.Max(1, (observer?.Count ?? 0) / 4);
        Unknowns = new(this);
        Calls = new(this);
        Places = new(this);
        Assignments = new(this);
        Statics = new(this);
        Sequences = new(this);
        Heap = new() { Captured = Facts.Captures.Of };
    }

    /// <inheritdoc/>
    public void Dispose() => Heap.Dispose();

    /// <summary>The environment that the build's ManifestContext names; null where that is not known.</summary>
    public string? Environment { get; init; }

    /// <summary>The files that the project hands to its manifests.</summary>
    public ProjectInputs ProjectInputs { get; init; } = ProjectInputs.None;

    public CompilationFacts Facts { get; }

    public Observer? Observer { get; }

    public Heap Heap { get; }

    public Unknowns Unknowns { get; }

    public Calls Calls { get; }

    public Places Places { get; }

    public Assignments Assignments { get; }

    public Statics Statics { get; }

    public Sequences Sequences { get; }

    /// <summary>What the conditional accesses that are being evaluated access, the innermost on top.</summary>
    public Stack<Place> Accessed { get; } = new();

    /// <summary>The objects whose initialisers or patterns are being evaluated, the innermost on top.</summary>
    public Stack<Place> Receivers { get; } = new();

    /// <summary>Whether the bound of work is reached: what is known by then is known of half the code only.</summary>
    public bool IsExhausted => _operations + (Heap.Work / 16) > _maxOperations;

    /// <summary>Runs a member's body from its start. Its arguments, and the object that it belongs to, are unknown.</summary>
    public Value Run(IOperation body)
    {
        var frame = NewFrame(null, body, null);
        if (Facts.Traits(body).IsBeyond)
        {
            return Unknown(body, frame);
        }

        BindContext(frame, body);
        if (body is IBlockOperation block && Facts.Traits(body).IsIterator)
        {
            return new Iterator(block, this, frame).Sequence(null, Origin(body, frame));
        }

        return body switch
        {
            IMethodBodyOperation method => Evaluate(method.BlockBody ?? method.ExpressionBody, frame),
            IConstructorBodyOperation constructor => Unknowns.Call([Evaluate(constructor.Initializer, frame), Evaluate(constructor.BlockBody ?? constructor.ExpressionBody, frame)], null),
            _ => Evaluate(body, frame),
        };
    }

    /// <summary>Runs an iterator for one who takes all that it yields at once.</summary>
    public void RunToTheEnd(IBlockOperation iterator)
    {
        var frame = NewFrame(null, iterator, null);
        BindContext(frame, iterator);
        Evaluate(iterator, frame);
    }

    // Only the parameter of a member that the build runs is what the build hands in, but of no other one is it asked.
    private void BindContext(Frame frame, IOperation body)
    {
        if ((body.Syntax as MethodDeclarationSyntax ?? body.Syntax.Parent as MethodDeclarationSyntax) is { ParameterList.Parameters.Count: 1 } declaration
            && body.SemanticModel?.GetDeclaredSymbol(declaration) is IMethodSymbol { Parameters: [var parameter] } && Inputs.IsContext(parameter.Type))
        {
            Heap.Set(frame, parameter, new UnknownValue { IsInput = true, Environment = Environment });
        }
    }

    /// <summary>Runs a lambda or local function that unknown code may call at any time: what it sees around it may have changed by then.</summary>
    public void RunLater(IOperation function, Frame frame)
    {
        var (method, body) = function switch
        {
            IAnonymousFunctionOperation o => (o.Symbol, (IBlockOperation?)o.Body),
            ILocalFunctionOperation o => (o.Symbol, o.Body),
            _ => (null, null),
        };
        if (method is null || body is null || Facts.Traits(body).IsBeyond)
        {
            return;
        }

        Unknowns.Call([new FunctionValue(method, body, frame, null, null)], null);
        var own = new Frame(Heap.NextId(), frame, body, frame.Caller) { Instance = frame.Instance, InstancePlace = frame.InstancePlace };
        foreach (var parameter in method.Parameters)
        {
            Heap.Set(own, parameter, new UnknownValue());
        }

        Evaluate(body, own);
    }

    /// <summary>The manifest tree of what a member gives. The items of a sequence are read as they come: what its code does after that, nobody sees.</summary>
    public Node Result(Value value, IOperation operation)
    {
        if (value is not SequenceValue)
        {
            return Tree(value, isFinished: true);
        }

        var items = new List<Node>();
        foreach (var item in Sequences.Items(value, null, operation, NewFrame(null, operation, null)))
        {
            if (item is null || items.Count >= MaxItems || !Count())
            {
                return new Sequence([.. items], isOpen: true, value.Origin);
            }

            items.Add(Tree(item, isFinished: true));
        }

        return new Sequence([.. items], isOpen: false, value.Origin);
    }

    /// <summary>The manifest tree of a value, as it is now.</summary>
    public Node Tree(Value value, bool isFinished) => new TreeBuilder(isFinished, Heap, Facts).Root(value);

    /// <summary>Runs an operation, and gives its value.</summary>
    public Value Evaluate(IOperation? operation, Frame frame)
    {
        var value = EvaluateRaw(operation, frame);
        return value is PlaceValue place ? place.Place.Get(this) : value;
    }

    /// <summary>Runs an operation. Its value may be a <see cref="PlaceValue"/>.</summary>
    public Value EvaluateRaw(IOperation? operation, Frame frame)
    {
        if (operation is null || !Count())
        {
            return new UnknownValue();
        }

        if (_nesting >= MaxNesting)
        {
            return Unknowns.Deny(operation, frame);
        }

        _nesting++;
        var value = operation.ConstantValue.HasValue ? Constants.Of(operation, this, frame) : Dispatch(operation, frame);
        _nesting--;
        if (value is UnknownValue { Origin: null })
        {
            value = Placed((UnknownValue)value, operation, frame);
        }

        Observer?.Saw(operation, value, this);
        return value;
    }

    // Apart, because what nests has to fit into a small stack.
    private UnknownValue Placed(UnknownValue value, IOperation operation, Frame frame) => new(Origin(operation, frame)) { IsInput = value.IsInput, Environment = value.Environment };

    /// <summary>Runs something that nests as operations do; denies it where it nests too deeply.</summary>
    public Flow Nested(IOperation statement, Frame frame, Func<Flow> run)
    {
        if (_nesting >= MaxNesting)
        {
            Unknowns.Deny(statement, frame);
            return Flow.Next;
        }

        _nesting++;
        var flow = run();
        _nesting--;
        return flow;
    }

    /// <summary>Counts a piece of work; false where there has been enough.</summary>
    public bool Count()
    {
        if ((++_operations & 0xFF) == 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
        }

        return !IsExhausted;
    }

    public Frame NewFrame(Frame? outer, IOperation? body, SourceOrigin? caller) => new(Heap.NextId(), outer, body, caller);

    /// <summary>Runs each of several ways that the code may take, and leaves what they have in common.</summary>
    /// <param name="ways">The ways. One that gives null throws.</param>
    /// <param name="reason">What is not known.</param>
    public Value Either(IReadOnlyList<Func<Value?>> ways, SourceOrigin? reason)
    {
        var mark = Heap.Mark();
        var after = new List<(Value Value, Delta Delta)>();
        foreach (var way in ways)
        {
            var value = way();
            var delta = Heap.Rollback(mark);
            if (value is not null)
            {
                after.Add((value, delta));
            }
        }

        if (after.Count == 0)
        {
            return new UnknownValue(reason);
        }

        Heap.Merge(mark, [.. after.Select(a => a.Delta)], reason);
        return after.Select(a => a.Value).Aggregate((a, b) => Heap.Join(a, b, reason));
    }

    /// <summary>Does something to one of several objects, of which nobody knows which it is.</summary>
    public Value Either(ChoiceValue choice, Func<Reference, Value?> run) => Either([.. choice.References.Select(r => (Func<Value?>)(() => run(r)))], choice.Reason);

    public UnknownValue Unknown(IOperation operation, Frame frame) => new(Origin(operation, frame));

    /// <summary>Where an operation is reported.</summary>
    public SourceOrigin Origin(IOperation operation, Frame frame) => Origin(operation.Syntax, frame);

    /// <inheritdoc cref="Origin(IOperation, Frame)"/>
    public SourceOrigin Origin(SyntaxNode syntax, Frame frame)
    {
        if (syntax.SyntaxTree == _file || frame.Caller is null)
        {
            return new(syntax) { Caller = frame.Caller };
        }

        return Facts.Compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? new(frame.Caller.Location, [syntax.GetLocation()]) : frame.Caller;
    }

    /// <summary>The place that values of a called member are reported at: the call, where it stands in the file at hand.</summary>
    public SourceOrigin? CallSite(SyntaxNode call, Frame frame)
    {
        if (call.SyntaxTree != _file)
        {
            return frame.Caller is { } caller ? new(caller.Location) : null;
        }

        // In a chain the call is its own name and arguments, not all that comes before it.
        var start = Syntax.NameOfCall(call)?.SpanStart ?? call.SpanStart;
        return new(_file, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, call.Span.End)) { Caller = frame.Caller };
    }

    private Value Dispatch(IOperation operation, Frame frame)
    {
        switch (operation.Kind)
        {
            case OperationKind.LocalReference:
                return frame.Find(((ILocalReferenceOperation)operation).Local) ?? Unknown(operation, frame);
            case OperationKind.FieldReference when ((IFieldReferenceOperation)operation).Instance is null:
                return Statics.Read(((IFieldReferenceOperation)operation).Field, operation, frame);
            case OperationKind.ParameterReference or OperationKind.FieldReference or OperationKind.ArrayElementReference or OperationKind.ImplicitIndexerReference:
            case OperationKind.Conditional when ((IConditionalOperation)operation).IsRef:
                return Places.Of(operation, frame).Get(this);
            case OperationKind.PropertyReference:
                return Members.Evaluate((IPropertyReferenceOperation)operation, this, frame);
            case OperationKind.InstanceReference when ((IInstanceReferenceOperation)operation).ReferenceKind == InstanceReferenceKind.ContainingTypeInstance:
                return frame.InstancePlace?.Get(this) ?? frame.Instance ?? Unknown(operation, frame);
            case OperationKind.InstanceReference when Receivers.Count > 0:
                return Receivers.Peek().Get(this);
            case OperationKind.ConditionalAccessInstance when Accessed.Count > 0:
                return Accessed.Peek().Get(this);
            case OperationKind.Conversion:
                return Conversions.Evaluate((IConversionOperation)operation, this, frame);
            case OperationKind.Invocation:
                return Calls.Evaluate((IInvocationOperation)operation, frame);
            case OperationKind.ObjectCreation:
                return Creations.Evaluate((IObjectCreationOperation)operation, this, frame);
            case OperationKind.AnonymousObjectCreation:
                return Creations.Evaluate((IAnonymousObjectCreationOperation)operation, this, frame);
            case OperationKind.TypeParameterObjectCreation:
                return Creations.Evaluate((ITypeParameterObjectCreationOperation)operation, this, frame);
            case OperationKind.With:
                return Creations.Evaluate((IWithOperation)operation, this, frame);
            case OperationKind.Tuple:
                return Creations.Evaluate((ITupleOperation)operation, this, frame);
            case OperationKind.ArrayCreation:
                return Collections.Evaluate((IArrayCreationOperation)operation, this, frame);
            case OperationKind.CollectionExpression:
                return Collections.Evaluate((ICollectionExpressionOperation)operation, this, frame);
            case OperationKind.ConditionalAccess:
                return Conditions.Evaluate((IConditionalAccessOperation)operation, this, frame);
            case OperationKind.Conditional when operation.Type is not null:
                return Conditions.Evaluate((IConditionalOperation)operation, this, frame);
            case OperationKind.Coalesce:
                return Conditions.Evaluate((ICoalesceOperation)operation, this, frame);
            case OperationKind.SwitchExpression:
                return Conditions.Evaluate((ISwitchExpressionOperation)operation, this, frame);
            case OperationKind.IsPattern or OperationKind.IsType:
                return Conditions.Evaluate(operation, this, frame);
            case OperationKind.InterpolatedString:
                return Texts.Evaluate((IInterpolatedStringOperation)operation, this, frame);
            case OperationKind.Binary:
                return Operators.Evaluate((IBinaryOperation)operation, this, frame);
            case OperationKind.Unary:
                return Operators.Evaluate((IUnaryOperation)operation, this, frame);
            case OperationKind.TupleBinary:
                return Operators.Evaluate((ITupleBinaryOperation)operation, this, frame);
            default:
                return DispatchOther(operation, frame);
        }
    }

    private Value DispatchOther(IOperation operation, Frame frame)
    {
        switch (operation.Kind)
        {
            case OperationKind.TranslatedQuery:
                return Evaluate(((ITranslatedQueryOperation)operation).Operation, frame);
            case OperationKind.DefaultValue:
                return Constants.Default(frame.Resolve(operation.Type), Origin(operation, frame));
            case OperationKind.DelegateCreation:
                return Evaluate(((IDelegateCreationOperation)operation).Target, frame);
            case OperationKind.AnonymousFunction:
                return new FunctionValue(((IAnonymousFunctionOperation)operation).Symbol, ((IAnonymousFunctionOperation)operation).Body, frame, null, Origin(operation, frame));
            case OperationKind.MethodReference:
                return Calls.Function((IMethodReferenceOperation)operation, frame);
            case OperationKind.SimpleAssignment or OperationKind.CoalesceAssignment or OperationKind.CompoundAssignment or OperationKind.Increment or OperationKind.Decrement
                or OperationKind.DeconstructionAssignment:
                return Assignments.Evaluate(operation, frame);
            case OperationKind.Parenthesized:
                return EvaluateRaw(((IParenthesizedOperation)operation).Operand, frame);
            case OperationKind.DeclarationExpression:
                return Evaluate(((IDeclarationExpressionOperation)operation).Expression, frame);
            case OperationKind.Await:
                return Unknowns.Call([Evaluate(((IAwaitOperation)operation).Operation, frame)], Origin(operation, frame));
            case OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer or OperationKind.VariableInitializer:
                return Evaluate(((ISymbolInitializerOperation)operation).Value, frame);
            case OperationKind.Block:
                return new Execution((IBlockOperation)operation, this, frame).Run();
            case OperationKind.NameOf or OperationKind.TypeOf or OperationKind.SizeOf or OperationKind.Discard or OperationKind.Utf8String:
                return Unknown(operation, frame);
            case OperationKind.EventAssignment:
                var assignment = (IEventAssignmentOperation)operation;
                return Unknowns.Call([Evaluate((assignment.EventReference as IEventReferenceOperation)?.Instance, frame), Evaluate(assignment.HandlerValue, frame)], Origin(operation, frame));
            case OperationKind.Throw:
                return Unknowns.Call([Evaluate(((IThrowOperation)operation).Exception, frame)], Origin(operation, frame));
            default:
                return Unknowns.Deny(operation, frame);
        }
    }
}
