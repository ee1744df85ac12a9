using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Core.Rules.Validity.CustomResources.Objects;

/// <summary>The rules in CEL of a schema, asked of each value that they are about.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apiserver/schema/cel/validation.go (Validator).</remarks>
internal static class RuleCheck
{
    /// <summary>Asks the rules of a value and of all in it.</summary>
    /// <param name="value">The value, after defaulting.</param>
    /// <param name="schema">What the definition says of it.</param>
    /// <param name="context">Who evaluates, and who is told what nobody can.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(TreePlace value, JsonSchema schema, JudgeContext context, List<SchemaFault> faults)
    {
        if (value.Node is Missing or Unknown or Scalar { Kind: ScalarKind.Null })
        {
            return;
        }

        foreach (var rule in schema.Rules)
        {
            var result = context.Cel!.Evaluate(rule, value.Node, schema);
            if (result.IsRefusal)
            {
                faults.Add(new(InvalidCustomResource.Rule, Place(value, rule), result.Text!));
            }
            else if (result.Outcome == CelOutcome.NotEvaluated)
            {
                context.NotEvaluated?.Invoke($"{value.Path}: {result.Text}: {rule.Rule.Trim()}");
            }
        }

        foreach (var below in SchemaPlace.Below(value, schema))
        {
            Check(below.Place, below.Schema, context, faults);
        }
    }

    // What is not as simple as .spec.x stays at the value.
    private static TreePlace Place(TreePlace value, JsonSchemaRule rule)
    {
        var path = rule.FieldPath.Trim();
        return path.Length > 1 && path[0] == '.' && path.IndexOfAny(Brackets) < 0 ? value.Below(path.Substring(1)) : value;
    }

    private static readonly char[] Brackets = ['[', ']', '\''];
}
