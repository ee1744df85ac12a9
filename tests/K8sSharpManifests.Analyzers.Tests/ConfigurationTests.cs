using System.Collections.Immutable;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>K8S909: what says nothing in a configuration file is reported at its line, once.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("k8s_private_registries = ghcr.io/acme, {|K8S909:acme|}, docker.io/acme")]
    [InlineData("k8s_private_registries = {|K8S909:io|}, ghcr.io, {|K8S909:https://a.io|}")]
    [InlineData("k8s_public_registries={|K8S909:acme|}")]
    [InlineData("  K8S_Always_Pull : {|K8S909:yes|}   ; on the way")]
    [InlineData("k8s_external = Secret/db, {|K8S909:db|} # ours")]
    [InlineData("{|K8S909:k8s_privat_registries|} = ghcr.io/acme")]
    [InlineData("{|K8S909:k8s_pod_security|} = baseline")]
    [InlineData("k8s_always_pull = required\nk8s_external = */*")]
    [InlineData("# k8s_always_pull = yes\n; k8s_unheard_of = 1\ndotnet_diagnostic.K8S106.severity = none\nk8s_always_pull yes")]
    public Task Line_IsReportedWhereItIsWrong(string line) => Findings([("/.editorconfig", "root = true\n[*.cs]\n" + line + "\n")]);

    [Fact]
    public Task LineAboveTheFirstSection_HoldsForNoFile() =>
        Findings([("/.editorconfig", "root = true\n{|K8S909:k8s_always_pull|} = required\n[*.cs]\nk8s_always_pull = required\n")]);

    [Theory]
    [InlineData("/team.editorconfig", "is_global = true\nk8s_always_pull = {|K8S909:yes|}\n")]
    [InlineData("/elsewhere/.globalconfig", "is_global = true\nk8s_always_pull = {|K8S909:yes|}\n")]
    public Task GlobalConfiguration_HoldsForAllFiles(string path, string text) => Findings([(path, text)]);

    [Fact]
    public Task FolderOfItsOwn_IsReportedForItself() => Findings([
        ("/.editorconfig", "root = true\n[*.cs]\nk8s_always_pull = required\n"),
        ("/0/.editorconfig", "[*.cs]\nk8s_always_pull = {|K8S909:never|}\n")]);

    [Fact]
    public Task FileThatHoldsForNoSource_IsNobodysBusiness() => Findings([
        ("/.editorconfig", "[*.cs]\nk8s_always_pull = yes\n"),
        ("/0/.editorconfig", "root = true\n[*.cs]\nk8s_always_pull = required\n"),
        ("/1/.editorconfig", "[*.cs]\nk8s_always_pull = yes\n")]);

    // As the compiler has it: the key makes a file global wherever it stands before the sections and whatever it says, and so does the name .globalconfig, but no other.
    [Theory]
    [InlineData("/0/team.globalconfig", "k8s_always_pull = yes\nis_global = true\n", 1, 19, 22)]
    [InlineData("/0/team.globalconfig", "is_global = false\nk8s_always_pull = yes\n", 2, 19, 22)]
    [InlineData("/0/team.globalconfig", "k8s_always_pull = yes\n", 1, 1, 16)]
    [InlineData("/0/.globalconfig", "k8s_always_pull = yes\n", 1, 19, 22)]
    [InlineData("/0/.editorconfig", "k8s_always_pull = yes\n[*.cs]\nis_global = true\n", 1, 1, 16)]
    public Task Preamble_IsTheCompilers(string path, string text, int line, int start, int end) =>
        Findings([(path, text)], new DiagnosticResult(ConfigurationCheck.Id, DiagnosticSeverity.Warning).WithSpan(path, line, start, line, end));

    [Fact]
    public async Task Message_SaysWhatIsWrong() => await Findings(
        [("/.editorconfig", "root = true\n[*.cs]\nk8s_private_registries = acme\n")],
        new DiagnosticResult(ConfigurationCheck.Rule).WithSpan("/.editorconfig", 3, 26, 3, 30)
            .WithMessage("k8s_private_registries: 'acme' is ignored: this is no registry host; on Docker Hub write docker.io/acme"));

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("none", null)]
    public async Task SeverityOfTheSection_Counts(string severity, DiagnosticSeverity? expected)
    {
        DiagnosticResult[] found = expected is { } weight ? [new DiagnosticResult(ConfigurationCheck.Id, weight).WithSpan("/.editorconfig", 4, 19, 4, 22)] : [];
        await Findings([("/.editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.K8S909.severity = {severity}\nk8s_always_pull = yes\n")], found);
    }

    [Fact]
    public async Task ValueWhoseFileIsNotPassedOn_IsReportedOnce()
    {
        var test = Test();
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\nk8s_always_pull = yes\n[Test1.cs]\nk8s_external = db\n"));
        test.ExpectedDiagnostics.AddRange([
            new DiagnosticResult(ConfigurationCheck.Rule).WithMessage("k8s_always_pull: 'yes' is ignored: the only value is 'required'"),
            new DiagnosticResult(ConfigurationCheck.Rule).WithMessage("k8s_external: 'db' is ignored: an object is Kind/name or Kind/namespace/name, like Secret/db"),
        ]);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task ProjectWithoutKubernetes_IsLeftAlone()
    {
        var test = Test();
        test.TestState.AdditionalReferences.Clear();
        test.TestState.AdditionalReferences.AddRange(Basic.Reference.Assemblies.Net100.References.All);
        test.TestState.Sources.RemoveAt(test.TestState.Sources.Count - 1);
        test.TestState.AdditionalFiles.Add(("/.editorconfig", "[*.cs]\nk8s_always_pull = yes\n"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "[*.cs]\nk8s_always_pull = yes\n"));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    // What we read of a line is what Roslyn reads.
    [Theory]
    [InlineData("k8s_always_pull = yes")]
    [InlineData("k8s_always_pull=yes")]
    [InlineData("\tK8S_ALWAYS_PULL\t:\tyes\t")]
    [InlineData("k8s_always_pull = yes # no")]
    [InlineData("k8s_always_pull = yes;no")]
    [InlineData("k8s_always_pull = yes = no")]
    [InlineData("k8s_always_pull : yes : no")]
    [InlineData("k8s_always_pull =")]
    [InlineData("k8s_always_pull = # yes")]
    [InlineData("k8s_always_pull yes")]
    [InlineData("k8s_always_pull yes = no")]
    [InlineData("#k8s_always_pull = yes")]
    [InlineData("  ; k8s_always_pull = yes")]
    [InlineData("[*.vb]\nk8s_always_pull = yes\n[*.cs]")]
    [InlineData("[*.vb\nk8s_always_pull = yes")]
    [InlineData("[*.cs] # more\nk8s_always_pull = yes")]
    public void Line_IsReadAsRoslynReadsIt(string line)
    {
        var text = "[*.cs]\n" + line + "\n";
        var options = AnalyzerConfigSet.Create((ImmutableArray<AnalyzerConfig>)[AnalyzerConfig.Parse(text.Replace("[*.vb]", "[*.cs]", StringComparison.Ordinal), "/src/.editorconfig")]).GetOptionsForSourcePath("/src/A.cs").AnalyzerOptions;
        RuleOptions.Parse(key => options.GetValueOrDefault(key), out var wrong);
        var compilation = CSharpCompilation.Create("A", [CSharpSyntaxTree.ParseText("", path: "/src/A.cs", cancellationToken: TestContext.Current.CancellationToken)]);

        var found = new ConfigurationCheck(compilation, [new File("/src/.editorconfig", text)], TestContext.Current.CancellationToken).InFiles().ToArray();

        Assert.Equal(wrong.Select(w => w.ToString()), found.Select(d => d.GetMessage(null)));
        Assert.All(found, d => Assert.Equal(wrong[0].Value, text.Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)));
    }

    private static async Task Findings((string Path, string Text)[] files, params DiagnosticResult[] expected)
    {
        var test = Test();
        foreach (var (path, text) in files)
        {
            TestFileMarkupParser.GetSpans(text, out var plain, out ImmutableArray<TextSpan> _);
            test.TestState.AdditionalFiles.Add((path, text));
            test.TestState.AnalyzerConfigFiles.Add((path, plain));
        }

        test.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static CSharpAnalyzerTest<ConfigurationAnalyzer, DefaultVerifier> Test()
    {
        var test = new CSharpAnalyzerTest<ConfigurationAnalyzer, DefaultVerifier>();
        Verify.Prepare(test, null, ["public class A;", "public class B;"]);
        return test;
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
