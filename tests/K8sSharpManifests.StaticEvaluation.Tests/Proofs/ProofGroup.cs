using System.Reflection;
using System.Runtime.Loader;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>
/// Programs of one kind. They are compiled as one assembly to run. Each is evaluated in a compilation of its own: what one program does to its statics
/// would hide what the evaluation thinks of another's.
/// </summary>
internal sealed class ProofGroup
{
    // What is added to it shares its references, which would be the costly part of each compilation.
    private static readonly CSharpCompilation Empty = Code.Compile(ProofProgram.Shared);

    private readonly SyntaxTree[] _trees;
    private readonly Lazy<byte[]> _image;

    public ProofGroup(string name, IReadOnlyList<ProofProgram> programs)
    {
        (Name, Programs) = (name, programs);
        var options = (CSharpParseOptions)Empty.SyntaxTrees[0].Options;
        _trees = [.. programs.Select((p, i) => CSharpSyntaxTree.ParseText(p.File(i), options, $"{name}{i}.cs"))];
        _image = new(Emit);
    }

    public string Name { get; }

    public IReadOnlyList<ProofProgram> Programs { get; }

    /// <summary>The errors of the programs that do not compile.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Empty.AddSyntaxTrees(_trees).GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => $"{Title(d.Location.SourceTree)}: {d}")];

    /// <summary>The [Manifest] members of a program in the order of the source, with what is claimed of them.</summary>
    public IReadOnlyList<(EvaluationRoot Root, Node Tree)> Evaluated(int index) =>
        [.. Evaluate.Roots(Empty.AddSyntaxTrees(_trees[index]), file: 1).Where(r => r.Root.IsFinished)];

    /// <summary>Runs members in this order, in a process' state as fresh as can be, and reads each object at once: the next member may change it.</summary>
    public IReadOnlyList<Node?> Run(IEnumerable<EvaluationRoot> members)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var assembly = context.LoadFromStream(new MemoryStream(_image.Value));
        Node?[] trees = [.. members.Select(m => Read(assembly, m))];
        context.Unload();
        return trees;
    }

    private static Node? Read(Assembly assembly, EvaluationRoot member)
    {
        try
        {
            return Running.Read(assembly, member);
        }
        catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
        {
            // What would have been made cannot be compared.
            return null;
        }
    }

    private byte[] Emit()
    {
        using var stream = new MemoryStream();
        var result = Empty.AddSyntaxTrees(_trees).Emit(stream);
        Assert.True(result.Success, string.Join("\n", Errors));
        return stream.ToArray();
    }

    private string Title(SyntaxTree? tree) => Array.IndexOf(_trees, tree) is >= 0 and var index ? Programs[index].Name : "shared";
}
