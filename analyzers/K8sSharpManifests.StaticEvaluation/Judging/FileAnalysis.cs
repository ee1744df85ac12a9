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
public sealed class FileAnalysis(
    StaticEvaluator evaluator,
    SemanticModel model,
    JudgeContext context,
    Action<Finding, SourceOrigin, EvaluationRoot> report,
    CancellationToken cancellationToken,
    Action<Finding, SourceOrigin>? found = null,
    Action<JudgedRoot>? judged = null)
{
    private readonly HashSet<(string Id, TextSpan Span)> _reported = [];

    /// <summary>What a finished tree has cleared: a part of it that stands for itself, such as a local's first value, is not blamed for what is added later.</summary>
    private readonly HashSet<(string Id, TextSpan Span)> _cleared = [];

    /// <summary>Finds, evaluates and judges the roots, and the texts that are lost where they stand.</summary>
    public void Run()
    {
        var roots = new RootFinder(evaluator).Find(model, cancellationToken).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        var trees = evaluator.Evaluate(roots);
        foreach (var (root, tree) in trees.Where(t => t.Root.IsFinished).Concat(trees.Where(t => !t.Root.IsFinished)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            JudgedRoot result = new(root, tree, [.. Objects(tree).Select(o => Judge(o, root))]);
            judged?.Invoke(result);
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
        foreach (var (root, tree) in texts.Where(t => !known.Contains(t.Root.Operation.Syntax.Span)))
        {
            JudgedRoot result = new(root, tree, [Judge(tree, root)]);
            judged?.Invoke(result);
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

    private JudgedTree Judge(Node tree, EvaluationRoot root)
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
            if (_reported.Add((finding.Info.Id, origin.Location.SourceSpan)))
            {
                report(finding, origin, root);
            }
        }

        return judgedTree;
    }

    /// <summary>Where a finding is reported: at its node, or at the nearest around it that stands in this file.</summary>
    private SourceOrigin? Origin(Finding finding) => InThisFile(finding.At) ?? finding.Place.Outwards.Select(InThisFile).FirstOrDefault(o => o is not null);

    private TextSpan? SpanOf(TreePlace place) => InThisFile(place.Node)?.Location.SourceSpan;

    private SourceOrigin? InThisFile(Node node) =>
        node.Origin is SourceOrigin origin && origin.Location.SourceTree == model.SyntaxTree ? origin : null;
}
