using System.ComponentModel;

namespace K8sSharpManifests.Build.Tests;

/// <summary>The host as a process of its own, for a project that is built, as often as wanted.</summary>
/// <param name="project">The project.</param>
internal sealed class HostProcess(UserProject project)
{
    public string Output { get; } = Path.Combine(project.Folder, "again");

    public string Messages { get; } = Path.Combine(project.Folder, "again.messages");

    public string Result { get; } = Path.Combine(project.Folder, "again.result");

    /// <summary>strace is no part of .NET: where it is missing the tests are skipped, except in CI, which installs it.</summary>
    public static async Task SkipWithoutTracer()
    {
        try
        {
            Assert.Equal(0, (await DotNet.Run(DotNet.StartInfo(Path.GetTempPath(), "strace", "true"))).ExitCode);
        }
        catch (Win32Exception)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "strace is not installed: 'apt-get install strace' on Debian");
            throw;
        }
    }

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Plain(string environment) => (await DotNet.Run(project.Folder, await Command(environment))).ExitCode;

    /// <summary>Runs it, and meddles with a system call of it.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="filter">More arguments of strace.</param>
    /// <param name="injection">What happens at which call, in the words of <c>strace --inject</c>.</param>
    /// <returns>The exit code; not 0 where it was killed.</returns>
    public async Task<int> Traced(string environment, string[] filter, string injection) => (await DotNet.Run(DotNet.StartInfo(
        project.Folder,
        "strace",
        ["-f", "-qq", "-o", "/dev/null", "-e", "trace=" + injection[..injection.IndexOf(':', StringComparison.Ordinal)], "-e", "inject=" + injection, .. filter,
            DotNet.Program, .. await Command(environment)]))).ExitCode;

    private Task<string[]> Command(string environment)
    {
        File.Delete(Messages);
        File.Delete(Result);
        return project.HostCommand(line => line[..(line.IndexOf('=', StringComparison.Ordinal) + 1)] switch
        {
            "environment=" => "environment=" + environment,
            "output=" => "output=" + Output,
            "messages=" => "messages=" + Messages,
            "result=" => "result=" + Result,
            _ => line,
        });
    }
}
