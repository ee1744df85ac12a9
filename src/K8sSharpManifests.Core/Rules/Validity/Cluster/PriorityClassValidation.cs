namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>How important pods of a class are; the most important ones are Kubernetes' own.</summary>
/// <remarks>Upstream: pkg/apis/scheduling/validation/validation.go (ValidatePriorityClass) and pkg/apis/scheduling/v1/helpers.go (IsKnownSystemPriorityClass).</remarks>
internal sealed class PriorityClassValidation() : Validation("V1PriorityClass")
{
    private const string System = "system-";
    private const long Highest = 1_000_000_000;

    public override void Validate(Part part)
    {
        var metadata = part.Child("metadata");
        var name = metadata.Text("name");
        if (metadata["name"] is Unknown)
        {
            return;
        }

        if (!name.StartsWith(System, StringComparison.Ordinal))
        {
            part.Report(Fault.Forbidden, "value", part.Number("value") > Highest, "it has to be 1000000000 at most: what is more is Kubernetes' own");
            return;
        }

        var value = part.Number("value").Or(0);
        var isKnown = !part.IsTrue("globalDefault") & ((name == "system-cluster-critical" & value.Is(2_000_000_000)) | (name == "system-node-critical" & value.Is(2_000_001_000)));
        metadata.Report(Fault.Forbidden, "name", !isKnown, "names that begin with 'system-' are Kubernetes' own");
    }
}
