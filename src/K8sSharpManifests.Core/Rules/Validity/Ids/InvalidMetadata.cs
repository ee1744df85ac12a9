namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>Keys and values of labels, annotations, taints and finalizers.</summary>
internal sealed class InvalidMetadata : Rule
{
    public static readonly RuleInfo Rule = new("K8S202", Severity.Error,
        title: "Invalid label, annotation, taint or finalizer",
        message: "'{0}' is no label, annotation, taint or finalizer that the API server takes: {1}");

    public override RuleInfo Info => Rule;
}
