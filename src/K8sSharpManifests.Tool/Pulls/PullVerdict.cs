using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Pulls;

/// <summary>What stands in the way of a pull, in the order in which it is looked for.</summary>
internal enum PullStage
{
    /// <summary>The text is no image reference.</summary>
    Reference,

    /// <summary>Nobody pulls it, and nothing says that the nodes have it.</summary>
    Policy,

    /// <summary>The registry's name has no address.</summary>
    Dns,

    /// <summary>Nobody takes the connection, or answers.</summary>
    Tcp,

    /// <summary>No encrypted connection comes about.</summary>
    Tls,

    /// <summary>The proxy refuses.</summary>
    Proxy,

    /// <summary>What answers fails, or is no registry.</summary>
    Http,

    /// <summary>There were too many requests.</summary>
    RateLimit,

    /// <summary>There are no credentials, wrong ones, or ones that are not allowed to.</summary>
    Credentials,

    /// <summary>There is no such image.</summary>
    Existence,

    /// <summary>The image is there, and not for the nodes.</summary>
    Platform,
}

/// <summary>A try with some credentials.</summary>
/// <param name="With">Whose.</param>
/// <param name="Answer">What came of it.</param>
internal sealed record PullAttempt(string With, RegistryAnswer Answer);

/// <summary>Whether an image can be pulled.</summary>
/// <param name="Target">The image.</param>
/// <param name="Stage">What is in the way; null for nothing.</param>
/// <param name="Message">What to tell of that, without any credential.</param>
internal sealed record PullVerdict(PullTarget Target, PullStage? Stage, string Message)
{
    /// <summary>The registry's answer that counts; null where nobody was asked.</summary>
    public RegistryAnswer? Answer { get; init; }

    /// <summary>The tries, in their order.</summary>
    public IReadOnlyList<PullAttempt> Attempts { get; init; } = [];

    /// <summary>What the kubelet would say; null where it would say nothing.</summary>
    public KubeletWords? Kubelet { get; init; }

    /// <summary>What to do; empty for nothing.</summary>
    public string Remedy { get; init; } = "";

    /// <summary>What is worth knowing though nothing is in the way; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether nothing is in the way.</summary>
    public bool IsPulled => Stage is null;
}
