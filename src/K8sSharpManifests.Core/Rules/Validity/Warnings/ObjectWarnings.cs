namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Names that are valid, and make trouble.</summary>
/// <remarks>
/// Upstream: pkg/registry/core/pod/strategy.go and those of Deployments, ReplicaSets, ReplicationControllers, Jobs and CronJobs (WarningsOnCreate),
/// pkg/apis/admissionregistration/validation/static_suffix.go (WarningsForStaticSuffix).
/// </remarks>
internal sealed class NameWarnings() : Validation(
    "V1Pod", "V1Deployment", "V1ReplicaSet", "V1ReplicationController", "V1Job", "V1CronJob", "V1ValidatingAdmissionPolicy", "V1ValidatingAdmissionPolicyBinding", "V1MutatingAdmissionPolicy",
    "V1MutatingAdmissionPolicyBinding", "V1beta1MutatingAdmissionPolicy", "V1beta1MutatingAdmissionPolicyBinding", "V1alpha1MutatingAdmissionPolicy", "V1alpha1MutatingAdmissionPolicyBinding",
    "V1ValidatingWebhookConfiguration", "V1MutatingWebhookConfiguration")
{
    private const string StaticSuffix = ".static.k8s.io";

    public override void Validate(Part part)
    {
        if (part.Node is not Mapping mapping || mapping["metadata"] is not Mapping metadata || metadata["name"] is not Scalar { Kind: ScalarKind.String, Text: { Length: > 0 } name } || part.Place.Parent is not null)
        {
            return;
        }

        if (mapping["webhooks"] is Sequence || part.Type!.Name.IndexOf("Admission", StringComparison.Ordinal) >= 0 || part.Type.Name.IndexOf("Webhook", StringComparison.Ordinal) >= 0)
        {
            part.Warn(part.Place.Below("metadata.name"), name.EndsWith(StaticSuffix, StringComparison.Ordinal), $"names that end with '{StaticSuffix}' are those of files that the API server reads when it starts; choose another one");
        }
        else if (TextForms.IsDNS1123Label(name) is { } fault)
        {
            part.Warn(part.Place.Below("metadata.name"), Truth.True, $"it becomes part of host names, and is no DNS label: {fault}");
        }
    }
}

/// <summary>Annotations that are deprecated.</summary>
/// <remarks>
/// Upstream: pkg/api/pod/warnings.go (deprecatedAnnotations, warningsForPodSpecAndMeta), pkg/api/service/warnings.go, pkg/api/persistentvolume/util.go, pkg/api/persistentvolumeclaim/util.go,
/// pkg/registry/networking/ingress/strategy.go, pkg/registry/core/serviceaccount/strategy.go.
/// </remarks>
internal sealed class AnnotationWarnings() : Validation("V1Pod", "V1PodTemplateSpec", "V1Service", "V1Ingress", "V1PersistentVolume", "V1PersistentVolumeClaim", "V1ServiceAccount")
{
    private const string StorageClass = "volume.beta.kubernetes.io/storage-class";
    private const string Seccomp = "container.seccomp.security.alpha.kubernetes.io/";
    private const string AppArmor = "container.apparmor.security.beta.kubernetes.io/";

    public override void Validate(Part part)
    {
        if (part.Node is not Mapping mapping || mapping["metadata"] is not Mapping metadata || metadata["annotations"] is not Mapping { Count: > 0 })
        {
            return;
        }

        switch (part.Type!.Name)
        {
            case "V1Service":
                part.WarnOfAnnotation("service.kubernetes.io/topology-aware-hints", "it is deprecated; use the annotation 'service.kubernetes.io/topology-mode'");
                break;
            case "V1Ingress":
                part.WarnOfAnnotation("kubernetes.io/ingress.class", !part.Child("spec").Has("ingressClassName"), "it is deprecated; use 'spec.ingressClassName'");
                break;
            case "V1PersistentVolume":
                part.WarnOfAnnotation(StorageClass, "it is deprecated since Kubernetes 1.8; use 'spec.storageClassName'");
                part.WarnOfAnnotation("volume.beta.kubernetes.io/mount-options", part.WarnsSince(31), "it is deprecated since Kubernetes 1.31; use 'spec.mountOptions'");
                break;
            case "V1PersistentVolumeClaim":
                part.WarnOfAnnotation(StorageClass, "it is deprecated since Kubernetes 1.8; use 'spec.storageClassName'");
                break;
            case "V1ServiceAccount":
                part.WarnOfAnnotation("kubernetes.io/enforce-mountable-secrets", part.WarnsSince(32), "it is deprecated since Kubernetes 1.32; keep what may not see a Secret in another namespace");
                break;
            default:
                Pod(part);
                break;
        }
    }

