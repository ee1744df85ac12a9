using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>A finding, and the way in which it shall be put right.</summary>
/// <param name="Found">The finding.</param>
/// <param name="Fix">The fix of it.</param>
/// <param name="Edits">How that is written.</param>
internal sealed record PlannedFix(FoundFinding Found, Fix Fix, IReadOnlyList<Edit> Edits)
{
    /// <summary>What two findings have in common that are put right by the same edits.</summary>
    public string Key => string.Join("|", Edits.Select(edit => edit.Key));
}

/// <summary>
/// Finds out whether edits do what their fixes say and nothing else, by doing them in a copy: the code compiles as it did, its objects are what the fixes make of those before, wherever they are
/// made, nothing new is found in them, and comments and directives are still there.
/// </summary>
internal sealed class FixVerifier(JudgedProject project, CancellationToken cancellationToken)
{
    private readonly Dsl _dsl = new(project.Compilation);

    /// <summary>The texts of the changed files; null where something is not as it should be.</summary>
    /// <param name="plans">The fixes: of each edit, those of all findings that it puts right.</param>
    public IReadOnlyDictionary<DocumentId, SourceText>? Verify(IReadOnlyList<PlannedFix> plans)
    {
        if (EditsOf(plans).GroupBy(e => e.Edit.Key).Any(g => !IsInMemberOfFinding([.. g])) || Written([.. EditsOf(plans).Select(e => e.Edit)]) is not { } after)
        {
            return null;
        }

        var changed = EditsOf(plans).Select(e => e.Edit.Document).Distinct().ToList();
        return project.Affected(changed, cancellationToken).All(file => IsAsItShallBe(file, after, plans))
            ? changed.ToDictionary(file => file, file => after.Tree(file).GetText(cancellationToken))
            : null;
    }

    /// <summary>The project with edits; null where the code would not compile as it did, where something is lost that the compiler does not see, or where an edit is not in code that runs once.</summary>
    public JudgedProject? Written(IReadOnlyList<Edit> edits)
    {
        if (edits.Any(edit => !IsAtItsPlace(edit)) || Edit.Merge(edits) is not { } changes)
        {
            return null;
        }

        var after = project.With(changes.ToDictionary(c => c.Key, c => project.Tree(c.Key).WithChangedText(project.Tree(c.Key).GetText(cancellationToken).WithChanges(c.Value))));
        return changes.Keys.All(file => Said(project.Tree(file)).SequenceEqual(Said(after.Tree(file))) && CompilesAsBefore(file, after)) ? after : null;
    }

    // A member that somebody else calls may make other objects than those that are seen. Of what it gives for itself, all is known that matters.
    private static bool IsInMemberOfFinding(IReadOnlyList<(PlannedFix Plan, Edit Edit)> same) => same[0].Edit.Place is not { } place
        || (PlaceInCode.Member(place) is { } member && same.Any(e => PlaceInCode.Member(e.Plan.Found.Root.Operation.Syntax) == member));

    private static IEnumerable<(PlannedFix Plan, Edit Edit)> EditsOf(IReadOnlyList<PlannedFix> plans) =>
        plans.SelectMany(plan => plan.Edits.Select(edit => (plan, edit)));

    private bool IsAtItsPlace(Edit edit)
    {
        var root = project.Tree(edit.Document).GetRoot(cancellationToken);
        return !edit.Changes.Any(change => PlaceInCode.HasDirective(root, edit.Place, change))
            && (edit.Place is not { } place || PlaceInCode.RunsOnce(place, _dsl, project.Compilation.GetSemanticModel(place.SyntaxTree), cancellationToken));
    }

