namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>What pods of a runtime need beside their containers, and where they can run.</summary>
/// <remarks>
/// Upstream: pkg/apis/node/validation/validation.go (validateOverhead, validateScheduling, validateTolerations) and apimachinery's pkg/apis/meta/v1/validation/validation.go
/// (ValidateLabels).
/// </remarks>
internal sealed class RuntimeClassValidation() : Validation("V1Overhead", "V1Scheduling")
{
    public override void Validate(Part part)
    {
        if (part.Type!.Name == "V1Overhead")
        {
            foreach (var entry in part.Entries("podFixed"))
            {
                var fault = ResourceNames.ContainerFault(entry.Key) is { } nameFault ? $"'{entry.Key}' cannot be used: {nameFault}" : Quantities.Fault(entry.Key, entry.Node);
                if (fault is not null)
                {
                    part.Report(Fault.Invalid, entry.Place, Truth.True, fault);
                }
            }

            return;
        }

        foreach (var entry in part.Entries("nodeSelector"))
        {
            var fault = TextForms.IsLabelKey(entry.Key) is { } keyFault ? $"the label '{entry.Key}' is none: {keyFault}"
                : entry.Node is Scalar { Kind: ScalarKind.String } value && TextForms.IsValidLabelValue(value.Text) is { } valueFault ? valueFault : null;
            if (fault is not null)
            {
                part.ReportAt(InvalidMetadata.Rule, part.Place.Child("nodeSelector"), entry.Place, Truth.True, fault);
            }
        }

        CheckTolerations(part);
    }

    private static void CheckTolerations(Part part)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var toleration in part.Items("tolerations"))
        {
            if (toleration["key"] is not Unknown && toleration["operator"] is not Unknown && toleration["value"] is not Unknown && toleration["effect"] is not Unknown
                && !seen.Add($"{toleration.Text("key")}\n{toleration.Text("operator")}\n{toleration.Text("value")}\n{toleration.Text("effect")}"))
            {
                part.Report(Fault.Duplicate, toleration.Place, Truth.True, "each stands there once");
            }
        }
    }
}
