using System.Globalization;
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

    // Not the invariant one: what is proved holds on every machine.
    private static readonly CultureInfo Foreign = MakeForeign();

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

    /// <summary>The compilation that a program is evaluated in; its own file comes last.</summary>
    public CSharpCompilation CompilationOf(int index) => Empty.AddSyntaxTrees(_trees[index]);

    /// <summary>The [Manifest] members of a program in the order of the source, with what is claimed of them.</summary>
    public IReadOnlyList<(EvaluationRoot Root, Node Tree)> Evaluated(int index) =>
        [.. Evaluate.Roots(CompilationOf(index), file: 1).Where(r => r.Root.IsFinished)];

    /// <summary>Runs members in this order, with statics that nobody has touched, and reads each object at once: the next member may change it.</summary>
    /// <param name="members">The members.</param>
    /// <param name="abroad">Whether they run where numbers are written and letters are raised in another way.</param>
    /// <returns>What they gave; null where one threw.</returns>
    public IReadOnlyList<Node?> Run(IEnumerable<EvaluationRoot> members, bool abroad)
    {
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var assembly = context.LoadFromStream(new MemoryStream(_image.Value));
        var home = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = abroad ? Foreign : CultureInfo.InvariantCulture;
        try
        {
            return [.. members.Select(m => Read(assembly, m))];
        }
        finally
        {
            CultureInfo.CurrentCulture = home;
            context.Unload();
        }
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

    private static CultureInfo MakeForeign()
    {
        // Where there is no data of cultures, its numbers are foreign at least.
        const string name = "tr-TR";
        var known = CultureInfo.GetCultures(CultureTypes.AllCultures).Any(c => c.Name == name);
        var culture = (CultureInfo)(known ? CultureInfo.GetCultureInfo(name) : CultureInfo.InvariantCulture).Clone();
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return culture;
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
