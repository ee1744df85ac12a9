#pragma warning disable xUnit1051
namespace K8sSharpManifests.StaticEvaluation.Tests;
public class Scratch2
{
    [Fact]
    public void Why()
    {
        var c = Cases.Compilations[0];
        var t = typeof(StaticEvaluator).Assembly;
        var e = new StaticEvaluator(c, default);
        dynamic facts = typeof(StaticEvaluator).GetProperty("Facts", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(e)!;
        object w = facts.GetType().GetProperty("Written").GetValue(facts);
        var text = "";
        foreach (var f in w.GetType().GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance))
        {
            var v = f.GetValue(w);
            if (v is Lazy<HashSet<string>> l) v = l.Value;
            text += f.Name + ": " + (v is System.Collections.IEnumerable i ? string.Join(" | ", i.Cast<object>()) : v) + "\n";
        }
        File.WriteAllText("/tmp/why.txt", text);
        var inFile = t.GetType("K8sSharpManifests.StaticEvaluation.WrittenInFile")!;
        foreach (var tree in c.SyntaxTrees)
        {
            dynamic of = inFile.GetMethod("Of")!.Invoke(null, [tree, default(CancellationToken)])!;
            var p = of.GetType().GetProperty("Elsewhere").GetValue(of);
            foreach (object x in p) File.AppendAllText("/tmp/why.txt", x + "  in " + ((Microsoft.CodeAnalysis.SyntaxNode)x).Parent!.Parent + "\n");
        }
        foreach (var name in c.SyntaxTrees[1].GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.IdentifierNameSyntax>().Where(n => n.Identifier.Text == "Words"))
        {
            bool ok = (bool)inFile.GetMethod("IsRead", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.Invoke(null, [name, new HashSet<string>()])!;
            if (!ok) File.AppendAllText("/tmp/why.txt", "NOT READ: " + name.Parent!.Parent + "\n");
        }
    }
}
