namespace K8sSharpManifests.Core.Rules.Validity.Devices;

/// <summary>The devices that a driver offers.</summary>
/// <remarks>
/// Upstream: pkg/apis/resource/validation/validation.go (validateResourceSliceSpec, validateResourcePool).
/// </remarks>
internal sealed class ResourceSliceValidation() : Validation("V1ResourceSliceSpec", "V1beta2ResourceSliceSpec")
{
    private const int MostDevices = 128;

    private static readonly string[] Places = ["nodeName", "nodeSelector", "allNodes", "perDeviceNodeSelection"];

    public override void Validate(Part part)
    {
        part.Form("driver", DeviceNames.DriverFault);
        CheckPool(part.Child("pool"));
        part.Form("nodeName", TextForms.IsDNS1123Subdomain);
        part.Invalid("nodeName", part["nodeName"].Is(""), "it has to name a node, or not to be there");
        part.Invalid("allNodes", IsFalse(part, "allNodes"), "it has to be true, or not to be there");
        part.Invalid("perDeviceNodeSelection", IsFalse(part, "perDeviceNodeSelection"), "it has to be true, or not to be there");
        OneOf(part, Places, Truth.True);
        if (part["nodeSelector"] is Mapping)
        {
            part.Child("nodeSelector").Invalid("nodeSelectorTerms", part.Child("nodeSelector")["nodeSelectorTerms"] is Sequence { IsOpen: false, Count: > 1 }, "it has to have exactly one term");
        }

        part.Report(Fault.Invalid, part.Place, part["sharedCounters"].Exists & part["devices"].Exists, "it can have either 'sharedCounters' or 'devices'");
        UniqueNames.Check(part, "devices", "name");
        UniqueNames.Check(part, "sharedCounters", "name");
        part.Report(Fault.OutOfRange, "devices", part["devices"] is Sequence { Count: > MostDevices }, "at most 128 devices are allowed");
    }

    /// <summary>Exactly one of some fields has to be set.</summary>
    internal static void OneOf(Part part, string[] keys, Truth condition)
    {
        var count = 0;
        var mayBeMore = false;
        foreach (var key in keys)
        {
            var isSet = part[key] switch
            {
                Unknown => Truth.Unknown,
                Missing or Scalar { Text: "" or "false" } => Truth.False,
                _ => Truth.True,
            };
            count += isSet.IsTrue ? 1 : 0;
            mayBeMore |= isSet.IsUnknown;
        }

        part.Report(Fault.Required, part.Place, count > 0 ? Truth.False : mayBeMore ? Truth.Unknown : condition, "it needs one of 'nodeName', 'nodeSelector' and 'allNodes'");
        part.Report(Fault.Invalid, part.Place, count > 1 ? condition : Truth.False, "it can have only one of 'nodeName', 'nodeSelector' and 'allNodes'");
    }

    internal static Truth IsFalse(Part part, string key) => part[key] switch
    {
        Unknown => Truth.Unknown,
        Scalar { Kind: ScalarKind.Boolean, Text: "false" } => Truth.True,
        _ => Truth.False,
    };

    private static void CheckPool(Part pool)
    {
        pool.Form("name", DeviceNames.PoolFault);
        pool.OutOfRange("resourceSliceCount", !(pool.Number("resourceSliceCount").Or(0) > 0), "it has to be more than 0");
        pool.OutOfRange("generation", pool.Number("generation") < 0, "it has to be at least 0");
    }
}
