using K8sSharpManifests.Analyzers;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace K8sSharpManifests.Generators.Tests;

public sealed class ManifestAttributeTests
{
    private const string Key = "letters, digits, '-', '_' and '.', at most 63 of them, a letter or digit first and last; before it, if you like, a domain and '/'";
    private const string Value = "letters, digits, '-', '_' and '.', at most 63 of them, a letter or digit first and last; or nothing";
    private const string Namespace = "lower-case letters, digits and '-', at most 63 of them, a letter or digit first and last";
    private const string Long = "a123456789012345678901234567890123456789012345678901234567890123";

    [Theory]
    [InlineData("[ManifestNamespace(\"shop\")]")]
    [InlineData("[ManifestNamespace(\"0-1\")]")]
    [InlineData("[ManifestLabel(\"app.kubernetes.io/part-of\", \"shop\"), ManifestLabel(\"team\", \"\")]")]
    [InlineData("[ManifestLabel(\"A_b.c\", \"A_b.c-1\")]")]
    [InlineData("[ManifestAnnotation(\"acme.io/owner\", \"ann, and ben!\"), ManifestAnnotation(\"Acme.io/Owner\", \"\")]")]
    [InlineData("[ManifestLabel(\"a\", \"b\"), ManifestAnnotation(\"a\", \"b!\")]")]
    [InlineData("[System.Obsolete(\"bad key!\")]")]
    [InlineData("[assembly: ManifestNamespace(\"shop\"), ManifestLabel(\"a\", \"b\"), ManifestLabel(\"b\", \"b\")]")]
    public Task AttributeThatTheApiTakes_DoesNotTrigger(string attributes) => Verify(attributes + "\npublic static class Shop { [ManifestLabel(\"a\", \"c\")] public static class Inner; }");

    [Theory]
    [InlineData("[ManifestNamespace([|\"Bad_NS\"|])]", $"'Bad_NS' is no namespace's name: {Namespace}")]
    [InlineData("[ManifestNamespace([|\"\"|])]", $"'' is no namespace's name: {Namespace}")]
    [InlineData("[ManifestNamespace([|null!|])]", $"null is no namespace's name: {Namespace}")]
    [InlineData("[ManifestNamespace([|\"a\\n\"|])]", $"'a\n' is no namespace's name: {Namespace}")]
    [InlineData($"[ManifestNamespace([|\"{Long}\"|])]", $"'{Long}' is no namespace's name: {Namespace}")]
    [InlineData("[assembly: ManifestNamespace([|\"a.b\"|])]", $"'a.b' is no namespace's name: {Namespace}")]
    [InlineData("[ManifestLabel([|\"bad key!\"|], \"ok\")]", $"'bad key!' is no key of a label: {Key}")]
    [InlineData("[ManifestLabel([|\"/a\"|], \"ok\")]", $"'/a' is no key of a label: {Key}")]
    [InlineData("[ManifestLabel([|\"a/b/c\"|], \"ok\")]", $"'a/b/c' is no key of a label: {Key}")]
    [InlineData("[ManifestLabel([|\"Acme.io/a\"|], \"ok\")]", $"'Acme.io/a' is no key of a label: {Key}")]
    [InlineData("[ManifestLabel(\"a\", [|\"bad value!\"|])]", $"'bad value!' is no value of a label: {Value}")]
    [InlineData("[ManifestLabel(value: [|\"-\"|], key: \"a\")]", $"'-' is no value of a label: {Value}")]
    [InlineData($"[ManifestLabel(\"a\", [|\"{Long}\"|])]", $"'{Long}' is no value of a label: {Value}")]
    [InlineData("[ManifestAnnotation([|\"bad key!\"|], \"ok!\")]", $"'bad key!' is no key of an annotation: {Key}")]
    [InlineData("[ManifestAnnotation(\"a\", [|null!|])]", "null is no value of an annotation: a text")]
    [InlineData("[ManifestLabel(\"a\", \"b\"), ManifestLabel([|\"a\"|], \"c\")]", "'Shop' says the label 'a' twice: remove one")]
    [InlineData("[ManifestAnnotation(\"a\", \"b\"), ManifestAnnotation([|\"a\"|], \"b\")]", "'Shop' says the annotation 'a' twice: remove one")]
    [InlineData("[assembly: ManifestLabel(\"a\", \"b\")]\n[assembly: ManifestLabel([|\"a\"|], \"c\")]", "the assembly says the label 'a' twice: remove one")]
    public Task AttributeThatTheApiRefuses_Triggers(string attributes, string problem) => Verify(attributes + "\npublic static class Shop;", problem);

    [Fact]
    public Task KeyInTwoPartsOfAClass_Triggers() => Verify(
        "[ManifestLabel(\"a\", \"b\")] public static partial class Shop;\n[ManifestLabel([|\"a\"|], \"b\")] public static partial class Shop;", "'Shop' says the label 'a' twice: remove one");

    [Fact]
    public Task AttributeByAnotherName_Triggers() => Verify(
        "[N([|\"Bad\"|])] public static class Shop;", $"'Bad' is no namespace's name: {Namespace}", "global using N = K8sSharpManifests.ManifestNamespaceAttribute;");

    [Theory]
    [InlineData("[ManifestNamespace(")]
    [InlineData("[ManifestLabel(\"a\"")]
    [InlineData("[ManifestLabel(\"a\", new[] { 1 })] class A;")]
    [InlineData("[ManifestLabel(typeof(A), value: )] class A;")]
    [InlineData("[assembly: ManifestNamespace")]
    public void HalfTypedAttribute_IsNoReasonToThrow(string text)
    {
        var compilation = Source.Compile(("/src/A.cs", Source.Usings + text));

        Assert.Empty(AttributeCheck.InFile(compilation.GetSemanticModel(compilation.SyntaxTrees[0]), null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void NoAnalyzerRuns_TheBuildIsTold() => Assert.Equal(
        [new("Shop.cs", 5, 20, "K8S912", "error", $"'Bad_NS' is no namespace's name: {Namespace}")],
        Source.Problems(
            Source.Driver(options: ("build_property.RunAnalyzers", "false")),
            ("/src/shop/Shop.cs", Source.Usings + "[ManifestNamespace(\"Bad_NS\")] public static class Shop { [Manifest] public static V1Pod Web => new(); }")));

    private static Task Verify(string source, string? problem = null, string other = "")
    {
        var test = new CSharpAnalyzerTest<ManifestAttributeAnalyzer, DefaultVerifier>
        {
            ReferenceAssemblies = new("net10.0"),
            TestCode = Source.Usings + source.Replace("[|", "{|#0:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal),
            CompilerDiagnostics = CompilerDiagnostics.Errors,
        };
        test.TestState.AdditionalReferences.AddRange(Source.References);
        test.SolutionTransforms.Add((solution, id) => solution.WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.CSharp14)));
        test.TestState.Sources.Add(other);
        if (problem is not null)
        {
            test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerError(AttributeCheck.Id).WithLocation(0).WithArguments(problem));
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
