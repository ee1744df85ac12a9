#pragma warning disable xUnit1051
namespace K8sSharpManifests.StaticEvaluation.Tests;
public class Scratch2
{
    [Fact]
    public void Why()
    {
        File.Delete("/tmp/why.txt");
        foreach (var code in File.ReadAllText("/tmp/progs.txt").Split("----"))
        {
        var c = Code.Compile("using static SharedHelpers; static class P { " + code + " }\n" + Proofs.ProofProgram.Shared.Replace("global using static SharedHelpers;", ""));
        File.AppendAllText("/tmp/why.txt", code.Trim() + "\n" + string.Join("\n", c.GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)) + string.Join("\n", Evaluate.Roots(c).Where(r => r.Root.IsFinished).Select(r => "   => " + Dump.Of(r.Tree))) + "\n");
        }
    }
}
