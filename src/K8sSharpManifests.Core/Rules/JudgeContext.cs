using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core.Rules;

/// <summary>What the rules know beside the tree. Immutable; made once for all trees of a project.</summary>
public sealed class JudgeContext
{
    private readonly HashSet<(string Id, string Path)>? _decided;

    /// <summary>Makes a context.</summary>
    /// <param name="options">The user's options; none for the defaults.</param>
    /// <param name="objects">What is known of the objects of the build and of the cluster; none for what the compiler stage knows, which is nothing.</param>
    public JudgeContext(RuleOptions? options = null, ObjectIndex? objects = null)
        : this(options ?? RuleOptions.Default, objects ?? ObjectIndex.NotSeen, false, null)
    {
    }

    private JudgeContext(RuleOptions options, ObjectIndex objects, bool isForUnfinished, HashSet<(string Id, string Path)>? decided)
    {
        Options = options;
        Objects = objects;
        IsForUnfinished = isForUnfinished;
        _decided = decided;
    }

    /// <summary>The user's options.</summary>
    public RuleOptions Options { get; }

    /// <summary>What is known of the objects of the build and of the cluster.</summary>
    public ObjectIndex Objects { get; }

    /// <summary>Evaluates the rules in CEL of custom resources; null where they are left to a later stage.</summary>
    public CelEvaluator? Cel { get; init; }

    /// <summary>Is told which rules in CEL nobody here can evaluate, and why; from several threads, where several judge.</summary>
    public Action<string>? NotEvaluated { get; init; }

    /// <summary>The digests that the build gives to tags; null where there is no lock. The rules judge an image as it is emitted then.</summary>
    public ImageLock? ImageLock { get; init; }

    internal bool IsForUnfinished { get; }

    /// <summary>
    /// The same context for trees that nobody calls a manifest yet, such as what a helper returns. They are open at every level; a rule
    /// about something that is there may nevertheless speak where only a field that qualifies it, such as the pull policy, is not seen.
    /// </summary>
    /// <returns>The new context.</returns>
    public JudgeContext ForUnfinished() => new(Options, Objects, true, _decided) { Cel = Cel, NotEvaluated = NotEvaluated, ImageLock = ImageLock };

    /// <summary>The same context for a tree of which an earlier stage has decided something; that is not reported again.</summary>
    /// <param name="decided">Rule and place of the decided verdicts of that tree (<see cref="Verdict.IsDecided"/>).</param>
    /// <returns>The new context.</returns>
    public JudgeContext WithDecided(IEnumerable<(string Id, string Path)> decided) =>
        new(Options, Objects, IsForUnfinished, [.. decided]) { Cel = Cel, NotEvaluated = NotEvaluated, ImageLock = ImageLock };

    /// <summary>Whether an object is in the cluster though the build does not emit it, as C#, the options or an emitted object say.</summary>
    internal Truth IsExternal(string kind, Node objectNamespace, Node name) =>
        Options.External.Contains(kind, objectNamespace, name) | Objects.IsExternal(kind, objectNamespace, name);

    internal bool IsDecided(string id, TreePlace place) =>
        _decided is not null
        && (_decided.Contains((id, place.Path)) || place.PathsOfAllStages.Any(path => _decided.Contains((id, path))));
}
