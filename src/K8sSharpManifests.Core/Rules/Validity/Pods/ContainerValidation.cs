namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A container, by the list in which it stands.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (validateContainerCommon, validateContainerOnlyForPod, validateInitContainers, validateInitContainerRestartPolicy, validateContainerRestartPolicy, validateResizePolicy,
/// validateContainerPorts, validateEphemeralContainers).
/// </remarks>
internal sealed class ContainerValidation() : Validation("V1Container", "V1EphemeralContainer")
{
    private const int MaxRules = 20;

    private static readonly string[] Probes = ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] NotOfEphemeral = ["ports", "resources", "livenessProbe", "readinessProbe", "startupProbe", "lifecycle", "resizePolicy", "restartPolicy", "restartPolicyRules"];

    public override void Validate(Part part)
    {
        var spec = part.Owner is { Type.Name: PodParts.Spec } owner ? owner : null;
        var list = part.Place.Parent?.Key;
        Ports(part);
        ResizePolicies(part, spec);
        RestartRules(part);
        if (list == "initContainers")
        {
            InitContainer(part);
        }
        else if (list == "ephemeralContainers")
        {
            EphemeralContainer(part, spec);
        }
    }

    private static void Ports(Part container)
    {
        HashSet<string>? names = null;
        foreach (var port in container.Items("ports"))
        {
            if (port.Text("name") is { Length: > 0 } name && !(names ??= new(StringComparer.Ordinal)).Add(name))
            {
                port.Report(Fault.Duplicate, "name", Truth.True, "each port of a container needs a name of its own");
            }
        }
    }

    private static void ResizePolicies(Part container, Part? spec)
    {
        HashSet<string>? resources = null;
        foreach (var policy in container.Items("resizePolicy"))
        {
            if (policy.Text("resourceName") is { Length: > 0 } name && !(resources ??= new(StringComparer.Ordinal)).Add(name))
            {
                policy.Report(Fault.Duplicate, policy.Place, Truth.True, "each resource has one policy");
            }

            if (spec is not null)
            {
                policy.ReportAt(InvalidText.Rule, container.Place.Child("resizePolicy"), policy.Place.Child("restartPolicy"), spec.Is("restartPolicy", "Never") & policy.Has("restartPolicy") & !policy.Is("restartPolicy", "NotRequired"),
                    "the containers of a pod with 'restartPolicy: Never' cannot restart; it has to be 'NotRequired'");
            }
        }
    }

    private static void RestartRules(Part container)
    {
        var hasRules = container.Has("restartPolicyRules");
        if (hasRules.IsFalse)
        {
            return;
        }

        container.Required("restartPolicy", hasRules, "where there are restart rules, it has to say what holds where none applies");
        if (container["restartPolicyRules"] is Sequence { Count: > MaxRules } rules)
        {
            container.OutOfRange("restartPolicyRules", Truth.True, $"it has {rules.Count} rules, and at most {MaxRules} are allowed");
        }
    }

    private static void InitContainer(Part container)
    {
        var isSidecar = container.Is("restartPolicy", "Always");
        if (isSidecar.IsTrue)
        {
            return;
        }

        foreach (var key in Probes)
        {
            container.Forbidden(key, !isSidecar & (key == "lifecycle" ? !IsDropped(container.Child(key)) : Truth.True), "an init container runs to its end before the others start; only a sidecar, with 'restartPolicy: Always', may have it");
        }

        foreach (var policy in container.Items("resizePolicy"))
        {
            policy.Invalid("restartPolicy", !isSidecar & policy.Is("restartPolicy", "RestartContainer"), "an init container that is no sidecar cannot restart; it has to be 'NotRequired'");
        }
    }

    // The server drops a stop signal, and then what holds nothing else.
    private static Truth IsDropped(Part lifecycle) => lifecycle.Has("stopSignal") & !lifecycle.Has("postStart") & !lifecycle.Has("preStop");

    private static void EphemeralContainer(Part container, Part? spec)
    {
        foreach (var key in NotOfEphemeral)
        {
            container.Forbidden(key, key == "resources" ? container.Child(key).Has("limits") | container.Child(key).Has("requests") | container.Child(key).Has("claims") : Truth.True, "an ephemeral container cannot have it");
        }

        foreach (var mount in container.Items("volumeMounts"))
        {
            mount.Forbidden("subPath", Truth.True, "an ephemeral container can only mount whole volumes");
            mount.Forbidden("subPathExpr", Truth.True, "an ephemeral container can only mount whole volumes");
        }

        if (spec is not null && container.Text("targetContainerName") is { Length: > 0 } target && !spec.MayHoldMore("containers") && !spec.MayHoldMore("initContainers"))
        {
            var isThere = Truth.Any(spec.Items("containers").Concat(spec.Items("initContainers")), c => c["name"].Is(target));
            container.Invalid("targetContainerName", !isThere, "the pod has no container of that name");
        }
    }
}

/// <summary>A rule by which a container restarts.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateContainerRestartPolicy).</remarks>
internal sealed class RestartRuleValidation() : Validation("V1ContainerRestartRule")
{
    private const int MaxExitCodes = 255;

    public override void Validate(Part part)
    {
        part.OneOf("action", Truth.True, "Restart", "RestartAllContainers");
        if (part.Child("exitCodes")["values"] is Sequence { Count: > MaxExitCodes } codes)
        {
            part.Child("exitCodes").OutOfRange("values", Truth.True, $"it has {codes.Count} exit codes, and at most {MaxExitCodes} are allowed");
        }
    }
}
