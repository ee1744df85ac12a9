using System.Runtime.CompilerServices;
using System.Text;
using K8sSharpManifests.FolderAnalysis;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>Most of the code that an analyzer sees is being typed, and the rest is anybody's. It must neither throw there nor fall silent about what is fine.</summary>
public sealed class FolderAnalysisTests : IDisposable
{
    private static readonly bool IsCI = Environment.GetEnvironmentVariable("CI") == "true";

    private readonly string _folder = Directory.CreateTempSubdirectory("k8s-folder-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task OwnRepository_NothingThrowsAndNoFalseAlarm()
    {
        if (!IsCI)
        {
            Assert.Skip("Takes a minute: CI looks at it.");
        }

        var report = await Run(AnalyzerAssemblyTests.Repository, variants: 2);

        Assert.InRange(report.Times.Count, 300, int.MaxValue);
        Assert.All(report.Findings, finding => Assert.True(
            finding.Text.Contains("/examples/PullPolicies/", StringComparison.Ordinal) || finding.Text.Contains("Tests.cs(", StringComparison.Ordinal),
            finding.Text));
    }

    [Fact]
    public async Task ExamplesBeingTyped_NothingThrowsAndNoFindingIsLost()
    {
        var report = await Run(Path.Combine(AnalyzerAssemblyTests.Repository, "examples"), IsCI ? 30 : 5);

        Assert.Equal(["MutableTag.cs"], FilesWith(report, "K8S106"));
        Assert.Equal(["PrivateImage.cs"], FilesWith(report, "K8S104"));
        Assert.Equal(2, report.Findings.Count);
        Assert.NotEqual(0, report.Fixes);
    }

    [Fact]
    public async Task HostileCode_NothingThrowsAndNoFindingIsLost()
    {
        foreach (var (name, text) in HostileCode.Files)
        {
            Write(name, text);
        }

        var report = await Run(_folder, IsCI ? 3 : 1);

        // Each of them has a pod that is wrong; what surrounds it is worse.
        Assert.Equal(HostileCode.Files.Keys.Order(), FilesWith(report, "K8S106"));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public async Task FileInAnEncoding_IsRead(string encoding, bool hasMark)
    {
        Write("Pod.cs", "// Überall\n" + HostileCode.WrongPod("Pod"), Encoding.GetEncoding(encoding), hasMark);

        Assert.Equal("K8S106", Assert.Single((await Run(_folder)).Findings).Id);
    }

    [Fact]
    public async Task BytesThatAreNoText_AreNoFinding()
    {
        var bytes = new byte[20_000];
        new Random(1).NextBytes(bytes);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "Bytes.cs"), bytes, TestContext.Current.CancellationToken);

        Assert.Empty((await Run(_folder, variants: 1)).Findings);
    }

    [Fact]
    public async Task FilesOfNoConcern_AreNotRead()
    {
        foreach (var folder in new[] { "bin", "obj", ".git", "node_modules" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
            Write(Path.Combine(folder, "Pod.cs"), HostileCode.WrongPod("Pod"));
        }

        Write("Pod.txt", HostileCode.WrongPod("Pod"));

        Assert.Empty((await Run(_folder)).Times);
    }

    [Fact]
    public async Task EditorConfig_HoldsForItsFolder()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "private"));
        Write("Pod.cs", """public static class Pods { [Manifest] public static V1Pod Pod => K8s.Pod("a").AddContainer("a", "acme/shop:1.2"); }""");
        Write("private/Pod.cs", """public static class PrivatePods { [Manifest] public static V1Pod Pod => K8s.Pod("a").AddContainer("a", "acme/shop:1.2"); }""");
        Write("private/.editorconfig", "[*.cs]\nk8s_private_registries = docker.io/acme/*\n");

        var (id, text) = Assert.Single((await Run(_folder)).Findings);

        Assert.Equal("K8S112", id);
        Assert.StartsWith(Path.Combine(_folder, "private", "Pod.cs"), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProjectThatNamesAnother_SeesItsHelpers()
    {
        foreach (var project in new[] { "App", "Lib" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, project));
        }

        Write("App/App.csproj", """<Project><ItemGroup><ProjectReference Include="..\Lib\Lib.csproj" /></ItemGroup></Project>""");
        Write("App/Pod.cs", """public static class Pods { [Manifest] public static V1Pod Pod => K8s.Pod("a").AddContainer("a", Names.Image, c => c.WithImagePullPolicy("IfNotPresent")); }""");
        Write("Lib/Lib.csproj", "<Project><!-- somebody is editing it");
        Write("Lib/Names.cs", """public static class Names { public const string Image = "nginx:latest"; }""");

        Assert.Equal("K8S106", Assert.Single((await Run(_folder)).Findings).Id);
    }

    [Fact]
    public async Task TimeIsUp_TheReportSaysSo()
    {
        Write("Pod.cs", HostileCode.WrongPod("Pod"));
        var output = new StringWriter();

        (await new Analysis(new Arguments(_folder, StopAfter: TimeSpan.Zero)).Run(TestContext.Current.CancellationToken)).Write(output);

        Assert.Contains("0 files, 0 lines, 0 variants, 0 fixes applied; the time was up before the last file", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Which folder?")]
    [InlineData("The folder comes first.", "--variants", "1")]
    [InlineData("'--variants' takes a number.", ".", "--variants")]
    [InlineData("'--seed' takes a number.", ".", "--seed", "-1")]
    [InlineData("'other' takes a number.", ".", "other")]
    [InlineData("There is no option '--what'.", ".", "--what", "1")]
    public void ArgumentsThatAreWrong_AreExplained(string problem, params string[] line)
    {
        Assert.Null(Arguments.Parse(line, out var said));
        Assert.Equal(problem, said);
    }

    [Fact]
    public void Arguments_AreRead()
    {
        Assert.Equal(
            new Arguments(_folder, 3, 4, TimeSpan.FromSeconds(5)),
            Arguments.Parse([_folder, "--variants", "3", "--seed", "4", "--stop-after", "5"], out var problem));
        Assert.Null(problem);
    }

    /// <summary>Runs the tool, keeps what it says beside the other reports, and asserts that nothing threw.</summary>
    private static async Task<Report> Run(string folder, int variants = 0, [CallerMemberName] string test = "")
    {
        var report = await new Analysis(new Arguments(folder, variants)).Run(TestContext.Current.CancellationToken);
        var output = new StringWriter();
        report.Write(output);
        var artifacts = Directory.CreateDirectory(Path.Combine(AnalyzerAssemblyTests.Repository, "artifacts", "folder-analysis"));
        await File.WriteAllTextAsync(Path.Combine(artifacts.FullName, $"{test}.txt"), output.ToString(), TestContext.Current.CancellationToken);
        Assert.True(report.Thrown.Count == 0, string.Join("\n\n", report.Thrown.Take(4)));
        Assert.Equal(variants * report.Times.Count, report.Variants);
        return report;
    }

    private static IEnumerable<string> FilesWith(Report report, string id) =>
        report.Findings.Where(f => f.Id == id).Select(f => Path.GetFileName(f.Text[..f.Text.IndexOf('(', StringComparison.Ordinal)])).Distinct().Order();

    private void Write(string name, string text, Encoding? encoding = null, bool hasMark = false)
    {
        encoding ??= Encoding.UTF8;
        File.WriteAllBytes(Path.Combine(_folder, name), [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);
    }
}
