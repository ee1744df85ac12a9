using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What may become of the locals and parameters of one member, and, under its type's symbol, of the object that it is a member of.</summary>
/// <param name="unknown">Those that anything may happen to.</param>
/// <param name="changes">Those that are changed in a way that can be followed.</param>
/// <param name="reads">Where those are taken as a whole.</param>
internal sealed class MemberEscapes(HashSet<ISymbol> unknown, ILookup<ISymbol, Change> changes, ILookup<ISymbol, IOperation> reads)
{
    public Fate Of(ISymbol symbol) => unknown.Contains(symbol) ? Fate.Unknown : changes.Contains(symbol) ? Fate.Followed : Fate.Constant;

    /// <summary>Whether the object that a symbol holds may change, and not just which one that is.</summary>
    public bool ChangesObject(ISymbol symbol) => unknown.Contains(symbol) || changes[symbol].Any(c => c.Changed is not null);

    public IOperation? LastRead(ISymbol symbol) =>
        reads[symbol].OrderBy(r => r.Syntax.SpanStart).LastOrDefault() is { } last && changes[symbol].All(c => c.Statement.Syntax.Span.End <= last.Syntax.SpanStart) ? last : null;
}
