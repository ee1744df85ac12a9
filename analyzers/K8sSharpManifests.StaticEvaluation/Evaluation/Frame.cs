using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The variables of a piece of code that runs: its parameters and what it declares, and around a lambda those of the code that it stands in.</summary>
internal sealed class Frame(int id, Frame? outer, IOperation? body, SourceOrigin? caller)
{
    /// <summary>Counts up, with the objects of the <see cref="Heap"/>.</summary>
    public int Id { get; } = id;

    /// <summary>The code around a lambda or a turn of a loop.</summary>
    public Frame? Outer { get; } = outer;

    /// <summary>The code whose locals live here.</summary>
    public IOperation? Body { get; } = body;

    /// <summary>The call in the file at hand that led to this code, where the code stands elsewhere.</summary>
    public SourceOrigin? Caller { get; } = caller;

    /// <summary>What <c>this</c> is; null where that is not known.</summary>
    public Value? Instance { get; init; }

    /// <summary>Where <c>this</c> is in the code of a struct.</summary>
    public Place? InstancePlace { get; init; }

    /// <summary>Whether the code returns a place and not a value.</summary>
    public bool ReturnsPlace { get; init; }

    /// <summary>What the type parameters stand for.</summary>
    public IReadOnlyDictionary<ITypeSymbol, ITypeSymbol>? TypeArguments { get; init; }

    /// <summary>What the variables hold. Only the <see cref="Heap"/> writes it.</summary>
    public FrameVariables Values { get; } = new();

    public Value? Find(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.Values.Find(symbol) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The frame that holds a variable; this one for a new one.</summary>
    public Frame Holder(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.Values.Find(symbol) is not null)
            {
                return frame;
            }
        }

        return this;
    }

    /// <summary>The frame of the code that a declaration stands in.</summary>
    public Frame Owner(SyntaxNode declaration)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame.Body?.Syntax is { } body && body.SyntaxTree == declaration.SyntaxTree && body.Span.Contains(declaration.Span))
            {
                return frame;
            }
        }

        return this;
    }

    /// <summary>A frame for one turn of a loop, whose variables are its own.</summary>
    public Frame Turn(int id, IOperation loop) =>
        new(id, this, loop, Caller) { Instance = Instance, InstancePlace = InstancePlace, ReturnsPlace = ReturnsPlace, TypeArguments = TypeArguments };

    /// <summary>A type of the code, with what its type parameters stand for.</summary>
    public ITypeSymbol? Resolve(ITypeSymbol? type)
    {
        for (var frame = this; type is ITypeParameterSymbol && frame is not null; frame = frame.Outer)
        {
            if (frame.TypeArguments?.TryGetValue(type, out var argument) == true)
            {
                return argument;
            }
        }

        return type;
    }
}
