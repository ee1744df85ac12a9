using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Images;

/// <summary>The pull policy that is in effect for an image, and why it is.</summary>
/// <param name="Name">Always, IfNotPresent or Never.</param>
/// <param name="Reason">Why.</param>
internal sealed record PullPolicy(string Name, string Reason)
{
    private const string Always = "Always";
    private const string IfNotPresent = "IfNotPresent";
    private const string Latest = "latest";

    /// <summary>The policy of an image.</summary>
    /// <param name="written">What the manifest says; empty for nothing.</param>
    /// <param name="image">The image, as it is emitted; null where the text is none.</param>
    /// <param name="isAlwaysPullRequired">Whether the admission plugin AlwaysPullImages sees to it.</param>
    /// <param name="isStored">Whether the API server has filled in already what was left out.</param>
    /// <remarks>What is filled in is that of SetDefaults_Container in pkg/apis/core/v1/defaults.go of Kubernetes.</remarks>
    public static PullPolicy Of(string written, ImageReference? image, bool isAlwaysPullRequired, bool isStored) =>
        isAlwaysPullRequired && !isStored && written != Always ? new(Always, "AlwaysPullImages (k8s_always_pull)")
        : written.Length > 0 ? new(written, isStored ? "as stored" : "as written")
        : image is null ? new(IfNotPresent, "default where there is no tag to read")
        : image.Tag == Latest ? new(Always, "the tag is latest")
        : image.Tag is not null ? new(IfNotPresent, "default for a tag")
        : image.Digest is not null ? new(IfNotPresent, "default for a digest")
        : new(Always, "no tag, which is latest");

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Reason}";
}
