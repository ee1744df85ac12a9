using System.Collections.Immutable;
using K8sSharpManifests.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Analyzers.Tests.Fixes;

/// <summary>Projects of snippets, and what an editor does with them.</summary>
internal static class FixWorkspace
{
    private static readonly ManifestCodeFixProvider Provider = new();
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new ManifestAnalyzer()];

    private static readonly Project Empty = NewProject(new AdhocWorkspace().CurrentSolution, "Shop");

    /// <summary>A project with a snippet.</summary>
    public static Project With(FixSnippet snippet) => Add(Empty, snippet, 0);

    /// <summary>A solution with a project for each group of snippets.</summary>
    public static Solution With(IEnumerable<IReadOnlyList<FixSnippet>> groups)
    {
        var solution = new AdhocWorkspace().CurrentSolution;
        foreach (var (group, i) in groups.Select((g, i) => (g, i)))
        {
            solution = group.Select((snippet, n) => (snippet, n)).Aggregate(NewProject(solution, $"Shop{i}"), (project, s) => Add(project, s.snippet, s.n)).Solution;
        }

        return solution;
    }

    public static async Task<IReadOnlyList<Diagnostic>> Findings(Project project)
    {
        var compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        var found = await compilation.WithAnalyzers(Analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }

    public static async Task<IReadOnlyList<Diagnostic>> Errors(Project project) =>
        [.. (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>What the light bulb offers at a finding.</summary>
    public static async Task<IReadOnlyList<CodeAction>> Actions(Project project, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        await Provider.RegisterCodeFixesAsync(new(project.GetDocument(finding.Location.SourceTree)!, finding, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        return actions;
    }

    public static async Task<Solution> Apply(CodeAction action) =>
        Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(TestContext.Current.CancellationToken))).ChangedSolution;

    /// <summary>Whether a fix is certain, by the key that editors tell fixes apart by.</summary>
    public static bool IsCertain(CodeAction action) => !action.EquivalenceKey!.Contains('=', StringComparison.Ordinal);

    /// <summary>Applies all certain fixes of all rules; null where there is none.</summary>
    public static async Task<Solution?> FixAll(Document document, FixAllScope scope)
    {
        var context = new FixAllContext(
            document, Provider, scope, "any", Provider.FixableDiagnosticIds, new Diagnostics(), TestContext.Current.CancellationToken);
        return await Provider.GetFixAllProvider().GetFixAsync(context) is { } action ? await Apply(action) : null;
    }

    private static Project NewProject(Solution solution, string name)
    {
        var id = ProjectId.CreateNewId();
        return solution.AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, name, name, LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: Verify.ParseOptions,
                metadataReferences: Verify.References))
            .GetProject(id)!.AddDocument("Usings.cs", Verify.GlobalUsings, filePath: "/Usings.cs").Project;
    }

    private static Project Add(Project project, FixSnippet snippet, int number) => snippet.Files.Select((text, i) => (text, i))
        .Aggregate(project, (p, file) => p.AddDocument($"S{number}.{file.i}.cs", file.text, filePath: $"/S{number}.{file.i}.cs").Project);

    private sealed class Diagnostics : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await Findings(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await Findings(document.Project)).Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
