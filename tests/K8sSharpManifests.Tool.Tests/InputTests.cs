using System.Text;

namespace K8sSharpManifests.Tool.Tests;

public sealed class InputTests
{
    private static readonly string Bad = LintFolder.Pod("web:latest");

    [Theory]
    [InlineData(".", "a.yaml b/c.yml b/d/e.JSON z.json")]
    [InlineData("./", "a.yaml b/c.yml b/d/e.JSON z.json")]
    [InlineData("b", "b/c.yml b/d/e.JSON")]
    [InlineData("b/", "b/c.yml b/d/e.JSON")]
    [InlineData("./b", "./b/c.yml ./b/d/e.JSON")]
    [InlineData(".hidden", ".hidden/h.yaml")]
    [InlineData("bin/x", "bin/x/i.yaml")]
    [InlineData("*.yaml", "a.yaml")]
    [InlineData("**", "a.yaml b/c.yml b/d/e.JSON k.txt z.json")]
    [InlineData("**/*.yml", "b/c.yml")]
    [InlineData("b/**/e.*", "b/d/e.JSON")]
    [InlineData("?/?.yml", "b/c.yml")]
    [InlineData("./b/../b/*.yml", "./b/../b/c.yml")]
    [InlineData("k.txt", "k.txt")]
    [InlineData("b a.yaml b/c.yml .", "a.yaml b/c.yml b/d/e.JSON z.json")]
    [InlineData("a.yaml ./a.yaml", "./a.yaml")]
    public void Path_StandsForFiles(string paths, string expected)
    {
        using var folder = new LintFolder();
        foreach (var name in new[] { "a.yaml", "b/c.yml", "b/d/e.JSON", "z.json", "k.txt", ".hidden/h.yaml", ".h.yaml.swp", "bin/x/i.yaml", "obj/i.yaml", "node_modules/i.json", "b/node_modules/i.yaml" })
        {
            folder.Write(name, Bad);
        }

        Assert.Equal(expected, string.Join(' ', folder.Lint(paths.Split(' ')).Findings.Select(finding => finding.Split(':')[0])));
    }

    [Fact]
    public void StandardInput_IsAFileLikeOthers()
    {
        using var folder = new LintFolder { Input = Bad }.Write("a.yaml", Bad);
        Assert.Equal(["-:6:12 warning K8S104", "a.yaml:6:12 warning K8S104"], folder.Lint("a.yaml", "-", "-").Findings);
    }

    [Fact]
    public void FileWithAStarInItsName_IsThatFile()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        using var folder = new LintFolder().Write("a*.yaml", Bad).Write("ab.yaml", Bad);
        Assert.Equal(["a*.yaml:6:12 warning K8S104"], folder.Lint("a*.yaml").Findings);
    }

    [Theory]
    [InlineData("nowhere.yaml", "'nowhere.yaml' is not there.")]
    [InlineData("nowhere/*.yaml", "'nowhere/*.yaml' matches no file.")]
    [InlineData("*.yml", "'*.yml' matches no file.")]
    [InlineData("empty", "'empty' has no *.yaml, *.yml or *.json in it, hidden folders and bin, obj, node_modules aside.")]
    [InlineData("no.yaml", "there is no Kubernetes object to judge in what was given.")]
    [InlineData("data", "there is no Kubernetes object to judge in what was given.")]
    public void PathThatStandsForNothing_IsNoSuccess(string path, string message)
    {
        using var folder = new LintFolder().Write("a.yaml", Bad).Write("empty/x.txt", "").Write("no.yaml", "# nothing\n").Write("data/package.json", "{}");
        Assert.Equal(new Ran(2, "", $"k8ssharp: {message}\n"), folder.Lint(path));
    }

    [Fact]
    public void FileThatCannotBeRead_LeavesTheOthers()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var folder = new LintFolder().Write("a.yaml", Bad);
        File.CreateSymbolicLink(Path.Combine(folder.FullPath, "b.yaml"), "nowhere");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullPath, "around"), folder.FullPath);

        var ran = folder.Lint(".");

        Assert.Equal(2, ran.ExitCode);
        Assert.Equal(["a.yaml:6:12 warning K8S104"], ran.Findings);
        Assert.StartsWith("k8ssharp: 'b.yaml' cannot be read: ", ran.Error, StringComparison.Ordinal);
    }

    // What others keep beside manifests.
    [Theory]
    [InlineData("values.yaml", "image: {tag: latest}\n")]
    [InlineData("values.yaml", "kinds: [a]\napiVersions: {}\n")]
    [InlineData("package.json", "{\"name\": \"kind\"}")]
    [InlineData("tsconfig.json", "{\n  // no JSON\n  \"a\": 1,\n}\n")]
    [InlineData("patch.yaml", "- op: add\n  path: /kind\n")]
    [InlineData("empty.yaml", "")]
    public void FileOfAFolderThatIsNotForKubernetes_IsSkipped(string name, string text)
    {
        using var folder = new LintFolder().Write("d/a.yaml", LintFolder.Pod("acme/web:1.4.2")).Write($"d/{name}", text);
        Assert.Equal(new Ran(0, "Nothing found: 1 object in 1 file. Skipped, since nothing in them is for Kubernetes: 1 file.\n", ""), folder.Lint("d"));
    }

    [Fact]
    public void BytesThatAreNoText_AreSkippedInFoldersOnly()
    {
        using var folder = new LintFolder().Write("d/a.yaml", LintFolder.Pod("acme/web:1.4.2")).Write("d/b.json", [0x80, 0xFF]);
        Assert.Equal(0, folder.Lint("d").ExitCode);
        Assert.Equal("d/b.json:1:1 error K8S915", Assert.Single(folder.Lint("d/b.json").Findings));
    }

    [Fact]
    public void EncodingWithAMark_IsRead()
    {
        using var folder = new LintFolder().Write("a.yaml", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Bad)]).Write("b.yaml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Bad)]);
        Assert.Equal(["a.yaml:6:12 warning K8S104", "b.yaml:6:12 warning K8S104"], folder.Lint(".").Findings);
    }

    [Fact]
    public void Output_IsTheSameInEachRun()
    {
        using var folder = new LintFolder();
        for (var i = 0; i < 100; i++)
        {
            folder.Write($"d{i % 7}/f{i}.yaml", Bad + "---\n" + LintFolder.Pod("Web:latest") + "---\na: [\n");
        }

        var first = folder.Lint(".", "--format", "json").Output;
        Assert.Equal(300, first.Count(c => c == '\n'));
        Assert.Equal(first.Split('\n').Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal).Skip(1), first.Split('\n').SkipLast(1).Select(line => line.Split(',')[0]));
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(first, folder.Lint(".", "--format", "json").Output));
    }
}
