using System.Diagnostics;

namespace K8sSharpManifests.Tool.Tests;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("k8ssharp ima", "images")]
    [InlineData("k8ssharp images --form", "--format")]
    [InlineData("k8ssharp images --format ", "csv json table yaml")]
    [InlineData("/usr/bin/k8ssharp lint --fail-on w", "warning")]
    [InlineData("k8ssharp pulls --conte", "--context")]
    [InlineData("k8ssharp explain K8S12", "K8S120 K8S121 K8S122 K8S123")]
    [InlineData("k8ssharp diff --aga", "--against")]
    [InlineData("k8ssharp completion ", "bash fish pwsh zsh")]
    public void Line_GoesOn(string line, string expected)
    {
        using var folder = new LintFolder();
        var ran = folder.Run("complete", line);
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(expected, string.Join(' ', ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(label => !label.StartsWith("-h", StringComparison.Ordinal) && label is not ("--help" or "-?" or "/?" or "/h" or "--version"))));
    }

    [Theory]
    [InlineData("bash", "-n")]
    [InlineData("zsh", "-n")]
    [InlineData("fish", "-n")]
    public async Task Script_IsOneOfItsShell(string shell, string check)
    {
        using var folder = new LintFolder();
        var ran = folder.Run("completion", shell);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("k8ssharp complete ", ran.Output, StringComparison.Ordinal);
        folder.Write("script", ran.Output);
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(path => Path.Combine(path, shell)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, $"{shell} is not installed.");
        using var process = Process.Start(new ProcessStartInfo(program, [check, Path.Combine(folder.FullPath, "script")]) { RedirectStandardError = true })!;
        Assert.Equal("", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    // As bash calls it, with a program that says what ours would.
    [Fact]
    public async Task Bash_CompletesAWord()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "bash is not installed.");
        using var folder = new LintFolder();
        folder.Write("script", folder.Run("completion", "bash").Output);
        folder.Write("test", $"k8ssharp() {{ [ \"$2\" = 'k8ssharp images --format j' ] && printf 'csv\\njson\\ntable\\n'; }}\n. {folder.FullPath}/script\nCOMP_LINE='k8ssharp images --format json' COMP_POINT=26 COMP_WORDS=(k8ssharp images --format j) COMP_CWORD=3\n_k8ssharp\necho \"${{COMPREPLY[@]}}\"\n");
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", [Path.Combine(folder.FullPath, "test")]) { RedirectStandardOutput = true })!;
        Assert.Equal("json\n", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void OtherShell_CannotRun()
    {
        using var folder = new LintFolder();
        Assert.Equal(new Ran(2, "", "k8ssharp: 'tcsh' is none of bash, zsh, fish, pwsh.\nk8ssharp: 'k8ssharp completion --help' tells more.\n"), folder.Run("completion", "tcsh"));
    }
}
