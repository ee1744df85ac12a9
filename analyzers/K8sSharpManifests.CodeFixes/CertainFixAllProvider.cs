using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>
/// Applies the fixes about whose values nobody has to think, of the rules that are asked for. Whoever asks may have come from any finding, also from one that has no such fix: the equivalence
/// key says nothing here.
/// </summary>
internal sealed class CertainFixAllProvider : FixAllProvider
{
    // A fix can make way for another one; no code needs many rounds.
    private const int MostRounds = 16;

    public static readonly CertainFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var solution = fixAllContext.Solution;
        IEnumerable<Project> projects = fixAllContext.Scope == FixAllScope.Solution ? solution.Projects.OrderBy(p => p.FilePath, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal) : [fixAllContext.Project];
        foreach (var project in projects)
        {
            var diagnostics = fixAllContext is { Scope: FixAllScope.Document, Document: { } document }
                ? await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            solution = await Fix(solution, project.Id, diagnostics.Where(d => fixAllContext.DiagnosticIds.Contains(d.Id)), fixAllContext.CancellationToken).ConfigureAwait(false);
        }

        return solution == fixAllContext.Solution ? null : CodeAction.Create("Fix all that is certain", _ => Task.FromResult(solution));
    }

    private static async Task<Solution> Fix(Solution solution, ProjectId id, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var wanted = diagnostics
            .Select(d => (solution.GetDocumentId(d.Location.SourceTree), d.Id, d.Location.SourceSpan))
            .Where(w => w.Item1?.ProjectId == id)
            .Select(w => new Wanted(w.Item1!, w.Id, w.SourceSpan))
            .Distinct()
            .OrderBy(w => solution.GetDocument(w.Document)?.FilePath ?? solution.GetDocument(w.Document)?.Name, StringComparer.Ordinal).ThenBy(w => w.Span.Start).ThenBy(w => w.Id, StringComparer.Ordinal)
            .ToList();
        for (var round = 0; round < MostRounds && wanted.Count > 0; round++)
        {
            if (solution.GetProject(id) is not { } project || await JudgedProject.Of(project, cancellationToken).ConfigureAwait(false) is not { } judged)
            {
                break;
            }

            var planner = new FixPlanner(judged, cancellationToken);
            var chosen = new Chosen(planner);
            chosen.Add([.. wanted.Select(w => planner.Certain(w.Document, w.Id, w.Span)).Where(ways => ways.Count > 0)]);
            if (chosen.Texts.Count == 0)
            {
                break;
            }

            foreach (var text in chosen.Texts)
            {
                solution = solution.WithDocumentText(text.Key, text.Value);
            }

            // What two findings have in common is fixed for one of them first.
            wanted = [.. wanted.Select(w => w with { Span = Moved(w.Span, chosen.Changes(w.Document)) })];
        }

        return solution;
    }

    private static TextSpan Moved(TextSpan span, IReadOnlyList<TextChange> changes)
    {
        var start = span.Start + changes.Where(c => c.Span.End <= span.Start).Sum(Growth);
        return new(start, Math.Max(0, span.Length + changes.Where(c => c.Span.Start >= span.Start && c.Span.End <= span.End && c.Span.End > span.Start).Sum(Growth)));
    }

    private static int Growth(TextChange change) => (change.NewText?.Length ?? 0) - change.Span.Length;

    /// <summary>A finding that shall be fixed.</summary>
    private sealed record Wanted(DocumentId Document, string Id, TextSpan Span);

    /// <summary>The fixes that go together: all at once where they do, and else as many as do.</summary>
    private sealed class Chosen(FixPlanner planner)
    {
        private readonly List<PlannedFix> _plans = [];

        public IReadOnlyDictionary<DocumentId, SourceText> Texts { get; private set; } = ImmutableDictionary<DocumentId, SourceText>.Empty;

        public IReadOnlyList<TextChange> Changes(DocumentId file) =>
            Edit.Merge(_plans.SelectMany(p => p.Edits)) is { } changes && changes.TryGetValue(file, out var found) ? found : [];

        /// <summary>Adds what can be added.</summary>
        /// <param name="findings">The ways to fix each finding, the best first.</param>
        public void Add(IReadOnlyList<IReadOnlyList<IReadOnlyList<PlannedFix>>> findings)
        {
            if (findings.Count == 0 || Try(findings.SelectMany(ways => ways[0])))
            {
                return;
            }

            if (findings.Count == 1)
            {
                _ = findings[0].Skip(1).Any(Try);
                return;
            }

            Add([.. findings.Take(findings.Count / 2)]);
            Add([.. findings.Skip(findings.Count / 2)]);
        }

        private bool Try(IEnumerable<PlannedFix> more)
        {
            List<PlannedFix> plans = [.. _plans, .. more];
            if (planner.Verify(plans) is not { } texts)
            {
                return false;
            }

            _plans.Clear();
            _plans.AddRange(plans);
            Texts = texts;
            return true;
        }
    }
}
