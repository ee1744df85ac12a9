using System.Diagnostics;
using System.Text;

namespace K8sSharpManifests.Build.Tests;

/// <summary>Runs the dotnet that runs the tests, or the one on the path.</summary>
internal static class DotNet
{
    /// <summary>The program itself.</summary>
    public static string Program => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public static Task<(int ExitCode, string Output)> Run(string folder, params string[] arguments) => Run(StartInfo(folder, Program, arguments));

    public static async Task<(int ExitCode, string Output)> Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }

    public static Process Start(string folder, params string[] arguments) => Process.Start(StartInfo(folder, Program, arguments))!;

    public static ProcessStartInfo StartInfo(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };

        // The tests may themselves run below a build, whose settings are not those of the one that they start.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }
}
