using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Reads C# that has not run into the manifest tree. What it claims to know equals what the ObjectReader finds in the object that the code makes; all else is
/// <see cref="Unknown"/>, or an open mapping or sequence. It changes nothing, never throws but for cancellation, and serves all threads of a compilation.
/// </summary>
/// <param name="compilation">The compilation whose code is evaluated.</param>
/// <param name="cancellationToken">Ends all evaluations.</param>
public sealed class StaticEvaluator(Compilation compilation, CancellationToken cancellationToken)
{
    // Binding the embedded sources costs, and most compilations' files hold no manifest.
    private readonly Lazy<CompilationFacts> _facts = new(() => new(compilation, cancellationToken), LazyThreadSafetyMode.PublicationOnly);

    internal CompilationFacts Facts => _facts.Value;

    /// <summary>Evaluates a root.</summary>
    /// <param name="root">The expression, initialiser or body; see <see cref="RootFinder"/>.</param>
    /// <param name="isFinished">
    /// Whether the value is complete, so that what is not there is <see cref="Missing"/>. Else someone may complete it, and every mapping and sequence is open.
    /// </param>
    /// <returns>The tree. Each node that stands in source has a <see cref="SourceOrigin"/>.</returns>
    public Node Evaluate(IOperation root, bool isFinished)
    {
        var evaluation = new Evaluation(Facts, root.Syntax.SyntaxTree, cancellationToken);
        var value = evaluation.Evaluate(root, Statements.FrameAt(root, evaluation));
        return evaluation.IsExhausted
            ? new Unknown(new SourceOrigin(root.Syntax.GetLocation()))
            : new TreeBuilder(isFinished).Root(value);
    }
}
