using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The annotations of a pod that say something of its containers.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (ValidatePodSpecificAnnotations, ValidateSeccompPodAnnotations, ValidateSeccompProfile, ValidateAppArmorPodAnnotations, ValidateAppArmorProfileFormat,
/// validateSeccompAnnotationsAndFields, validateAppArmorAnnotationsAndFieldsMatchOnCreate), pkg/apis/core/helper/helpers.go (GetDeletionCostFromPodAnnotations).
/// </remarks>
internal sealed class PodAnnotationValidation() : Validation("V1Pod", "V1PodTemplateSpec")
{
    private const string Mirror = "kubernetes.io/config.mirror";
    private const string DeletionCost = "controller.kubernetes.io/pod-deletion-cost";
    private const string PodSeccomp = "seccomp.security.alpha.kubernetes.io/pod";
    private const string ContainerSeccomp = "container.seccomp.security.alpha.kubernetes.io/";
    private const string AppArmor = "container.apparmor.security.beta.kubernetes.io/";
    private const string Localhost = "localhost/";

    public override void Validate(Part part)
    {
        var metadata = part.Child("metadata");
        if (metadata.Node.Get("annotations") is not Mapping { Count: > 0 })
        {
            return;
        }

        // Of a template, the server leaves out the metadata.
        var place = (part.Type!.Name == "V1Pod" ? metadata : part).Place.Child("annotations");
        var spec = part.Child("spec");
        foreach (var annotation in metadata.Entries("annotations"))
        {
            Check(part, spec, annotation, place.Child(annotation.Key));
        }
    }

    private static void Check(Part pod, Part spec, Part annotation, TreePlace place)
    {
        var key = annotation.Key;
        if (key == Mirror)
        {
            pod.ReportAt(InvalidMetadata.Rule, place, annotation.Place, !spec.Has("nodeName"), "a mirror pod stands for one that a node has, so 'spec.nodeName' has to be set");
            pod.ReportAt(ForbiddenField.Rule, pod.Place, spec.Place.Child("resourceClaims"), pod.Type!.Name == "V1Pod" ? spec.Has("resourceClaims") : Truth.False, "a pod that a node has of itself cannot have resource claims");
            return;
        }

        var isSeccomp = key == PodSeccomp || key.StartsWith(ContainerSeccomp, StringComparison.Ordinal);
        var isAppArmor = key.StartsWith(AppArmor, StringComparison.Ordinal);
        if ((!isSeccomp && !isAppArmor && key != DeletionCost) || annotation.Node is not Scalar { Kind: ScalarKind.String, Text: var value })
        {
            return;
        }

        if (key == DeletionCost)
        {
            pod.ReportAt(InvalidMetadata.Rule, place, annotation.Place, !IsCost(value), "it has to be a whole number of 32 bits, without '+' or zeros before it");
        }
        else if (isSeccomp)
        {
            var fault = SeccompFault(value);
            pod.ReportAt(InvalidMetadata.Rule, place, annotation.Place, fault is not null, fault ?? "");
            if (key == PodSeccomp)
            {
                Matches(spec.Child("securityContext").Child("seccompProfile"), value, isSeccomp: true);
            }
            else
            {
                foreach (var container in Named(spec, key.Substring(ContainerSeccomp.Length)))
                {
                    Matches(container.Child("securityContext").Child("seccompProfile"), value, isSeccomp: true);
                }
            }
        }
        else
        {
            ForAppArmor(pod, spec, annotation, place, value);
        }
    }

    private static void ForAppArmor(Part pod, Part spec, Part annotation, TreePlace place, string value)
    {
        var name = annotation.Key.Substring(AppArmor.Length);
        var isThere = Truth.Any(PodParts.Containers(spec), c => c["name"].Is(name)) | (spec.Node is Unknown || PodParts.MayHaveMoreContainers(spec) ? Truth.Unknown : Truth.False);
        pod.ReportAt(InvalidMetadata.Rule, place, annotation.Place, !isThere, $"the pod has no container '{name}'");
        pod.ReportAt(InvalidMetadata.Rule, place, annotation.Place, value is not ("" or "runtime/default" or "unconfined") && !value.StartsWith(Localhost, StringComparison.Ordinal), "it has to be 'runtime/default', 'unconfined' or 'localhost/' and the name of a profile");
        if (!spec.Child("os").Is("name", "windows").IsFalse)
        {
            return;
        }

        // In a pod itself, the server sets the field from the annotation where the container has none.
        var isTaken = pod.Type!.Name == "V1Pod" && (value is "runtime/default" or "unconfined" || (value.StartsWith(Localhost, StringComparison.Ordinal) && value.Length > Localhost.Length));
        foreach (var container in Named(spec, name))
        {
            var security = container.Child("securityContext");
            var own = security.Has("appArmorProfile");
            var profile = own.IsTrue ? security.Child("appArmorProfile") : own.IsFalse && !isTaken ? spec.Child("securityContext").Child("appArmorProfile") : null;
            if (profile is not null)
            {
                Matches(profile, value, isSeccomp: false, security.Place.Child("appArmorProfile"));
            }
        }
    }

    private static IEnumerable<Part> Named(Part spec, string name) => PodParts.Containers(spec).Where(c => c["name"].Is(name).IsTrue);

    // A profile in a field has to be the one of the annotation.
    private static void Matches(Part profile, string annotation, bool isSeccomp, TreePlace? place = null)
    {
        if (profile.Node is not Mapping)
        {
            return;
        }

        place ??= profile.Place;
        const string Because = "it has to be the same as in the pod's annotation, which is deprecated: remove that";
        var isOther = (profile.Is("type", "Unconfined") & annotation != "unconfined")
            | (profile.Is("type", "RuntimeDefault") & !(annotation == "runtime/default" || (isSeccomp && annotation == "docker/default")));
        var isLocal = profile.Is("type", "Localhost");
        var isPath = annotation.StartsWith(Localhost, StringComparison.Ordinal);
        profile.ReportAt(ForbiddenField.Rule, place.Child("type"), profile.Place.Child("type"), isOther | (isLocal & !isPath), Because);
        if (isPath)
        {
            profile.ReportAt(ForbiddenField.Rule, place.Child("localhostProfile"), profile.Place.Child("localhostProfile"), isLocal & !profile["localhostProfile"].Is(annotation.Substring(Localhost.Length)), Because);
        }
    }

    private static string? SeccompFault(string profile) =>
        profile is "runtime/default" or "docker/default" or "unconfined" ? null
        : profile.StartsWith(Localhost, StringComparison.Ordinal) ? PodForms.RelativePath(profile.Substring(Localhost.Length))
        : "it has to be 'runtime/default', 'unconfined' or 'localhost/' and the path of a profile";

    private static bool IsCost(string value) =>
        value.Length > 0 && (value == "0" || value[0] is '-' or (>= '1' and <= '9'))
        && int.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _);
}
