using System.Text.RegularExpressions;

namespace K8sSharpManifests.Build.Tests;

/// <summary>A project of a user: files, and builds.</summary>
public sealed partial class UserProject
{
    /// <summary>A Pod, as a member of a class.</summary>
    public const string PodMember =
        """[Manifest] public static V1Pod P => new() { Metadata = new() { Name = "p" }, Spec = new() { Containers = [new() { Name = "c", Image = "nginx:1.27" }] } };""";

    private bool _isRestored;
    private string? _host;

    /// <summary>Makes a project.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="projectFile">The project file's text.</param>
    public UserProject(string folder, string projectFile)
    {
        Folder = folder;
        Write("Acme.csproj", projectFile);
    }

    /// <summary>The project's folder.</summary>
    public string Folder { get; }

    /// <summary>Where the manifests go, where the project does not say otherwise.</summary>
    public string Manifests => Path.Combine(Folder, "bin", "Debug", "net10.0", "manifests");

    /// <summary>Environment variables for dotnet.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>A project file that references the package.</summary>
    /// <param name="sdk">The SDK.</param>
    /// <param name="properties">More properties.</param>
    /// <param name="items">More items.</param>
    /// <returns>The text.</returns>
    public static string ProjectFile(string sdk = "Microsoft.NET.Sdk", string properties = "", string items = "") =>
        $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="K8sSharpManifests" Version="{PackageFixture.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """;

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its path below the project.</param>
    /// <param name="text">Its text.</param>
    public void Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Writes a class Shop with one member a line, from line 4.</summary>
    /// <param name="members">The members.</param>
    public void WriteShop(params string[] members) =>
        Write("Shop.cs", "namespace Acme;\npublic static class Shop\n{\n" + string.Join("\n", members) + "\n}\n");

    /// <summary>Builds, and restores when it is the first time.</summary>
    /// <param name="arguments">More arguments.</param>
    /// <returns>Whether it succeeded, and what was printed.</returns>
    public async Task<BuildResult> Build(params string[] arguments)
    {
        var result = await Run(["build", "-v:m", "-tl:off", .. _isRestored ? ["--no-restore"] : Array.Empty<string>(), .. arguments]);
        _isRestored = true;
        return result;
    }

    /// <summary>Runs dotnet in the project's folder.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>Whether it succeeded, and what was printed.</returns>
    public async Task<BuildResult> Run(params string[] arguments)
    {
        var start = DotNet.StartInfo(Folder, DotNet.Program, arguments);
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        var (exitCode, output) = await DotNet.Run(start);
        var folder = Folder + Path.DirectorySeparatorChar;
        var lines = output
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(l => l is not ("Build succeeded." or "Build FAILED."))
            .Where(l => !RestoreLine().IsMatch(l))
            .Select(l => l.Replace(folder, "", StringComparison.Ordinal).Replace(" [Acme.csproj]", "", StringComparison.Ordinal));
        return new(exitCode, [.. lines]);
    }

    /// <summary>All files of the manifests' folder with their text, as one text.</summary>
    /// <returns>The text.</returns>
    public string Emitted() => Emitted(Manifests);

    /// <summary>All files of a folder with their text, as one text.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The text.</returns>
    public static string Emitted(string folder) => !Directory.Exists(folder) ? "" : string.Concat(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => $"== {Path.GetRelativePath(folder, f)}\n{File.ReadAllText(f)}"));

    /// <summary>The process that the last build started, ready to be started again.</summary>
    /// <param name="change">Changes a line of its response file.</param>
    /// <returns>The arguments of dotnet.</returns>
    public async Task<string[]> HostCommand(Func<string, string> change)
    {
        _host ??= Assert.Single((await Run("msbuild", "-getProperty:ManifestHostPath")).Lines);
        var intermediate = Path.Combine(Folder, "obj", "Debug", "net10.0");
        var responseFile = Path.Combine(Folder, "again.rsp");
        File.WriteAllLines(responseFile, File.ReadLines(Path.Combine(intermediate, "k8s.rsp")).Select(change));
        return
        [
            "exec", "--depsfile", Path.Combine(Folder, "bin", "Debug", "net10.0", "Acme.deps.json"),
            "--runtimeconfig", Path.Combine(intermediate, "k8s.runtimeconfig.json"), _host, "@" + responseFile,
        ];
    }

    [GeneratedRegex("^(Determining projects|All projects are|Restored )")]
    private static partial Regex RestoreLine();
}

/// <summary>What a build gave.</summary>
/// <param name="ExitCode">0 for success.</param>
/// <param name="Lines">What was printed, without the restore's lines and the summary, with paths relative to the project.</param>
public sealed record BuildResult(int ExitCode, IReadOnlyList<string> Lines)
{
    /// <summary>The error and warning lines, without the links that they end with.</summary>
    public IReadOnlyList<string> Problems => [.. LinkedProblems.Select(l => l.Split(" (https://", 2)[0])];

    /// <summary>The error and warning lines.</summary>
    public IReadOnlyList<string> LinkedProblems => [.. Lines.Where(l => l.Contains(": error ", StringComparison.Ordinal) || l.Contains(": warning ", StringComparison.Ordinal))];
}
