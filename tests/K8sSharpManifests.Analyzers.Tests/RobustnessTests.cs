using System.Collections.Concurrent;
using System.Collections.Immutable;
using K8sSharpManifests.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>Most of the code that an analyzer sees is being typed. It must neither throw there nor fall silent about the rest.</summary>
public sealed class RobustnessTests
{
    private const string Planted = """
        internal static class Planted
        {
            [Manifest]
            internal static V1Pod Bad => K8s.Pod("bad").AddContainer("bad", "nginx:latest", c => c.WithImagePullPolicy("IfNotPresent"));
        }
        """;

    private static readonly int Variants = Environment.GetEnvironmentVariable("CI") == "true" ? 2000 : 200;

    [Fact]
    public async Task TokensThatAreMissing_NeitherThrowNorSilence()
    {
        var sources = Sources();
        var random = new Random(20_260);
        var compilation = CSharpCompilation.Create(
            "Typing",
            [Parse(Verify.GlobalUsings), .. sources.Select(Parse)],
            Verify.References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        var fixes = 0;
        for (var i = 0; i < Variants; i++)
        {
            var index = random.Next(sources.Count);
            var text = WithoutSomeTokens(sources[index], random);
            var variant = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[index + 1], Parse(text));
            var planted = Parse(Planted);
            var thrown = new ConcurrentQueue<Exception>();
            var found = await Analyze(variant.AddSyntaxTrees(planted), thrown, planted, variant.SyntaxTrees[index + 1]);

            // What would be AD0001 in a build.
            Assert.True(thrown.IsEmpty, $"Variant {i}: {thrown.FirstOrDefault()}\n{text}");
            Assert.True(found.Count(d => d.Id == "K8S106" && d.Location.SourceTree == planted) == 1, $"Variant {i} has lost the planted finding:\n{text}");

            var typed = variant.SyntaxTrees[index + 1];
            var inTyped = found.Where(d => d.Location.SourceTree == typed && d.Id != ManifestMemberAnalyzer.Id).ToArray();
            fixes += inTyped.Length == 0 ? 0 : await Fix(variant, typed, inTyped);
        }

        Assert.NotEqual(0, fixes);
    }

    private static async Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, ConcurrentQueue<Exception> thrown, params SyntaxTree[] trees)
    {
        var analysis = compilation.WithAnalyzers(
            [new ManifestAnalyzer(), new ManifestMemberAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]), (exception, _, _) => thrown.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false));
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var tree in trees)
        {
            // As an editor asks: file by file.
            found.AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, TestContext.Current.CancellationToken));
        }

        return found.ToImmutable();
    }

    /// <summary>Asks for the fixes of what is found in the file that someone types in, and applies them.</summary>
    private static async Task<int> Fix(Compilation compilation, SyntaxTree tree, IEnumerable<Diagnostic> found)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Typing", LanguageNames.CSharp)
            .WithCompilationOptions(compilation.Options).WithParseOptions(Verify.ParseOptions).WithMetadataReferences(Verify.References);
        foreach (var other in compilation.SyntaxTrees.Where(t => t != tree))
        {
            project = project.AddDocument("Other", other.GetText(TestContext.Current.CancellationToken)).Project;
        }

        var document = project.AddDocument("Typed", tree.GetText(TestContext.Current.CancellationToken));
        var actions = new List<CodeAction>();
        foreach (var diagnostic in found)
        {
            await new ManifestCodeFixProvider().RegisterCodeFixesAsync(
                new(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        }

        foreach (var action in actions)
        {
            Assert.NotEmpty(await action.GetOperationsAsync(TestContext.Current.CancellationToken));
        }

        return actions.Count;
    }

    private static string WithoutSomeTokens(string text, Random random)
    {
        var tokens = CSharpSyntaxTree.ParseText(text, Verify.ParseOptions).GetRoot().DescendantTokens().Where(t => t.Span.Length > 0).ToArray();
        var start = random.Next(tokens.Length);

        // One token, a few here and there, or the rest of an expression.
        var removed = random.Next(3) switch
        {
            0 => [tokens[start]],
            1 => Enumerable.Range(0, random.Next(2, 6)).Select(_ => tokens[random.Next(tokens.Length)]).Distinct(),
            _ => tokens.Skip(start).Take(random.Next(2, 12)),
        };
        return SourceText.From(text).WithChanges(removed.OrderBy(t => t.SpanStart).Select(t => new TextChange(t.Span, ""))).ToString();
    }

    /// <summary>The examples, and snippets of every style that the analyzer knows.</summary>
    private static List<string> Sources() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AnalyzerAssemblyTests.Repository, "examples"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText),
        File.ReadAllText(Path.Combine(AnalyzerAssemblyTests.Repository, "tests", "K8sSharpManifests.Tests", "SugarTests.cs")),
        File.ReadAllText(Path.Combine(AnalyzerAssemblyTests.Repository, "tests", "K8sSharpManifests.Tests", "FluentTests.cs")),
        """
        public static class Styles
        {
            private static readonly string Policy = "IfNotPresent";

            [Manifest]
            public static V1Pod Pod => new()
            {
                Metadata = new() { Name = "web", Labels = new Dictionary<string, string> { ["app"] = "web" } },
                Spec = new() { Containers = [new() { Name = "web", Image = $"nginx:{1}", ImagePullPolicy = Policy }, .. Others()] },
            };

            [Manifest]
            public static IEnumerable<IKubernetesObject> All()
            {
                foreach (var name in new[] { "a", "b" })
                {
                    var pod = K8s.Pod(name).AddContainer(name, "nginx");
                    yield return name switch { "a" => pod, _ => pod with { Spec = pod.Spec with { HostNetwork = true } } };
                }
            }

            private static IEnumerable<V1Container> Others() => [new V1Container { Name = "b", Image = "nginx" }.WithImagePullPolicy(Policy ?? "Always")];
        }
        """,
    ];

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, Verify.ParseOptions);
}
