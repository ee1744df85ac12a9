using System.Reflection;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>The evaluator, compiled anew with a switch for each case of its switches.</summary>
internal sealed class MutatedEvaluator
{
    private const string Name = "K8sSharpManifests.StaticEvaluation";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly Assembly _assembly;
    private readonly FieldInfo _off;
    private readonly HashSet<int> _reached;

    public MutatedEvaluator()
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var mutants = new List<string>();
        var folder = Path.Combine(Code.Repository, "analyzers", Name);
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f))
            .Select(t => Path.GetFileName(Path.GetDirectoryName(t.FilePath)) is "Evaluation" or "FrameworkMembers" or "Values" or "Models" ? t.WithRootAndOptions(new CaseRewriter(mutants).Visit(t.GetRoot()), options) : t)
            .Select(t => CSharpSyntaxTree.ParseText(t.ToString(), options, t.FilePath));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileNameWithoutExtension(p) != Name).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(
            Name,
            [.. trees, CSharpSyntaxTree.ParseText(Usings, options), CSharpSyntaxTree.ParseText(CaseRewriter.Switches, options)],
            references,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        _assembly = Running.Load(compilation);
        Mutants = mutants;
        var switches = _assembly.GetType("Mutants")!;
        _off = switches.GetField("Off")!;
        _reached = (HashSet<int>)switches.GetField("Reached")!.GetValue(null)!;
    }

    /// <summary>What each mutant takes away.</summary>
    public IReadOnlyList<string> Mutants { get; }

    /// <summary>What the evaluator without a mutant finds of a program's file: which roots it has, and each of them.</summary>
    /// <param name="program">The program.</param>
    /// <param name="describe">What is compared of a tree.</param>
    /// <param name="file">The index of the file that roots are looked for in.</param>
    public IEnumerable<Example> Examples(CSharpCompilation program, Func<Node, string> describe, int file = 1)
    {
        yield return Of(() => string.Join(" ", Roots(program, file).Select(r => ((IOperation)((dynamic)r).Operation).Syntax.Span.ToString())));
        foreach (var root in Roots(program, file))
        {
            yield return Of(() => describe((Node)((dynamic)Create("StaticEvaluator", program, CancellationToken.None)).Evaluate((dynamic)root)));
        }
    }

    /// <summary>Whether an example tells that a case is missing.</summary>
    public bool Shows(Example example, int mutant)
    {
        Begin(mutant);
        try
        {
            return example.Run() != example.Known;
        }
        catch (Exception)
        {
            return true;
        }
    }

    private Example Of(Func<string> run)
    {
        Begin(-1);
        _reached.Clear();
        return new(run, run(), [.. _reached]);
    }

    private List<object> Roots(CSharpCompilation program, int file)
    {
        dynamic finder = Create("RootFinder", Create("StaticEvaluator", program, CancellationToken.None));
        return [.. Enumerable.Cast<object>(finder.Find(program.GetSemanticModel(program.SyntaxTrees[file]), CancellationToken.None))];
    }

    private void Begin(int mutant)
    {
        _off.SetValue(null, mutant);
        Forget();
    }

    /// <summary>What is remembered of files and bodies is found anew.</summary>
    private void Forget()
    {
        foreach (var (type, field) in new[] { ("WrittenInFile", "Files"), ("ModelNames", "Files"), ("CompilationFacts", "KnownTraits") })
        {
            var table = _assembly.GetType($"{Name}.{type}")!.GetField(field, BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
            table.GetType().GetMethod("Clear")!.Invoke(table, null);
        }
    }

    private object Create(string type, params object[] arguments) => Activator.CreateInstance(_assembly.GetType($"{Name}.{type}")!, arguments)!;

    /// <summary>What is found, how to find it again, and the cases that this takes.</summary>
    public sealed record Example(Func<string> Run, string Known, IReadOnlyCollection<int> Reached);
}
