namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The ports of the node that a pod takes.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (checkHostPortConflicts, AccumulateUniqueHostPorts, validatePodHostNetworkDeps), pkg/apis/core/v1/defaults.go (defaultHostNetworkPorts).</remarks>
internal sealed class HostPortValidation() : Validation(PodParts.Spec)
{
    public override void Validate(Part part)
    {
        var isHostNetwork = part.IsTrue("hostNetwork");

        // Only in a pod itself does the server set what is absent.
        var isDefaulted = isHostNetwork & PodParts.IsOfPod(part);
        Unique(part.Items("containers"), isDefaulted);
        foreach (var container in part.Items("initContainers"))
        {
            Unique([container], isDefaulted);
        }

        if (isHostNetwork.IsFalse)
        {
            return;
        }

        foreach (var port in part.Items("containers").SelectMany(c => c.Items("ports")))
        {
            var hostPort = port.Number("hostPort");
            if (hostPort.Value is { } number && number != 0 && port.Number("containerPort") is { Exists.IsUnknown: false } containerPort && containerPort.Or(0).Value != number)
            {
                port.Invalid("hostPort", isHostNetwork, "on the node's network ('hostNetwork') it has to be the same as 'containerPort'", Fix.Remove(port.Place.Child("hostPort"), "Remove 'hostPort'", isSafeForFixAll: false));
            }
        }
    }

    private static void Unique(IEnumerable<Part> containers, Truth isDefaulted)
    {
        HashSet<string>? taken = null;
        foreach (var container in containers)
        {
            foreach (var port in container.Items("ports"))
            {
                var number = port.Number("hostPort") is { Exists.IsFalse: false } hostPort && hostPort.Value != 0 ? port.Number("hostPort") : isDefaulted.IsTrue ? port.Number("containerPort") : default;
                if (number.Value is not { } known || known == 0 || port["protocol"] is Unknown || port["hostIP"] is Unknown)
                {
                    continue;
                }

                if (!(taken ??= new(StringComparer.Ordinal)).Add($"{port.Text("protocol")}/{port.Text("hostIP")}/{known}"))
                {
                    port.Report(Fault.Duplicate, "hostPort", Truth.True, $"another port of the pod takes port {known} of the node already");
                }
            }
        }
    }
}
