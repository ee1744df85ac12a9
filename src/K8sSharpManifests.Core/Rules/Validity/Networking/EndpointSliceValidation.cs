namespace K8sSharpManifests.Core.Rules.Validity.Networking;

/// <summary>An EndpointSlice.</summary>
/// <remarks>Upstream: pkg/apis/discovery/validation/validation.go (validateEndpoints, validatePorts, validateHints).</remarks>
internal sealed class EndpointSliceValidation() : Validation("V1EndpointSlice")
{
    private const int MaxEndpoints = 1000;
    private const int MaxAddresses = 100;
    private const int MaxPorts = 20000;
    private const int MaxHints = 8;

    public override void Validate(Part slice)
    {
        if (!AtMost(slice, "endpoints", MaxEndpoints))
        {
            foreach (var endpoint in slice.Items("endpoints"))
            {
                Endpoint(slice, endpoint);
            }
        }

        if (!AtMost(slice, "ports", MaxPorts))
        {
            Ports(slice);
        }
    }

    private static void Endpoint(Part slice, Part endpoint)
    {
        endpoint.Required("addresses", "an endpoint has one address at least");
        AtMost(endpoint, "addresses", MaxAddresses);
        var type = slice.Text("addressType");
        foreach (var address in endpoint.Place.Child("addresses").Items)
        {
            if (type == "FQDN")
            {
                if (address.Node is Scalar { Kind: ScalarKind.String, Text: var name } && TextForms.IsFullyQualifiedDomainName(name) is { } fault)
                {
                    endpoint.Report(Fault.Invalid, address, Truth.True, fault);
                }
            }
            else if (type is "IPv4" or "IPv6" && address.Node is Scalar { Kind: ScalarKind.String, Text: var text })
            {
                // The server names the list.
                if (TextForms.IsValidIP(text) is null && IpAddress.TryParse(text, out var parsed) && parsed!.IsIPv6 != (type == "IPv6"))
                {
                    endpoint.Report(Fault.Invalid, endpoint.Place.Child("addresses"), Truth.True, $"'{text}' is no {type} address");
                }

                Addresses.Validate(endpoint, address, mayBeAnywhere: false);
            }
        }

        endpoint.Form("nodeName", TextForms.IsDNS1123Subdomain);
        endpoint.Invalid("nodeName", endpoint["nodeName"].Is(""), "it cannot be empty");
        endpoint.Form("hostname", TextForms.IsDNS1123Label);
        endpoint.Invalid("hostname", endpoint["hostname"].Is(""), "it cannot be empty");
        Hints(endpoint.Child("hints"), "forZones", TextForms.IsValidLabelValue);
        Hints(endpoint.Child("hints"), "forNodes", TextForms.IsDNS1123Subdomain);
    }

    private static void Hints(Part hints, string key, Func<string, string?> fault)
    {
        if (AtMost(hints, key, MaxHints))
        {
            return;
        }

        var seen = new List<string>();
        foreach (var hint in hints.Items(key))
        {
            var name = hint.Text("name");
            hint.Report(Fault.Duplicate, "name", seen.Contains(name), "each stands there once");
            seen.Add(name);
            hint.Form("name", fault);
            hint.Invalid("name", !hint.Has("name") & (fault("") is not null), "it cannot be empty");
        }
    }

    private static void Ports(Part slice)
    {
        var seen = new List<string>();
        foreach (var port in slice.Items("ports"))
        {
            port.Form("name", TextForms.IsDNS1123Label);
            if (port["name"] is Missing or Scalar)
            {
                port.Report(Fault.Duplicate, "name", seen.Contains(port.Text("name")), "each port has a name of its own, or none where it is the only one");
                seen.Add(port.Text("name"));
            }

            port.Form("appProtocol", TextForms.IsQualifiedName);
            port.Invalid("appProtocol", port["appProtocol"].Is(""), "it cannot be empty");
        }
    }

    private static bool AtMost(Part part, string key, int most)
    {
        var count = part[key] switch { Sequence list => list.Count, Mapping map => map.Count, _ => 0 };
        if (count > most)
        {
            part.OutOfRange(key, Truth.True, $"it has {count} items, and at most {most} are allowed");
        }

        return count > most;
    }
}
