using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Where a node's value stands in source: what the analyzers find in a node's Origin.</summary>
public sealed class SourceOrigin
{
    private readonly SyntaxTree? _tree;
    private readonly TextSpan _span;
    private Location? _location;

    /// <summary>A value that stands where it is reported.</summary>
    /// <param name="location">The place.</param>
    public SourceOrigin(Location location) : this(location, [])
    {
    }

    /// <summary>A value that is reported elsewhere than it stands.</summary>
    /// <param name="location">Where it is reported.</param>
    /// <param name="additional">Where it stands.</param>
    public SourceOrigin(Location location, ImmutableArray<Location> additional) => (_location, Additional) = (location, additional);

    /// <summary>A value that stands where it is reported. Few are: the location is made when someone asks.</summary>
    /// <param name="syntax">The place.</param>
    internal SourceOrigin(SyntaxNode syntax) : this(syntax.SyntaxTree, syntax.Span)
    {
    }

    /// <inheritdoc cref="SourceOrigin(SyntaxNode)"/>
    internal SourceOrigin(SyntaxTree tree, TextSpan span) => (_tree, _span, Additional) = (tree, span, []);

    /// <summary>
    /// The place in the file at hand. A value that comes from another file, or from a short form of the DSL, is at the call that brings it: editors drop
    /// diagnostics that one file reports in another.
    /// </summary>
    public Location Location => _location ??= Location.Create(_tree!, _span);

    /// <summary>The value itself where it stands elsewhere in the compilation; empty for what comes from the DSL.</summary>
    public ImmutableArray<Location> Additional { get; }
}
