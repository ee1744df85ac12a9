namespace K8sSharpManifests.Core.Tests.Verdicts;

/// <summary>What the server refuses and the rules do not find, each with the reason. Who finds one takes it off the list.</summary>
internal static class VerdictExceptions
{
    private const string Cost = "The server estimates what an expression costs; nobody else does.";
    private const string OldAnnotation = "An annotation in which an old version of the kind lives on.";
    private const string Definition = "CustomResourceDefinition: upstream k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation ";

    /// <summary>By <see cref="ServerVerdict.Name"/>.</summary>
    public static IReadOnlyDictionary<string, string> Missed { get; } = new Dictionary<string, string>
    {
        [Definition + "TestValidateCustomResourceDefinitionValidation/x-kubernetes-validations_rule_invalidated_by_messageExpression_exceeding_per-CRD_estimated_cost_limit#1: spec.validation.openAPIV3Schema.properties.f.x-kubernetes-validations[0].messageExpression"] = Cost,
        [Definition + "TestValidateCustomResourceDefinitionValidation/x-kubernetes-validations_rule_invalidated_by_messageExpression_exceeding_per-expression_estimated_cost_limit#1: spec.validation.openAPIV3Schema.properties.f.x-kubernetes-validations[0].messageExpression"] = Cost,
        [Definition + "TestValidateCustomResourceDefinitionUpdate/suppress_per-expression_cost_limit_in_new_object_during_top-level_schema_to_Versions_extraction#1: spec.versions[0].schema.openAPIV3Schema.properties.f.x-kubernetes-validations[0].messageExpression"] = Cost,
        ["ResourceClaim: upstream pkg/apis/resource/validation TestValidateClaim/CEL-cost#1: spec.devices.requests[0].exactly.selectors[0].cel.expression"] = Cost,
        ["Deployment: upstream pkg/apis/apps/validation TestValidateDeployment#9: spec.rollback.version"] = OldAnnotation,
        ["DaemonSet: metadata.annotations.deprecated.daemonset.template.generation str:*1: metadata.annotations.deprecated.daemonset.template.generation"] = OldAnnotation,
        ["Event: involvedObject add:namespace: involvedObject.namespace"] = "The namespace of the object is that of the request.",
        ["Service: upstream pkg/apis/core/validation TestValidateServiceCreate/duplicate_nodeports_(different_protocols)#1: spec.ports[2].nodePort"] = "The ports of the nodes are the cluster's: upstream's own test takes the Service.",
    };
}
