namespace K8sSharpManifests.Core.Rules;

/// <summary>What the rules know beside the tree. Immutable; made once for all trees of a project.</summary>
public sealed class JudgeContext
{
    private readonly HashSet<(string Id, string Path)>? _decided;

    /// <summary>Makes a context.</summary>
    /// <param name="options">The user's options; none for the defaults.</param>
    /// <param name="serviceAccounts">What is known of ServiceAccounts; none for what the compiler stage knows.</param>
    /// <param name="external">The objects that C# says live outside the emitted set; none for no such object.</param>
    /// <param name="secrets">What is known of Secrets; none for what the compiler stage knows, which is nothing.</param>
    public JudgeContext(RuleOptions? options = null, ServiceAccountFacts? serviceAccounts = null, ExternalObjects? external = null, SecretFacts? secrets = null)
        : this(options ?? RuleOptions.Default, serviceAccounts ?? ServiceAccountFacts.NotSeen, external ?? ExternalObjects.None, secrets ?? SecretFacts.NotSeen, false, null)
    {
    }

    private JudgeContext(
        RuleOptions options,
        ServiceAccountFacts serviceAccounts,
        ExternalObjects external,
        SecretFacts secrets,
        bool isForUnfinished,
        HashSet<(string Id, string Path)>? decided)
    {
        Options = options;
        ServiceAccounts = serviceAccounts;
        External = external;
        Secrets = secrets;
        IsForUnfinished = isForUnfinished;
        _decided = decided;
    }

    /// <summary>The user's options.</summary>
    public RuleOptions Options { get; }

    /// <summary>What is known of ServiceAccounts.</summary>
    public ServiceAccountFacts ServiceAccounts { get; }

    /// <summary>The objects that C# says live outside the emitted set. Those of <see cref="Options"/> come on top.</summary>
    public ExternalObjects External { get; }

    /// <summary>What is known of Secrets.</summary>
    public SecretFacts Secrets { get; }

    internal bool IsForUnfinished { get; }

    /// <summary>
    /// The same context for trees that nobody calls a manifest yet, such as what a helper returns. They are open at every level; a rule
    /// about something that is there may nevertheless speak where only a field that qualifies it, such as the pull policy, is not seen.
    /// </summary>
    /// <returns>The new context.</returns>
    public JudgeContext ForUnfinished() => new(Options, ServiceAccounts, External, Secrets, true, _decided);

    /// <summary>The same context for a tree of which an earlier stage has decided something; that is not reported again.</summary>
    /// <param name="decided">Rule and place of the decided verdicts of that tree (<see cref="Verdict.IsDecided"/>).</param>
    /// <returns>The new context.</returns>
    public JudgeContext WithDecided(IEnumerable<(string Id, string Path)> decided) =>
        new(Options, ServiceAccounts, External, Secrets, IsForUnfinished, [.. decided]);

    /// <summary>Whether an object lives outside the emitted set, as C# or the options say.</summary>
    internal Truth IsExternal(string kind, Node objectNamespace, Node name) =>
        Options.External.Contain(kind, objectNamespace, name) | External.Contain(kind, objectNamespace, name);

    internal bool IsDecided(string id, TreePlace place) =>
        _decided is not null
        && (_decided.Contains((id, place.Path)) || (place.PathByName is { } path && _decided.Contains((id, path))));
}
