using K8sSharpManifests.Core.Rules.Validity.Metadata;

namespace K8sSharpManifests.Core.Rules.Validity.Networking;

/// <summary>A Service.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateService, validateServicePort, validateServiceExternalTrafficPolicy, validateLoadBalancerClassField), pkg/apis/core/v1/defaults.go.</remarks>
internal sealed class ServiceValidation() : Validation("V1ServiceSpec")
{
    private const int MaxAffinitySeconds = 86400;
    private const string OnlyLoadBalancer = "only a Service of type 'LoadBalancer' has it";

    public override void Validate(Part spec)
    {
        var isExternalName = spec.Is("type", "ExternalName");
        var isLoadBalancer = spec.Is("type", "LoadBalancer");
        spec.Required("ports", !isExternalName & !IsHeadless(spec), "a Service that has an address has one port at least");
        ExternalName(spec, isExternalName);
        Ports(spec);
        Labels.Validate(spec, "selector", InvalidSelector.Rule);
        Affinity(spec);
        LoadBalancer(spec, isLoadBalancer);
        Traffic(spec, isLoadBalancer);
        foreach (var item in spec.Place.Child("externalIPs").Items)
        {
            Addresses.Validate(spec, item, mayBeAnywhere: false);
        }

        Annotations(spec, isLoadBalancer);
    }

    /// <summary>Whether it has no address of its own.</summary>
    public static Truth IsHeadless(Part spec) =>
        spec["clusterIPs"] is Unknown or Sequence { IsOpen: true } ? Truth.Unknown
        : spec.Place.Child("clusterIPs").Items.FirstOrDefault() is { } first ? first.Node.Is("None")
        : spec.Is("clusterIP", "None");

    private static void ExternalName(Part spec, Truth isExternalName)
    {
        foreach (var key in new[] { "clusterIPs", "ipFamilies", "ipFamilyPolicy" })
        {
            spec.Forbidden(key, isExternalName, "a Service of type 'ExternalName' is a DNS alias and has no address");
        }

        if (spec["clusterIPs"] is Missing)
        {
            spec.Forbidden("clusterIP", isExternalName, "a Service of type 'ExternalName' is a DNS alias and has no address");
        }

        if (isExternalName.IsTrue)
        {
            spec.Required("externalName", "a Service of type 'ExternalName' is an alias of it");
            spec.Form("externalName", name => TextForms.IsDNS1123Subdomain(name.EndsWith(".", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) : name));
        }
    }

    private static void Ports(Part spec)
    {
        var seenNames = new List<string>();
        var seenPorts = new List<string>();
        var seenNodePorts = new List<string>();
        var hasSeveral = spec["ports"] is Sequence { Count: > 1 };
        foreach (var port in spec.Items("ports"))
        {
            port.Required("name", hasSeveral, "each of several ports has a name");
            port.Report(InvalidPort.Rule, port.Place.Child("port"), !port["port"].Exists, "it has to be a number from 1 to 65535");
            Duplicate(port, port.Place.Child("name"), port.Text("name"), seenNames, "another port of the Service has that name");
            port.Form("appProtocol", TextForms.IsQualifiedName);
            port.Forbidden("nodePort", spec.Is("type", "ClusterIP") & !port.Number("nodePort").Is(0), "a Service of type 'ClusterIP' has no ports on nodes; set its type to 'NodePort' or 'LoadBalancer'");
            if (port.Number("nodePort").Value is not (0 or null) and { } nodePort && port["protocol"] is Scalar)
            {
                Duplicate(port, port.Place.Child("nodePort"), $"{port.Text("protocol")} {nodePort}", seenNodePorts, "another port of the Service has that port on nodes");
            }

            if (port.Number("port").Value is { } number && port["protocol"] is Scalar)
            {
                Duplicate(port, port.Place, $"{port.Text("protocol")} {number}", seenPorts, "another port of the Service has that number and protocol");
            }
        }
    }

    private static void Duplicate(Part part, TreePlace place, string text, List<string> seen, string because)
    {
        if (text.Length == 0)
        {
            return;
        }

        part.Report(Fault.Duplicate, place, seen.Contains(text), because);
        seen.Add(text);
    }

    private static void Affinity(Part spec)
    {
        // A configuration that says nothing, and one of a Service without affinity, the server replaces.
        var timeout = spec.Child("sessionAffinityConfig").Child("clientIP");
        var seconds = timeout.Number("timeoutSeconds");
        timeout.OutOfRange("timeoutSeconds", spec.Is("sessionAffinity", "ClientIP") & ((seconds <= 0) | (seconds > MaxAffinitySeconds)), $"it has to be a number from 1 to {MaxAffinitySeconds}");
    }

    private static void LoadBalancer(Part spec, Truth isLoadBalancer)
    {
        spec.Forbidden("loadBalancerSourceRanges", !isLoadBalancer, OnlyLoadBalancer);
        spec.Forbidden("allocateLoadBalancerNodePorts", !isLoadBalancer, OnlyLoadBalancer);
        spec.Forbidden("loadBalancerClass", !isLoadBalancer, OnlyLoadBalancer);
        spec.Form("loadBalancerClass", TextForms.IsQualifiedName);
        spec.Invalid("loadBalancerClass", spec["loadBalancerClass"].Is(""), "it cannot be empty");
        spec.ItemsForm("loadBalancerSourceRanges", text => TextForms.IsValidCIDR(text.Trim()));
    }

    private static void Traffic(Part spec, Truth isLoadBalancer)
    {
        var isReachable = isLoadBalancer | spec.Is("type", "NodePort") | (spec.Is("type", "ClusterIP") & spec.Has("externalIPs"));
        spec.Invalid("externalTrafficPolicy", !isReachable & spec.Has("externalTrafficPolicy"), "only a Service that is reached from outside has it: of type 'NodePort' or 'LoadBalancer', or with externalIPs",
            Fix.Remove(spec.Place.Child("externalTrafficPolicy"), "Remove 'externalTrafficPolicy'", isSafeForFixAll: false));
        var port = spec.Number("healthCheckNodePort");
        spec.Invalid("healthCheckNodePort", !(isLoadBalancer & spec.Is("externalTrafficPolicy", "Local")) & port.Exists & !port.Is(0), "only a Service of type 'LoadBalancer' with externalTrafficPolicy 'Local' has it");
    }

    private static void Annotations(Part spec, Truth isLoadBalancer)
    {
        const string Ranges = "service.beta.kubernetes.io/load-balancer-source-ranges";
        const string Hints = "service.kubernetes.io/topology-aware-hints";
        const string Mode = "service.kubernetes.io/topology-mode";
        if (spec.Owner is not { } service || service.Child("metadata").Child("annotations") is not { Node: Mapping } annotations)
        {
            return;
        }

        annotations.Report(Fault.Invalid, Mode, annotations[Mode].Exists & annotations[Hints].Exists & !annotations[Mode].Is(annotations.Text(Hints)), $"it has to be that of '{Hints}', where both are there");
        if (!spec.Has("loadBalancerSourceRanges").IsFalse || annotations[Ranges] is not Scalar { Text: var text })
        {
            return;
        }

        annotations.Report(Fault.Forbidden, Ranges, !isLoadBalancer, OnlyLoadBalancer);
        if (text.Trim().Length > 0 && text.Split(',').Select(range => TextForms.IsValidCIDR(range.Trim())).FirstOrDefault(f => f is not null) is { } fault)
        {
            annotations.Report(Fault.Invalid, Ranges, Truth.True, fault);
        }
    }
}
