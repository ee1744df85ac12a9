using System.Reflection;
using System.Text;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Programs of one compilation: what the evaluator claims of their members, compared with what they make, whichever of them runs first.</summary>
internal static class RandomAliasBatch
{
    /// <summary>The programs of a seed.</summary>
    public static IReadOnlyList<RandomAliasProgram> Programs(int seed, int most)
    {
        var random = new Random(seed);

        // What one program writes another's statics may not be known by: small compilations write little.
        var size = random.Next(5) == 0 ? random.Next(1, 12) : most;
        var (mute, share) = (random.Next(), size == most ? 0.1 : 0.4);
        var programs = new List<RandomAliasProgram>();
        for (var members = 0; members < size; members += programs[^1].Count)
        {
            programs.Add(new(random.Next(), programs.Count, text => RandomAliasProgram.Hash(text, mute) < share));
        }

        return programs;
    }

    /// <summary>Compiles classes, evaluates their [Manifest] members, runs them and compares.</summary>
    public static IReadOnlyList<Outcome> Compare(IReadOnlyList<string> classes, bool isReversed)
    {
        var w = System.Diagnostics.Stopwatch.StartNew();
        var compilation = Compile(classes);
        var evaluator = new StaticEvaluator(compilation, TestContext.Current.CancellationToken);
        var roots = new RootFinder(evaluator).Find(compilation.GetSemanticModel(compilation.SyntaxTrees[1]), TestContext.Current.CancellationToken)
            .Where(r => r.IsFinished).Select(r => (Root: r, Tree: evaluator.Evaluate(r))).ToList();
        var t1 = w.ElapsedMilliseconds;
        using var loaded = new LoadedManifests(compilation);
        var t2 = w.ElapsedMilliseconds;
        var outcomes = (isReversed ? Enumerable.Reverse(roots) : roots).Select(r => Outcome(loaded.Assembly, r.Root, r.Tree));
        var result = outcomes.ToList();
        Console.Error.WriteLine($"{classes.Count} classes {classes.Sum(c => c.Length)} chars: evaluate {t1} emit {t2 - t1} run {w.ElapsedMilliseconds - t2}");
        return result;
    }

    /// <summary>The compilation of classes with the types that they need.</summary>
    public static CSharpCompilation Compile(IReadOnlyList<string> classes)
    {
        var code = string.Join("\n", classes);
        return Code.Compile(new StringBuilder(code).Append(RandomAliasTypes.For(code)).ToString());
    }

    private static Outcome Outcome(Assembly assembly, EvaluationRoot root, Node claimed)
    {
        var owner = root.Operation.Syntax.Ancestors().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>().First().Identifier.Text;
        Console.Error.WriteLine($"chars: {Environment.CurrentManagedThreadId} {owner} {root.Operation.Syntax.Ancestors().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax>().First().ToString().Split(" {")[0]}");
        Node actual;
        try
        {
            actual = Running.Read(assembly, root);
        }
        catch (Exception thrown)
        {
            // An iterator runs while it is read, so what it throws has no exception of reflection around it.
            return new(owner, claimed, null, [], 0, thrown is TargetInvocationException or TypeInitializationException ? thrown.GetBaseException() : thrown);
        }

        var agreement = new Agreement();
        agreement.Compare(claimed, actual);
        var verdicts = VerdictAgreement.Differences(claimed, actual, out var decided);
        return new(owner, claimed, agreement, [.. agreement.Differences, .. verdicts], decided, null);
    }
}

/// <summary>What became of a member.</summary>
/// <param name="Program">The class that it stands in.</param>
/// <param name="Claimed">What the evaluator says of it.</param>
/// <param name="Agreement">How much it says; null where the member threw.</param>
/// <param name="Differences">What is not so.</param>
/// <param name="Decided">How many verdicts of rules are decided.</param>
/// <param name="Thrown">What the member threw.</param>
internal sealed record Outcome(string Program, Node Claimed, Agreement? Agreement, IReadOnlyList<string> Differences, int Decided, Exception? Thrown);
