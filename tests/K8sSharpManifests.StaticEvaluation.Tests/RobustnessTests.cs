using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Half-typed code never makes the evaluation fail.</summary>
public class RobustnessTests
{
    private const int Variants = 240;

    [Fact]
    public void DeletedTokens_NeverThrow()
    {
        var random = new Random(4711);
        var snippets = new StringBuilder("public static class Snippets\n{\n").AppendLine(Snippets.Helpers);
        foreach (var (index, snippet) in Snippets.All.Index())
        {
            snippets.AppendLine($"[Manifest] public static IKubernetesObject Snippet{index} => {snippet};");
        }

        var compilation = AgreementTests.Example("OnlineBoutique");
        compilation = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(snippets.AppendLine("}").ToString(), path: "Snippets.cs", cancellationToken: TestContext.Current.CancellationToken));
        var files = compilation.SyntaxTrees.Skip(1).ToList();
        var roots = 0;
        for (var variant = 0; variant < Variants; variant++)
        {
            var file = random.Next(files.Count);
            var changed = compilation.ReplaceSyntaxTree(files[file], WithoutTokens(files[file], 1 + random.Next(4), random));
            roots += Evaluate.Roots(changed, file).Count;
        }

        Assert.True(roots > Variants);
    }

    [Theory]
    [InlineData("new() { Args = [.. Deep(5000)] }")]
    [InlineData("Enumerable.Range(0, 5).Aggregate(new V1Container(), (c, i) => Loop(c, i))")]
    [InlineData("Wide")]
    public void DeepCode_FitsIntoASmallStack(string expression)
    {
        var compilation = Code.Compile(Code.Manifest("V1Container", expression, $$"""
            static IEnumerable<string> Deep(int n) => n == 0 ? [] : [.. Deep(n - 1), "a"];
            static V1Container Loop(V1Container c, int i) => Apply(x => Apply(y => Loop(y.AddArg($"{i}"), i), x), c);
            static V1Container Apply(Func<V1Container, V1Container> f, V1Container c) => f(c);
            static V1Container Wide => new V1Container(){{string.Concat(Enumerable.Repeat(".AddArg(\"a\")", 100))}};
            static V1JSONSchemaProps Nested => {{string.Concat(Enumerable.Repeat("new() { Items = ", 40))}}null{{string.Concat(Enumerable.Repeat(" }", 40))}};
            static V1JSONSchemaProps Made => Enumerable.Range(0, 500).Aggregate(new V1JSONSchemaProps(), (s, i) => new() { Not = s });
            static string Doubled => D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D(D("a"))))))))))))))))))))))))))))));
            static string D(string s) => s + s;
            static string Levels(int n) => n == 0 ? "a" : "" + ("" + ("" + ("" + ("" + ("" + ("" + ("" + Levels(n - 1))))))));
            [Manifest] public static V1Pod Other => K8s.Pod(Doubled).WithNamespace(Levels(30));
            [Manifest] public static V1CustomResourceDefinition Crd => new() { Spec = new() { Versions = [new() { Schema = new() { OpenAPIV3Schema = Made } }, new() { Schema = new() { OpenAPIV3Schema = Nested } }] } };
            """));
        var cancellationToken = TestContext.Current.CancellationToken;
        Exception? failure = null;
        var thread = new Thread(
            () => failure = Record.Exception(() =>
            {
                var evaluator = new StaticEvaluator(compilation, cancellationToken);
                foreach (var root in new RootFinder(evaluator).Find(compilation.GetSemanticModel(compilation.SyntaxTrees[1]), cancellationToken))
                {
                    evaluator.Evaluate(root);
                }
            }),
            maxStackSize: 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.Null(failure);
    }

    private static SyntaxTree WithoutTokens(SyntaxTree tree, int count, Random random)
    {
        var tokens = tree.GetRoot().DescendantTokens().Where(t => t.Span.Length > 0).ToList();
        var changes = Enumerable.Range(0, count).Select(_ => random.Next(tokens.Count)).Distinct().Order().Select(i => new TextChange(tokens[i].Span, ""));
        return tree.WithChangedText(tree.GetText().WithChanges(changes));
    }
}
