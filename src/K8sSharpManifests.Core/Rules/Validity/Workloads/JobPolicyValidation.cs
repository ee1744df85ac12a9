namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>When a job has failed, and when it has succeeded.</summary>
/// <remarks>
/// Upstream: pkg/apis/batch/validation/validation.go (validatePodFailurePolicy, validatePodFailurePolicyRule, validatePodFailurePolicyRuleOnExitCodes, validatePodFailurePolicyRuleOnPodConditions,
/// validateSuccessPolicy, validateSuccessPolicyRule, validateIndexesFormat).
/// </remarks>
internal sealed class JobPolicyValidation() : Validation("V1JobSpec")
{
    private const int MaxRules = 20;
    private const int MaxValues = 255;
    private const int MaxIndexes = 64 * 1024;

    public override void Validate(Part spec)
    {
        var policy = spec.Child("podFailurePolicy");
        TooMany(policy, "rules", MaxRules);
        foreach (var rule in policy.Items("rules"))
        {
            FailureRule(spec, rule);
        }

        if (!(spec.Has("successPolicy") & spec.Is("completionMode", "Indexed")).IsTrue)
        {
            return;
        }

        var success = spec.Child("successPolicy");
        success.Required("rules", "a success policy has one rule at least");
        TooMany(success, "rules", MaxRules);
        foreach (var rule in success.Items("rules"))
        {
            SuccessRule(rule, JobValidation.Completions(spec));
        }
    }

    private static void FailureRule(Part spec, Part rule)
    {
        rule.Required("action", "it has to be 'Count', 'FailIndex', 'FailJob' or 'Ignore'");
        rule.Invalid("action", rule.Is("action", "FailIndex") & !spec.Has("backoffLimitPerIndex"), "'FailIndex' is only for jobs with backoffLimitPerIndex");
        var byCodes = rule.Has("onExitCodes");
        var byConditions = rule.Has("onPodConditions");
        rule.Report(Fault.Invalid, rule.Place, byCodes & byConditions, "a rule is about exit codes or about conditions, not about both");
        rule.Report(Fault.Invalid, rule.Place, !byCodes & !byConditions, "a rule has onExitCodes or onPodConditions");
        if (byCodes.IsTrue)
        {
            ExitCodes(spec, rule.Child("onExitCodes"));
        }

        TooMany(rule, "onPodConditions", MaxRules);
        foreach (var pattern in rule.Items("onPodConditions"))
        {
            pattern.Report(Fault.Invalid, "type", !pattern.Has("type"), "it has to be the type of a pod's condition");
            pattern.Form("type", TextForms.IsQualifiedName);
        }
    }

    private static void ExitCodes(Part spec, Part codes)
    {
        codes.Required("operator", "it has to be 'In' or 'NotIn'");
        codes.Invalid("values", !codes.Has("values"), "it needs one exit code at least");
        TooMany(codes, "values", MaxValues);
        var pod = spec.Child("template").Child("spec");
        if (codes.Text("containerName") is { Length: > 0 } name && !pod.MayHoldMore("containers") && !pod.MayHoldMore("initContainers"))
        {
            codes.Invalid("containerName", !Truth.Any(pod.Items("containers").Concat(pod.Items("initContainers")), c => c.Is("name", name)), "the template has no container of that name");
        }

        var isSorted = true;
        var before = long.MinValue;
        var seen = new List<string>();
        foreach (var item in codes.Place.Child("values").Items)
        {
            if (Number.Of(item.Node) is not { Value: { } value })
            {
                isSorted = false;
                continue;
            }

            codes.Report(Fault.Invalid, item, codes.Is("operator", "In") & (value == 0), "0 is success; 'In' cannot have it");
            codes.Report(Fault.Duplicate, item, seen.Contains(item.Node.ToString()!), "each exit code stands there once");
            seen.Add(item.Node.ToString()!);
            if (isSorted && value < before)
            {
                isSorted = false;
                codes.Report(Fault.Invalid, "values", Truth.True, "the exit codes have to be in ascending order");
            }

            before = value;
        }
    }

    private static void SuccessRule(Part rule, Number completions)
    {
        rule.Report(Fault.Required, rule.Place, !rule.Has("succeededCount") & !rule["succeededIndexes"].Exists, "a rule has succeededCount or succeededIndexes");
        var count = rule.Number("succeededCount");
        rule.OutOfRange("succeededCount", count < 0, "it has to be at least 0");
        rule.OutOfRange("succeededCount", count > completions, "it has to be at most the number of completions");
        if (rule["succeededIndexes"] is Scalar { Kind: ScalarKind.String, Text: var text } && completions.Value is { } most)
        {
            var (total, fault) = text.Length > MaxIndexes ? (0, TextForms.TooLong(text.Length, MaxIndexes)) : Indexes(text, most);
            rule.Invalid("succeededIndexes", fault is not null, fault ?? "");
            rule.OutOfRange("succeededCount", count > total, "it has to be at most the number of the indexes in succeededIndexes");
        }
    }

    // Like "1,3-5,7": ascending.
    private static (long Total, string? Fault) Indexes(string text, long completions)
    {
        var total = 0L;
        var last = -1L;
        foreach (var interval in text.Length == 0 ? [] : text.Split(','))
        {
            var ends = interval.Split('-');
            if (ends.Length > 2 || !long.TryParse(ends[0], out var first) || !long.TryParse(ends[ends.Length - 1], out var end))
            {
                return (0, "it has to be numbers and intervals, like '1,3-5,7'");
            }

            if (first >= completions || end >= completions)
            {
                return (0, $"its indexes have to be less than the number of completions, {completions}");
            }

            if (ends.Length == 2 && first >= end)
            {
                return (0, "its intervals have to ascend, like '3-5'");
            }

            if (last >= first)
            {
                return (0, "its indexes have to ascend, like '1,3-5,7'");
            }

            total += end - first + 1;
            last = end;
        }

        return (total, null);
    }

    private static void TooMany(Part part, string key, int most)
    {
        if (part[key] is Sequence list && list.Count > most)
        {
            part.OutOfRange(key, Truth.True, $"it has {list.Count} items, and at most {most} are allowed");
        }
    }
}
