namespace K8sSharpManifests.Emission;

/// <summary>The errors of a run, and of the program that runs it for the build. Each has a page in docs/rules whose title is the one that stands here.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">The title.</param>
internal sealed record EmissionRule(string Id, string Title)
{
    public static readonly EmissionRule MemberThrew = new("K8S903", "[Manifest] member threw");

    /// <summary>The rules find it in what is written; this is what was read while a member ran.</summary>
    public static readonly EmissionRule InvalidQuantity = new("K8S208", "Invalid quantity");

    public static readonly EmissionRule SameObjectTwice = new("K8S904", "Two manifests are the same object");
    public static readonly EmissionRule CannotBeEmitted = new("K8S905", "Object cannot be emitted");

    /// <summary>The targets report this one too, where the process did not come to anything.</summary>
    public static readonly EmissionRule ProcessEnded = new("K8S906", "The process that makes the manifests ended");

    /// <summary>The targets report this one too, where an option does not allow a run.</summary>
    public static readonly EmissionRule CannotWrite = new("K8S907", "Manifests cannot be written");

    /// <summary>A warning: what ran is emitted.</summary>
    public static readonly EmissionRule NotAsProved = new("K8S901", "Manifest is not what was proved");

    public static readonly EmissionRule NotProved = new("K8S910", "[Manifest] member is not proved");

    public static readonly EmissionRule NotUpToDate = new("K8S908", "Committed manifests are not up to date");

    public static readonly EmissionRule ValueMissing = new("K8S924", "Value that is not given");

    /// <summary>A warning: what is given too much does no harm, unless its name is misspelt.</summary>
    public static readonly EmissionRule ValueUnread = new("K8S925", "Value that nothing reads");

    public static readonly EmissionRule ContainerImage = new("K8S926", "Container image that is not there");

    /// <summary>A warning: whoever wants the file in the repository may say so.</summary>
    public static readonly EmissionRule SecretInWorkTree = new("K8S927", "Secret values in a git work tree");

    public static readonly EmissionRule SecretMissing = new("K8S928", "Secret that is not given");

    public static readonly EmissionRule InternalError = new("K8S914", "Internal error");

    public static readonly IReadOnlyList<EmissionRule> All =
    [
        InvalidQuantity, NotAsProved, MemberThrew, SameObjectTwice, CannotBeEmitted, ProcessEnded, CannotWrite, NotUpToDate, NotProved, InternalError, ValueMissing, ValueUnread, ContainerImage, SecretInWorkTree, SecretMissing,
    ];
}
