namespace K8sSharpManifests.Core.CustomResources;

/// <summary>Evaluates the rules of x-kubernetes-validations. Core knows only that somebody can: the compiler loads Core, and no evaluator.</summary>
public abstract class CelEvaluator
{
    /// <summary>Evaluates a rule for a value, as the API server does on create.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="self">The value that it is about, with the defaults of its schema.</param>
    /// <param name="schema">The schema that the rule stands in.</param>
    /// <returns>What comes of it. It never throws, and it always ends.</returns>
    public abstract CelResult Evaluate(JsonSchemaRule rule, Node self, JsonSchema schema);
}
