using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A root of a file, and what the rules say of it.</summary>
/// <param name="Root">What was evaluated.</param>
/// <param name="Tree">What it gives.</param>
/// <param name="Objects">The objects in that, and what is said of them.</param>
public sealed record JudgedRoot(EvaluationRoot Root, Node Tree, IReadOnlyList<JudgedTree> Objects);

/// <summary>
/// Judges the roots of one file. The same value can be in several of them; what is found there is reported once. The analyzer shows what is reported, and the
/// generator tells the build what that was: both must come from here, or the build would repeat it.
/// </summary>
/// <param name="evaluator">The evaluator of the file's compilation.</param>
/// <param name="model">The file's semantic model.</param>
/// <param name="context">What the rules know beside the trees.</param>
/// <param name="report">Takes each finding, its place in the file, and the root that it was found in.</param>
/// <param name="cancellationToken">Ends the analysis.</param>
/// <param name="found">Takes each finding, also one that is reported at the same place already, with its place in the file.</param>
/// <param name="judged">Takes each root that rules can judge, after its findings.</param>
/// <param name="environments">The environments of the project, in each of which a member is evaluated that asks for it; none where the project names none.</param>
public sealed class FileAnalysis(
    StaticEvaluator evaluator,
    SemanticModel model,
    JudgeContext context,
    Action<Finding, SourceOrigin, EvaluationRoot> report,
    CancellationToken cancellationToken,
    Action<Finding, SourceOrigin>? found = null,
    Action<JudgedRoot>? judged = null,
    IReadOnlyList<string>? environments = null)
{
    private readonly HashSet<(string Id, TextSpan Span)> _reported = [];

    /// <summary>What a finished tree has cleared: a part of it that stands for itself, such as a local's first value, is not blamed for what is added later.</summary>
    private readonly HashSet<(string Id, TextSpan Span)> _cleared = [];

    /// <summary>Finds, evaluates and judges the roots, and the texts that are lost where they stand.</summary>
    public void Run()
    {
        var roots = new RootFinder(evaluator).Find(model, cancellationToken).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        var trees = evaluator.Evaluate([.. roots.SelectMany(InEnvironments)]);
        foreach (var same in trees.Where(t => t.Root.IsFinished).Concat(trees.Where(t => !t.Root.IsFinished)).ToLookup(KeyOf).ToList())
        {
            Judge([.. same]);
        }

        RunTexts([.. trees.Select(t => t.Tree)]);
    }

    /// <summary>Judges only the constant texts that the models forget as soon as they have read them, whatever becomes of the value.</summary>
    public void RunTexts() => RunTexts([]);

    private void RunTexts(IReadOnlyList<Node> judgedBefore)
    {
        var texts = new ConvertedTexts(evaluator.Facts, model, cancellationToken).Find().ToList();
        if (texts.Count == 0)
        {
            return;
        }

        // What an object is known to hold is judged there.
        var known = new HashSet<TextSpan>(judgedBefore.SelectMany(Quantities).Select(InThisFile).OfType<SourceOrigin>().Select(origin => origin.Location.SourceSpan));
        foreach (var text in texts.Where(t => !known.Contains(t.Root.Operation.Syntax.Span)))
        {
            Judge([text]);
        }
    }

    private static IEnumerable<Node> Quantities(Node tree) => tree switch
    {
        Mapping mapping => mapping.Entries.SelectMany(e => Quantities(e.Value)),
        Sequence sequence => sequence.Items.SelectMany(Quantities),
        Scalar { IsQuantity: true } => [tree],
        _ => [],
    };

    // A member that is declared as one object can be a sequence, too, and the other way round.
    private static IEnumerable<Node> Objects(Node tree) => tree switch
    {
        Mapping => [tree],
        Sequence sequence => sequence.Items.SelectMany(Objects),
        _ => [],
    };

    // A member that is given the build's context is another one in each environment that it is for.
    private IEnumerable<EvaluationRoot> InEnvironments(EvaluationRoot root) =>
        environments is { Count: > 0 } && root.IsMember && ManifestMembers.Around(root, model, cancellationToken) is IMethodSymbol symbol
        && ManifestMembers.Classify(symbol).Member is { TakesContext: true } member
            ? member.EnvironmentsOf(environments).Select(environment => root with { Environment = environment })
            : [root];

    // What an environment gives is looked at beside what the others give. Where there are none, each tree is alone.
    private static (EvaluationRoot, Node?) KeyOf((EvaluationRoot Root, Node Tree) tree) =>
        tree.Root.Environment is null ? (tree.Root, tree.Tree) : (tree.Root with { Environment = null }, null);

    /// <summary>Judges what a root gives, in one environment or in each of several: what all of them have in common is told once.</summary>
    private void Judge(IReadOnlyList<(EvaluationRoot Root, Node Tree)> trees)
    {
        var findings = new List<(Finding Finding, SourceOrigin Origin, EvaluationRoot Root)>();
        foreach (var (root, tree) in trees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            JudgedRoot result = new(root, tree, [.. Objects(tree).Select(o => Judge(o, root, findings))]);
            judged?.Invoke(result);
        }

        string[] all = [.. trees.Select(t => t.Root.Environment).OfType<string>().Distinct()];
        foreach (var same in findings.ToLookup(f => (f.Finding.Info.Id, f.Origin.Location.SourceSpan, all.Length == 0 ? Absent(f.Finding) : f.Finding.Message)).ToList())
        {
            var (finding, origin, root) = same.First();
            string[] some = [.. same.Select(f => f.Root.Environment).OfType<string>().Distinct()];
            if (!_reported.Contains((same.Key.Id, same.Key.SourceSpan)))
            {
                report(some.Length == all.Length ? finding : finding.In(some), origin, root);
            }
        }

        _reported.UnionWith(findings.Select(f => (f.Finding.Info.Id, f.Origin.Location.SourceSpan)));
    }

    // What is absent is reported at what it is absent from, each by itself.
    private static string Absent(Finding finding) => finding.Place.Node is Missing ? finding.Place.Key : "";

    private JudgedTree Judge(Node tree, EvaluationRoot root, List<(Finding Finding, SourceOrigin Origin, EvaluationRoot Root)> findings)
    {
        var judgedTree = Core.Rules.Judge.All(tree, root.IsFinished ? context : context.ForUnfinished());
        foreach (var verdict in judgedTree.Verdicts)
        {
            if (root.IsFinished && verdict.Truth.IsFalse && SpanOf(verdict.Place) is { } place)
            {
                _cleared.Add((verdict.Info.Id, place));
            }
        }

        foreach (var finding in judgedTree.Findings)
        {
            if (!root.IsFinished && SpanOf(finding.Place) is { } place && _cleared.Contains((finding.Info.Id, place)))
            {
                continue;
            }

            var origin = root.ReportedAt(finding.At, Origin(finding) ?? new(root.Operation.Syntax));
            found?.Invoke(finding, origin);
            findings.Add((finding, origin, root));
        }

        return judgedTree;
    }

    /// <summary>Where a finding is reported: at its node, or at the nearest around it that stands in this file.</summary>
    private SourceOrigin? Origin(Finding finding) => InThisFile(finding.At) ?? finding.Place.Outwards.Select(InThisFile).FirstOrDefault(o => o is not null);

    private TextSpan? SpanOf(TreePlace place) => InThisFile(place.Node)?.Location.SourceSpan;

    private SourceOrigin? InThisFile(Node node) =>
        node.Origin is SourceOrigin origin && origin.Location.SourceTree == model.SyntaxTree ? origin : null;
}
