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

        var compilation = AgreementTests.OnlineBoutique();
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

    private static SyntaxTree WithoutTokens(SyntaxTree tree, int count, Random random)
    {
        var tokens = tree.GetRoot().DescendantTokens().Where(t => t.Span.Length > 0).ToList();
        var changes = Enumerable.Range(0, count).Select(_ => random.Next(tokens.Count)).Distinct().Order().Select(i => new TextChange(tokens[i].Span, ""));
        return tree.WithChangedText(tree.GetText().WithChanges(changes));
    }
}
