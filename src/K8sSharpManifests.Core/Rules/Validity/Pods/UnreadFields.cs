using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>What the API server drops before it validates an object, so that only its keys and types can be wrong.</summary>
/// <remarks>
/// Upstream: pkg/api/pod/util.go (dropDisabledFields), with the feature gates ClusterTrustBundleProjection, PodCertificateRequest, GenericWorkload and ContainerStopSignals off, as they are by default;
/// pkg/apis/apps/validation/validation.go (ValidateStatefulSetSpec, volumesToAddForTemplates); pkg/api/persistentvolumeclaim/util.go (DropDisabledFields,
/// EnforceDataSourceBackwardsCompatibility) with CrossNamespaceVolumeDataSource off.
/// </remarks>
internal static class UnreadFields
{
    /// <summary>Whether the API server does not look at a place. It is asked only where something is wrong.</summary>
    public static bool Contains(TreePlace place)
    {
        for (var at = place; at is not null; at = at.Parent)
        {
            if (at.Key is "clusterTrustBundle" or "podCertificate" or "schedulingGroup" or "stopSignal" or "evictionResponders"
                && at.Parent?.Shape?.Type?.Name is "V1VolumeProjection" or "V1PodSpec" or "V1Lifecycle")
            {
                return true;
            }

            // Other servers read the selector of a metric.
            if (at.Key == "selector" && at.Parent?.Shape?.Type?.Name == "V2MetricIdentifier")
            {
                return true;
            }

            if (at.Key is "dataSource" or "dataSourceRef" && IsDropped(at))
            {
                return true;
            }

            // What a claim template of a StatefulSet takes the place of.
            if (at.Parent is { Key: "volumes", Node: Sequence, Parent: { Key: "spec", Parent: { Key: "template", Parent: { } set } } }
                && set.Shape?.Type?.Name == "V1StatefulSetSpec" && IsClaimed(set, at.Node))
            {
                return true;
            }
        }

        return false;
    }

    // Of a claim itself, the server drops a source in another namespace, and what is neither a claim nor a snapshot. Of a template of one, it drops nothing.
    private static bool IsDropped(TreePlace source)
    {
        if (source.Parent is not { Key: "spec", Parent: { Parent: null, Shape.Type.Name: "V1PersistentVolumeClaim" } } spec)
        {
            return false;
        }

        var reference = spec.Child("dataSourceRef");
        var isElsewhere = !reference.Child("namespace").Node.IsOmitted().IsTrue;
        if (source.Key == "dataSourceRef" || (reference.Node is not Missing && !isElsewhere))
        {
            return source.Key == "dataSourceRef" && isElsewhere;
        }

        var group = source.Child("apiGroup").Node;
        var kind = source.Child("kind").Node;
        return !((kind.Is("PersistentVolumeClaim") & group.IsOmitted()) | (kind.Is("VolumeSnapshot") & group.Is("snapshot.storage.k8s.io"))).IsTrue;
    }

    // Whether a claim template has the name of a volume, or may have.
    private static bool IsClaimed(TreePlace set, Node volume)
    {
        var claims = set.Child("volumeClaimTemplates");
        if (claims.Node is Unknown or Sequence { IsOpen: true })
        {
            return true;
        }

        var name = volume.Get("name");
        foreach (var claim in claims.Items)
        {
            var its = claim.Child("metadata").Child("name").Node;
            if (claim.Node is Unknown || its is Unknown || (its is Scalar { Text.Length: > 0 } && (name is Unknown || name.HasSameTextAs(its).IsTrue)))
            {
                return true;
            }
        }

        return false;
    }
}
