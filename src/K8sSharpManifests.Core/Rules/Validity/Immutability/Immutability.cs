using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>K8S220: what an object has otherwise than the manifest before it, and the API server does not change.</summary>
/// <remarks>
/// Upstream: the ValidateXUpdate functions of pkg/apis/*/validation, with apimachinery's pkg/api/validation/objectmeta.go (ValidateImmutableField), and ValidateUpdate of pkg/registry/apps/*/strategy.go.
/// </remarks>
public static class Immutability
{
    // By group, a slash and kind: the fields, with dots between the keys.
    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        ["apps/Deployment"] = ["spec.selector"],
        ["apps/ReplicaSet"] = ["spec.selector"],
        ["apps/DaemonSet"] = ["spec.selector"],
        ["apps/ControllerRevision"] = ["data"],
        ["batch/Job"] = ["spec.selector", "spec.completionMode", "spec.podFailurePolicy", "spec.backoffLimitPerIndex", "spec.managedBy", "spec.successPolicy"],
        ["/Secret"] = ["type"],
        ["/ResourceQuota"] = ["spec.scopes"],
        ["rbac.authorization.k8s.io/RoleBinding"] = ["roleRef"],
        ["rbac.authorization.k8s.io/ClusterRoleBinding"] = ["roleRef"],
        ["storage.k8s.io/StorageClass"] = ["provisioner", "parameters", "reclaimPolicy", "volumeBindingMode"],
        ["storage.k8s.io/CSIDriver"] = ["spec.attachRequired", "spec.volumeLifecycleModes"],
        ["storage.k8s.io/VolumeAttributesClass"] = ["driverName", "parameters"],
        ["storage.k8s.io/CSIStorageCapacity"] = ["nodeTopology", "storageClassName"],
        ["storage.k8s.io/VolumeAttachment"] = ["spec"],
        ["networking.k8s.io/IngressClass"] = ["spec.controller"],
        ["networking.k8s.io/IPAddress"] = ["spec.parentRef"],
        ["node.k8s.io/RuntimeClass"] = ["handler"],
        ["scheduling.k8s.io/PriorityClass"] = ["value", "preemptionPolicy"],
        ["discovery.k8s.io/EndpointSlice"] = ["addressType"],
        ["certificates.k8s.io/CertificateSigningRequest"] = ["spec"],
        ["certificates.k8s.io/ClusterTrustBundle"] = ["spec.signerName"],
        ["resource.k8s.io/ResourceClaim"] = ["spec"],
        ["resource.k8s.io/ResourceClaimTemplate"] = ["spec"],
        ["apiextensions.k8s.io/CustomResourceDefinition"] = ["spec.scope", "spec.names.kind"],
    };

    private static readonly string[] ChangeableOfStatefulSets =
        ["replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit", "persistentVolumeClaimRetentionPolicy", "minReadySeconds"];

    // Of the others that may change, not everything may.
    private static readonly string[] ChangeableOfPods = ["containers", "initContainers", "ephemeralContainers", "activeDeadlineSeconds", "tolerations", "schedulingGates"];

    /// <summary>What the API server refuses to change.</summary>
    /// <param name="before">The object as it was written before.</param>
    /// <param name="after">The same object as it is written now.</param>
    /// <returns>The findings, in the tree of the object as it is now; none where the two are not of one type.</returns>
    public static IReadOnlyList<Finding> Changes(Node before, Node after)
    {
        var findings = new List<Finding>();
        Go(before, after, findings, null);
        return findings;
    }

    /// <summary>The fields of an object that the API server does not change, for those who compare by themselves.</summary>
    /// <param name="before">The object as it is.</param>
    /// <param name="after">The same object as it is to be.</param>
    internal static IReadOnlyList<FixedField> FixedFields(Node before, Node after)
    {
        var fields = new List<FixedField>();
        Go(before, after, [], fields);
        return fields;
    }

    private static void Go(Node before, Node after, List<Finding> findings, List<FixedField>? fixedFields)
    {
        if (before is Mapping { Type: { Kind: { } kind } type } && after is Mapping { Type: { } other } && type == other)
        {
            var change = new ObjectChange(before, new(after), findings, fixedFields);
            var name = kind.Group + "/" + kind.Name;
            if (Fields.TryGetValue(name, out var fields))
            {
                foreach (var field in fields)
                {
                    change.Same(field);
                }
            }

            Special(name, change);
        }
    }

    private static void Special(string kind, ObjectChange change)
    {
        switch (kind)
        {
            case "apps/StatefulSet":
                change.SameBut("spec", ChangeableOfStatefulSets);
                break;
            case "batch/Job":
                Job(change);
                break;
            case "/Pod":
                Pod(change);
                break;
            case "/Service":
                Service(change);
                break;
            case "/PersistentVolumeClaim":
                Claim(change);
                break;
            case "/PersistentVolume":
                change.SameBut("spec", [.. change.Type("spec")?.Fields.Where(f => !IsSource(f) && f.Key != "volumeMode").Select(f => f.Key) ?? []], "controllerExpandSecretRef");
                break;
            case "/Secret" or "/ConfigMap" when change.WasTrue("immutable"):
                change.Same("immutable");
                change.SameData();
                break;
        }
    }

    private static bool IsSource(ApiField field) => field.Shape.Type?.Name.EndsWith("VolumeSource", StringComparison.Ordinal) == true;

    private static void Job(ObjectChange change)
    {
        // While it is suspended, some of it may be changed.
        if (!change.WasTrue("spec.suspend"))
        {
            change.Same("spec.template");
        }

        if (change.AreSet("spec.completions") && !(change.After("spec.completionMode").Is("Indexed") & change.After("spec.completions").HasSameTextAs(change.After("spec.parallelism"))).IsTrue)
        {
            change.Same("spec.completions");
        }
    }

    private static void Pod(ObjectChange change)
    {
        // What waits for a gate may still get other nodes, and a negative grace period may be mended.
        string[] more = change.Before("spec.schedulingGates") is Sequence { Count: > 0 } ? ["nodeSelector", "affinity"] : [];
        string[] mended = Whole(change.Before("spec.terminationGracePeriodSeconds")) < 0 && Whole(change.After("spec.terminationGracePeriodSeconds")) == 1 ? ["terminationGracePeriodSeconds"] : [];
        change.SameBut("spec", [.. ChangeableOfPods, .. more, .. mended]);
        change.Same("spec.containers", "image");
        change.Same("spec.initContainers", "image");

        // A deadline may come and get shorter, tolerations may come, and gates may go.
        if (Whole(change.Before("spec.activeDeadlineSeconds")) is { } deadline && (change.After("spec.activeDeadlineSeconds").IsOmitted().IsTrue || Whole(change.After("spec.activeDeadlineSeconds")) > deadline))
        {
            change.Same("spec.activeDeadlineSeconds");
        }

        if (change.IsLost("spec.tolerations", isBack: false, "tolerationSeconds"))
        {
            change.Same("spec.tolerations");
        }

        if (change.IsLost("spec.schedulingGates", isBack: true))
        {
            change.Same("spec.schedulingGates");
        }
    }

    private static long? Whole(Node node) => node is Scalar { Kind: ScalarKind.Number } number && long.TryParse(number.Text, out var value) ? value : null;

    private static void Service(ObjectChange change)
    {
        var isByName = change.Before("spec.type").Is("ExternalName") | change.After("spec.type").Is("ExternalName");
        if (!isByName.IsFalse)
        {
            return;
        }

        // One that is left out stays what it is.
        if (change.AreSet("spec.clusterIP") || change.After("spec.clusterIP").Is("None").IsTrue)
        {
            change.Same("spec.clusterIP");
        }

        if ((change.Before("spec.type").Is("LoadBalancer") & change.After("spec.type").Is("LoadBalancer")).IsTrue)
        {
            change.Same("spec.loadBalancerClass");
        }
    }

    private static void Claim(ObjectChange change)
    {
        change.SameBut("spec", ["resources", "volumeAttributesClassName"]);
        if (Validity.Quantities.Of(change.Before("spec.resources.requests.storage")) is { } old && Validity.Quantities.Of(change.After("spec.resources.requests.storage")) is { } now && now < old)
        {
            change.Same("spec.resources.requests.storage");
        }
    }
}
