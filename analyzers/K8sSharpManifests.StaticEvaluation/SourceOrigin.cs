using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Where a node's value stands in source: what the analyzers find in a node's Origin.</summary>
/// <param name="Location">
/// The place in the file at hand. A value that comes from another file, or from a short form of the DSL, is at the call that brings it: editors drop
/// diagnostics that one file reports in another.
/// </param>
/// <param name="Additional">The value itself where it stands elsewhere in the compilation; empty for what comes from the DSL.</param>
public sealed record SourceOrigin(Location Location, ImmutableArray<Location> Additional)
{
    /// <summary>A value that stands where it is reported.</summary>
    /// <param name="location">The place.</param>
    public SourceOrigin(Location location) : this(location, [])
    {
    }
}
