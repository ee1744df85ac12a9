using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>Asks for the light bulb at a place that is marked <c>[||]</c>.</summary>
internal static class Refactoring
{
    private const string Mark = "[||]";

    /// <summary>Applies an action; what comes of it compiles, and has nothing more to put right there.</summary>
    public static async Task Offers(CodeRefactoringProvider provider, string before, string title, string after, string usings = Verify.GlobalUsings)
    {
        var (document, actions) = await Actions(provider, before, usings);
        await Compiles(document);
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await Assert.Single(actions, a => a.Title == title).GetOperationsAsync(TestContext.Current.CancellationToken)));
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;
        Assert.Equal(after, (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        await Compiles(changed);
    }

    private static async Task Compiles(Document document)
    {
        var compilation = await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(compilation!.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>What is offered.</summary>
    public static async Task<(Document Document, List<CodeAction> Actions)> Actions(CodeRefactoringProvider provider, string marked, string usings = Verify.GlobalUsings)
    {
        var position = marked.IndexOf(Mark, StringComparison.Ordinal);
        var text = marked.Replace(Mark, "", StringComparison.Ordinal);
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Shop", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .WithParseOptions(Verify.ParseOptions).WithMetadataReferences(Verify.References);
        var document = project.AddDocument("Usings.cs", usings).Project.AddDocument("Shop.cs", text);
        var actions = new List<CodeAction>();
        await provider.ComputeRefactoringsAsync(new(document, new TextSpan(position, 0), actions.Add, TestContext.Current.CancellationToken));
        return (document, actions);
    }
}
