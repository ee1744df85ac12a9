using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The values that a piece of code sees: its parameters and what it declares, and around a lambda those of the code that it stands in.</summary>
internal sealed class Frame(Frame? outer, IOperation? body, SourceOrigin? caller, Value? instance)
{
    private Dictionary<ISymbol, Value> _values = new(SymbolEqualityComparer.Default);

    /// <summary>The code around a lambda.</summary>
    public Frame? Outer { get; } = outer;

    /// <summary>The code whose locals live here.</summary>
    public IOperation? Body { get; } = body;

    /// <summary>The call in the file at hand that led to this code, where the code stands elsewhere.</summary>
    public SourceOrigin? Caller { get; } = caller;

    /// <summary>What <c>this</c> is. Only a constructor gives it another value.</summary>
    public Value? Instance { get; set; } = instance;

    /// <summary>Whether this is a constructor's: what it sets is what the new object holds.</summary>
    public bool IsConstructor { get; init; }

    public Value? Find(ISymbol symbol) => FindHolder(symbol)?._values[symbol];

    /// <summary>The frame that holds a variable.</summary>
    public Frame? FindHolder(ISymbol symbol)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            if (frame._values.ContainsKey(symbol))
            {
                return frame;
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

    /// <summary>What all variables hold, to be put back by <see cref="Restore"/>.</summary>
    public IReadOnlyList<FrameState> Save()
    {
        var saved = new List<FrameState>();
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            saved.Add(new(frame, new(frame._values, SymbolEqualityComparer.Default), frame.Instance));
        }

        return saved;
    }

    public static void Restore(IReadOnlyList<FrameState> saved)
    {
        foreach (var (frame, values, instance) in saved)
        {
            frame._values = new(values, SymbolEqualityComparer.Default);
            frame.Instance = instance;
        }
    }

    /// <summary>What variables hold after either of two ways through the code: what both have in common. What only one of them has met is found anew.</summary>
    public static void Join(
        IReadOnlyList<FrameState> left,
        IReadOnlyList<FrameState> right)
    {
        foreach (var ((frame, values, instance), (_, others, other)) in left.Zip(right, (a, b) => (a, b)))
        {
            frame._values = new(SymbolEqualityComparer.Default);
            foreach (var (symbol, value) in values.Select(v => (v.Key, v.Value)))
            {
                if (others.TryGetValue(symbol, out var second))
                {
                    frame._values[symbol] = StaticEvaluation.Join.Of(value, second);
                }
            }

            frame.Instance = instance is null || other is null ? instance : StaticEvaluation.Join.Of(instance, other);
        }
    }
}

/// <summary>What the variables of a frame held at some point.</summary>
internal sealed record FrameState(Frame Frame, Dictionary<ISymbol, Value> Values, Value? Instance);
