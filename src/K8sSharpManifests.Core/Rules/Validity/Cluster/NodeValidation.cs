namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>Nodes: their taints, and the addresses of their pods.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (ValidateNode, validateNodeTaints, validateTaintEffect). The server names a taint metadata.taints[…]; here it is named where it stands.
/// </remarks>
internal sealed class NodeValidation() : Validation("V1NodeSpec")
{
    public override void Validate(Part part)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var taint in part.Items("taints"))
        {
            taint.Form("key", TextForms.IsQualifiedName);
            taint.Form("value", TextForms.IsValidLabelValue);
            if (taint["key"] is Scalar key && taint["effect"] is Scalar effect && !seen.Add($"{effect.Text}\n{key.Text}"))
            {
                part.Report(Fault.Duplicate, taint.Place, Truth.True, "another taint has the same key and effect");
            }
        }

        if (part["podCIDRs"] is not Sequence { Count: > 0 } list)
        {
            part.Form("podCIDR", TextForms.IsValidCIDR);
            return;
        }

        part.ItemsForm("podCIDRs", TextForms.IsValidCIDR);
        DualStack.Check(part, "podCIDRs", list);
    }
}
