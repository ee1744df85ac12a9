using K8sSharpManifests.Analyzers;
using K8sSharpManifests.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>The light bulb on the types that definitions become.</summary>
public sealed class CustomResourceFixTests
{
    private const string Jobs = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: workers.acme.example.com}
        spec:
          group: acme.example.com
          scope: Namespaced
          names: {kind: Worker, listKind: WorkerList, plural: workers, singular: worker}
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      mode: {type: string, enum: [Fast, Slow]}
                      template:
                        type: object
                        properties:
                          spec:
                            type: object
                            properties:
                              containers:
                                type: array
                                items: {type: object, required: [name], properties: {name: {type: string}, image: {type: string}, imagePullPolicy: {type: string}, command: {type: array, items: {type: string}}}}
        """;

    [Theory]
    [InlineData("K8S106", """K8s.Worker("a").WithTemplate(t => t.WithSpec(s => s.AddContainer("a", "a:latest", c => c.WithImagePullPolicy("IfNotPresent"))))""", """K8s.Worker("a").WithTemplate(t => t.WithSpec(s => s.AddContainer("a", "a:latest", c => c.WithImagePullPolicy(ImagePullPolicy.Always))))""")]
    [InlineData("K8S102", """K8s.Worker("a").WithTemplate(t => t.WithSpec(s => s.AddContainer("a", "acme/App:1")))""", """K8s.Worker("a").WithTemplate(t => t.WithSpec(s => s.AddContainer("a", "acme/app:1")))""")]
    [InlineData("K8S102", """new() { Metadata = new() { Name = "a" }, Spec = new() { Template = new() { Spec = new() { Containers = [new() { Name = "a", Image = "acme/App:1" }] } } } }""", """new() { Metadata = new() { Name = "a" }, Spec = new() { Template = new() { Spec = new() { Containers = [new() { Name = "a", Image = "acme/app:1" }] } } } }""")]
    public async Task MistakeInACoreTypeInside_IsFixedThere(string id, string before, string after)
    {
        Assert.Equal(Shop(after), await FixedAsync(id, Shop(before)));
    }

    private static string Shop(string value) => $$"""
        using k8s.Models;
        using K8sSharpManifests;

        public static class Shop
        {
            [Manifest] public static K8sSharpManifests.CustomResources.Worker Web => {{value}};
        }
        """;

    private static async Task<string> FixedAsync(string id, string source)
    {
        var token = TestContext.Current.CancellationToken;
        var (generated, _, _) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Jobs)], []);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: generated.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default), parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14), metadataReferences: generated.References));
        foreach (var tree in generated.SyntaxTrees)
        {
            project = project.AddDocument(Path.GetFileName(tree.FilePath), await tree.GetRootAsync(token), filePath: "/" + tree.FilePath).Project;
        }

        var document = project.AddDocument("Shop.cs", source, filePath: "/Shop.cs");
        var compilation = (await document.Project.GetCompilationAsync(token))!;
        Assert.Empty(compilation.GetDiagnostics(token).Where(d => d.Severity == DiagnosticSeverity.Error));
        var findings = await compilation.WithAnalyzers([new ManifestAnalyzer()]).GetAnalyzerDiagnosticsAsync(token);
        var actions = new List<CodeAction>();
        await new ManifestCodeFixProvider().RegisterCodeFixesAsync(new(document, findings.Single(d => d.Id == id), (action, _) => actions.Add(action), token));
        var changed = (await actions[0].GetOperationsAsync(token)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync(token)).ToString();
    }
}
