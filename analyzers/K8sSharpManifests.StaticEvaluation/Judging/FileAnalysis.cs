using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Judges the roots of one file. The same value can be in several of them; what is found there is reported once. The analyzer shows what is reported, and the
/// generator tells the build what that was: both must come from here, or the build would repeat it.
/// </summary>
/// <param name="evaluator">The evaluator of the file's compilation.</param>
/// <param name="model">The file's semantic model.</param>
/// <param name="context">What the rules know beside the trees.</param>
/// <param name="report">Takes each finding, its place in the file, and the root that it was found in.</param>
/// <param name="cancellationToken">Ends the analysis.</param>
/// <param name="evaluated">Takes the tree of each root that rules can judge.</param>
/// <param name="found">Takes each finding, also one that is reported at the same place already, with its place in the file.</param>
public sealed class FileAnalysis(
    StaticEvaluator evaluator,
    SemanticModel model,
    JudgeContext context,
    Action<Finding, SourceOrigin, EvaluationRoot> report,
    CancellationToken cancellationToken,
    Action<EvaluationRoot, Node>? evaluated = null,
    Action<Finding, SourceOrigin>? found = null)
{
    private readonly HashSet<(string Id, TextSpan Span)> _reported = [];

    /// <summary>What a finished tree has cleared: a part of it that stands for itself, such as a local's first value, is not blamed for what is added later.</summary>
    private readonly HashSet<(string Id, TextSpan Span)> _cleared = [];

    /// <summary>Finds, evaluates and judges the roots.</summary>
    public void Run()
    {
        var roots = new RootFinder(evaluator).Find(model, cancellationToken).Where(root => JudgedPart.CanHave(root, evaluator.Facts.Models)).ToList();
        cancellationToken.ThrowIfCancellationRequested();
        var trees = evaluator.Evaluate(roots);
        foreach (var (root, tree) in trees.Where(t => t.Root.IsFinished).Concat(trees.Where(t => !t.Root.IsFinished)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            evaluated?.Invoke(root, tree);
            foreach (var part in JudgedPart.Of(tree, root, evaluator.Facts.Models))
            {
                Judge(part, root);
            }
        }
    }

    private void Judge(JudgedPart part, EvaluationRoot root)
    {
        IReadOnlyList<Verdict> verdicts = [];
        var findings = root.IsFinished
            ? Core.Rules.Judge.Run(part.Tree, context, part.Shape, out verdicts)
            : Core.Rules.Judge.Run(part.Tree, context.ForUnfinished(), part.Shape);
        foreach (var verdict in verdicts)
        {
            if (verdict.Truth.IsFalse && Place(part.Tree, verdict.Path) is { } place)
            {
                _cleared.Add((verdict.Info.Id, place));
            }
        }

        foreach (var finding in findings)
        {
            if (!root.IsFinished && Place(part.Tree, finding.Path) is { } place && _cleared.Contains((finding.Info.Id, place)))
            {
                continue;
            }

            var origin = root.ReportedAt(finding.At, Origin(finding, part.Tree) ?? new(root.Operation.Syntax));
            found?.Invoke(finding, origin);
            if (_reported.Add((finding.Info.Id, origin.Location.SourceSpan)))
            {
                report(finding, origin, root);
            }
        }
    }

    /// <summary>Where a finding is reported: at its node, or at the nearest around it that stands in this file.</summary>
    private SourceOrigin? Origin(Finding finding, Node tree) =>
        InThisFile(finding.At) ?? TreePath.Resolve(tree, finding.Path).Reverse().Select(InThisFile).FirstOrDefault(o => o is not null);

    private TextSpan? Place(Node tree, string path) =>
        TreePath.Resolve(tree, path) is { Count: > 0 } nodes ? InThisFile(nodes[nodes.Count - 1])?.Location.SourceSpan : null;

    private SourceOrigin? InThisFile(Node node) =>
        node.Origin is SourceOrigin origin && origin.Location.SourceTree == model.SyntaxTree ? origin : null;
}
