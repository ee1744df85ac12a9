namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>Kinds of which the server says little: namespaces, revisions, and addresses of Services.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (ValidateNamespace, validateFinalizerName),
/// pkg/apis/apps/validation/validation.go (ValidateControllerRevisionCreate) and pkg/apis/networking/validation/validation.go
/// (validateServiceCIDRSpec).
/// </remarks>
internal sealed class ClusterObjectValidation() : Validation("V1NamespaceSpec", "V1ControllerRevision", "V1ServiceCIDRSpec")
{
    public override void Validate(Part part)
    {
        switch (part.Type!.Name)
        {
            case "V1NamespaceSpec":
                CheckFinalizers(part);
                break;
            case "V1ControllerRevision":
                part.Report(Fault.Required, "data", part["data"] is Scalar or Sequence ? Truth.True : !part["data"].Exists, "a revision needs data, as an object");
                break;
            default:
                CheckBlocks(part);
                break;
        }
    }

    private static void CheckFinalizers(Part part)
    {
        foreach (var item in part.Place.Child("finalizers").Items)
        {
            if (item.Node is Scalar { Kind: ScalarKind.String } finalizer && FinalizerFault(finalizer.Text) is { } fault)
            {
                part.ReportAt(InvalidMetadata.Rule, part.Place.Child("finalizers"), item, Truth.True, fault);
            }
        }
    }

    private static string? FinalizerFault(string text) =>
        TextForms.IsQualifiedName(text) ?? (text.IndexOf('/') < 0 && text is not ("kubernetes" or "orphan" or "foregroundDeletion") ? "it has to be 'kubernetes', or to have a DNS name before it, like 'example.com/my-finalizer'" : null);

    private static void CheckBlocks(Part part)
    {
        part.Required("cidrs", "it needs one block of addresses at least");
        if (part["cidrs"] is not Sequence { Count: > 0 } list)
        {
            return;
        }

        if (list.Count > 2)
        {
            part.Invalid("cidrs", Truth.True, "it can have two blocks at most");
            return;
        }

        part.ItemsForm("cidrs", TextForms.IsValidCIDR);
        DualStack.Check(part, "cidrs", list);
    }
}
