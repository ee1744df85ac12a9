using System.Runtime.CompilerServices;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

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

    private static readonly ConditionalWeakTable<Compilation, StaticEvaluator> Shared = new();

    internal CompilationFacts Facts => _facts.Value;

    /// <summary>The files that the project hands to its manifests. Of one compilation they are the same for all who share its evaluator.</summary>
    public ProjectInputs ProjectInputs { get; set; } = ProjectInputs.None;

    /// <summary>
    /// The evaluator that all analyzers of a compilation share. An editor may cancel the request that started one and go on with the same compilation, so it must not
    /// remember that request's token. It needs none: the work for one root is bounded, and between roots the token of the file at hand is asked.
    /// </summary>
    /// <param name="compilation">The compilation.</param>
    /// <returns>The evaluator, which lives as long as the compilation.</returns>
    public static StaticEvaluator Of(Compilation compilation) => Shared.GetValue(compilation, c => new(c, CancellationToken.None));

    /// <summary>Evaluates a root.</summary>
    /// <param name="root">The root; see <see cref="RootFinder"/>.</param>
    /// <returns>The tree. Each node that stands in source has a <see cref="SourceOrigin"/>.</returns>
    public Node Evaluate(EvaluationRoot root) => Evaluate([root])[0].Tree;

    /// <summary>Evaluates roots. The code around those that stand in the same body is run once.</summary>
    /// <param name="roots">The roots of one file.</param>
    /// <returns>The roots with their trees, in their order: several for one that the code gets to more than once.</returns>
    public IReadOnlyList<(EvaluationRoot Root, Node Tree)> Evaluate(IReadOnlyList<EvaluationRoot> roots)
    {
        var trees = new Dictionary<EvaluationRoot, IReadOnlyList<Node>>();
        foreach (var body in roots.Where(r => !r.IsMember).GroupBy(r => Outermost(r.Operation)))
        {
            var observer = new Observer([.. body]);
            Run(body.Key, observer);
            foreach (var root in body)
            {
                trees[root] = observer.Trees(root.Operation) is { Count: > 0 } seen ? seen : [Alone(root)];
            }
        }

        return [.. roots.SelectMany(r => r.IsMember ? Member(r) : trees[r].Select(tree => (r, tree)))];
    }

    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is { } around)
        {
            operation = around;
        }

        return operation;
    }

    /// <summary>
    /// What a [Manifest] member gives. Where it is not known how an iterator goes on, what it yields from there speaks for itself, and so does an object of which
    /// it is not known whether it is there.
    /// </summary>
    private IEnumerable<(EvaluationRoot Root, Node Tree)> Member(EvaluationRoot root)
    {
        using var evaluation = new Evaluation(Facts, root.Operation.Syntax.SyntaxTree, null, cancellationToken) { Environment = root.Environment, ProjectInputs = ProjectInputs };

        // What a field holds when it is asked for is not what it began with, if anyone has changed that since.
        var value = root.Operation is ISymbolInitializerOperation && Initialized(root.Operation) is { } member
            ? evaluation.Statics.Read(member, null) ?? new UnknownValue(new(root.Operation.Syntax))
            : evaluation.Run(root.Operation);
        var tree = evaluation.Result(value, root.Operation);
        var isIterator = root.Operation is IBlockOperation && Facts.Traits(root.Operation) is { IsIterator: true, IsBeyond: false };
        (EvaluationRoot Root, Node Tree) whole = (root, evaluation.IsExhausted ? Unknown(root) : tree);
        return isIterator && whole.Tree is not Sequence { IsOpen: false } ? [whole, .. Yielded((IBlockOperation)root.Operation, root.Environment)]
            : evaluation.IsExhausted ? [whole]
            : [whole, .. Optional(root, value, evaluation)];
    }

    private static IEnumerable<(EvaluationRoot Root, Node Tree)> Optional(EvaluationRoot root, Value value, Evaluation evaluation)
    {
        var given = value is Reference { Target.State: ListState list } ? list.Items : [value];
        var expression = root.Operation switch
        {
            IBlockOperation block => BodyTraits.Exits(block).OfType<IReturnOperation>().Select(r => r.ReturnedValue).FirstOrDefault(v => v is not null),
            ISymbolInitializerOperation initializer => initializer.Value,
            _ => null,
        };
        return expression is null ? []
            : given.OfType<ChoiceValue>().Where(c => c.MayBeNull)
                .Select(c => (new EvaluationRoot(expression, IsFinished: true, root.TypeName) { Environment = root.Environment }, evaluation.Tree(Conditions.NotNull(c), isFinished: true))).ToList();
    }

    private IEnumerable<(EvaluationRoot Root, Node Tree)> Yielded(IBlockOperation iterator, string? environment)
    {
        EvaluationRoot[] yielded = [.. BodyTraits.Exits(iterator).OfType<IReturnOperation>().Select(r => r.ReturnedValue).OfType<IOperation>().OrderBy(v => v.Syntax.SpanStart)
            .Select(v => new EvaluationRoot(v, IsFinished: true, v.Type?.Name ?? "") { Environment = environment })];
        var observer = new Observer(yielded);
        using var evaluation = new Evaluation(Facts, iterator.Syntax.SyntaxTree, observer, cancellationToken) { Environment = environment, ProjectInputs = ProjectInputs };
        evaluation.RunToTheEnd(iterator);
        return yielded.SelectMany(y => observer.Trees(y.Operation).Select(tree => (y, tree)));
    }

    private static ISymbol? Initialized(IOperation initializer) => initializer switch
    {
        IFieldInitializerOperation { InitializedFields: [var field] } => field,
        IPropertyInitializerOperation { InitializedProperties: [var property] } => property,
        _ => null,
    };

    /// <summary>Runs a body, and the functions in it that nobody has called.</summary>
    private void Run(IOperation body, Observer observer)
    {
        using var evaluation = new Evaluation(Facts, body.Syntax.SyntaxTree, observer, cancellationToken) { ProjectInputs = ProjectInputs };
        if (Facts.Traits(body).IsBeyond)
        {
            return;
        }

        evaluation.Run(body);
        var run = new HashSet<IOperation>();
        while (observer.Uncalled.FirstOrDefault(f => run.Add(f.Function)) is { Function: { } function, Frame: { } frame } && !evaluation.IsExhausted)
        {
            evaluation.RunLater(function, frame);
        }

        observer.Finish(evaluation);
    }

    /// <summary>A root that the code around it does not get to, as far as it is known.</summary>
    private Node Alone(EvaluationRoot root)
    {
        using var evaluation = new Evaluation(Facts, root.Operation.Syntax.SyntaxTree, null, cancellationToken) { ProjectInputs = ProjectInputs };
        var value = evaluation.Evaluate(root.Operation, evaluation.NewFrame(null, Outermost(root.Operation), null));
        return evaluation.IsExhausted ? Unknown(root) : evaluation.Tree(value, root.IsFinished);
    }

    private static Unknown Unknown(EvaluationRoot root) => new(new SourceOrigin(root.Operation.Syntax));
}
