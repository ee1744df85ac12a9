using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace K8sSharpManifests.Analyzers.Tests.Fixes;

/// <summary>Applies every fix that is offered, and Fix All in each scope, to programs in all styles, and looks at what comes of them without asking the fixes' own judge.</summary>
public sealed class FixHarnessTests(ITestOutputHelper output)
{
    // What a rule says of its own fix: nothing is stale any more, but pulled each time; a policy is spelled right, and is what nobody wants.
    private static readonly (string Of, string Milder)[] Accepted = [("K8S106", "K8S121"), ("K8S107", "K8S108")];

    [Fact]
    public async Task EveryFix_ChangesItsOwnPlaceAndNothingElse()
    {
        var faults = new ConcurrentBag<string>();
        int offered = 0, all = 0, ordinary = 0, ordinaryFixed = 0;
        await Parallel.ForEachAsync(FixSnippet.All, TestContext.Current.CancellationToken, async (snippet, _) =>
        {
            var project = FixWorkspace.With(snippet);
            if (await FixWorkspace.Errors(project) is { Count: > 0 } errors)
            {
                faults.Add($"{snippet.Name} does not compile: {string.Join("; ", errors)}\n{snippet.Files[0]}");
                return;
            }

            var findings = await FixWorkspace.Findings(project);
            foreach (var finding in findings)
            {
                var actions = await FixWorkspace.Actions(project, finding);
                foreach (var action in actions)
                {
                    Interlocked.Increment(ref offered);
                    await Check(snippet, project, findings, finding, action, faults);
                }

                if (snippet.IsOrdinary && finding.Id != "K8S112")
                {
                    Interlocked.Increment(ref ordinary);
                    Interlocked.Add(ref ordinaryFixed, actions.Count > 0 ? 1 : 0);
                    if (actions.Count == 0)
                    {
                        output.WriteLine($"no fix: {snippet.Name} {finding}");
                    }
                }
            }

            Interlocked.Add(ref all, await CheckAll(snippet, project, findings, faults) ? 1 : 0);
        });

        output.WriteLine($"{FixSnippet.All.Count} snippets, {offered} fixes, {all} times Fix All; of {ordinary} findings in ordinary code {ordinaryFixed} have a fix; {faults.Count} faults");
        Assert.True(faults.IsEmpty, string.Join("\n\n", faults.Order(StringComparer.Ordinal).Take(20)) + $"\n\n{faults.Count} faults");
        Assert.True(FixSnippet.All.Count >= 500);
        Assert.Equal(ordinary, ordinaryFixed);
    }

    private static async Task Check(FixSnippet snippet, Project project, IReadOnlyList<Diagnostic> before, Diagnostic finding, CodeAction action, ConcurrentBag<string> faults)
    {
        var changed = (await FixWorkspace.Apply(action)).GetProject(project.Id)!;
        var after = await FixWorkspace.Findings(changed);
        var isCertain = FixWorkspace.IsCertain(action);
        void Fault(string what) => faults.Add($"{snippet.Name}: '{action.Title}' for {finding.Id} {what}\n{Text(project)}\n----\n{Text(changed)}");

        if (await FixWorkspace.Errors(changed) is { Count: > 0 } errors)
        {
            Fault("does not compile: " + string.Join("; ", errors));
        }

        if (Count(after, finding.Id) >= Count(before, finding.Id))
        {
            Fault("leaves the finding");
        }

        if (isCertain && after.Select(d => d.Id).Distinct().FirstOrDefault(id => Count(after, id) > Count(before, id) && !Accepted.Contains((finding.Id, id))) is { } worse)
        {
            Fault("brings " + worse);
        }

        foreach (var what in FixedText.Faults(project, changed, finding))
        {
            Fault(what);
        }
    }

    /// <summary>Fixes all in the document, and once more: nothing certain is left.</summary>
    private static async Task<bool> CheckAll(FixSnippet snippet, Project project, IReadOnlyList<Diagnostic> before, ConcurrentBag<string> faults)
    {
        if (await FixWorkspace.FixAll(First(project), FixAllScope.Document) is not { } solution)
        {
            return false;
        }

        var changed = solution.GetProject(project.Id)!;
        void Fault(string what) => faults.Add($"{snippet.Name}: Fix All {what}\n{Text(project)}\n----\n{Text(changed)}");
        if (await FixWorkspace.Errors(changed) is { Count: > 0 } errors)
        {
            Fault("does not compile: " + string.Join("; ", errors));
        }

        var after = await FixWorkspace.Findings(changed);
        if (after.Select(d => d.Id).Distinct().FirstOrDefault(id => Count(after, id) > Count(before, id) && !Accepted.Any(a => a.Milder == id)) is { } worse)
        {
            Fault("brings " + worse);
        }

        foreach (var what in FixedText.Faults(project, changed, null))
        {
            Fault(what);
        }

        foreach (var finding in after.Where(f => before.Any(b => b.Id == f.Id)))
        {
            if ((await FixWorkspace.Actions(changed, finding)).FirstOrDefault(FixWorkspace.IsCertain) is { } left)
            {
                Fault($"leaves '{left.Title}' for {finding.Id}");
            }
        }

        return true;
    }

    /// <summary>Fix All in a project and in a solution does what it does in each document, and what the manifests make then is what they made before, without the mistakes.</summary>
    [Fact]
    public async Task FixAllInAProjectAndInASolution_DoesWhatItDoesInEachDocument()
    {
        // What is no quantity does not run.
        var groups = FixSnippet.All.Where(s => s.Files.Count == 1 && !s.Name.StartsWith("quantities", StringComparison.Ordinal)).Where((_, i) => i % 5 == 0).Chunk(50).ToList();
        var solution = FixWorkspace.With(groups);
        var inSolution = await FixWorkspace.FixAll(First(solution.Projects.First()), FixAllScope.Solution);
        Assert.NotNull(inSolution);
        foreach (var (project, group) in solution.Projects.Zip(groups))
        {
            var inProject = await FixWorkspace.FixAll(First(project), FixAllScope.Project);
            Assert.NotNull(inProject);
            var (faults, changed) = await FixedObjects.Compare(project, inProject.GetProject(project.Id)!);
            Assert.True(faults.Count == 0, string.Join("\n", faults));
            Assert.NotEqual(0, changed);
            foreach (var (document, snippet) in project.Documents.Where(d => d.Name != "Usings.cs").Zip(group))
            {
                var alone = FixWorkspace.With(snippet);
                var expected = await FixWorkspace.FixAll(First(alone), FixAllScope.Document) ?? alone.Solution;
                var text = Text(expected.GetProject(alone.Id)!);
                Assert.Equal(text, Text(inProject.GetDocument(document.Id)!));
                Assert.Equal(text, Text(inSolution.GetDocument(document.Id)!));
            }
        }
    }

    private static Document First(Project project) => project.Documents.First(d => d.Name != "Usings.cs");

    private static int Count(IEnumerable<Diagnostic> findings, string id) => findings.Count(d => d.Id == id);

    private static string Text(Project project) => string.Join("\n-- file --\n", project.Documents.Where(d => d.Name != "Usings.cs").Select(Text));

    private static string Text(Document document) => document.GetTextAsync().Result.ToString();
}
