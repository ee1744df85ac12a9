namespace K8sSharpManifests.Core.Rules.Validity.Networking;

/// <summary>Endpoints that somebody writes by hand.</summary>
/// <remarks>Upstream: pkg/apis/core/validation/validation.go (validateEndpointSubsets, validateEndpointAddress, validateEndpointPort).</remarks>
internal sealed class EndpointsValidation() : Validation("V1EndpointSubset")
{
    public override void Validate(Part subset)
    {
        subset.Report(Fault.Required, subset.Place, !subset.Has("addresses") & !subset.Has("notReadyAddresses"), "it has addresses or notReadyAddresses");
        foreach (var address in subset.Items("addresses").Concat(subset.Items("notReadyAddresses")))
        {
            var ip = address.Place.Child("ip");
            address.Report(Fault.Invalid, ip, !address.Has("ip"), "it has to be an IP address, like '10.9.8.7' or '2001:db8::ffff'");
            if (address.Has("ip").IsTrue)
            {
                Addresses.Validate(address, ip, mayBeAnywhere: false);
            }

            address.Form("hostname", TextForms.IsDNS1123Label);
            address.Form("nodeName", TextForms.IsDNS1123Subdomain);
            address.Invalid("nodeName", address["nodeName"].Is(""), "it cannot be empty");
        }

        var hasSeveral = subset["ports"] is Sequence { Count: > 1 };
        foreach (var port in subset.Items("ports"))
        {
            port.Required("name", hasSeveral, "each of several ports has a name");
            port.Form("name", TextForms.IsDNS1123Label);
            port.OutOfRange("port", !port["port"].Exists, "it has to be a number from 1 to 65535");
            port.Form("appProtocol", TextForms.IsQualifiedName);
        }
    }
}
