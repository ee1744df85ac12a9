using System.Reflection;
using System.Text;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Programs of one compilation: what the evaluator claims of their members, compared with what they make, whichever of them runs first.</summary>
internal static class RandomAliasBatch
{
    /// <summary>The programs of a seed.</summary>
    /// <param name="seed">What decides everything.</param>
    /// <param name="most">How many [Manifest] members a large batch has.</param>
    /// <returns>The programs, with names of their own.</returns>
    public static IReadOnlyList<RandomAliasProgram> Programs(int seed, int most)
    {
        var random = new Random(seed);

        // What any program writes is not known of another's statics: small batches write little, and use few of the templates.
        var size = random.Next(4) == 0 ? random.Next(1, 12) : most;
        var (mute, share) = (random.Next(), size == most ? 0.1 : 0.5);
        var programs = new List<RandomAliasProgram>();
        for (var members = 0; members < size; members += programs[^1].Count)
        {
            programs.Add(new(random.Next(), programs.Count, text => RandomAliasProgram.Hash(text, mute) < share));
        }

        return programs;
    }

    /// <summary>Compiles classes, evaluates their [Manifest] members, runs them and compares.</summary>
    /// <param name="classes">The classes' code.</param>
    /// <param name="isReversed">Whether the last member runs first.</param>
    /// <param name="withParts">Whether what is no member's value is evaluated, too; it is not compared, but nothing may throw.</param>
    /// <returns>What became of each member.</returns>
    public static IReadOnlyList<Outcome> Compare(IReadOnlyList<string> classes, bool isReversed, bool withParts = false)
    {
        var code = string.Join("\n", classes);
        var compilation = Code.Compile(new StringBuilder(code).Append(RandomAliasTypes.For(code)).ToString());
        using var loaded = new LoadedManifests(compilation);
        var evaluator = new StaticEvaluator(compilation, TestContext.Current.CancellationToken);
        var roots = new RootFinder(evaluator).Find(compilation.GetSemanticModel(compilation.SyntaxTrees[1]), TestContext.Current.CancellationToken)
            .Where(r => r.IsFinished || withParts).Select(r => (Root: r, Claim: Evaluated(evaluator, r))).Where(r => r.Root.IsFinished || r.Claim.Thrown is not null).ToList();
        return [.. (isReversed ? Enumerable.Reverse(roots) : roots).Select(r => Outcome(loaded.Assembly, r.Root, r.Claim.Tree, r.Claim.Thrown))];
    }

    private static (Node? Tree, Exception? Thrown) Evaluated(StaticEvaluator evaluator, EvaluationRoot root)
    {
        try
        {
            return (evaluator.Evaluate(root), null);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            return (null, thrown);
        }
    }

    private static Outcome Outcome(Assembly assembly, EvaluationRoot root, Node? claimed, Exception? bug)
    {
        var owner = root.Operation.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().Last().Identifier.Text;
        if (claimed is null)
        {
            return new(owner, new(), [$"The evaluator threw {bug}"], 0, null);
        }

        Node actual;
        try
        {
            actual = Running.Read(assembly, root);
        }
        catch (Exception thrown)
        {
            // An iterator runs while it is read, so what it throws has no exception of reflection around it.
            return new(owner, new(), [], 0, thrown is TargetInvocationException or TypeInitializationException ? thrown.GetBaseException() : thrown);
        }

        var agreement = new Agreement();
        agreement.Compare(claimed, actual);
        var verdicts = VerdictAgreement.Differences(claimed, actual, out var decided);
        return new(owner, agreement, [.. agreement.Differences, .. verdicts], decided, null);
    }
}

/// <summary>What became of a member.</summary>
/// <param name="Program">The class that it stands in.</param>
/// <param name="Agreement">How much the evaluator says of it.</param>
/// <param name="Differences">What is not so.</param>
/// <param name="Decided">How many verdicts of rules are decided.</param>
/// <param name="Thrown">What the member threw: then there is nothing to compare with.</param>
internal sealed record Outcome(string Program, Agreement Agreement, IReadOnlyList<string> Differences, int Decided, Exception? Thrown);
