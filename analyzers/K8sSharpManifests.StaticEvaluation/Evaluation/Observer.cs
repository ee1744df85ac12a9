using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Keeps the trees of roots in the middle of code, as they are when the code gets there. Code may get there several times: each tree counts. What goes to code that is
/// understood is judged by what comes of it, and what goes elsewhere as it is then.
/// </summary>
/// <param name="roots">The roots.</param>
internal sealed class Observer(IReadOnlyCollection<EvaluationRoot> roots)
{
    /// <summary>After so many another tree of the same place says little.</summary>
    private const int MaxTrees = 4;

    private readonly Dictionary<IOperation, (bool IsFinished, List<Node> Trees)> _roots = roots.GroupBy(r => r.Operation).ToDictionary(g => g.Key, g => (g.First().IsFinished, new List<Node>()));

    // Each operation is looked for, and what the runtime knows an object by costs much the first time.
    private readonly HashSet<int> _starts = [.. roots.Select(r => r.Operation.Syntax.SpanStart)];
    private readonly List<(IOperation Function, Frame Frame)> _functions = [];
    private readonly Dictionary<IOperation, Value> _given = [];

    public int Count => _roots.Count;

    /// <summary>Code in the middle of which roots stand, and that nobody has called.</summary>
    public IEnumerable<(IOperation Function, Frame Frame)> Uncalled => _functions.Where(f => _roots.Any(r => r.Value.Trees.Count == 0 && IsIn(r.Key, f.Function)));

    public IReadOnlyList<Node> Trees(IOperation root) => _roots[root].Trees;

    /// <summary>An operation has given a value.</summary>
    public void Saw(IOperation operation, Value value, Evaluation evaluation)
    {
        if (operation is IAnonymousFunctionOperation && value is FunctionValue function)
        {
            _functions.Add((operation, function.Frame));
        }
        else if (_starts.Contains(operation.Syntax.SpanStart) && _roots.TryGetValue(operation, out var root))
        {
            if (root.IsFinished || !IsGiven(operation))
            {
                Add(root, value, evaluation);
            }
            else
            {
                _given[operation] = value;
            }
        }
    }

    /// <summary>All code has run: what only went to code that is understood is what that has made of it.</summary>
    public void Finish(Evaluation evaluation)
    {
        foreach (var given in _given)
        {
            if (_roots[given.Key].Trees.Count == 0)
            {
                Add(_roots[given.Key], given.Value, evaluation);
            }
        }
    }

    /// <summary>A local function is declared.</summary>
    public void Declared(ILocalFunctionOperation function, Frame frame) => _functions.Add((function, frame));

    /// <summary>Values go to code that is not understood.</summary>
    public void Gave(Call call, Evaluation evaluation)
    {
        foreach (var argument in Arguments(call.Operation))
        {
            var given = argument.Value;
            while (given is IConversionOperation { OperatorMethod: null } conversion)
            {
                given = conversion.Operand;
            }

            if (argument.Parameter is { Ordinal: var ordinal } && ordinal < call.Arguments.Length && _roots.TryGetValue(given, out var root) && !root.IsFinished && IsGiven(given))
            {
                Add(root, call.Arguments[ordinal], evaluation);
            }
        }
    }

    private static IEnumerable<IArgumentOperation> Arguments(IOperation call) => call switch
    {
        IInvocationOperation o => o.Arguments,
        IObjectCreationOperation o => o.Arguments,
        _ => [],
    };

    /// <summary>Whether a local goes somewhere as a whole.</summary>
    private static bool IsGiven(IOperation operation)
    {
        var around = operation.Parent;
        while (around is IConversionOperation)
        {
            around = around.Parent;
        }

        return operation is ILocalReferenceOperation && around is IArgumentOperation;
    }

    private static bool IsIn(IOperation operation, IOperation function)
    {
        for (var around = operation; around is not null; around = around.Parent)
        {
            if (around == function)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add((bool IsFinished, List<Node> Trees) root, Value value, Evaluation evaluation)
    {
        if (root.Trees.Count < MaxTrees && !evaluation.IsExhausted)
        {
            root.Trees.Add(evaluation.Tree(value, root.IsFinished));
        }
    }
}
