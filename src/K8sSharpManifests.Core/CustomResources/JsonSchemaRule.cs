namespace K8sSharpManifests.Core.CustomResources;

/// <summary>An entry of x-kubernetes-validations: an expression in CEL that has to be true of a value.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apis/apiextensions/v1/types_jsonschema.go (ValidationRule).</remarks>
/// <param name="Rule">The expression, in which <c>self</c> is the value.</param>
/// <param name="Message">What to say where it is false; empty for nothing.</param>
/// <param name="MessageExpression">An expression that gives what to say; empty for none.</param>
/// <param name="FieldPath">The field below the value to which the fault belongs, like <c>.spec.x</c>; empty for the value itself.</param>
/// <param name="Reason">The kind of fault by upstream's name, like <c>FieldValueForbidden</c>; empty for <c>FieldValueInvalid</c>.</param>
/// <param name="IsOldSelfOptional">Whether a rule that uses <c>oldSelf</c> is asked also where there is none.</param>
/// <param name="Node">The entry as the definition has it, with its place; null for one that no definition has.</param>
public sealed record JsonSchemaRule(
    string Rule, string Message = "", string MessageExpression = "", string FieldPath = "", string Reason = "", bool IsOldSelfOptional = false, Mapping? Node = null);
