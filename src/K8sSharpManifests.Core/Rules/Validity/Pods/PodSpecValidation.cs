using K8sSharpManifests.Core.Rules.Validity.Metadata;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A pod's specification: names that have to be different, and fields that go with one another.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (ValidatePodSpec, ValidateVolumes, validateContainers, validateInitContainers, validateEphemeralContainers, validatePodResourceClaims, validateHostUsers,
/// validatePodHostName, validatePodDNSConfig, validateSchedulingGates, validateTopologySpreadConstraints, ValidatePodCreate, ValidatePodTemplateSpec), pkg/apis/core/v1/conversion.go.
/// </remarks>
internal sealed class PodSpecValidation() : Validation(PodParts.Spec)
{
    public override void Validate(Part part)
    {
        Names(part);
        Users(part);
        Hostname(part);
        Dns(part);
        SchedulingGates(part);
        TopologySpread(part);
        part.Forbidden("ephemeralContainers", Truth.True, "ephemeral containers can only be added to a pod that runs, as 'kubectl debug' does it");
        part.Forbidden("nodeName", PodParts.IsOfPod(part) & part.Has("schedulingGates"), "a pod goes to a node only when all its scheduling gates are removed");
        part.Invalid("shareProcessNamespace", part.IsTrue("shareProcessNamespace") & part.IsTrue("hostPID"), "a pod that shares the node's processes ('hostPID') cannot share processes among its containers only");
        Labels.Validate(part, "nodeSelector", InvalidText.Rule);

        // The server takes the old field where the new one is absent.
        if (part.Has("serviceAccountName").IsFalse && part.Text("serviceAccount") is { Length: > 0 } account && TextForms.IsDNS1123Subdomain(account) is { } fault)
        {
            part.ReportAt(InvalidText.Rule, part.Place.Child("serviceAccountName"), part.Place.Child("serviceAccount"), Truth.True, fault);
        }
    }

    private static void Names(Part spec)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        PodParts.Unique(spec.Items("containers"), names, "each container of a pod needs a name of its own");
        PodParts.Unique(spec.Items("initContainers"), names, "each container of a pod needs a name of its own, also among init containers");
        PodParts.Unique(spec.Items("ephemeralContainers"), names, "each container of a pod needs a name of its own, also among ephemeral containers");
        PodParts.Unique(spec.Items("volumes"), new(StringComparer.Ordinal), "each volume of a pod needs a name of its own");
        PodParts.Unique(spec.Items("resourceClaims"), new(StringComparer.Ordinal), "each resource claim of a pod needs a name of its own");
        foreach (var claim in spec.Items("resourceClaims"))
        {
            var hasName = claim.Has("resourceClaimName");
            var hasTemplate = claim.Has("resourceClaimTemplateName");
            claim.Report(Fault.Invalid, claim.Place, hasName & hasTemplate, "it can name a claim or a template of one, and not both");
            claim.Report(Fault.Invalid, claim.Place, !hasName & !hasTemplate, "it has to name a claim ('resourceClaimName') or a template of one ('resourceClaimTemplateName')");
        }
    }

    private static void Users(Part spec)
    {
        var hasOwnUsers = PodParts.HasOwnUsers(spec);
        if (hasOwnUsers.IsFalse)
        {
            return;
        }

        const string Because = "a pod with users of its own ('hostUsers: false') cannot share this with its node";
        spec.Report(Fault.Forbidden, "hostNetwork", hasOwnUsers & spec.IsTrue("hostNetwork"), Because);
        spec.Report(Fault.Forbidden, "hostPID", hasOwnUsers & spec.IsTrue("hostPID"), Because);
        spec.Report(Fault.Forbidden, "hostIPC", hasOwnUsers & spec.IsTrue("hostIPC"), Because);
        foreach (var container in PodParts.Containers(spec))
        {
            container.Forbidden("volumeDevices", hasOwnUsers, "a pod with users of its own ('hostUsers: false') cannot use raw devices");
        }
    }

    private static void Hostname(Part spec)
    {
        // What a StatefulSet's controller sets itself is not looked at. Of a part, nobody knows what it will be part of.
        if (PodParts.IsOfPod(spec).IsTrue || PodParts.Workload(spec) is { Type.Name: not "V1StatefulSetSpec" })
        {
            spec.Form("hostname", TextForms.IsDNS1123Label);
            spec.Form("subdomain", TextForms.IsDNS1123Label);
        }

        spec.Forbidden("hostnameOverride", spec.IsTrue("setHostnameAsFQDN"), "it may not be set where 'setHostnameAsFQDN' is true");
        spec.Forbidden("hostnameOverride", spec.IsTrue("hostNetwork"), "it may not be set where the pod is on the node's network ('hostNetwork'), and so has the node's name");
    }

    private static void Dns(Part spec)
    {
        var isNone = spec.Is("dnsPolicy", "None");
        if (isNone.IsFalse)
        {
            return;
        }

        var hasConfig = spec.Has("dnsConfig");
        spec.Required("dnsConfig", isNone, "where 'dnsPolicy' is None, it has to say where names are resolved");
        spec.Child("dnsConfig").Required("nameservers", isNone & hasConfig, "where 'dnsPolicy' is None, at least one is needed");
    }

    private static void SchedulingGates(Part spec)
    {
        HashSet<string>? names = null;
        foreach (var gate in spec.Items("schedulingGates"))
        {
            var name = gate["name"];
            if (name is Unknown)
            {
                gate.Report(Fault.Invalid, gate.Place, Truth.Unknown, "");
                continue;
            }

            var text = gate.Text("name");
            if (TextForms.IsQualifiedName(text) is { } fault)
            {
                gate.ReportAt(InvalidText.Rule, gate.Place, gate.Place.Child("name"), Truth.True, fault);
            }
            else if (!(names ??= new(StringComparer.Ordinal)).Add(text))
            {
                gate.ReportAt(DuplicateItem.Rule, gate.Place, gate.Place.Child("name"), Truth.True, "each scheduling gate of a pod is there once");
            }
        }
    }

    private static void TopologySpread(Part spec)
    {
        var constraints = spec.Items("topologySpreadConstraints").ToArray();
        for (var i = 0; i < constraints.Length - 1; i++)
        {
            var (key, action) = (constraints[i].Text("topologyKey"), constraints[i].Text("whenUnsatisfiable"));
            if (constraints[i]["topologyKey"] is Unknown || constraints[i]["whenUnsatisfiable"] is Unknown)
            {
                continue;
            }

            for (var j = i + 1; j < constraints.Length; j++)
            {
                if (constraints[j]["topologyKey"].Is(key).IsTrue && constraints[j]["whenUnsatisfiable"].Is(action).IsTrue)
                {
                    constraints[i].ReportAt(DuplicateItem.Rule, constraints[i].Place.Child("{topologyKey, whenUnsatisfiable}"), constraints[i].Place, Truth.True, "there is another constraint with the same 'topologyKey' and 'whenUnsatisfiable'");
                    break;
                }
            }
        }
    }
}
