using System.Diagnostics;
using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Emission.Secrets;

namespace K8sSharpManifests.Tool.Manifests;

/// <summary>The manifests of a project for one environment, by one framework.</summary>
/// <param name="Environment">The environment; empty where there is none.</param>
/// <param name="Files">The files.</param>
internal sealed record BuiltManifests(string Environment, IReadOnlyList<string> Files);

/// <summary>Builds a project for its manifests as the code gives them, without the lock, into a folder of its own. What the project's own build has written stays as it is.</summary>
/// <param name="terminal">Where relative paths start.</param>
internal sealed class ProjectBuild(Terminal terminal) : IDisposable
{
    // Read by the package's targets.
    private const string Property = "_ManifestPinPath";

    private static readonly TimeSpan LastOutput = TimeSpan.FromSeconds(5);
    private static readonly string[] ProjectExtensions = [".csproj", ".cs"];

    private readonly List<string> _folders = [];

    /// <summary>The lock of the project that was built last, as its targets have found it.</summary>
    public string? LockFile { get; private set; }

    /// <summary>The files with definitions of custom resources of all that were built.</summary>
    public HashSet<string> Definitions { get; } = new(StringComparer.Ordinal);

    /// <summary>The images that what was built makes itself, as the lock would call them.</summary>
    public HashSet<string> OwnImages { get; } = new(StringComparer.Ordinal);

    /// <summary>The project that a path means.</summary>
    /// <param name="path">A project file, a C# file that is a program by itself, or a folder with one project.</param>
    /// <param name="terminal">Where relative paths start.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="CannotRunException">There is none, or more than one.</exception>
    public static string Find(string path, Terminal terminal)
    {
        var full = Path.GetFullPath(path, terminal.Folder);
        if (File.Exists(full))
        {
            return ProjectExtensions.Contains(Path.GetExtension(full), StringComparer.OrdinalIgnoreCase) ? full : throw new CannotRunException($"'{path}' is no C# project: name a .csproj, or a .cs file that is a program by itself.");
        }

        if (!Directory.Exists(full))
        {
            throw new CannotRunException($"'{path}' is not there.");
        }

        return Directory.GetFiles(full, "*.csproj") switch
        {
            [var only] => only,
            [] => throw new CannotRunException($"there is no project in '{path}': name it by --project, or name files or folders with YAML."),
            _ => throw new CannotRunException($"there is more than one project in '{path}': name one by --project."),
        };
    }

    /// <summary>Builds.</summary>
    /// <param name="project">The full path of the project.</param>
    /// <param name="environment">What it is built for; null for what it says itself.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The manifests, for each environment and framework that was built.</returns>
    /// <exception cref="CannotRunException">The build fails, or writes nothing.</exception>
    public async Task<IReadOnlyList<BuiltManifests>> Run(string project, string? environment, CancellationToken cancellationToken)
    {
        // Nobody else may read it: there may be Secrets among the manifests.
        var folder = Directory.CreateTempSubdirectory("k8ssharp-build").FullName;
        _folders.Add(folder);
        string[] arguments = ["build", project, "-nologo", "-v:q", "-tl:off", $"-p:{Property}={folder}", .. environment is null ? [] : new[] { "-p:ManifestEnvironment=" + Escaped(environment) }];
        var (exitCode, output) = await RunDotNet(arguments, Path.GetDirectoryName(project)!, cancellationToken);
        var name = Path.GetFileName(project);
        if (exitCode != 0)
        {
            var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct().ToList();
            throw new CannotRunException([.. lines.Count > 0 ? lines : [output.Trim()], $"the build of '{name}' fails, so nobody knows its images."]);
        }

        // A program that is a single file is a project of the whole name.
        string[] names = [name, Path.GetFileNameWithoutExtension(project)];
        var own = names.Select(known => Path.Combine(folder, known)).FirstOrDefault(Directory.Exists, folder);
        if (own == folder)
        {
            throw new CannotRunException(
                $"the build of '{name}' writes no manifests for k8ssharp: it has to reference the package K8sSharpManifests, {typeof(ProjectBuild).Assembly.GetName().Version!.ToString(3)} or newer, and ManifestEmit must not be false.");
        }

        LockFile = Directory.GetFiles(own, "lock.*").SelectMany(File.ReadLines).FirstOrDefault(line => line.Length > 0);
        Definitions.UnionWith(Directory.GetFiles(own, "definitions.*").SelectMany(File.ReadLines).Where(line => line.Length > 0));
        terminal.Secrets.Add(Directory.GetFiles(own, "secrets.*").SelectMany(KnownSecrets.Read));
        OwnImages.UnionWith(Directory.GetFiles(own, "containers.*").SelectMany(File.ReadLines).SelectMany(line => ContainerImages.Keys(ContainerImages.Read(line))));
        return [.. Directory.GetDirectories(own).Order(StringComparer.Ordinal).SelectMany(output => Built(own, output, environment))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var folder in _folders.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A project with environments has a folder for each of those that were built, and the targets say which these are.
    private static IEnumerable<BuiltManifests> Built(string own, string output, string? environment)
    {
        var names = Path.Combine(own, "environments." + Path.GetFileName(output));
        var environments = (File.Exists(names) ? File.ReadLines(names) : []).Where(name => name.Length > 0 && Directory.Exists(Path.Combine(output, name))).ToList();
        return environments.Count > 0 ? environments.Select(name => new BuiltManifests(name, Files(Path.Combine(output, name)))) : [new(environment ?? "", Files(output))];
    }

    private static List<string> Files(string folder) =>
        [.. Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories).Where(file => !Yaml.OtherTool.IsKustomization(file)).Order(StringComparer.Ordinal)];

    private async Task<(int ExitCode, string Output)> RunDotNet(string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(terminal.Variable("DOTNET_HOST_PATH") is { Length: > 0 } dotnet ? dotnet : "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Started(start);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);

            // A compiler that stays behind for the next build may hold the output open.
            try
            {
                return (process.ExitCode, await output.WaitAsync(LastOutput, cancellationToken) + await error.WaitAsync(LastOutput, cancellationToken));
            }
            catch (TimeoutException)
            {
                return (process.ExitCode, output.IsCompletedSuccessfully ? await output : "");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new CannotRunException($"the .NET SDK cannot be run ({e.Message}): install it, or name YAML instead of a project.");
        }
    }

    // What MSBuild would take for the end of the value.
    private static string Escaped(string value) => value.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