    private static void Pod(Part pod)
    {
        pod.WarnOfAnnotation("scheduler.alpha.kubernetes.io/critical-pod", "it has no effect since Kubernetes 1.16; use 'priorityClassName'");
        pod.WarnOfAnnotation("security.alpha.kubernetes.io/sysctls", "it has no effect since Kubernetes 1.11; use 'sysctls'");
        pod.WarnOfAnnotation("security.alpha.kubernetes.io/unsafe-sysctls", "it has no effect since Kubernetes 1.11; use 'sysctls'");
        var spec = pod.Child("spec");
        var security = spec.Child("securityContext");
        pod.WarnOfAnnotation("seccomp.security.alpha.kubernetes.io/pod", !security.Has("seccompProfile") & pod.WarnsSince(27), "it has no effect since Kubernetes 1.27; use 'seccompProfile'");
        foreach (var container in PodParts.Containers(spec))
        {
            if (container.Text("name") is { Length: > 0 } name)
            {
                var own = container.Child("securityContext");
                pod.WarnOfAnnotation(Seccomp + name, !own.Has("seccompProfile") & pod.WarnsSince(27), "it has no effect since Kubernetes 1.27; use 'seccompProfile'");

                // Of a pod itself, the server makes the field of it.
                pod.WarnOfAnnotation(AppArmor + name, !own.Has("appArmorProfile") & !security.Has("appArmorProfile") & pod.Type!.Name != "V1Pod" & pod.WarnsSince(30), "it is deprecated since Kubernetes 1.30; use 'appArmorProfile'");
            }
        }
    }
}

/// <summary>What the API server takes of Jobs and StatefulSets with a warning.</summary>
/// <remarks>Upstream: pkg/api/job/warnings.go (WarningsForJobSpec), pkg/registry/apps/statefulset/strategy.go (WarningsOnCreate).</remarks>
internal sealed class WorkloadWarnings() : Validation("V1JobSpec", "V1StatefulSetSpec")
{
    private const int ManyCompletions = 100_000;
    private const int MuchParallelism = 10_000;

    public override void Validate(Part spec)
    {
        if (spec.Type!.Name == "V1StatefulSetSpec")
        {
            spec.Warn(spec.Place.Child("revisionHistoryLimit"), spec.Number("revisionHistoryLimit") < 0, "a number less than 0 keeps every revision there ever was; write how many are to be kept");
        }
        else if (spec.Is("completionMode", "Indexed") is { IsFalse: false } isIndexed)
        {
            spec.Warn(spec.Place.Child("parallelism"), isIndexed & (spec.Number("completions") > ManyCompletions) & (spec.Number("parallelism") > MuchParallelism),
                $"with more than {ManyCompletions} completions and {MuchParallelism} pods at once, the indexes that are done cannot be tracked once many fail; lower one of the two");
        }
    }
}

/// <summary>What the API server takes of the objects of a cluster with a warning.</summary>
/// <remarks>
/// Upstream: pkg/registry/core/resourcequota/strategy.go, pkg/registry/core/node/strategy.go (nodeWarnings), pkg/registry/storage/csidriver/strategy.go, pkg/registry/resource/resourceslice/strategy.go
/// (WarningsOnCreate).
/// </remarks>
internal sealed class ClusterWarnings() : Validation("V1ResourceQuotaSpec", "V1NodeSpec", "V1CSIDriverSpec", "V1ResourceSliceSpec", "V1beta1ResourceSliceSpec", "V1beta2ResourceSliceSpec")
{
    private static readonly string[] Resources = ["cpu", "memory", "storage", "ephemeral-storage"];

    public override void Validate(Part spec)
    {
        switch (spec.Type!.Name)
        {
            case "V1ResourceQuotaSpec":
                Quota(spec.Child("hard"));
                break;
            case "V1NodeSpec":
                spec.WarnOf("configSource", "the feature is gone; remove it");
                spec.WarnOf("externalID", "it is deprecated, and Kubernetes does not use it; remove it");
                break;
            case "V1CSIDriverSpec":
                if ((spec.Has("tokenRequests") & !spec["serviceAccountTokenInSecrets"].Exists) is { IsFalse: false } isOpen)
                {
                    spec.Warn(spec.Place.Child("tokenRequests"), isOpen, "drivers that log what they are given show the tokens; set 'serviceAccountTokenInSecrets' to true where the driver can read them there, else to false");
                }

                break;
            default:
                if (spec.Text("driver") is { Length: > 0 } driver && driver.ToLowerInvariant() is var lower && lower != driver)
                {
                    spec.Warn(spec.Place.Child("driver"), Truth.True, $"the names of drivers are lowercase; write '{lower}'", Fix.ChangeTo(spec.Place.Child("driver"), Scalar.String(lower), isSafeForFixAll: false));
                }

                break;
        }
    }

    private static void Quota(Part hard)
    {
        if (hard.Node is not Mapping { Count: > 1 } amounts)
        {
            return;
        }

        foreach (var resource in Resources)
        {
            var key = amounts["requests." + resource] is Missing && resource is "cpu" or "memory" ? resource : "requests." + resource;
            if (Quantities.Of(amounts[key]) is { } request && Quantities.Of(amounts["limits." + resource]) is { } limit && request > limit)
            {
                hard.Warn(hard.Place.Child(key), Truth.True, $"it is more than 'limits.{resource}', so that it is never reached; it has to be at most that");
            }
        }
    }
}
