using System.Globalization;
using System.Reflection;
using System.Text;
using k8s;
using k8s.Models;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Every value that the evaluation claims to know is the one that the object has when the code runs.</summary>
public class AgreementTests(ITestOutputHelper output)
{
    [Fact]
    public void Snippets_AgreeWithTheirObjects()
    {
        var code = new StringBuilder("public static class Snippets\n{\n").AppendLine(Tests.Snippets.Helpers);
        foreach (var (index, snippet) in Tests.Snippets.All.Index())
        {
            code.AppendLine($"[Manifest] public static IKubernetesObject Snippet{index} => {snippet};");
        }

        var compilation = Code.Compile(code.AppendLine("}").ToString());
        var total = Compare(compilation, 0);

        Assert.Empty(total.Differences);
        Assert.True(total.Known >= total.Leaves * 90 / 100, $"{total.Known} of {total.Leaves} leaves are known.");
    }

    [Theory]
    [InlineData("OnlineBoutique", 35)]
    [InlineData("PullPolicies", 6)]
    public void Example_AgreesWithItsObjects(string example, int count)
    {
        var compilation = Example(example);
        var total = new Agreement();
        var (objects, decided) = (0, 0);
        var assembly = Running.Load(compilation);
        for (var file = 0; file < compilation.SyntaxTrees.Length - 1; file++)
        {
            foreach (var (root, tree) in Evaluate.Roots(compilation, file).Where(r => r.Root.IsFinished))
            {
                var actual = Running.Read(assembly, root);
                objects += actual is Sequence sequence ? sequence.Items.Count : 1;
                total.Compare(tree, actual);
                Assert.Empty(VerdictAgreement.Differences(tree, actual, out var verdicts));
                decided += verdicts;
            }
        }

        Report(total);
        Checked.Report(example, $"{example}: {total.Known} of {total.Leaves} leaves are known, {decided} verdicts of rules are decided, all as in the objects.");
        Assert.Equal(count, objects);
        Assert.Empty(total.Differences);
        Assert.True(total.Known >= total.Leaves * 95 / 100, $"{total.Known} of {total.Leaves} leaves are known.");
    }

    /// <summary>What a model holds where nothing sets it, and which zeros count, are facts that both front ends have to know.</summary>
    [Fact]
    public void NewModels_AgreeWithTheReader()
    {
        var readers = typeof(ObjectReader).GetMethods(BindingFlags.NonPublic | BindingFlags.Static)
            .Where(m => m.Name == "Read" + m.GetParameters()[0].ParameterType.Name && m.GetParameters()[0].ParameterType.Namespace == typeof(V1Pod).Namespace
                && m.ReturnType == typeof(Mapping))
            .OrderBy(m => m.Name, StringComparer.Ordinal).ToList();
        var types = readers.Select(m => m.GetParameters()[0].ParameterType).ToList();
        var code = new StringBuilder("public static class Models\n{\n");
        foreach (var type in types)
        {
            foreach (var number in new[] { -1, 0, 1 })
            {
                var set = Numbers(type).Where(_ => number >= 0).Select(p => $"{p.Name} = {number}");
                code.AppendLine($"[Manifest] public static {type.Name} New{type.Name}{number + 1} => new() {{ {string.Join(", ", set)} }};");
            }
        }

        var roots = Evaluate.Roots(Code.Compile(code.AppendLine("}").ToString()));
        var total = new Agreement();
        for (var i = 0; i < roots.Count; i++)
        {
            var value = Activator.CreateInstance(types[i / 3])!;
            foreach (var property in Numbers(types[i / 3]).Where(_ => i % 3 > 0))
            {
                property.SetValue(value, Convert.ChangeType((i % 3) - 1, property.PropertyType, CultureInfo.InvariantCulture));
            }

            var isApplied = value is IKubernetesObject<V1ObjectMeta>;
            total.Compare(roots[i].Tree, isApplied ? ObjectReader.Read((IKubernetesObject)value) : (Mapping)readers[i / 3].Invoke(null, [value])!, types[i / 3].Name);
        }

        Assert.Equal(3 * types.Count, roots.Count);
        Assert.True(types.Count > 500);
        Assert.Empty(total.Differences);
        Assert.Equal(total.Leaves, total.Known);

        static IEnumerable<PropertyInfo> Numbers(Type type) => type.GetProperties().Where(p => p.PropertyType == typeof(int) || p.PropertyType == typeof(long));
    }

    internal static CSharpCompilation Example(string name) => Code.CompileTrees(
        Directory.GetFiles(Path.Combine(Code.Repository, "examples", name), "*.cs").Order(StringComparer.Ordinal)
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), path: Path.GetFileName(f))));

    private Agreement Compare(CSharpCompilation compilation, int file)
    {
        var assembly = Running.Load(compilation);
        var total = new Agreement();
        foreach (var (root, tree) in Evaluate.Roots(compilation, file).Where(r => r.Root.IsFinished))
        {
            var actual = Running.Read(assembly, root);
            Assert.Empty(VerdictAgreement.Differences(tree, actual, out _));
            total.Compare(tree, actual, root.Operation.Syntax.Parent!.ToString()[..Math.Min(120, root.Operation.Syntax.Parent.ToString().Length)]);
        }

        Report(total);
        return total;
    }

    private void Report(Agreement total)
    {
        output.WriteLine($"{total.Known} of {total.Leaves} leaves are known.");
        total.Unknown.ForEach(output.WriteLine);
        total.Differences.ToList().ForEach(d => output.WriteLine("WRONG " + d));
    }
}
