using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
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

        for (var i = 0; i < Variants; i++)
        {
            var index = random.Next(sources.Count);
            var text = WithoutSomeTokens(sources[index], random);
            var variant = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[index + 1], Parse(text));
            var planted = Parse(Planted);
            var found = await Analyze(variant.AddSyntaxTrees(planted), planted, variant.SyntaxTrees[index + 1]);

            Assert.False(found.Any(d => d.Id == "AD0001"), $"Variant {i}: {found.FirstOrDefault(d => d.Id == "AD0001")}\n{text}");
            Assert.True(found.Count(d => d.Id == "K8S106" && d.Location.SourceTree == planted) == 1, $"Variant {i} has lost the planted finding:\n{text}");
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, params SyntaxTree[] trees)
    {
        var analysis = compilation.WithAnalyzers([new ManifestAnalyzer(), new ManifestMemberAnalyzer()]);
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var tree in trees)
        {
            // As an editor asks: file by file.
            found.AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, TestContext.Current.CancellationToken));
        }

        return found.ToImmutable();
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
