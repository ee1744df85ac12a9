using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The values that a piece of code sees: its parameters and what it declares, and around a lambda those of the code that it stands in.</summary>
internal sealed class Frame(Frame? outer, IOperation? body, SourceOrigin? caller, Value? instance)
{
    private readonly Dictionary<ISymbol, Value> _values = new(SymbolEqualityComparer.Default);

    /// <summary>The code around a lambda.</summary>
    public Frame? Outer { get; } = outer;

    /// <summary>The code whose locals live here.</summary>
    public IOperation? Body { get; } = body;

    /// <summary>The call in the file at hand that led to this code, where the code stands elsewhere.</summary>
    public SourceOrigin? Caller { get; } = caller;

    /// <summary>What <c>this</c> is.</summary>
    public Value? Instance { get; } = instance;

    public Value? Find(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame._values.TryGetValue(symbol, out var value))
            {
                return value;
            }
        }

        return null;
    }

    public void Set(ISymbol symbol, Value value) => _values[symbol] = value;

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
}
