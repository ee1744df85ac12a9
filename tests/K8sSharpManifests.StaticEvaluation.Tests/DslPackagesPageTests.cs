using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>What docs/dsl-packages.md and the page of K8S913 show is compiled, and is as they say.</summary>
public class DslPackagesPageTests
{
    [Fact]
    public void Package_IsEmbeddedAndUsed()
    {
        var blocks = Blocks("dsl-packages.md");
        var (texts, problems) = Embedded(Code.Compile(blocks[0]));
        Assert.Empty(problems);
        var attributes = string.Concat(texts.Select(t => $"[assembly: EmbeddedSource({SymbolDisplay.FormatLiteral(t.Name, true)}, {SymbolDisplay.FormatLiteral(t.Text, true)}, {SymbolDisplay.FormatLiteral(t.Bindings, true)})]\n"));
        var stream = new MemoryStream();
        Assert.True(Code.Compile(blocks[0], attributes).WithAssemblyName("Acme.Dsl").Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);

        var compilation = Code.Compile(blocks[1]).AddReferences(MetadataReference.CreateFromImage(stream.ToArray()));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
        var tree = Assert.IsType<Core.Mapping>(Assert.Single(Evaluate.Roots(compilation), r => r.Root.IsMember).Tree);

        var yaml = File.ReadAllText(Page("dsl-packages.md")).ReplaceLineEndings("\n").Split("```yaml\n")[1].Split("```")[0];
        Assert.StartsWith(yaml, System.Text.Encoding.UTF8.GetString(Core.YamlWriter.Write(tree)), StringComparison.Ordinal);
    }

    [Fact]
    public void ExamplesOfTheRule_AreRefusedAndEmbedded()
    {
        var blocks = Blocks("rules/K8S913.md");

        var (texts, problems) = Embedded(Code.Compile(blocks[0]));
        Assert.Empty(texts);
        Assert.Single(problems);

        (texts, problems) = Embedded(Code.Compile(blocks[1]));
        Assert.Equal(["AcmeK8s.cs", "Registry.cs"], texts.Select(t => t.Name));
        Assert.Empty(problems);
    }

    private static (IReadOnlyList<EmbeddedPart> Texts, IReadOnlyList<Diagnostic> Problems) Embedded(Compilation compilation) =>
        SourceEmbedding.Of(compilation, SourceEmbedding.Marked(compilation, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    private static List<string> Blocks(string page) =>
        [.. File.ReadAllText(Page(page)).ReplaceLineEndings("\n").Split("```csharp\n").Skip(1).Select(b => b.Split("```")[0])];

    private static string Page(string name) => Path.Combine(Code.Repository, "docs", name);
}
