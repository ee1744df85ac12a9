using K8sSharpManifests.Core.Rules.Validity;

namespace K8sSharpManifests.Core.Rules;

/// <summary>A rule that is violated at a place.</summary>
/// <param name="info">The rule.</param>
/// <param name="at">The node to point at.</param>
/// <param name="place">The place, as in the <see cref="Verdict"/>.</param>
/// <param name="arguments">The arguments of the message.</param>
/// <param name="fixes">How it could be put right.</param>
public sealed class Finding(RuleInfo info, Node at, TreePlace place, IReadOnlyList<string> arguments, IReadOnlyList<Fix> fixes)
{
    /// <summary>The rule.</summary>
    public RuleInfo Info { get; } = info;

    /// <summary>
    /// The node to point at: the value that is wrong, or the object that lacks one. Where it has no origin, the nearest one around it
    /// has.
    /// </summary>
    public Node At { get; } = at;

    /// <summary>The place that was judged: that of the <see cref="Verdict"/>.</summary>
    public TreePlace Place { get; } = place;

    /// <summary>What that place is called, such as <c>spec.template.spec.containers[0]</c>.</summary>
    public string Path => Place.Path;

    /// <summary>
    /// What the field is called that it points at, such as <c>spec.containers[0].image</c>: of what the API server refuses, as the server names it; else the path of <see cref="At"/>,
    /// where that is in the place that was judged.
    /// </summary>
    public string Field => Info.IsValidity
        ? Info == UnknownField.Rule || Info == WrongType.Rule ? Path : ServerPath.Of(Place)
        : PointedAt.Path;

    /// <summary>The place of <see cref="At"/> where that is in the place that was judged; else the latter.</summary>
    internal TreePlace PointedAt => Below(Place) ?? Place;

    /// <summary>The arguments of the message.</summary>
    public IReadOnlyList<string> Arguments { get; } = arguments;

    /// <summary>How it could be put right, the best first.</summary>
    public IReadOnlyList<Fix> Fixes { get; } = fixes;

    /// <summary>What to tell the user: on one line.</summary>
    public string Message => Info.Format(Arguments);

    /// <summary>The environments that it was found in; none where it is the same in all of them.</summary>
    public IReadOnlyList<string> Environments { get; init; } = [];

    /// <summary>The environments, for the end of a message.</summary>
    public string EnvironmentSuffix => EnvironmentNames.Suffix(Environments);

    /// <summary>The same finding, in some environments only.</summary>
    /// <param name="environments">The environments.</param>
    public Finding In(IReadOnlyList<string> environments) => new(Info, At, Place, Arguments, Fixes) { Environments = environments };

    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Info.Id}: {Message}";

    // The place of the node to point at.
    private TreePlace? Below(TreePlace place)
    {
        if (ReferenceEquals(place.Node, At))
        {
            return place;
        }

        var children = place.Node switch { Mapping mapping => mapping.Entries.Select(place.Entry), Sequence => place.Items, _ => [] };
        return children.Select(Below).FirstOrDefault(found => found is not null);
    }
}
