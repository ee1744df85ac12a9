namespace K8sSharpManifests.Emission.Tests;

public sealed class EntryRunnerTests
{
    [Fact]
    public void MemberThatSetsTheCurrentDirectoryOrAVariable_ChangesItForNoOther()
    {
        var before = Directory.GetCurrentDirectory();
        using var run = new EmissionRun();
        var variable = "ACME_" + Guid.NewGuid().ToString("N");
        var file = Path.Combine(before, Guid.NewGuid().ToString("N") + ".txt");
        File.WriteAllText(file, "read");
        try
        {
            var seen = new List<string>();
            run.Run(
                [new("A.Moving", "A.cs", 1, 1), new("A.Next", "A.cs", 2, 1)],
                Moving,
                context => Seen(Directory.GetCurrentDirectory() + context.Variable(variable)));

            Assert.Equal(["read", before], seen);

            object? Moving(ManifestContext context)
            {
                Directory.SetCurrentDirectory(Path.GetTempPath());
                Environment.SetEnvironmentVariable(variable, "late");
                return Seen(context.ReadText(Path.GetFileName(file)));
            }

            object? Seen(string text)
            {
                seen.Add(text);
                return null;
            }
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
            Environment.SetEnvironmentVariable(variable, null);
            File.Delete(file);
        }
    }
}
