using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>What docs/environments.md shows is compiled and run in each environment, and what the page calls known is known before it runs.</summary>
public class EnvironmentsPageTests
{
    private static readonly string[] Environments = ["dev", "staging", "prod"];
    private static readonly Dictionary<string, string> Values = new() { ["imageTag"] = "1.4.2", ["replicas"] = "5", ["debug"] = "true" };

    [Fact]
    public void Examples_AreWhatThePageSays()
    {
        var blocks = File.ReadAllText(Path.Combine(Code.Repository, "docs", "environments.md")).ReplaceLineEndings("\n").Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0]).ToList();
        Assert.Equal(3, blocks.Count);
        var compilation = Code.Compile(string.Concat(blocks));
        var evaluator = new StaticEvaluator(compilation, TestContext.Current.CancellationToken);
        var judged = new List<JudgedRoot>();
        new FileAnalysis(
            evaluator, compilation.GetSemanticModel(compilation.SyntaxTrees[1]), new(), (_, _, _) => { }, TestContext.Current.CancellationToken, judged: judged.Add, environments: Environments).Run();
        var assembly = Running.Load(compilation);

        foreach (var environment in Environments)
        {
            var web = (V1Deployment)assembly.GetType("Shop")!.GetMethod("Web")!.Invoke(null, [new ManifestContext(environment, Values)])!;
            var known = (Mapping)Assert.Single(judged, j => j.Root.IsMember && j.Root.Environment == environment && j.Root.Operation.Syntax.ToString().Contains("Deployment(\"web\")", StringComparison.Ordinal)).Tree;

            Assert.Equal(environment == "prod" ? 3 : 1, web.Spec.Replicas);
            Assert.Equal("ghcr.io/acme/web:1.4.2", web.Spec.Template.Spec.Containers[0].Image);
            Assert.Equal(web.Spec.Replicas.ToString(), ((Scalar)((Mapping)known["spec"])["replicas"]).Text);
        }

        var queue = (V1Deployment)assembly.GetType("Worker")!.GetMethod("Queue")!.Invoke(null, [new ManifestContext("prod", Values)])!;
        Assert.Equal((5, "true"), (queue.Spec.Replicas, queue.Metadata.Labels["acme.io/debug"]));
    }
}
