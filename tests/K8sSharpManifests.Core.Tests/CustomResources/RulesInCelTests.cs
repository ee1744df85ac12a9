using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.CustomResources;

/// <summary>When the API server asks the rules in CEL of a definition, and what is said where they refuse.</summary>
public sealed class RulesInCelTests
{
    private const string Rules = "x-kubernetes-validations: [{rule: 'one', message: first}, {rule: 'two', message: second}, {rule: 'three', message: third, fieldPath: .p}]";

    // Upstream's hasBlockingErr: NotSupported, Required, TooLong, TooMany and TypeInvalid.
    [Theory]
    [InlineData("p: {type: integer}", "{p: 1}", "K8S229:spec.p K8S229:spec")]
    [InlineData("p: {type: integer, minimum: 2}", "{p: 1}", "K8S224:spec.p K8S229:spec")]
    [InlineData("p: {type: array, x-kubernetes-list-type: set, items: {type: string}}", "{p: [a, a]}", "K8S205:spec.p[1] K8S229:spec.p K8S229:spec")]
    [InlineData("p: {type: array, items: {type: string}, minItems: 2}", "{p: [a]}", "K8S224:spec.p K8S229:spec")]
    [InlineData("p: {type: string, pattern: ^x}", "{p: a}", "K8S229:spec.p K8S229:spec")]
    [InlineData("p: {type: string, minLength: 2}", "{p: a}", "K8S224:spec.p K8S229:spec")]
    [InlineData("p: {type: string, not: {pattern: ^a}}", "{p: a}", "K8S229:spec.p K8S229:spec")]
    [InlineData("p: {type: string, anyOf: [{pattern: ^x}, {minLength: 2}]}", "{p: a}", "K8S229:spec.p K8S229:spec")]
    [InlineData("p: {type: string, enum: [x]}", "{p: a}", "K8S222:spec.p")]
    [InlineData("p: {type: string}", "{p: 1}", "K8S228:spec.p")]
    [InlineData("p: {type: string, maxLength: 1}", "{p: aa}", "K8S224:spec.p")]
    [InlineData("p: {type: array, items: {type: string}, maxItems: 1}", "{p: [a, b]}", "K8S224:spec.p")]
    [InlineData("p: {type: object, additionalProperties: {type: string}, maxProperties: 0}", "{p: {a: b}}", "K8S224:spec.p")]
    [InlineData("p: {type: object, required: [m], properties: {m: {type: string}}}", "{p: {}}", "K8S204:spec.p.m")]
    [InlineData("p: {type: object, properties: {m: {type: string}}, anyOf: [{required: [m]}]}", "{p: {}}", "K8S229:spec.p")]
    [InlineData("p: {type: object, x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}", "{p: {kind: a}}", "K8S204:spec.p.apiVersion")]
    public void Rules_AreAskedWhereNothingElseIsInTheWay(string property, string spec, string said) =>
        Assert.Equal(said.Split(' ').Order(StringComparer.Ordinal), Judged(property, spec).Select(f => $"{f.Info.Id}:{f.Path}").Order(StringComparer.Ordinal));

    [Fact]
    public void RulesThatRefuseOnePlace_AreOneFindingWithAllTheirWords() => Assert.Equal(
        [
            "'1' is not as the definition of the custom resource demands, and the API server refuses the object: third",
            "'spec' is not as the definition of the custom resource demands, and the API server refuses the object: first; second",
        ],
        Judged("p: {type: integer}", "{p: 1}").Select(f => f.Message).Order(StringComparer.Ordinal));

    private static IReadOnlyList<Finding> Judged(string property, string spec) =>
        Judge.Run(Widgets.Widget(spec, Widgets.Schema($"{{type: object, properties: {{{property}}}, {Rules}}}")), new() { Cel = new Refusing() });

    private sealed class Refusing : CelEvaluator
    {
        public override CelResult Evaluate(JsonSchemaRule rule, Node self, JsonSchema schema) => new(CelOutcome.Fails, rule.Message);
    }
}
