namespace K8sSharpManifests.Host;

/// <summary>The errors of this program. Each has a page in docs/rules whose title is the one that stands here.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">The title.</param>
internal sealed record HostRule(string Id, string Title)
{
    public static readonly HostRule MemberThrew = new("K8S903", "[Manifest] member threw");

    /// <summary>The rules find it in what is written; this is what was read while a member ran.</summary>
    public static readonly HostRule InvalidQuantity = new("K8S208", "Invalid quantity");

    public static readonly HostRule SameObjectTwice = new("K8S904", "Two manifests are the same object");
    public static readonly HostRule CannotBeEmitted = new("K8S905", "Object cannot be emitted");

    /// <summary>The targets report this one too, where the process did not come to anything.</summary>
    public static readonly HostRule ProcessEnded = new("K8S906", "The process that makes the manifests ended");

    /// <summary>The targets report this one too, where an option does not allow a run.</summary>
    public static readonly HostRule CannotWrite = new("K8S907", "Manifests cannot be written");

    /// <summary>A warning: what ran is emitted.</summary>
    public static readonly HostRule NotAsProved = new("K8S901", "Manifest is not what was proved");

    public static readonly HostRule NotProved = new("K8S910", "[Manifest] member is not proved");

    public static readonly HostRule NotUpToDate = new("K8S908", "Committed manifests are not up to date");

    public static readonly HostRule InternalError = new("K8S914", "Internal error");

    public static readonly IReadOnlyList<HostRule> All = [InvalidQuantity, NotAsProved, MemberThrew, SameObjectTwice, CannotBeEmitted, ProcessEnded, CannotWrite, NotUpToDate, NotProved, InternalError];
}
