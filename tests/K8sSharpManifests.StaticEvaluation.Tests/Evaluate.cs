using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Evaluates the roots of code.</summary>
internal static class Evaluate
{
    /// <summary>The roots of the file at an index, with their trees.</summary>
    public static IReadOnlyList<(EvaluationRoot Root, Node Tree)> Roots(CSharpCompilation compilation, int file = 0)
    {
        var evaluator = new StaticEvaluator(compilation, TestContext.Current.CancellationToken);

        // The first tree holds the global usings.
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees[file + 1]);
        return [.. new RootFinder(evaluator).Find(model, TestContext.Current.CancellationToken).Select(r => (r, evaluator.Evaluate(r)))];
    }

    /// <summary>The tree of the one finished root. The code must compile: a test of what is understood is no test of what does not.</summary>
    public static Node Finished(params IEnumerable<string> files)
    {
        var compilation = Code.Compile(files);
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
        return Assert.Single(Roots(compilation), r => r.Root.IsFinished).Tree;
    }

    /// <summary>The value of an expression, as text.</summary>
    public static string Text(string type, string expression, string more = "") => Dump.Of(Finished(Code.Manifest(type, expression, more)));

    /// <summary>A container's fields, as text.</summary>
    public static string Container(string expression, string more = "") => Text("V1Container", expression, more);
}
