namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>What has an image and a policy for pulling it: a container of any list, or a volume whose files come from an image.</summary>
internal sealed class ImageUse : ISubject
{
    public static readonly SubjectType<ImageUse> Type = new(["V1Container", "V1EphemeralContainer", VolumeType], (place, context) => new ImageUse(place, context));

    private const string VolumeType = "V1ImageVolumeSource";

    public ImageUse(TreePlace place, JudgeContext context)
    {
        Place = place;
        Context = context;
        var isVolume = place.Node is Mapping { Type.Name: VolumeType };
        ImagePullPolicy = new(this, isVolume ? "pullPolicy" : "imagePullPolicy");

        // What the nodes have been given they know by its tag: no digest of a registry leads to it.
        Image = new(new(this, isVolume ? "reference" : "image"), ImagePullPolicy.Is("Never").IsTrue ? null : context.ImageLock);
    }

    public TreePlace Place { get; }

    public JudgeContext Context { get; }

    public ImageValue Image { get; }

    public Field ImagePullPolicy { get; }

    /// <summary>The fix that gives it another policy.</summary>
    public Fix SetPullPolicy(string policy, bool isSafeForFixAll) =>
        Fix.Set(ImagePullPolicy.Place, Scalar.String(policy), $"Set {ImagePullPolicy.Key} to {policy}", isSafeForFixAll);

    /// <summary>Whether the kubelet will ask a registry for its image that wants credentials, as far as the options tell.</summary>
    public Truth NeedsPullSecret => Image.NeedsPullSecret(Context.Options) & !ImagePullPolicy.Is("Never");

    /// <summary>Whether the policy is left to be computed from the tag. In a part that others may complete, a policy that is not seen is taken for one that nobody sets.</summary>
    public Truth IsPolicyOmitted => ImagePullPolicy.IsOmitted | (Context.IsForUnfinished && Place.Node.IsOpenWithout(ImagePullPolicy.Key));
}
