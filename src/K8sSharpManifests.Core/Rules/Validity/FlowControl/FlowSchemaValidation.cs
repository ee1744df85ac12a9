namespace K8sSharpManifests.Core.Rules.Validity.FlowControl;

/// <summary>Which requests a flow schema is about, and before which others it is asked.</summary>
/// <remarks>
/// Upstream: pkg/apis/flowcontrol/validation/validation.go (ValidateFlowSchema, ValidateFlowSchemaSpec) and apiserver's pkg/apis/flowcontrol/bootstrap/default.go
/// (MandatoryFlowSchemas).
/// </remarks>
internal sealed class FlowSchemaValidation() : Validation("V1FlowSchema")
{
    private const string Exempt = "exempt";
    private const string CatchAll = "catch-all";

    public override void Validate(Part part)
    {
        var spec = part.Child("spec");
        var name = part.Child("metadata");
        spec.OutOfRange("matchingPrecedence", spec.Number("matchingPrecedence").Is(1) & name.Has("name") & !name.Is("name", Exempt), "only the flow schema 'exempt' can be the first: it has to be 2 at least");
        CheckFixed(part, name.Is("name", Exempt), Exempt, 1, spec["distinguisherMethod"].Exists, FixedFlowSchemas.OfExempt);
        CheckFixed(part, name.Is("name", CatchAll), CatchAll, 10000, !spec.Child("distinguisherMethod").Is("type", "ByUser"), FixedFlowSchemas.OfCatchAll);
    }

    private static void CheckFixed(Part part, Truth isIt, string name, int precedence, Truth isDistinguishedOtherwise, Node rules)
    {
        if (isIt.IsFalse)
        {
            return;
        }

        var spec = part.Child("spec");
        var isOther = isDistinguishedOtherwise | !spec.Number("matchingPrecedence").Is(precedence) | !spec.Child("priorityLevelConfiguration").Is("name", name)
            | !CustomResources.SchemaParts.IsSame(spec["rules"], rules);
        part.Report(Fault.Invalid, "spec", isIt & isOther, $"the API server makes '{name}' itself, and takes no other");
    }
}
