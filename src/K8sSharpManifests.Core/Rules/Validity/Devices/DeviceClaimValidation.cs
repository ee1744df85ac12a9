namespace K8sSharpManifests.Core.Rules.Validity.Devices;

/// <summary>The requests of a claim for devices, and what refers to them by their names.</summary>
/// <remarks>
/// Upstream: pkg/apis/resource/validation/validation.go (validateDeviceClaim, gatherRequestNames, validateDeviceConstraint, validateDeviceClaimConfiguration, validateRequestNameRef).
/// </remarks>
internal sealed class DeviceClaimValidation() : Validation("V1DeviceClaim", "V1beta1DeviceClaim", "V1beta2DeviceClaim")
{
    public override void Validate(Part part)
    {
        UniqueNames.Check(part, "requests", "name");
        var requests = new HashSet<string>(StringComparer.Ordinal);
        var mayBeMore = part.MayHoldMore("requests");
        foreach (var request in part.Items("requests"))
        {
            mayBeMore |= request["name"] is Unknown || request.MayHoldMore("firstAvailable");
            var name = request.Text("name");
            requests.Add(name);
            foreach (var inner in request.Items("firstAvailable"))
            {
                mayBeMore |= inner["name"] is Unknown;
                requests.Add($"{name}/{inner.Text("name")}");
            }
        }

        foreach (var constraint in part.Items("constraints"))
        {
            CheckReferences(constraint, requests, mayBeMore);
            constraint.Report(Fault.Required, constraint.Place, !constraint["matchAttribute"].Exists & !constraint["distinctAttribute"].Exists, "a constraint needs 'matchAttribute' or 'distinctAttribute'");
            if (constraint["matchAttribute"].Exists.IsFalse)
            {
                constraint.Form("distinctAttribute", DeviceNames.FullyQualifiedFault);
            }
        }

        foreach (var configuration in part.Items("config"))
        {
            CheckReferences(configuration, requests, mayBeMore);
        }
    }

    private static void CheckReferences(Part part, HashSet<string> requests, bool mayBeMore)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in part.Place.Child("requests").Items)
        {
            if (item.Node is not Scalar { Kind: ScalarKind.String } name)
            {
                continue;
            }

            if (!requests.Contains(name.Text))
            {
                var isName = name.Text.Split('/') is { Length: <= 2 } parts && parts.All(p => TextForms.IsDNS1123Label(p) is null);
                part.Report(Fault.Invalid, item, mayBeMore && isName ? Truth.Unknown : Truth.True, "it has to be the name of a request of the claim, perhaps with '/' and the name of one of its alternatives");
            }

            if (!seen.Add(name.Text))
            {
                part.Report(Fault.Duplicate, item, Truth.True, "each stands there once");
            }
        }
    }
}
