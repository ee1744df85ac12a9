namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>What is said of the texts of the validation rules of a schema.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apis/apiextensions/validation/validation.go (ValidateCustomResourceDefinitionOpenAPISchema, the part on XValidations).</remarks>
internal static class ValidationRuleCheck
{
    private static readonly char[] LineBreaks = ['\n', '\r'];

    /// <summary>Checks the rules of a schema.</summary>
    /// <returns>Whether there may be anything wrong.</returns>
    public static bool Check(Part schema)
    {
        var hasFaults = false;
        foreach (var rule in schema.ListOf("x-kubernetes-validations"))
        {
            hasFaults |= CheckRule(schema, rule);
        }

        return hasFaults;
    }

    public static bool HasLineBreak(string text) => text.IndexOfAny(LineBreaks) >= 0;

    private static bool CheckRule(Part schema, Part rule)
    {
        var hasFaults = false;
        var message = rule.Text("message");
        var text = rule.Text("rule");
        if (rule["rule"] is not Unknown && text.Trim().Length == 0)
        {
            Report("rule", Fault.Required, "a validation needs a rule");
        }
        else if (message.Length > 0 && message.Trim().Length == 0)
        {
            Report("message", Fault.Invalid, "it has to say something");
        }
        else if (HasLineBreak(message.Trim()))
        {
            Report("message", Fault.Invalid, "it has to be one line");
        }
        else if (HasLineBreak(text.Trim()) && message.Trim().Length == 0 && rule["message"] is not Unknown)
        {
            Report("message", Fault.Required, "a rule of several lines needs a message");
        }

        if (rule.Text("messageExpression") is { Length: > 0 } expression && expression.Trim().Length == 0)
        {
            Report("messageExpression", Fault.Required, "it has to be an expression");
        }

        if (rule.Text("fieldPath") is { Length: > 0 } path)
        {
            if (path.Trim().Length == 0)
            {
                Report("fieldPath", Fault.Invalid, "it has to be a path");
            }

            if (HasLineBreak(path))
            {
                Report("fieldPath", Fault.Invalid, "it has to be one line");
            }

            if (FieldPath.Parse(path, schema, mayIndex: true).Fault is { } because)
            {
                Report("fieldPath", Fault.Invalid, because);
            }
        }

        return hasFaults | !(rule.Exists("reason") & !rule.Is("reason", "FieldValueRequired", "FieldValueForbidden", "FieldValueInvalid", "FieldValueDuplicate")).IsFalse;

        void Report(string key, Fault fault, string because)
        {
            hasFaults = true;
            rule.Report(fault, key, Truth.True, because);
        }
    }
}
