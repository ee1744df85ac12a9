extern alias FluentApi;

using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using K8sSharpManifests.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RuleListGenerator = FluentApi::K8sSharpManifests.FluentApi.RuleListGenerator;

namespace K8sSharpManifests.Core.Tests.Mutants;

/// <summary>Core, compiled anew with switches for each condition of the rules about what the API server refuses.</summary>
internal sealed class MutatedRules
{
    private const string Name = "K8sSharpManifests.Core";

    private readonly FieldInfo _on;
    private readonly FieldInfo _count;
    private readonly HashSet<int> _reached;
    private readonly MethodInfo _read;
    private readonly MethodInfo _judge;
    private readonly object _context;

    public MutatedRules()
    {
        // What reads YAML, once more as well: with this Core.
        var assemblies = new Apart();
        var core = assemblies.Core = assemblies.LoadFromStream(Compiled());
        var yaml = assemblies.LoadFromAssemblyPath(typeof(Yaml.TreeReader).Assembly.Location);
        var switches = core.GetType("Mutants")!;
        _on = switches.GetField("On")!;
        _count = switches.GetField("Count")!;
        _reached = (HashSet<int>)switches.GetField("Reached")!.GetValue(null)!;
        _read = yaml.GetType(typeof(Yaml.TreeReader).FullName!)!.GetMethods().First(m => m.Name == nameof(Yaml.TreeReader.ReadObjects));
        _judge = core.GetType(typeof(Core.Rules.Judge).FullName!)!.GetMethod(nameof(Core.Rules.Judge.Run))!;
        _context = core.GetType(typeof(Core.Rules.JudgeContext).FullName!)!.GetConstructors()[0].Invoke([null, null]);
    }

    /// <summary>What each mutant does.</summary>
    public List<string> Mutants { get; } = [];

    /// <summary>The objects of a text, as this Core has them.</summary>
    public IReadOnlyList<object> Read(string text)
    {
        var parameters = _read.GetParameters().Select(p => p.Position == 0 ? text : p.HasDefaultValue ? p.DefaultValue : null).ToArray();
        dynamic read = _read.Invoke(null, parameters)!;
        return [.. ((IEnumerable)read.GetType().GetProperty("Roots").GetValue(read)).Cast<object>()];
    }

    /// <summary>What the rules say without a mutant, and which mutants that takes.</summary>
    public (string Said, IReadOnlyList<int> Reached) Judge(object root)
    {
        _reached.Clear();
        return (Judge(root, -1), [.. _reached]);
    }

    /// <summary>What the rules say with a mutant.</summary>
    public string Judge(object root, int mutant)
    {
        _on.SetValue(null, mutant);
        _count.SetValue(null, 0);
        try
        {
            return string.Join('\n', ((IEnumerable)_judge.Invoke(null, [root, _context])!).Cast<object>());
        }
        catch (Exception)
        {
            return "An exception.";
        }
    }

    private MemoryStream Compiled()
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        var folder = Path.Combine(Repository.Root, "src", Name);
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetRelativePath(folder, f).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f))
            .Select(t => IsMutated(Path.GetRelativePath(folder, t.FilePath).Replace('\\', '/')) ? CSharpSyntaxTree.ParseText(new ConditionRewriter(Mutants).Visit(t.GetRoot()).ToFullString(), options, t.FilePath) : t);
        const string more = """
            global using System;
            global using System.Collections.Generic;
            global using System.IO;
            global using System.Linq;
            global using System.Threading;
            global using System.Threading.Tasks;
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("K8sSharpManifests.Yaml")]
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("K8sSharpManifests", StringComparison.Ordinal)).Select(p => MetadataReference.CreateFromFile(p));
        var compilation = CSharpCompilation.Create(
            Name,
            [.. trees, CSharpSyntaxTree.ParseText(more, options), CSharpSyntaxTree.ParseText(ConditionRewriter.Switches, options)],
            references,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new RuleListGenerator().AsSourceGenerator()], parseOptions: options).RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        var stream = new MemoryStream();
        var resources = typeof(Node).Assembly.GetManifestResourceNames().Select(name => new ResourceDescription(name, () => typeof(Node).Assembly.GetManifestResourceStream(name)!, isPublic: true));
        var result = complete.Emit(stream, manifestResources: resources);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;
        return stream;
    }

    // What is asked of one object by itself, and of a kind that is always there.
    private static bool IsMutated(string path) =>
        path.StartsWith("Rules/Validity/", StringComparison.Ordinal) && !path.StartsWith("Rules/Validity/CustomResources/Objects/", StringComparison.Ordinal)
        && !path.StartsWith("Rules/Validity/Immutability", StringComparison.Ordinal);

    private sealed class Apart() : AssemblyLoadContext(null)
    {
        public Assembly? Core { get; set; }

        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == MutatedRules.Name ? Core : null;
    }
}