    private IEnumerable<string> Said(SyntaxTree tree) => tree.GetRoot(cancellationToken).DescendantTrivia()
        .Where(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) && !t.IsKind(SyntaxKind.EndOfLineTrivia)).Select(t => t.ToFullString());

    private bool CompilesAsBefore(DocumentId file, JudgedProject after)
    {
        var before = Problems(file, project).GroupBy(id => id).ToDictionary(g => g.Key, g => g.Count());
        return Problems(file, after).GroupBy(id => id).All(g => before.TryGetValue(g.Key, out var count) && g.Count() <= count);
    }

    private IEnumerable<string> Problems(DocumentId file, JudgedProject of) => of.Compilation.GetSemanticModel(of.Tree(file)).GetDiagnostics(null, cancellationToken)
        .Where(d => d.DefaultSeverity >= DiagnosticSeverity.Warning).Select(d => d.Id);

    private bool IsAsItShallBe(DocumentId file, JudgedProject after, IReadOnlyList<PlannedFix> plans)
    {
        var (before, now) = (project.Values(file, cancellationToken), after.Values(file, cancellationToken));
        if (AreAsTheyShallBe(before, now, plans))
        {
            return true;
        }

        // A statement that goes takes expressions with it. What they were good for shows in what their member gives.
        var members = PlaceInCode.Members(project.Tree(file).GetRoot(cancellationToken));
        var changed = new HashSet<int>(EditsOf(plans)
            .Where(e => e.Edit is { Place: not null } && e.Edit.Document == file).Select(e => members.IndexOf(PlaceInCode.Member(e.Edit.Place)!)));
        changed.RemoveWhere(i => !before.Any(v => v.Root.IsMember && PlaceInCode.Member(v.Root.Operation.Syntax) == members[i]));
        var membersNow = PlaceInCode.Members(after.Tree(file).GetRoot(cancellationToken));
        return changed.Count > 0 && AreAsTheyShallBe([.. before.Where(v => !IsPart(v, members))], [.. now.Where(v => !IsPart(v, membersNow))], plans);

        bool IsPart(JudgedValue value, List<SyntaxNode> of) => !value.Root.IsFinished && changed.Contains(of.IndexOf(PlaceInCode.Member(value.Root.Operation.Syntax)!));
    }

    private static bool AreAsTheyShallBe(IReadOnlyList<JudgedValue> before, IReadOnlyList<JudgedValue> now, IReadOnlyList<PlannedFix> plans) =>
        before.Count == now.Count && !before.Where((value, i) => !IsAsItShallBe(value, now[i], plans)).Any();

    private static bool IsAsItShallBe(JudgedValue before, JudgedValue after, IReadOnlyList<PlannedFix> plans)
    {
        var own = plans.Where(p => before.Holds(p.Found.Finding.Place.Root.Node)).ToList();
        List<Fix> fixes = [.. own.Select(p => p.Fix).Distinct()];

        // What is only a part of the object at fault is changed with it.
        if (!FixedTree.AreSame(FixedTree.Of(before.Tree, fixes), after.Tree)
            && (before.Root.IsFinished || !FixedTree.AreSame(PartOfFixed.Of(before.Tree, fixes, [.. plans.Select(p => p.Fix)]), after.Tree)))
        {
            return false;
        }

        // What stands in for a value that only the user knows is found, so that nobody forgets it.
        var known = before.Findings.GroupBy(f => f.Finding.Info.Id).ToDictionary(g => g.Key, g => g.Count());
        foreach (var found in after.Findings.GroupBy(f => f.Finding.Info.Id))
        {
            known.TryGetValue(found.Key, out var count);
            var gone = own.Where(p => p.Found.Finding.Info.Id == found.Key).Select(p => p.Found).Distinct().Count();
            var isWorse = found.Count() > count - gone && (gone > 0 || !own.Any(p => !p.Fix.IsSafeForFixAll || IsMilder(found.First().Finding, p.Found.Finding)));
            if (isWorse)
            {
                return false;
            }
        }

        return true;
    }

    // A rule that is off is found where someone has turned it on: there it counts as a warning does.
    private static bool IsMilder(Finding found, Finding mended) =>
        found.Info.Severity == Severity.Off || Weight(found.Info.Severity) < Weight(mended.Info.Severity);

    private static int Weight(Severity severity) => severity switch { Severity.Error => 3, Severity.Info => 1, _ => 2 };
}
