using K8sSharpManifests.Cel.Evaluation;
using K8sSharpManifests.Cel.Schemas;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;

namespace K8sSharpManifests.Cel;

/// <summary>Evaluates the rules of x-kubernetes-validations, as the API server does on create.</summary>
/// <remarks>Upstream: apiextensions-apiserver's pkg/apiserver/schema/cel/validation.go. What the server's limits of cost would end is evaluated.</remarks>
public sealed class CelRules : CelEvaluator
{
    // What the server takes of a messageExpression (maxMessageLength).
    private const int MostOfMessage = 5 * 1024;

    /// <inheritdoc/>
    public override CelResult Evaluate(JsonSchemaRule rule, Node self, JsonSchema schema)
    {
        var program = CelProgram.Of(rule.Rule);
        if (program.Reason is not null)
        {
            return new(CelOutcome.NotEvaluated, program.Reason);
        }

        // There is nothing to compare with yet.
        if (program.UsesOldSelf && !rule.IsOldSelfOptional)
        {
            return new(CelOutcome.Holds);
        }

        var value = SchemaValue.Of(self, schema);
        CelValue? oldSelf = rule.IsOldSelfOptional ? CelOptional.None : null;
        return program.Run(value, oldSelf) switch
        {
            CelBool { Value: true } => new(CelOutcome.Holds),
            CelUnknown { Reason: { } reason } => new(CelOutcome.NotEvaluated, reason),
            CelUnknown => new(CelOutcome.Unknown),
            CelError error => new(CelOutcome.Errs, Told(error.Message, rule)),
            _ => new(CelOutcome.Fails, Made(rule, value, oldSelf) ?? Said(rule)),
        };
    }

    private static string Told(string error, JsonSchemaRule rule)
    {
        var name = rule.Message.Trim() is { Length: > 0 } message ? message : rule.Rule.Trim();
        return error.StartsWith("no such overload", StringComparison.Ordinal)
            ? $"'{error}': call arguments did not match a supported operator, function or macro signature for rule: {name}" : $"{error} evaluating rule: {name}";
    }

    private static string Said(JsonSchemaRule rule) => rule.Message.Trim() is { Length: > 0 } message ? message : $"failed rule: {rule.Rule.Trim()}";

    private static string? Made(JsonSchemaRule rule, CelValue self, CelValue? oldSelf) =>
        rule.MessageExpression is { Length: > 0 } expression && CelProgram.Of(expression).Run(self, oldSelf) is CelString made
        && made.Value.Trim() is { Length: > 0 and <= MostOfMessage } text && text.IndexOf('\n') < 0 ? text : null;
}
