namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>Jobs, alone and in CronJobs.</summary>
/// <remarks>
/// Upstream: pkg/apis/batch/validation/validation.go (validateJobSpec, ValidateJob, validateGeneratedSelector, ValidateJobTemplateSpec, validatePodReplacementPolicy), pkg/apis/batch/v1/defaults.go.
/// </remarks>
internal sealed class JobValidation() : Validation("V1JobSpec")
{
    private const int MaxParallelism = 100_000;
    private const int MaxFailedIndexes = 100_000;
    private const int ManyCompletions = 100_000;
    private const int MaxParallelismOfMany = 10_000;
    private const int MaxFailedIndexesOfMany = 10_000;
    private const int MaxManagedBy = 63;

    public override void Validate(Part spec)
    {
        var isIndexed = spec.Is("completionMode", "Indexed");
        var completions = Completions(spec);
        var failed = spec.Number("maxFailedIndexes");
        spec.Required("backoffLimitPerIndex", spec.Has("maxFailedIndexes"), "maxFailedIndexes counts the indexes that have used it up");
        spec.Form("managedBy", text => TextForms.IsDomainPrefixedPath(text) ?? (text.Length > MaxManagedBy ? TextForms.TooLong(text.Length, MaxManagedBy) : null));
        spec.Report(Fault.Required, "completions", isIndexed & !completions.Exists, "an indexed job has one index for each completion");
        spec.OutOfRange("parallelism", isIndexed & (spec.Number("parallelism") > MaxParallelism), $"it has to be at most {MaxParallelism} in an indexed job");
        spec.Invalid("maxFailedIndexes", isIndexed & (failed > completions), "it has to be at most the number of completions");
        spec.OutOfRange("maxFailedIndexes", isIndexed & (failed > MaxFailedIndexes), $"it has to be at most {MaxFailedIndexes}");
        var isMany = isIndexed & (completions > ManyCompletions) & spec.Has("backoffLimitPerIndex");
        spec.Required("maxFailedIndexes", isMany, $"a job of more than {ManyCompletions} completions with a limit for each index needs it");
        spec.OutOfRange("parallelism", isMany & (spec.Number("parallelism") > MaxParallelismOfMany), $"it has to be at most {MaxParallelismOfMany} where there are more than {ManyCompletions} completions and a limit for each index");
        spec.OutOfRange("maxFailedIndexes", isMany & (failed > MaxFailedIndexesOfMany), $"it has to be at most {MaxFailedIndexesOfMany} where there are more than {ManyCompletions} completions and a limit for each index");

        var isPlain = spec.Is("completionMode", "NonIndexed");
        const string OnlyIndexed = "only an indexed job has it: set completionMode to 'Indexed'";
        spec.Invalid("backoffLimitPerIndex", isPlain & spec.Has("backoffLimitPerIndex"), OnlyIndexed);
        spec.Invalid("maxFailedIndexes", isPlain & spec.Has("maxFailedIndexes"), OnlyIndexed);
        spec.Invalid("successPolicy", !isIndexed & spec.Has("successPolicy"), OnlyIndexed);
        spec.OneOf("podReplacementPolicy", spec.Has("podFailurePolicy"), "Failed");
        RestartPolicy(spec, spec.Child("template").Child("spec"));
        Selector(spec);
    }

    /// <summary>How many completions a job has: one, where nothing is said of these nor of its parallelism.</summary>
    public static Number Completions(Part spec) => spec["completions"] is Missing && spec["parallelism"] is Missing ? 1 : spec.Number("completions");

    private static void RestartPolicy(Part spec, Part pod)
    {
        pod.Report(InvalidRestartPolicy.Rule, pod.Place.Child("restartPolicy"), pod.Is("restartPolicy", "Always"), "the pods of a job end: it has to be 'OnFailure' or 'Never' (nothing means 'Always')",
            Fix.Set(pod.Place.Child("restartPolicy"), Scalar.String("Never"), "Set 'Never'", isSafeForFixAll: false),
            Fix.Set(pod.Place.Child("restartPolicy"), Scalar.String("OnFailure"), "Set 'OnFailure'", isSafeForFixAll: false));
        pod.Report(InvalidRestartPolicy.Rule, pod.Place.Child("restartPolicy"), pod.Is("restartPolicy", "OnFailure") & spec.Has("podFailurePolicy"), "it has to be 'Never' where the job has a podFailurePolicy",
            Fix.ChangeTo(pod.Place.Child("restartPolicy"), Scalar.String("Never"), isSafeForFixAll: true));
    }

    private static void Selector(Part spec)
    {
        var isManual = spec.IsTrue("manualSelector");
        if (spec.Owner?.Type?.Name == "V1JobTemplateSpec")
        {
            spec.Report(InvalidSelector.Rule, spec.Place.Child("selector"), spec.Has("selector"), "a CronJob's jobs get theirs from the API server", Fix.Remove(spec.Place.Child("selector"), "Remove 'selector'", isSafeForFixAll: true));
            spec.Report(Fault.NotSupported, "manualSelector", isManual, "a CronJob's jobs get their selector from the API server", Fix.Remove(spec.Place.Child("manualSelector"), "Remove 'manualSelector'", isSafeForFixAll: true));
            return;
        }

        if (spec.Owner?.Type?.Kind is null)
        {
            return;
        }

        var hasSelector = spec.Has("selector");
        var labels = spec.Child("template").Child("metadata")["labels"];
        spec.Report(InvalidSelector.Rule, spec.Place.Child("selector"), isManual & !hasSelector, "with manualSelector, it has to select the pods of the template");
        if (!(isManual & hasSelector).IsFalse)
        {
            WorkloadValidation.Mismatch(spec, isManual & hasSelector & !Selectors.Match(spec["selector"], labels));
        }

        // The server adds its own labels to the template, and what is in the selector has to match these.
        if ((!isManual & hasSelector).IsTrue)
        {
            spec.Report(InvalidSelector.Rule, spec.Place.Child("selector"), Truth.True, "the API server makes it; leave it out, or set manualSelector to true", Fix.Remove(spec.Place.Child("selector"), "Remove 'selector'", isSafeForFixAll: false));
        }
    }
}
