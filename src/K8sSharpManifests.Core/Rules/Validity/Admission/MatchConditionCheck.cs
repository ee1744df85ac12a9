using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Core.Rules.Validity.Admission;

/// <summary>The conditions under which a webhook or a policy is asked at all.</summary>
/// <remarks>Upstream: pkg/apis/admissionregistration/validation/validation.go (validateMatchConditions, validateMatchCondition, validateMatchConditionsExpression).</remarks>
internal static class MatchConditionCheck
{
    private const int MostConditions = 64;

    /// <summary>Checks the conditions of an object.</summary>
    /// <param name="part">The object that has them.</param>
    /// <param name="hasParameters">Whether they may use parameters; Unknown where nobody knows.</param>
    public static void Check(Part part, Truth hasParameters)
    {
        if (part["matchConditions"] is not Sequence list)
        {
            return;
        }

        part.Report(Fault.OutOfRange, "matchConditions", list.Count > MostConditions, "at most 64 conditions are allowed");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var condition in part.Items("matchConditions"))
        {
            var expression = condition.Text("expression").Trim();
            if (expression.Length > 0)
            {
                if (CelExpression.Fault(expression, AdmissionCel.Environment(!hasParameters.IsFalse, hasAuthorizer: true), CelKind.Bool) is { } fault)
                {
                    condition.Invalid("expression", Truth.True, fault);
                }
            }
            else
            {
                condition.Required("expression", condition["expression"] is Unknown ? Truth.Unknown : Truth.True, "a condition needs an expression");
            }

            condition.Form("name", TextForms.IsQualifiedName);
            if (condition.Text("name") is { Length: > 0 } name && !seen.Add(name))
            {
                condition.Report(Fault.Duplicate, "name", Truth.True, "another condition has the same name");
            }
        }
    }
}
