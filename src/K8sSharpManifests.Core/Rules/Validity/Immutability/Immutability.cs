using System.Text;
using K8sSharpManifests.Core.Rules.Validity;
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
            var change = new Change(before, new(after), findings, fixedFields);
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

    private static void Special(string kind, Change change)
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

    private static void Job(Change change)
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

    private static void Pod(Change change)
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

    private static void Service(Change change)
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

    private static void Claim(Change change)
    {
        change.SameBut("spec", ["resources", "volumeAttributesClassName"]);
        if (Validity.Quantities.Of(change.Before("spec.resources.requests.storage")) is { } old && Validity.Quantities.Of(change.After("spec.resources.requests.storage")) is { } now && now < old)
        {
            change.Same("spec.resources.requests.storage");
        }
    }

    // Two manifests of one object.
    private sealed class Change(Node before, TreePlace after, List<Finding> findings, List<FixedField>? fixedFields)
    {
        private static readonly string[] DataKeys = ["data", "binaryData", "stringData"];

        public Node Before(string path) => path.Split('.').Aggregate(before, (node, key) => node.Get(key));

        public Node After(string path) => path.Split('.').Aggregate(after.Node, (node, key) => node.Get(key));

        public bool WasTrue(string path) => Before(path) is Scalar { Kind: ScalarKind.Boolean, Text: "true" };

        public ApiType? Type(string path) => after.Below(path).Shape?.Type;

        public bool AreSet(string path) => Before(path).IsOmitted().IsFalse && After(path).IsOmitted().IsFalse;

        // Whether an item of the list before is not in the one after; or, back, the other way round.
        public bool IsLost(string path, bool isBack, params string[] ignored)
        {
            var (from, to) = isBack ? (After(path), Before(path)) : (Before(path), After(path));
            return to is Missing or Sequence { IsOpen: false } && from is Sequence { IsOpen: false } list
                && list.ItemArray.Any(item => to is not Sequence others || !others.ItemArray.Any(other => TreeDifference.Find(item, new(other), null, ignored) is null));
        }

        public void Same(string path, params string[] ignored)
        {
            if (fixedFields is not null)
            {
                fixedFields.Add(new(path, [], ignored));
                return;
            }

            var place = after.Below(path);
            Compare(Before(path), place, place.Parent!.Shape?.Type?.Field(place.Key), ignored);
        }

        // Each field by itself, so that the finding says which it is.
        public void SameBut(string path, string[] changeable, params string[] ignored)
        {
            if (fixedFields is not null)
            {
                fixedFields.Add(new(path, changeable, ignored));
                return;
            }

            var (old, place) = (Before(path), after.Below(path));
            if (old is not Mapping mapping || place.Node is not Mapping { Type: { } type } now)
            {
                return;
            }

            foreach (var field in type.Fields)
            {
                var (before, there) = (mapping[field.Key], now[field.Key]);
                if ((before is not Missing || there is not Missing) && !changeable.Contains(field.Key) && !field.IsServerSet && !TreeDifference.IsComputed(type, field.Key, before, there))
                {
                    Compare(before, place.Child(field.Key), field, ignored);
                }
            }
        }

        public void SameData()
        {
            fixedFields?.AddRange(DataKeys.Select(key => new FixedField(key, [], [])));
            var (old, now) = (Data(before), Data(after.Node));
            if (old is not null && now is not null && !(old.Count == now.Count && old.All(e => now.TryGetValue(e.Key, out var value) && value == e.Value)))
            {
                var key = now.Concat(old).First(e => !(old.TryGetValue(e.Key, out var a) && now.TryGetValue(e.Key, out var b) && a == b)).Key;
                var place = after.Child(After("stringData").Get(key) is not Missing ? "stringData" : After("binaryData").Get(key) is not Missing ? "binaryData" : "data");
                findings.Add(Found(place, place.Child(key), $"its '{key}' is another one, and the object before is 'immutable'"));
            }
        }

        private void Compare(Node old, TreePlace place, ApiField? field, string[] ignored)
        {
            if (TreeDifference.Find(old, place, field, ignored) is { } found)
            {
                Add(place, found);
            }
        }

        private void Add(TreePlace place, TreeDifference found)
        {
            var inner = found.After.Path.Substring(place.Path.Length).TrimStart('.');
            var what = inner.Length == 0 ? "it" : $"its '{inner}'";
            var because = found.Before switch
            {
                Scalar { Text: { Length: > 0 and <= 80 } text } when !IsFree(found.After) => $"{what} was '{text}'",
                Missing or Scalar { Text.Length: 0 } or Scalar { Kind: ScalarKind.Null } => $"{what} was not there",
                _ => $"{what} was another one",
            };
            findings.Add(Found(place, found.After, because));
        }

        // What people write there may be a password, and the message goes into a log: of variables and headers, and of arguments.
        private static bool IsFree(TreePlace? place) => place is not null && (place.Key is "value" or "args" or "command" || (place.Key.Length == 0 && IsFree(place.Parent)));

        private static Finding Found(TreePlace place, TreePlace at, string because) =>
            new(ImmutableField.Rule, at.Outwards.First(n => n is not Missing), place, [place.Path, because + "; leave it, give the object another name, or delete the one in the cluster first"], []);

        // Of a Secret, the server writes its texts into the data; null where anything is not known.
        private static Dictionary<string, string>? Data(Node node)
        {
            var data = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var key in DataKeys)
            {
                var map = node.Get(key);
                if (map is Unknown or Mapping { IsOpen: true })
                {
                    return null;
                }

                foreach (var entry in map is Mapping mapping ? mapping.EntryArray : [])
                {
                    if (entry.Value is Unknown)
                    {
                        return null;
                    }

                    data[entry.Key] = key == "stringData" ? Convert.ToBase64String(Encoding.UTF8.GetBytes(entry.Value.Text())) : entry.Value.Text();
                }
            }

            return data;
        }
    }
}
