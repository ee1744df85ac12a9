namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>What Deployments, ReplicaSets, DaemonSets, StatefulSets and ReplicationControllers have in common: a selector that matches their template.</summary>
/// <remarks>
/// Upstream: pkg/apis/apps/validation/validation.go (ValidateDeploymentSpec, ValidateReplicaSetSpec, ValidatePodTemplateSpecForReplicaSet, ValidateDaemonSetSpec, ValidateStatefulSetSpec),
/// pkg/apis/core/validation/validation.go (ValidateReplicationControllerSpec, ValidatePodTemplateSpecForRC).
/// </remarks>
internal sealed class WorkloadValidation() : Validation("V1DeploymentSpec", "V1ReplicaSetSpec", "V1DaemonSetSpec", "V1StatefulSetSpec", "V1ReplicationControllerSpec")
{
    public override void Validate(Part spec)
    {
        var labels = spec.Child("template").Child("metadata")["labels"];
        if (spec.Type!.Name == "V1ReplicationControllerSpec")
        {
            Controller(spec, labels);
            return;
        }

        var selector = spec["selector"];
        var place = spec.Place.Child("selector");
        var fix = labels is Mapping { Count: > 0, IsOpen: false }
            ? new[] { Fix.Set(place, new Mapping([new("matchLabels", labels)]), "Select by the template's labels", isSafeForFixAll: false) }
            : [];
        var isMissing = !selector.Exists;
        if (spec.Type.Name != "V1DaemonSetSpec")
        {
            spec.Report(InvalidSelector.Rule, place, isMissing, "it has to select the pods of the template by their labels", fix);
        }

        var isEmpty = selector is Mapping && !spec.Child("selector").Has("matchLabels").IsTrue
            ? !spec.Child("selector").Has("matchLabels") & !spec.Child("selector").Has("matchExpressions")
            : Truth.False;
        spec.Report(InvalidSelector.Rule, place, isEmpty, "it is empty, and would select every pod of the namespace", fix);
        var matches = isMissing.IsFalse && !isEmpty.IsTrue ? Selectors.Match(selector, labels) : spec.Type.Name == "V1DaemonSetSpec" && isMissing.IsTrue ? Truth.False : Truth.True;
        Mismatch(spec, !matches, fix);
    }

    /// <summary>A template that its own selector does not match.</summary>
    public static void Mismatch(Part spec, Truth isMismatch, params Fix[] fixes) =>
        spec.Report(InvalidSelector.Rule, spec.Place.Below("template.metadata.labels"), isMismatch, "the selector does not match the labels of the template", fixes);

    private static void Controller(Part spec, Node labels)
    {
        // The server selects by the template's labels where there is no selector.
        spec.Report(InvalidSelector.Rule, spec.Place.Child("selector"), !spec.Has("selector") & !spec.Child("template").Child("metadata").Has("labels"), "it has to select the pods of the template by their labels");
        spec.Required("template", "a ReplicationController makes its pods by a template");
        if (!(spec.Has("template") & spec.Has("selector")).IsFalse)
        {
            Mismatch(spec, spec.Has("template") & spec.Has("selector") & !Selectors.MatchLabels(spec["selector"], labels));
        }
    }
}
