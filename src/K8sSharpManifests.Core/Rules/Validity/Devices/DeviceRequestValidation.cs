namespace K8sSharpManifests.Core.Rules.Validity.Devices;

/// <summary>A request for devices: of one sort, or of the first of several that is there.</summary>
/// <remarks>
/// Upstream: pkg/apis/resource/validation/validation.go (validateDeviceRequest, validateExactDeviceRequest, validateDeviceSubRequest, validateDeviceAllocationMode) and pkg/apis/resource/v1/defaults.go.
/// </remarks>
internal sealed class DeviceRequestValidation() : Validation(
    "V1DeviceRequest", "V1beta2DeviceRequest", "V1beta1DeviceRequest", "V1ExactDeviceRequest", "V1beta2ExactDeviceRequest", "V1DeviceSubRequest", "V1beta2DeviceSubRequest",
    "V1beta1DeviceSubRequest")
{
    public override void Validate(Part part)
    {
        var type = part.Type!.Name;
        if (!type.EndsWith("ExactDeviceRequest", StringComparison.Ordinal))
        {
            part.Form("name", TextForms.IsDNS1123Label);
        }

        if (type is "V1DeviceRequest" or "V1beta2DeviceRequest")
        {
            var hasFirst = part.Has("firstAvailable");
            var hasExact = part["exactly"].Exists;
            part.Report(Fault.Required, part.Place, !hasFirst & !hasExact, "it needs 'exactly' or 'firstAvailable'");
            part.Report(Fault.Invalid, part.Place, hasFirst & hasExact, "it can have either 'exactly' or 'firstAvailable'");
        }

        UniqueNames.Check(part, "firstAvailable", "name");
        if (type is not ("V1DeviceRequest" or "V1beta2DeviceRequest"))
        {
            part.Form("deviceClassName", TextForms.IsDNS1123Subdomain);
            var count = part.Number("count");
            part.Invalid("count", part.Is("allocationMode", "All") & count.Exists & !count.Is(0), "it cannot be set where all devices are wanted");
            part.OutOfRange("count", !part.Is("allocationMode", "All") & (count < 0), "it has to be more than 0");
        }
    }
}
