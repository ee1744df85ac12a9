namespace K8sSharpManifests.Core.Rules.Validity.Networking;

/// <summary>A NetworkPolicy.</summary>
/// <remarks>Upstream: pkg/apis/networking/validation/validation.go (ValidateNetworkPolicySpec, ValidateNetworkPolicyPeer, ValidateNetworkPolicyPort, ValidateIPBlock).</remarks>
internal sealed class NetworkPolicyValidation() : Validation("V1NetworkPolicySpec")
{
    private const int MaxTypes = 2;

    public override void Validate(Part spec)
    {
        spec.Report(Fault.Invalid, "policyTypes", spec["policyTypes"] is Sequence { Count: > MaxTypes }, "it has at most two: 'Ingress' and 'Egress'");
        foreach (var rule in spec.Items("ingress"))
        {
            Rule(rule, "from");
        }

        foreach (var rule in spec.Items("egress"))
        {
            Rule(rule, "to");
        }
    }

    private static void Rule(Part rule, string peers)
    {
        foreach (var port in rule.Items("ports"))
        {
            Port(port);
        }

        foreach (var peer in rule.Items(peers))
        {
            Peer(peer);
        }
    }

    private static void Port(Part port)
    {
        var first = port.Number("port");
        var last = port.Number("endPort");
        var isName = port["port"] switch { Unknown => Truth.Unknown, Scalar { Kind: ScalarKind.String } => Truth.True, _ => Truth.False };
        port.OutOfRange("port", (first < 1) | (first > 65535), "it has to be a number from 1 to 65535");
        port.Form("port", PortName.Fault);
        port.Invalid("port", port["port"].Is(""), "it cannot be empty");
        port.Report(Fault.Invalid, "endPort", last.Exists & isName, "only a port that is a number begins a range");
        port.Report(Fault.Invalid, "endPort", last.Exists & !port["port"].Exists, "a range begins with port");
        port.Report(Fault.Invalid, "endPort", last < first, "it has to be at least port");
        port.OutOfRange("endPort", first.Exists & ((last < 1) | (last > 65535)), "it has to be a number from 1 to 65535");
    }

    private static void Peer(Part peer)
    {
        var byBlock = peer.Has("ipBlock");
        var bySelector = peer.Has("podSelector") | peer.Has("namespaceSelector");
        peer.Report(Fault.Required, peer.Place, !byBlock & !bySelector, "a peer is an ipBlock, a podSelector or a namespaceSelector");
        peer.Report(Fault.Forbidden, peer.Place, byBlock & bySelector, "a peer is an ipBlock or selectors, not both");
        if (!byBlock.IsTrue)
        {
            return;
        }

        var block = peer.Child("ipBlock");
        block.Required("cidr", "it has to be a block of addresses, like '10.9.8.0/24'");
        block.Form("cidr", TextForms.IsValidCIDR);
        if (block["cidr"] is not Scalar { Text: var text } || IpBlock.Parse(text) is not { } outer)
        {
            return;
        }

        foreach (var item in block.Place.Child("except").Items)
        {
            if (item.Node is Scalar { Kind: ScalarKind.String, Text: var except })
            {
                var fault = TextForms.IsValidCIDR(except) ?? (outer.StrictlyContains(IpBlock.Parse(except)!) ? null : "it has to lie in cidr, and to be smaller");
                block.Report(Fault.Invalid, item, fault is not null, fault ?? "");
            }
        }
    }
}
