using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Core.Rules.Validity.Devices;

/// <summary>What devices a class or a request is about, and how their drivers are told what is wanted.</summary>
/// <remarks>
/// Upstream: pkg/apis/resource/validation/validation.go (validateSelector, validateCELSelector, validateDeviceConfiguration, validateOpaqueConfiguration, validateRawExtension,
/// validateDeviceToleration) and dynamic-resource-allocation's cel/compile.go.
/// </remarks>
internal sealed class DeviceSelectorValidation() : Validation(
    "V1DeviceSelector", "V1beta2DeviceSelector", "V1beta1DeviceSelector", "V1DeviceClaimConfiguration", "V1beta2DeviceClaimConfiguration", "V1beta1DeviceClaimConfiguration",
    "V1DeviceClassConfiguration", "V1beta2DeviceClassConfiguration", "V1beta1DeviceClassConfiguration", "V1OpaqueDeviceConfiguration", "V1beta2OpaqueDeviceConfiguration",
    "V1beta1OpaqueDeviceConfiguration", "V1DeviceToleration", "V1beta2DeviceToleration", "V1beta1DeviceToleration")
{
    private const int LongestExpression = 10 * 1024;

    private static readonly Dictionary<string, CelType> Variables = new(StringComparer.Ordinal)
    {
        ["device"] = CelType.ObjectOf(new Dictionary<string, CelType>(StringComparer.Ordinal)
        {
            ["driver"] = CelType.String,
            ["attributes"] = CelType.MapOf(CelType.String, CelType.MapOf(CelType.String, CelType.Unsure)),
            ["capacity"] = CelType.MapOf(CelType.String, CelType.MapOf(CelType.String, CelType.Other)),
            ["allowMultipleAllocations"] = CelType.Bool,
        }),
    };

    public override void Validate(Part part)
    {
        var type = part.Type!.Name;
        if (type.EndsWith("Selector", StringComparison.Ordinal))
        {
            CheckSelector(part);
        }
        else if (type.EndsWith("OpaqueDeviceConfiguration", StringComparison.Ordinal))
        {
            part.Form("driver", DeviceNames.DriverFault);
            part.Invalid("parameters", part["parameters"] is Scalar or Sequence, "it has to be an object");
        }
        else if (type.EndsWith("Toleration", StringComparison.Ordinal))
        {
            part.Invalid("value", part.Is("operator", "Exists") & part.Has("value"), "it cannot be set where the operator is 'Exists'");
            if (part.Is("operator", "Equal").IsTrue)
            {
                part.Form("value", TextForms.IsValidLabelValue);
            }
        }
        else
        {
            part.Report(Fault.Required, "opaque", !part["opaque"].Exists, "a configuration needs one");
        }
    }

    private static void CheckSelector(Part part)
    {
        part.Report(Fault.Required, "cel", !part["cel"].Exists, "a selector needs one");
        if (part["cel"] is not Mapping)
        {
            return;
        }

        var cel = part.Child("cel");
        if (System.Text.Encoding.UTF8.GetByteCount(cel.Text("expression")) > LongestExpression)
        {
            cel.Invalid("expression", Truth.True, "it has to have 10 KiB at most");
        }
        else
        {
            cel.Form("expression", text => CelExpression.Judge(text, Variables, CelKind.Bool, CelKind.Dynamic).Fault);
        }
    }
}
