namespace K8sSharpManifests.Core.Rules.Validity.Cluster;

/// <summary>How much of each resource a namespace may use, and of which objects that is said.</summary>
/// <remarks>
/// Upstream: pkg/apis/core/validation/validation.go (ValidateResourceQuotaSpec, validateResourceQuotaScopes, validateScopedResourceSelectorRequirement) and
/// pkg/apis/core/helper/helpers.go (IsResourceQuotaScopeValidForResource).
/// </remarks>
internal sealed class ResourceQuotaValidation() : Validation("V1ResourceQuotaSpec")
{
    private static readonly (string One, string Other)[] Opposites = [("BestEffort", "NotBestEffort"), ("Terminating", "NotTerminating")];

    public override void Validate(Part part)
    {
        foreach (var entry in part.Entries("hard"))
        {
            if (ResourceNames.QuotaFault(entry.Key) is { } fault)
            {
                part.Report(Fault.Invalid, entry.Place, Truth.True, $"'{entry.Key}' cannot be limited: {fault}");
            }
            else if (Quantities.Fault(entry.Key, entry.Node) is { } amountFault)
            {
                part.Report(Fault.Invalid, entry.Place, Truth.True, amountFault);
            }
        }

        if (part["scopes"] is Sequence { Count: > 0 } scopes)
        {
            CheckScopes(part, part, "scopes", scopes.Any);
        }

        if (part["scopeSelector"] is Mapping)
        {
            var selector = part.Child("scopeSelector");
            CheckScopes(part, selector, "matchExpressions", is_ => Truth.Any(selector.Items("matchExpressions"), requirement => is_(requirement["scopeName"])));
            foreach (var requirement in selector.Items("matchExpressions"))
            {
                CheckRequirement(selector, requirement);
            }
        }
    }

    private static void CheckScopes(Part quota, Part part, string key, Func<Func<Node, Truth>, Truth> any)
    {
        foreach (var (one, other) in Opposites)
        {
            var both = any(node => node.Is(one)) & any(node => node.Is(other));
            if (!both.IsFalse)
            {
                part.Invalid(key, both, $"'{one}' and '{other}' exclude each other");
            }
        }

        foreach (var entry in quota.Entries("hard"))
        {
            var isUnfit = any(node => IsUnfit(node, entry.Key));
            if (isUnfit.IsTrue)
            {
                part.Invalid(key, Truth.True, $"'{entry.Key}' cannot be limited in such a scope");
                break;
            }
        }
    }

    private static Truth IsUnfit(Node scope, string resource) =>
        scope is Unknown ? Truth.Unknown : ResourceNames.QuotaFault(resource) is null && resource.IndexOf('/') < 0 && scope is Scalar text && text.Text switch
        {
            "Terminating" or "NotTerminating" or "NotBestEffort" or "PriorityClass" or "CrossNamespacePodAffinity" =>
                resource is not ("pods" or "cpu" or "memory" or "limits.cpu" or "limits.memory" or "requests.cpu" or "requests.memory"),
            "BestEffort" => resource != "pods",
            "VolumeAttributesClass" => resource is not ("persistentvolumeclaims" or "requests.storage"),
            _ => false,
        };

    // The server names these without the number of the requirement.
    private static void CheckRequirement(Part selector, Part requirement)
    {
        var requirements = selector.Child("matchExpressions");
        var isOfPods = requirement.Is("scopeName", "BestEffort", "NotBestEffort", "Terminating", "NotTerminating", "CrossNamespacePodAffinity");
        requirement.ReportAt(InvalidText.Rule, requirements.Place.Child("operator"), requirement.Place.Child("operator"), isOfPods & !requirement.Is("operator", "Exists"), "it has to be 'Exists' for such a scope");
        var hasValues = requirement.Has("values");
        requirement.ReportAt(MissingField.Rule, requirements.Place.Child("values"), requirement.Place.Child("values"), requirement.Is("operator", "In", "NotIn") & !hasValues, "the operators 'In' and 'NotIn' need one");
        requirement.ReportAt(InvalidText.Rule, requirements.Place.Child("values"), requirement.Place.Child("values"), requirement.Is("operator", "Exists", "DoesNotExist") & hasValues, "the operators 'Exists' and 'DoesNotExist' have none");
    }
}
