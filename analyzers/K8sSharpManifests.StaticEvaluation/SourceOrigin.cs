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

    /// <summary>The call, in the same file, of the code that it stands in; null where nobody calls that.</summary>
    internal SourceOrigin? Caller { get; init; }

    /// <summary>The place as code around the calls sees it: the value itself where it stands there, and else the call that leads to it.</summary>
    /// <param name="span">Where that code is.</param>
    /// <returns>The place; null where no call in that code leads to it.</returns>
    public SourceOrigin? SeenFrom(TextSpan span)
    {
        for (var place = this; place is not null; place = place.Caller)
        {
            if (span.Contains(place.Location.SourceSpan))
            {
                return place == this ? this : new(place.Location, [Location, .. Additional]);
            }
        }

        return null;
    }

    /// <summary>The value itself where it stands elsewhere in the compilation; empty for what comes from the DSL.</summary>
    public ImmutableArray<Location> Additional { get; }
}
