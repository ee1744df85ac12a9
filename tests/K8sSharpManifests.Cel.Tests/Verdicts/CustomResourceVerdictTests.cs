using System.Text.Json;
using K8sSharpManifests.Cel.Evaluation;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Tests;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Cel.Tests.Verdicts;

/// <summary>The rules of real CustomResourceDefinitions, against what a kube-apiserver with these definitions says of custom resources.</summary>
public sealed class CustomResourceVerdictTests(ITestOutputHelper output)
{
    // The server asks no rule where the rest of the schema is not met, and says so.
    private const string NotAsked = "some validation rules were not checked because the object was invalid";

    private static readonly string Definitions = Path.Combine(Repository.Root, "..", "shared", "crds");
    private static readonly string Resources = Path.Combine(Repository.Root, "..", "shared", "verdicts", "custom-resources.jsonl");
    private static readonly Lazy<Dictionary<(string Name, string Version), JsonSchema>> Schemas = new(ReadSchemas);
    private static readonly Lazy<Verdict[]> Verdicts = new(ReadVerdicts);

    [Fact]
    public void Expressions_OfRealDefinitions_AreEvaluated()
    {
        SkipUnlessThere();
        var rules = Schemas.Value.Values.SelectMany(All).SelectMany(s => s.Rules).ToArray();
        var reasons = rules.SelectMany(r => new[] { r.Rule, r.MessageExpression }).Where(e => e.Length > 0).Select(e => (Expression: e, CelProgram.Of(e).Reason)).Where(e => e.Reason is not null).ToArray();
        output.WriteLine($"{rules.Length} rules, {rules.Select(r => r.Rule).Distinct().Count()} different");
        Assert.True(rules.Length > 300);
        Assert.Empty(reasons);
    }

    [Fact]
    public void Rule_OfAnAcceptedResource_IsNotFalse()
    {
        SkipUnlessThere();
        var results = Verdicts.Value.Where(v => v.IsAccepted).SelectMany(v => v.Results.Select(r => (v.From, r.Path, r.Rule.Rule, r.Result))).ToArray();
        output.WriteLine($"{results.Length} results for {Verdicts.Value.Count(v => v.IsAccepted)} accepted resources, of which {results.Count(r => r.Result.Outcome != CelOutcome.Holds)} are not true");
        Assert.Equal("", string.Join("\n", results.Where(r => r.Result.Outcome != CelOutcome.Holds)));
    }

    [Fact]
    public void Refusal_ByARule_IsFoundWithTheServersWords()
    {
        SkipUnlessThere();
        var rejected = Verdicts.Value.Where(v => !v.IsAccepted).ToArray();
        var missed = rejected.SelectMany(v => v.Refusals.Except(v.Found).Select(r => $"missed: {v.From}: {r}")).ToArray();
        var extra = rejected.SelectMany(v => v.Found.Except(v.Refusals).Select(r => $"said too much: {v.From}: {r}")).ToArray();
        var unclear = rejected.SelectMany(v => v.Results.Where(r => r.Result.Outcome is CelOutcome.NotEvaluated or CelOutcome.Unknown).Select(r => $"not evaluated: {v.From}: {r}")).ToArray();
        var all = rejected.Sum(v => v.Refusals.Count);
        output.WriteLine($"{all - missed.Length} of {all} refusals by a rule are found, {extra.Length} more are no refusals of the server's, {unclear.Length} results are none");
        Assert.True(all >= 80);
        Assert.Equal("", string.Join("\n", missed.Concat(extra).Concat(unclear)));
    }

    private static void SkipUnlessThere() =>
        Assert.SkipUnless(File.Exists(Resources) && Directory.Exists(Definitions), "The server's verdicts on custom resources are not on this machine: no folder shared beside the repository holds any.");

    private static Dictionary<(string Name, string Version), JsonSchema> ReadSchemas()
    {
        var schemas = new Dictionary<(string, string), JsonSchema>();
        foreach (var file in Directory.EnumerateFiles(Definitions, "*.yaml", SearchOption.AllDirectories))
        {
            foreach (var definition in TreeReader.ReadObjects(File.ReadAllText(file)).Roots.Select(CustomDefinition.Read).OfType<CustomDefinition>())
            {
                foreach (var version in definition.Versions)
                {
                    schemas.Add(($"{definition.Plural}.{definition.Group}", version.Name), version.Schema);
                }
            }
        }

        return schemas;
    }

    private static IEnumerable<JsonSchema> All(JsonSchema schema) =>
        new[] { schema }.Concat(schema.Properties.Select(p => p.Value).Concat(new[] { schema.AdditionalProperties, schema.Items }.OfType<JsonSchema>()).SelectMany(All));

    private static Verdict[] ReadVerdicts() => [.. File.ReadLines(Resources).Select(Read).OfType<Verdict>()];

    private static Verdict? Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var errors = json.RootElement.GetProperty("errors").EnumerateArray().Select(e => (Stage: e.GetProperty("stage").GetString(), Field: e.GetProperty("field").GetString() ?? "", Detail: e.GetProperty("detail").GetString()!)).ToArray();
        var document = (Mapping)TreeReader.ReadObjects(json.RootElement.GetProperty("doc").GetRawText()).Roots[0];
        var version = ((Scalar)document["apiVersion"]).Text.Split('/')[^1];
        var from = $"{json.RootElement.GetProperty("crd").GetString()}: {json.RootElement.GetProperty("from").GetString()}: {json.RootElement.GetProperty("doc").GetRawText()}";
        if (errors.Any(e => e.Stage == "server") || errors.Any(e => e.Detail.Contains(NotAsked, StringComparison.Ordinal)) || !Schemas.Value.TryGetValue((json.RootElement.GetProperty("crd").GetString()!, version), out var schema))
        {
            return null;
        }

        var results = CustomResource.Evaluate(schema, document).ToArray();

        // What the server says of a rule ends with the rule's own words; other faults have words that no rule of the schema has.
        var words = All(schema).SelectMany(s => s.Rules).Select(r => r.Message.Trim() is { Length: > 0 } message ? message : r.Rule.Trim()).ToHashSet();
        var refusals = errors.Where(e => words.Any(w => e.Detail.EndsWith(w, StringComparison.Ordinal))).Select(e => $"{e.Field}: {Words(e.Detail)}").ToHashSet();
        return new(from, json.RootElement.GetProperty("accepted").GetBoolean(), refusals, results);
    }

    private static string Words(string detail) =>
        detail.Split("Invalid value: ", 2)[^1] is var words && words.StartsWith('"') && words.IndexOf("\": ", 1, StringComparison.Ordinal) is > 0 and var end ? words[(end + 3)..] : words;

    private sealed record Verdict(string From, bool IsAccepted, HashSet<string> Refusals, IReadOnlyList<(string Path, JsonSchemaRule Rule, CelResult Result)> Results)
    {
        public HashSet<string> Found => [.. Results.Where(r => r.Result.IsRefusal).Select(r => $"{r.Path}: {r.Result.Text}")];
    }
}
