using System.Runtime.InteropServices;
using K8sSharpManifests.Build.Tests;

namespace K8sSharpManifests.Tool.Tests;

public sealed class PackageTests
{
    private const string Version = "0.0.0-test";

    // From a feed that has nothing else: whatever the tool needs is in its package.
    [Fact]
    public async Task PackedTool_InstallsAndRuns()
    {
        using var folder = new LintFolder()
            .Write("NuGet.config", "<configuration><packageSources><clear /><add key=\"packed\" value=\"feed\" /></packageSources></configuration>")
            .Write(".editorconfig", "root = true\n[*.yaml]\ndotnet_diagnostic.K8S104.severity = error\n")
            .Write("a.yaml", LintFolder.Pod("web:latest"));
        await Run(
            Repository.Root, "pack", "src/K8sSharpManifests.Tool", "--no-build", "-c", (string)AppContext.GetData("BuildConfiguration")!, $"-p:PackageVersion={Version}",
            "-o", Path.Combine(folder.FullPath, "feed"));
        await Run(folder.FullPath, "tool", "install", "K8sSharpManifests.Tool", "--version", Version, "--tool-path", "tools", "--configfile", "NuGet.config", "--no-http-cache");

        var start = DotNet.StartInfo(folder.FullPath, Path.Combine(folder.FullPath, "tools", OperatingSystem.IsWindows() ? "k8ssharp.exe" : "k8ssharp"), "lint", "a.yaml", "--format", "json");

        // The tool's own program looks for .NET in the usual places, and it may be somewhere else.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        var (exitCode, output) = await DotNet.Run(start);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            """
            {"file":"a.yaml","document":0,"line":6,"column":12,"rule":"K8S104","severity":"error","path":"spec.containers[0].image","message":"'web:latest' is another image whenever 'latest' moves: each start pulls what it is then, so two pods can run different code; name a version"}
            1 error: 1 object in 1 file.

            """,
            output.ReplaceLineEndings("\n"));
    }

    private static async Task Run(string folder, params string[] arguments)
    {
        var (exitCode, output) = await DotNet.Run(folder, arguments);
        Assert.True(exitCode == 0, output);
    }
}
