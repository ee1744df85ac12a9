using System.Globalization;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Validity;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Images;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>When two values are the same to the API server, and when one is as good as none.</summary>
internal static class Meaning
{
    // The server makes these where they are absent, or takes an empty one for none, though its schema does not say so.
    private static readonly HashSet<string> SameAsNone = new(StringComparer.Ordinal)
    {
        "V1PodSecurityContext", "V1SecurityContext", "V1ResourceRequirements", "V1RollingUpdateDeployment", "V1RollingUpdateDaemonSet", "V1RollingUpdateStatefulSetStrategy",
        "V1StatefulSetPersistentVolumeClaimRetentionPolicy", "V1Affinity",
    };

    /// <summary>Whether a value is what the server has where there is none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="field">What the schema says of its field; null for an entry of a dictionary, an item of a list, and where nobody knows: there, what is written counts.</param>
    /// <param name="owner">The object that has it, or would.</param>
    public static bool IsNone(Node value, ApiField? field, Mapping? owner)
    {
        if (value is Missing or Scalar { Kind: ScalarKind.Null })
        {
            return true;
        }

        if (field is null)
        {
            return false;
        }

        if (field.Owner.Schema is { } schema)
        {
            // A custom resource is stored as it is written, but for the defaults of its definition.
            return schema.Property(field.Key)?.Default is { } standard && AreEqual(value, standard);
        }

        return value switch
        {
            Scalar scalar => Default(field, owner) is { } standard && TreeDifference.IsSameValue(scalar, field.Shape.Kind == ApiShapeKind.IntOrString ? Scalar.IntOrString(standard) : Scalar.String(standard), field.Shape)
                || (!field.IsPointer && !field.KeepsZero && scalar is ({ Text: "" } or { Text: "false" or "0", Kind: not ScalarKind.String })),
            Sequence list => list.Count == 0 && !field.KeepsEmpty,
            Mapping mapping => (!field.KeepsEmpty || field.IsAlwaysPresent || (field.Shape.Type is { } type && SameAsNone.Contains(type.Name)))
                && mapping.Entries.All(entry => mapping.Type is { } own && own.Field(entry.Key) is { } inner && IsNone(entry.Value, inner, mapping)),
            _ => false,
        };
    }

    /// <summary>What the server sets where a field is absent; null for nothing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="owner">The object that has it, or would.</param>
    /// <remarks>What depends on other fields is that of SetDefaults_Container and SetDefaults_Service in pkg/apis/core/v1/defaults.go of Kubernetes, and of SetDefaults_Job in pkg/apis/batch/v1/defaults.go.</remarks>
    public static string? Default(ApiField field, Mapping? owner) => (field.Owner.Name, field.Key) switch
    {
        ("V1Container" or "V1EphemeralContainer", "imagePullPolicy") => Policy(owner?.Get("image")),
        ("V1ImageVolumeSource", "pullPolicy") => Policy(owner?.Get("reference")),
        ("V1ServicePort", "targetPort") => owner?.Get("port").Text() is { Length: > 0 } port ? port : null,
        ("V1ServiceSpec", "externalTrafficPolicy") => IsService(owner, "NodePort", "LoadBalancer") || owner?.Get("externalIPs") is Sequence { Count: > 0 } ? "Cluster" : null,
        ("V1ServiceSpec", "internalTrafficPolicy") => IsService(owner, "ClusterIP", "NodePort", "LoadBalancer") ? "Cluster" : null,
        ("V1ServiceSpec", "allocateLoadBalancerNodePorts") => IsService(owner, "LoadBalancer") ? "true" : null,
        ("V1JobSpec", "parallelism") => "1",
        ("V1JobSpec", "manualSelector") => "false",
        ("V1JobSpec", "completions") => owner?.Get("parallelism").IsOmitted().IsTrue == true ? "1" : null,
        ("V1JobSpec", "backoffLimit") => owner?.Get("backoffLimitPerIndex") is Scalar ? "2147483647" : "6",
        ("V1JobSpec", "podReplacementPolicy") => owner?.Get("podFailurePolicy") is Mapping ? "Failed" : "TerminatingOrFailed",
        ("V1HostPathVolumeSource", "type") or ("Discoveryv1EndpointPort", "name") => "",
        ("V1RollingUpdateStatefulSetStrategy", "maxUnavailable") => "1",
        ("V1ExactDeviceRequest" or "V1DeviceSubRequest", "allocationMode") => "ExactCount",
        ("V1ExactDeviceRequest" or "V1DeviceSubRequest", "count") => owner?.Get("allocationMode").Is("All").IsTrue == true ? null : "1",
        ("Rbacv1Subject", "apiGroup") => owner?.Get("kind").Text() is "User" or "Group" ? "rbac.authorization.k8s.io" : null,

        // An object in another one, as a claim in the templates of a StatefulSet, may leave out what it is.
        (_, "apiVersion") when field.Owner.Kind is { } kind => kind.ApiVersion,
        (_, "kind") when field.Owner.Kind is { } kind => kind.Name,
        _ => field.Default,
    };

    /// <summary>Whether two values that are there are the same.</summary>
    public static bool AreSame(Scalar before, Scalar after, ApiShape? shape)
    {
        // To the server, the port 80 and the name '80' are two things; so are, where nobody knows the type, a number and a text.
        if (before.Kind != after.Kind && shape is (null or { Kind: ApiShapeKind.Any or ApiShapeKind.IntOrString }))
        {
            return false;
        }

        return TreeDifference.IsSameValue(before, after, shape)
            || (shape?.Kind == ApiShapeKind.Bytes && Base64Of(before) == Base64Of(after))
            || (before.Kind == ScalarKind.Number && after.Kind == ScalarKind.Number && Number(before) is { } number && number == Number(after))
            || (shape?.Kind is ApiShapeKind.Time or ApiShapeKind.MicroTime && Time(before) is { } time && time == Time(after));
    }

    private static bool AreEqual(Node left, Node right) => (left, right) switch
    {
        (Scalar a, Scalar b) => AreSame(a, b, null),
        (Sequence a, Sequence b) => a.Count == b.Count && a.Items.Zip(b.Items, AreEqual).All(isSame => isSame),
        (Mapping a, Mapping b) => a.Count == b.Count && a.Entries.All(entry => AreEqual(entry.Value, b[entry.Key])),
        _ => false,
    };

    private static bool IsService(Mapping? spec, params ReadOnlySpan<string> types) => types.Contains(spec?.Get("type").Text() is { Length: > 0 } type ? type : "ClusterIP");

    private static string? Policy(Node? image) =>
        image is Scalar { Text: { Length: > 0 } text } ? PullPolicy.Of("", ImageReference.TryParse(text, out var reference, out _) ? reference : null, isAlwaysPullRequired: false, isStored: false).Name : null;

    // Line breaks in it are skipped.
    private static string Base64Of(Scalar scalar) => scalar.Text.ReplaceLineEndings("");

    private static decimal? Number(Scalar scalar) => decimal.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Time(Scalar scalar) => DateTimeOffset.TryParse(scalar.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
