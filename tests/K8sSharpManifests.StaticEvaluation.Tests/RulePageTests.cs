using System.Reflection;
using k8s;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>What the rules' pages show is compiled, run, judged and written: the first example has the mistake, the last one has it no more, and both give the YAML beside them.</summary>
public class RulePageTests
{
    private const string OfTheBuild = "from the build";

    public static TheoryData<string> Ids => [.. RuleCatalog.All.Where(r => !r.IsLostInObjects).Select(r => r.Id).Where(id => Examples(id).Count > 0)];

    public static TheoryData<string> IdsOfWhatDoesNotRun => [.. RuleCatalog.All.Where(r => r.IsLostInObjects).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Example_IsWhatThePageSays(string id)
    {
        var examples = Examples(id);
        Assert.Equal(2, examples.Count);
        Assert.Contains(id, examples[0].Code, StringComparison.Ordinal);
        var options = Options(id);
        Assert.Contains(id, Findings(examples[0].Code, options));
        Assert.DoesNotContain(id, Findings(examples[1].Code, options));

        // What only the build can know is not said before.
        Assert.Equal(!examples[0].Code.Contains(OfTheBuild, StringComparison.Ordinal), FindingsWhileOneTypes(examples[0].Code, options).Contains(id));
        Assert.All(examples, example => Assert.Contains(Lines(example.Yaml), Lines(Yaml(example.Code)), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(IdsOfWhatDoesNotRun))]
    public void ExampleThatDoesNotRun_IsWhatThePageSays(string id)
    {
        var (code, yaml) = Assert.Single(Examples(id));
        var mistake = Blocks(id)[0]["csharp\n".Length..];
        Assert.Contains(id, mistake, StringComparison.Ordinal);
        Assert.Contains(id, FindingsWhileOneTypes(mistake, RuleOptions.Default));
        Assert.IsType<FormatException>(Assert.Throws<TargetInvocationException>(() => Run(mistake)).InnerException);
        Assert.DoesNotContain(id, FindingsWhileOneTypes(code, RuleOptions.Default));
        Assert.Contains(Lines(yaml), Lines(Yaml(code)), StringComparison.Ordinal);
    }

    // C# has no way to write what these find, or they look at a file beside it.
    [Fact]
    public void Pages_HaveExamplesInCSharp() => Assert.Equal(["K8S120", "K8S123", "K8S220", "K8S227", "K8S228", "K8S229"], RuleCatalog.All.Select(r => r.Id).Where(id => Examples(id).Count == 0));

    private static List<(string Code, string Yaml)> Examples(string id)
    {
        var blocks = Blocks(id);
        var examples = new List<(string, string)>();
        for (var i = 0; i + 1 < blocks.Count; i++)
        {
            if (blocks[i].StartsWith("csharp\n", StringComparison.Ordinal) && blocks[i + 1].StartsWith("yaml\n", StringComparison.Ordinal))
            {
                examples.Add((blocks[i]["csharp\n".Length..], blocks[i + 1]["yaml\n".Length..]));
            }
        }

        return examples;
    }

    private static List<string> Blocks(string id)
    {
        var page = File.ReadAllText(Path.Combine(Code.Repository, "docs", "rules", id + ".md")).Replace("\r\n", "\n", StringComparison.Ordinal);
        var section = page[page.IndexOf("## Example", StringComparison.Ordinal)..page.IndexOf("## Options", StringComparison.Ordinal)];
        return [.. section.Split("```").Where((_, index) => index % 2 == 1)];
    }

    // What the page's .editorconfig says, where it shows one.
    private static RuleOptions Options(string id)
    {
        var lines = Blocks(id).Where(block => block.StartsWith("ini\n", StringComparison.Ordinal)).SelectMany(block => block.Split('\n'));
        var set = lines.Select(line => line.Split('=', 2)).Where(parts => parts.Length == 2).ToDictionary(parts => parts[0].Trim(), parts => parts[1].Trim());
        return RuleOptions.Parse(set.GetValueOrDefault, out _);
    }

    private static string[] Findings(string code, RuleOptions options)
    {
        var (objects, external) = Run(code);
        var context = new JudgeContext(options, ObjectIndex.Of(objects, external));
        return [.. objects.SelectMany(o => Judge.Run(o, context)).Select(f => f.Info.Id)];
    }

    private static string[] FindingsWhileOneTypes(string code, RuleOptions options)
    {
        var compilation = Code.Compile(Source(code));
        var found = new List<string>();
        var evaluator = new StaticEvaluator(compilation, TestContext.Current.CancellationToken);
        new FileAnalysis(evaluator, compilation.GetSemanticModel(compilation.SyntaxTrees[1]), new(options), (finding, _, _) => found.Add(finding.Info.Id), TestContext.Current.CancellationToken).Run();
        return [.. found];
    }

    private static string Yaml(string code) => string.Join("---\n", Run(code).Objects.OfType<Mapping>().Select(o => System.Text.Encoding.UTF8.GetString(YamlWriter.Write(o))));

    private static (List<Node> Objects, ExternalObjects External) Run(string code)
    {
        var type = Running.Load(Code.Compile(Source(code))).GetType("Shop")!;
        var values = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => p.GetValue(null)!)
            .SelectMany(v => v is IKubernetesObject one ? [one] : (IEnumerable<IKubernetesObject>)v).ToList();
        return (
            [.. values.Where(v => v is not ExternalObject).Select(ObjectReader.Read)],
            new([.. values.OfType<ExternalObject>().Select(e => new ExternalObjectPattern(e.Kind, e.Name, e.Namespace))]));
    }

    private static string Source(string code) => "public static class Shop\n{\n"
        + (code.Contains("[Manifest]", StringComparison.Ordinal) ? code : $"[Manifest] public static IKubernetesObject Example =>\n{code}\n;") + "}\n";

    // A page shows a part, without what stands around it.
    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
