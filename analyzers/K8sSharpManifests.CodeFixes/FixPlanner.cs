using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Says how the findings of a project can be put right.</summary>
internal sealed class FixPlanner(JudgedProject project, CancellationToken cancellationToken)
{
    private readonly FixRenderer _renderer = new(project, cancellationToken);
    private readonly FixVerifier _verifier = new(project, cancellationToken);
    private readonly Dictionary<(FoundFinding Found, int Index, string? Name), IReadOnlyList<PlannedFix>> _ways = [];

    /// <summary>The finding that is reported at a place; null where none is.</summary>
    public FoundFinding? Find(DocumentId file, string id, TextSpan place) => !project.Files.Contains(file) ? null
        : project.Values(file, cancellationToken).SelectMany(v => v.Findings).FirstOrDefault(f => f.Finding.Info.Id == id && f.Origin.Location.SourceSpan == place);

    /// <summary>The ways to write one of a finding's fixes, the best first, each with all findings that it puts right.</summary>
    /// <param name="found">The finding.</param>
    /// <param name="index">The fix's number.</param>
    /// <param name="name">The name that it appends, where it is not the fix's own.</param>
    public IEnumerable<IReadOnlyList<PlannedFix>> Ways(FoundFinding found, int index, string? name = null)
    {
        foreach (var way in WaysOf(found, index, name))
        {
            var all = project.Affected([.. way.Edits.Select(edit => edit.Document), project.File(found.Origin.Location.SourceTree)!], cancellationToken)
                .SelectMany(file => project.Values(file, cancellationToken))
                .SelectMany(value => value.Findings)
                .Where(other => other.Finding.Info.Id == found.Finding.Info.Id && index < other.Finding.Fixes.Count)
                .ToList();
            var plans = WithSameEdit(way, all);

            // What is reported once, of a value that several objects have, is gone when all of them are put right.
            foreach (var other in all.Where(o => o.Origin.Location == found.Origin.Location))
            {
                if (!plans.Any(p => p.Found == other) && WaysOf(other, index, name).FirstOrDefault() is { } more)
                {
                    plans.AddRange(WithSameEdit(more, all));
                }
            }

            if (all.All(o => o.Origin.Location != found.Origin.Location || plans.Any(p => p.Found == o)))
            {
                yield return plans;
            }
        }

        List<PlannedFix> WithSameEdit(PlannedFix way, List<FoundFinding> all) =>
            [.. all.Select(other => WaysOf(other, index, name).FirstOrDefault(w => w.Key == way.Key)).OfType<PlannedFix>()];
    }

    /// <summary>The ways to fix a finding without thinking about the value; none where it has no such fix.</summary>
    public IReadOnlyList<IReadOnlyList<PlannedFix>> Certain(DocumentId file, string id, TextSpan place)
    {
        var found = Find(file, id, place);
        var index = found?.Finding.Fixes.ToList().FindIndex(f => f.IsSafeForFixAll) ?? -1;
        return index < 0 ? [] : [.. Ways(found!, index)];
    }

    /// <summary>The texts of the changed files; null where fixes are not to be applied together.</summary>
    public IReadOnlyDictionary<DocumentId, SourceText>? Verify(IReadOnlyList<PlannedFix> plans) => _verifier.Verify(plans);

    private IReadOnlyList<PlannedFix> WaysOf(FoundFinding found, int index, string? name)
    {
        if (!_ways.TryGetValue((found, index, name), out var ways))
        {
            var fix = name is null ? found.Finding.Fixes[index] : found.Finding.Fixes[index].Named(name);
            _ways.Add((found, index, name), ways = [.. _renderer.Render(found, fix).Select(edits => new PlannedFix(found, fix, edits))]);
        }

        return ways;
    }
}
