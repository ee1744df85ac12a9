using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>The expressions of the validation rules in a schema that is good otherwise. What they cost is left to the server.</summary>
/// <remarks>
/// Upstream: apiextensions-apiserver's pkg/apis/apiextensions/validation/validation.go (ValidateCustomResourceDefinitionOpenAPISchema, the part on CEL) and
/// pkg/apiserver/schema/cel/compilation.go (compileRule).
/// </remarks>
internal static class SchemaRuleCheck
{
    /// <summary>Checks the rules of a schema and of all in it.</summary>
    public static void Check(Part root) => Check(root, isResource: true, null);

    private static void Check(Part schema, bool isResource, TreePlace? uncorrelated)
    {
        if (schema["x-kubernetes-validations"] is Sequence { Count: > 0 } && SchemaCelTypes.Of(schema, isResource) is { } self)
        {
            foreach (var rule in schema.ListOf("x-kubernetes-validations"))
            {
                CheckRule(rule, self, uncorrelated);
            }
        }

        foreach (var property in schema.DictionaryOf("properties"))
        {
            Check(property, IsResource(property), uncorrelated);
        }

        if (schema.Schema("additionalProperties") is { } values)
        {
            Check(values, IsResource(values), uncorrelated);
        }

        if (schema.Schema("items") is { } items)
        {
            // Only the items of a map can be told from each other before and after a change.
            Check(items, IsResource(items), uncorrelated ?? (schema["x-kubernetes-list-type"] is Unknown || schema.Is("x-kubernetes-list-type", "map").IsTrue ? null : schema.Place));
        }
    }

    private static bool IsResource(Part schema) => schema.IsTrue("x-kubernetes-embedded-resource").IsTrue;

    private static void CheckRule(Part rule, CelType self, TreePlace? uncorrelated)
    {
        if (rule["rule"] is not Scalar { Kind: ScalarKind.String } text)
        {
            rule.Invalid("rule", rule["rule"] is Unknown ? Truth.Unknown : Truth.False, "");
            return;
        }

        var isOptional = rule.IsTrue("optionalOldSelf");
        var variables = new Dictionary<string, CelType>(StringComparer.Ordinal) { ["self"] = self, ["oldSelf"] = isOptional.IsFalse ? self : CelType.Unsure };
        var verdict = CelExpression.Judge(text.Text, variables, CelKind.Bool);
        if (verdict.Fault is { } fault)
        {
            rule.Invalid("rule", Truth.True, fault);
            return;
        }

        if (rule.Text("messageExpression") is { Length: > 0 } message && CelExpression.Fault(message, variables, CelKind.String) is { } messageFault)
        {
            rule.Invalid("messageExpression", Truth.True, messageFault);
        }

        if (verdict.Used is null)
        {
            return;
        }

        var usesOld = verdict.Used.Contains("oldSelf");
        if (usesOld && uncorrelated is not null)
        {
            rule.Invalid("rule", Truth.True, $"it cannot use 'oldSelf': what was there before cannot be told within '{uncorrelated.Path}', which changes as a whole");
        }

        rule.Invalid("optionalOldSelf", !usesOld & rule["optionalOldSelf"].Exists, "it may only be set where the rule uses 'oldSelf'");
    }
}
