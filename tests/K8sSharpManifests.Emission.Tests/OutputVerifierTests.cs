using System.Text;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Tests;

public sealed class OutputVerifierTests
{
    private const string WayOut = ": build without ManifestVerify and commit the result";

    private static readonly (string, string)[] Good = [("a.yaml", "kind: Pod\nspec:\n  replicas: 3\n"), ("b.yaml", "kind: Pod\n")];

    [Fact]
    public void SameFiles_AreUpToDate() => Assert.Empty(Verify(Good, Good));

    [Fact]
    public void CheckoutWithOtherNewlines_IsUpToDate() => Assert.Empty(Verify(
        Good, Good, folder => Array.ForEach(Directory.GetFiles(folder), f => File.WriteAllText(f, File.ReadAllText(f).Replace("\n", "\r\n", StringComparison.Ordinal)))));

    [Fact]
    public void ForeignFile_IsNoneOfOurs() => Assert.Empty(Verify(Good, Good, folder => File.WriteAllText(Path.Combine(folder, "mine.yaml"), "")));

    [Fact]
    public void ChangedLine_IsShown() => Assert.Equal(
        ["out/a.yaml(3,1): error K8S908: has 'replicas: 2' where the code gives 'replicas: 3'" + WayOut],
        Verify([("a.yaml", "kind: Pod\nspec:\n  replicas: 2\n"), Good[1]], Good));

    [Fact]
    public void LineMoreOrLess_IsShown()
    {
        Assert.Equal(
            ["out/b.yaml(2,1): error K8S908: has 'spec: {}' where the code gives no more lines" + WayOut],
            Verify([Good[0], ("b.yaml", "kind: Pod\nspec: {}\n")], Good));
        Assert.Equal(
            ["out/b.yaml(1,1): error K8S908: has no more lines where the code gives 'kind: Pod'" + WayOut],
            Verify([Good[0], ("b.yaml", "")], Good));
    }

    [Fact]
    public void MissingAndStaleFiles_AreNamed() => Assert.Equal(
        [
            "out/b.yaml(1,1): error K8S908: is missing" + WayOut,
            "out/Kustomization(5,1): error K8S908: has '- c.yaml' where the code gives '- b.yaml'" + WayOut,
            "out/.Acme.k8ssharpmanifests(4,1): error K8S908: has 'c.yaml' where the code gives 'b.yaml'" + WayOut,
            "out/c.yaml(1,1): error K8S908: is stale, since nothing gives it any more" + WayOut,
        ],
        Verify([Good[0], ("c.yaml", "kind: Pod\n")], Good));

    [Fact]
    public void LastManifestGone_IsStale() => Assert.Equal(2, Verify([Good[1]], []).Count(l => l.Contains("is stale", StringComparison.Ordinal)));

    [Fact]
    public void NoFolder_IsOneErrorThatSaysWhatToDo()
    {
        using var run = new EmissionRun();
        OutputVerifier.Verify(new(run.Output, run.Options.Project), Of(Good), hasHeader: false, run.Findings);

        Assert.Equal(
            ["Acme.csproj : error K8S908: there are no manifests to compare with in 'out'" + WayOut + "; ManifestOutputPath says where they go"],
            run.Lines());
    }

    // What a build prints is kept, and read by many.
    [Theory]
    [InlineData("kind: Secret\ndata:\n  a: b2xk\n", "kind: Secret\ndata:\n  a: bmV3\n")]
    [InlineData("kind: Pod\n---\nkind: Secret\ndata:\n  a: b2xk\n---\nkind: Pod\n", "kind: Pod\n---\nkind: Secret\ndata:\n  a: bmV3\n---\nkind: Pod\n")]
    [InlineData("kind: Pod\n---\ndata:\n  a: b2xk\nkind: Secret\n", "kind: Pod\n")]
    public void LinesOfASecret_AreNotShown(string committed, string expected)
    {
        var lines = Verify([("a.yaml", committed)], [("a.yaml", expected)]);

        var line = Assert.Single(lines);
        Assert.EndsWith("differs from here on (the lines are not shown, because this is a Secret)" + WayOut, line, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyFiles_AreCountedInTheEnd()
    {
        var files = Enumerable.Range(0, 250).Select(i => ($"{i:000}.yaml", "a: 1\n")).ToArray();
        var lines = Verify(files, [.. files.Select(f => (f.Item1, "a: 2\n"))]);

        Assert.Equal(101, lines.Length);
        Assert.Equal("Acme.csproj : error K8S908: and 150 more files in 'out' are not up to date", lines[^1]);
    }

    private static string[] Verify((string, string)[] committed, (string, string)[] expected, Action<string>? change = null)
    {
        using var run = new EmissionRun();
        OutputWriter.Write(OutputWriter.Plan(new(run.Output, run.Options.Project), Of(committed), hasHeader: false)!);
        change?.Invoke(run.Output);
        var before = Snapshot(run.Output);

        OutputVerifier.Verify(new(run.Output, run.Options.Project), Of(expected), hasHeader: false, run.Findings);

        Assert.Equal(before, Snapshot(run.Output));
        return [.. run.Lines().Select(l => l.Replace('\\', '/'))];
    }

    private static string[] Snapshot(string folder) =>
        [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O} {File.ReadAllText(f)}")];

    private static ManifestFile[] Of((string Name, string Text)[] files) => [.. files.Select(f => new ManifestFile(f.Name, Encoding.UTF8.GetBytes(f.Text)))];
}
