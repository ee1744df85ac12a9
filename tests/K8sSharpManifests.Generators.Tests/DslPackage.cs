using K8sSharpManifests.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>A team's package, compiled with the generator as its build does it, and projects that use it.</summary>
internal sealed class DslPackage
{
    private const string Usings = "using System;\nusing System.Linq;\n" + Source.Usings;

    private DslPackage(Compilation compilation) => Compilation = compilation;

    public Compilation Compilation { get; }

    /// <summary>Compiles files; what the test is about comes after the usings.</summary>
    public static DslPackage Of(params string[] files) => From(Compile("Acme.Dsl", [.. files.Select(f => Usings + f)], []));

    /// <summary>Runs the generator on a compilation.</summary>
    public static DslPackage From(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver.Create([new EmbedSourceGenerator().AsSourceGenerator()], parseOptions: new(LanguageVersion.CSharp14));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        Assert.DoesNotContain(generated.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
        return new(generated);
    }

    public static CSharpCompilation Compile(string name, IReadOnlyList<string> files, IEnumerable<MetadataReference> references) => CSharpCompilation.Create(
        name,
        files.Select((text, i) => CSharpSyntaxTree.ParseText(SourceText.From(text), path: $"/src/{name}/File{i}.cs", options: new(LanguageVersion.CSharp14))),
        [.. Source.References, .. references],
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The texts in the assembly, by name.</summary>
    public (string Name, string Text)[] Embedded() =>
    [
        .. Compilation.Assembly.GetAttributes()
            .Where(a => a.AttributeClass?.Name == "EmbeddedSourceAttribute")
            .Select(a => ((string)a.ConstructorArguments[0].Value!, (string)a.ConstructorArguments[1].Value!)),
    ];

    /// <summary>What the analyzer says: the code at fault and the message.</summary>
    public async Task<(string Code, string Message)[]> Problems()
    {
        var found = await Compilation.WithAnalyzers([new EmbedSourceAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Select(d => (d.Location.SourceTree!.ToString().Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length), d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))];
    }

    /// <summary>The package's assembly as a reference.</summary>
    public MetadataReference Reference()
    {
        var stream = new MemoryStream();
        var result = Compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }

    /// <summary>What is proved of the members of a class Shop in a project that uses the package: their YAML.</summary>
    public string[] Proved(string members, params MetadataReference[] more) => ProvedWith(members, [Reference(), .. more]);

    /// <summary>What is proved of the members of a class Shop in a project with references.</summary>
    public static string[] ProvedWith(string members, IEnumerable<MetadataReference> references, string aliases = "")
    {
        var compilation = Compile("Shop", [aliases + Usings + "public static class Shop\n{\n" + members + "\n}\n"], references);
        Source.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(generated.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
        return
        [
            .. generated.GetTypeByMetadataName("K8sSharpManifests.Generated.ManifestYaml")?.GetMembers().OfType<IFieldSymbol>().Select(f => (string)f.ConstantValue!) ?? [],
        ];
    }

    /// <summary>The findings of the analyzer in a project that uses the package: the code and the message.</summary>
    public async Task<(string Id, string Code)[]> Findings(string members)
    {
        var compilation = Compile("Shop", [Usings + "public static class Shop\n{\n" + members + "\n}\n"], [Reference()]);
        var found = await compilation.WithAnalyzers([new ManifestAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Select(d => (d.Id, d.Location.SourceTree!.ToString().Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)))];
    }
}
