namespace K8sSharpManifests.Core.Rules.Validity.FlowControl;

/// <summary>How many requests of a priority level are served at once, and what becomes of the others.</summary>
/// <remarks>
/// Upstream: pkg/apis/flowcontrol/validation/validation.go (ValidatePriorityLevelConfiguration, ValidatePriorityLevelConfigurationSpec,
/// ValidateIfMandatoryPriorityLevelConfigurationObject, ValidateLimitResponse,
/// ValidatePriorityLevelQueuingConfiguration) and apiserver's pkg/util/shufflesharding (RequiredEntropyBits).
/// </remarks>
internal sealed class PriorityLevelValidation() : Validation("V1PriorityLevelConfiguration", "V1PriorityLevelConfigurationSpec", "V1LimitResponse", "V1QueuingConfiguration")
{
    private const int MostBits = 60;
    private const string OnlyOfOldVersions = "flowcontrol.k8s.io/preserve-zero-concurrency-shares";

    public override void Validate(Part part)
    {
        switch (part.Type!.Name)
        {
            case "V1PriorityLevelConfiguration":
                CheckName(part);
                break;
            case "V1PriorityLevelConfigurationSpec":
                var isLimited = part.Is("type", "Limited");
                part.Report(Fault.Required, "limited", isLimited & !part["limited"].Exists, "the type 'Limited' needs it");
                part.Report(Fault.Forbidden, "limited", part.Is("type", "Exempt") & part["limited"].Exists, "it may only be set where the type is 'Limited'");
                part.Report(Fault.Forbidden, "exempt", isLimited & part["exempt"].Exists, "it may only be set where the type is 'Exempt'");
                break;
            case "V1LimitResponse":
                part.Report(Fault.Required, "queuing", part.Is("type", "Queue") & !part["queuing"].Exists, "the type 'Queue' needs it");
                part.Report(Fault.Forbidden, "queuing", part.Is("type", "Reject") & part["queuing"].Exists, "it may only be set where the type is 'Queue'");
                break;
            default:
                CheckHand(part);
                break;
        }
    }

    private static void CheckName(Part part)
    {
        var spec = part.Child("spec");
        var metadata = part.Child("metadata");
        var annotations = metadata.Child("annotations");
        metadata.ReportAt(ForbiddenField.Rule, annotations.Place, annotations.Place.Child(OnlyOfOldVersions), annotations[OnlyOfOldVersions].Exists, $"'{OnlyOfOldVersions}' is of older versions of the API");
        var isExempt = metadata.Is("name", "exempt");
        var hasType = spec.Has("type") & metadata.Has("name");
        spec.Invalid("type", hasType & ((isExempt & !spec.Is("type", "Exempt")) | (!isExempt & spec.Is("type", "Exempt"))), "the priority level 'exempt' is 'Exempt', and no other is");
        var isCatchAll = metadata.Is("name", "catch-all");
        if (!isCatchAll.IsFalse && spec["limited"] is Mapping)
        {
            var limited = spec.Child("limited");
            var isOther = !limited.Number("nominalConcurrencyShares").Is(5) | !limited.Number("lendablePercent").Is(0) | limited["borrowingLimitPercent"].Exists | !limited.Child("limitResponse").Is("type", "Reject");
            part.Report(Fault.Invalid, "spec", isCatchAll & isOther, "the API server makes 'catch-all' itself, and takes no other");
        }
    }

    // 0 is what the server takes for absent.
    private static void CheckHand(Part part)
    {
        if (OrDefault(part.Number("handSize"), 8) is not { } hand || OrDefault(part.Number("queues"), 64) is not { } queues || hand < 0 || queues <= 0)
        {
            return;
        }

        part.OutOfRange("handSize", hand > queues, "it cannot be more than there are queues");
        part.OutOfRange("handSize", Math.Ceiling(Math.Log(queues, 2) * hand) > MostBits, "so many queues and so large a hand are more than can be shuffled: make one of them smaller");
    }

    private static long? OrDefault(Number number, long otherwise) => number.Exists.IsUnknown ? null : number.Value is null or 0 ? otherwise : number.Value;
}
