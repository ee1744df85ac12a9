using System.Text.Json;
namespace K8sSharpManifests.StaticEvaluation.Tests;
public class Scratch
{
    [Fact]
    public void Dumped()
    {
        var roots = Cases.Compilations.SelectMany(c => Evaluate.Roots(c)).Where(r => r.Root.IsFinished).ToList();
        File.WriteAllText("/tmp/actual.json", JsonSerializer.Serialize(Cases.All.Select((c, i) => new[] { c.Code, c.Expected, Dump.Of(c.Find(roots[i].Tree)) })));
    }
}
