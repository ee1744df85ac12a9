using K8sSharpManifests.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>What the light bulb offers for findings that only the build can have. The place is marked <c>[||]</c>.</summary>
public sealed class PullSecretRefactoringTests
{
    private const string Declare = "Declare 'my-cred' as a secret that lives elsewhere";
    private const string Make = "Make it a registry secret";

    [Theory]
    [InlineData("""K8s.Pod("web").AddImagePullSecret("my[||]-cred")""")]
    [InlineData("""new() { Spec = new() { Containers = [], ImagePullSecrets = [new() { Name = "my[||]-cred" }] } }""")]
    public Task NameOfAPullSecret_IsDeclared(string pod) => Offers(
        $"public static class Shop\n{{\n    public static int MyCredSecret => 1;\n\n    /// <summary>Web.</summary>\n    [Manifest]\n    public static V1Pod Web => {pod};\n}}\n",
        Declare,
        $"public static class Shop\n{{\n    public static int MyCredSecret => 1;\n\n    [Manifest]\n    public static ExternalObject MyCredSecret2 => External.Secret(\"my-cred\");\n\n"
            + $"    /// <summary>Web.</summary>\n    [Manifest]\n    public static V1Pod Web => {pod.Replace("[||]", "", StringComparison.Ordinal)};\n}}\n");

    [Theory]
    [InlineData("""Type = SecretType.Opaque, StringData = new Dictionary<string, string> { ["username"] = "robot", ["password"] = Password }""")]
    [InlineData("""StringData = new Dictionary<string, string> { { "password", Password }, { "username", "robot" } }""")]
    public Task SecretWithUserAndPassword_BecomesARegistrySecret(string members) => Offers(
        Verify.Shop($$"""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "my-cred" }, {{members}} };""", "private const string Password = \"p\";"),
        Make,
        Verify.Shop("""[Manifest] public static V1Secret Cred => K8s.RegistrySecret("my-cred", "<registry>", user: "robot", password: Password);""", "private const string Password = \"p\";"));

    [Theory]
    [InlineData("""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "a" }, Immutable = true, StringData = new Dictionary<string, string> { ["username"] = "u", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "a", NamespaceProperty = "shop" }, StringData = new Dictionary<string, string> { ["username"] = "u", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1Secret Cred => new[||]() { Metadata = new() { Name = "a" }, StringData = new Dictionary<string, string> { ["token"] = "t", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1ConfigMap Map => new[||]() { Metadata = new() { Name = "a" }, Data = new Dictionary<string, string> { ["username"] = "u", ["password"] = "p" } };""")]
    [InlineData("""[Manifest] public static V1Pod Web => K8s.Pod("w[||]eb").AddImagePullSecret("a");""")]
    public async Task WhatWouldLoseSomething_IsNotOffered(string member) => Assert.Empty((await Actions(Verify.Shop(member))).Actions);

    private static async Task Offers(string before, string title, string after)
    {
        var (document, actions) = await Actions(before);
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await Assert.Single(actions, a => a.Title == title).GetOperationsAsync(TestContext.Current.CancellationToken)));
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;
        Assert.Equal(after, (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        var compilation = await changed.Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(compilation!.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
    }

    private static async Task<(Document Document, List<CodeAction> Actions)> Actions(string marked)
    {
        const string mark = "[||]";
        var position = marked.IndexOf(mark, StringComparison.Ordinal);
        var text = marked.Replace(mark, "", StringComparison.Ordinal);
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Shop", LanguageNames.CSharp)
            .WithCompilationOptions(new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .WithParseOptions(Verify.ParseOptions).WithMetadataReferences(Verify.References);
        var document = project.AddDocument("Usings.cs", Verify.GlobalUsings).Project.AddDocument("Shop.cs", text);
        var actions = new List<CodeAction>();
        await new PullSecretRefactoringProvider().ComputeRefactoringsAsync(new(document, new TextSpan(position, 0), actions.Add, TestContext.Current.CancellationToken));
        return (document, actions);
    }
}
