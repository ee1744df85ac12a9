using System.Text.RegularExpressions;

namespace K8sSharpManifests.Core.Rules.Validity.Devices;

/// <summary>A device that a driver offers, what it says of itself, and its taints.</summary>
/// <remarks>Upstream: pkg/apis/resource/validation/validation.go (validateDevice, validateDeviceAttribute, validateDeviceTaint).</remarks>
internal sealed class DeviceValidation() : Validation(
    "V1Device", "V1beta2Device", "V1DeviceAttribute", "V1beta2DeviceAttribute", "V1beta1DeviceAttribute", "V1DeviceTaint", "V1beta2DeviceTaint", "V1beta1DeviceTaint", "V1alpha3DeviceTaint")
{
    private const int LongestValue = 64;

    private static readonly string[] Values = ["bool", "int", "string", "version", "bools", "ints", "strings", "versions"];
    private static readonly string[] Places = ["nodeName", "nodeSelector", "allNodes"];

    private static readonly Regex Version = new(
        @"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ECMAScript);

    public override void Validate(Part part)
    {
        if (part.Type!.Name.EndsWith("Attribute", StringComparison.Ordinal))
        {
            CheckAttribute(part);
        }
        else if (part.Type.Name.EndsWith("Taint", StringComparison.Ordinal))
        {
            part.Form("key", TextForms.IsQualifiedName);
            part.Form("value", TextForms.IsValidLabelValue);
        }
        else
        {
            CheckDevice(part);
        }
    }

    private static void CheckDevice(Part part)
    {
        part.Form("name", TextForms.IsDNS1123Label);
        CheckKeys(part, "attributes");
        CheckKeys(part, "capacity");
        UniqueNames.Check(part, "consumesCounters", "counterSet");
        var isChosen = part.Owner is { } spec ? spec.IsTrue("perDeviceNodeSelection") : Truth.Unknown;
        var hasPlace = part["nodeName"].Exists | part["nodeSelector"].Exists | part["allNodes"].Exists;
        part.Report(Fault.Invalid, part.Place, !isChosen & hasPlace, "'nodeName', 'nodeSelector' and 'allNodes' may only be set where 'perDeviceNodeSelection' of the slice is true");
        if (isChosen.IsTrue)
        {
            part.Form("nodeName", TextForms.IsDNS1123Subdomain);
            part.Invalid("nodeName", part["nodeName"].Is(""), "it has to name a node, or not to be there");
            part.Invalid("allNodes", ResourceSliceValidation.IsFalse(part, "allNodes"), "it has to be true, or not to be there");
            ResourceSliceValidation.OneOf(part, Places, isChosen);
        }
    }

    private static void CheckKeys(Part part, string key)
    {
        foreach (var entry in part.Entries(key))
        {
            if (DeviceNames.QualifiedFault(entry.Key) is { } fault)
            {
                part.ReportAt(InvalidText.Rule, part.Place.Child(key), entry.Place, Truth.True, $"'{entry.Key}' is no name of it: {fault}");
            }
        }
    }

    private static void CheckAttribute(Part part)
    {
        var (set, mayBeMore) = (Values.Count(key => part[key] is not (Missing or Unknown)), Values.Any(key => part[key] is Unknown));
        part.Report(Fault.Invalid, part.Place, set > 1 ? Truth.True : set == 1 ? Truth.False : mayBeMore ? Truth.Unknown : Truth.True, "it needs exactly one value");
        part.Form("string", TooLong);
        part.Form("version", VersionFault);
        part.ItemsForm("strings", TooLong);
        part.ItemsForm("versions", VersionFault);
    }

    private static string? TooLong(string text) => System.Text.Encoding.UTF8.GetByteCount(text) > LongestValue ? TextForms.TooLong(text.Length, LongestValue) : null;

    private static string? VersionFault(string text) => TooLong(text) ?? (Version.IsMatch(text) ? null : "it has to be a version as semver.org has it, like '1.2.3'");
}
