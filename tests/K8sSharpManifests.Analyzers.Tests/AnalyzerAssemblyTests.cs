using System.Reflection;
using K8sSharpManifests.CodeFixes;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Generators;
using K8sSharpManifests.StaticEvaluation;

namespace K8sSharpManifests.Analyzers.Tests;

public sealed class AnalyzerAssemblyTests
{
    /// <summary>The checkout that the tests run in.</summary>
    public static string Repository { get; } = Find();

    public static TheoryData<Type> Assemblies =>
        [typeof(Judge), typeof(StaticEvaluator), typeof(ManifestAnalyzer), typeof(ManifestCodeFixProvider), typeof(ManifestCatalogGenerator)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_LoadsIntoTheOldestCompiler(Type type) => Assert.All(
        References(type.Assembly).Where(r => r.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
        reference => Assert.True(reference.Version <= new Version(5, 0, 0, 0), reference.FullName));

    // The compiler has none, and reports an analyzer that asks for them.
    [Theory]
    [InlineData(typeof(Judge))]
    [InlineData(typeof(StaticEvaluator))]
    [InlineData(typeof(ManifestAnalyzer))]
    [InlineData(typeof(ManifestCatalogGenerator))]
    public void CompilerAssembly_NeedsNoWorkspaces(Type type) =>
        Assert.DoesNotContain(References(type.Assembly), r => r.Name!.Contains("Workspaces", StringComparison.Ordinal));

    // What hides a fault of ours hides findings, too; AD0001 at least is reported. Of the generator the compiler would only warn: it makes an error of its fault.
    [Fact]
    public void Sources_CatchNoException()
    {
        var files = new[] { "analyzers", "generators" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToArray();

        Assert.NotEmpty(files);
        Assert.Equal(
            ["ManifestCatalogGenerator.cs"],
            files.Where(file => File.ReadAllText(file).Contains("catch (Exception", StringComparison.Ordinal)).Select(Path.GetFileName));
    }

    [Fact]
    public void Descriptors_AreTheCatalogues() => Assert.Equal(
        RuleCatalog.All.Select(r => (r.Id, r.Title, r.HelpLink, r.Severity.ToString())),
        new ManifestAnalyzer().SupportedDiagnostics.Select(d => (d.Id, d.Title.ToString(), d.HelpLinkUri, d.IsEnabledByDefault ? d.DefaultSeverity.ToString() : "Off")));

    private static AssemblyName[] References(Assembly assembly) => assembly.GetReferencedAssemblies();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "K8sSharpManifests.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
