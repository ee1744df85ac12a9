namespace K8sSharpManifests.Tool.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "Required command was not provided.|'k8ssharp --help' tells more.")]
    [InlineData("lin", "There is no command 'lin': did you mean lint?|'k8ssharp --help' tells more.")]
    [InlineData("imgaes --cluster", "There is no command 'imgaes': did you mean images?|'k8ssharp --help' tells more.")]
    [InlineData("something", "There is no command 'something'.|'k8ssharp --help' tells more.")]
    [InlineData("lint", "Required argument 'PATH' missing for command: 'lint'.|'k8ssharp lint --help' tells more.")]
    [InlineData("lint a.yaml --format xml", "--format: 'xml' is none of text, json, sarif, github.|'k8ssharp lint --help' tells more.")]
    [InlineData("lint a.yaml --fail-on info", "--fail-on: 'info' is none of error, warning, never.|'k8ssharp lint --help' tells more.")]
    [InlineData("lint a.yaml --forma json", "There is no option '--forma': did you mean --format? A path that begins so is written ./--forma|'k8ssharp lint --help' tells more.")]
    public void WrongLine_CannotRun(string line, string messages)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:latest"));
        var ran = folder.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(new Ran(2, "", string.Concat(messages.Split('|').Select(message => $"k8ssharp: {message}\n"))), ran);
    }

    [Fact]
    public void BehindTwoHyphens_AreAllPaths()
    {
        using var folder = new LintFolder().Write("--a.yaml", LintFolder.Pod("acme/web:1.4.2")).Write("-b.yaml", LintFolder.Pod("acme/web:1.4.2"));
        Assert.Equal(new Ran(0, "Nothing found: 2 objects in 2 files.\n", ""), folder.Lint("--fail-on", "warning", "--", "--a.yaml", "-b.yaml"));
    }

    [Fact]
    public void KindsThatAreNotKnown_AreCounted()
    {
        using var folder = new LintFolder().Write("a.yaml", "apiVersion: apps/v1\nkind: Deploymnet\n---\napiVersion: extensions/v1beta1\nkind: Deployment\n---\n" + LintFolder.Pod("acme/web:1.4.2"));
        Assert.Equal(new Ran(0, "Nothing found: 3 objects in 1 file. Not judged, since their kind is not known: 2 objects.\n", ""), folder.Lint("a.yaml"));
    }

    [Fact]
    public void Help_HasExamplesAndExitCodes()
    {
        using var folder = new LintFolder();
        var ran = folder.Lint("--help");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        foreach (var part in new[] { "k8ssharp lint <PATH>...", "--format <text|json|sarif|github>", "--fail-on", "--select", "--ignore", "--target-version", "--option", "--complete", "Examples:", "helm template shop", "Exit codes:" })
        {
            Assert.Contains(part, ran.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void HelpOfAll_NamesTheCommands()
    {
        using var folder = new LintFolder();
        var ran = folder.Run("--help");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("lint <PATH>", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Examples:", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_SaysSoAndNothingElse()
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:latest"));
        using var output = new StringWriter();
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Input = () => Stream.Null, Output = output, Error = error, Folder = folder.FullPath };
        Assert.Equal(130, await CommandLine.Run(["lint", "a.yaml"], terminal, new CancellationToken(canceled: true)));
        Assert.Equal(("", "k8ssharp: cancelled.\n"), (output.ToString(), error.ToString()));
    }

    [Fact]
    public void Progress_IsTakenBack()
    {
        using var error = new StringWriter();
        var terminal = new Terminal { Input = () => Stream.Null, Output = TextWriter.Null, Error = error, Folder = "." };
        using (var progress = new Progress(terminal, 100, "files"))
        {
            progress.Advance();
            progress.Tell();
        }

        Assert.Equal("\r[                    ] 1 of 100 files\r" + new string(' ', 37) + "\r", error.ToString());
    }

    [Fact]
    public void ShortRun_ShowsNoProgress()
    {
        using var error = new StringWriter();
        var terminal = new Terminal { Input = () => Stream.Null, Output = TextWriter.Null, Error = error, Folder = ".", HasProgress = true };
        using (new Progress(terminal, 100, "files"))
        {
        }

        Assert.Equal("", error.ToString());
    }

    [Fact]
    public void Lint_IsQuietOrVerbose()
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("acme/web:1.4.2")).Write("other.yaml", "a: 1\n");
        Assert.Equal(new Ran(0, "", ""), folder.Lint("-q", "a.yaml"));
        Assert.Equal(new Ran(0, "", ""), folder.Lint("-q", ".", "--format", "json"));
        var verbose = folder.Lint("-v", ".");
        Assert.Equal("k8ssharp: read 1 object in 1 file; 1 other file skipped.\n", verbose.Error);
        Assert.StartsWith("Nothing found: 1 object in 1 file.", verbose.Output, StringComparison.Ordinal);

        // What is found is told all the same.
        folder.Write("b.yaml", LintFolder.Pod("Web:1"));
        Assert.Equal(1, folder.Lint("-q", ".").ExitCode);
        Assert.Contains("b.yaml:6:", folder.Lint("-q", ".").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint a.yaml")]
    [InlineData("lint a.yaml --format sarif")]
    [InlineData("images a.yaml")]
    [InlineData("images a.yaml --format csv -q")]
    [InlineData("pulls a.yaml")]
    [InlineData("explain K8S104")]
    [InlineData("explain a.yaml:6")]
    [InlineData("diff a.yaml --against b.yaml")]
    [InlineData("completion bash")]
    [InlineData("--help")]
    [InlineData("lint --help")]
    [InlineData("--version")]
    public async Task OutputThatCannotBeWritten_IsNoSuccess(string line)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("Web:1")).Write("b.yaml", LintFolder.Pod("Web:2"));
        var messages = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Input = () => Stream.Null, Output = Terminal.OutputTo(new FullDisk()), Error = messages, Folder = folder.FullPath, Variable = folder.Variables.GetValueOrDefault };
        Assert.Equal(2, await CommandLine.Run(line.Split(' '), terminal, TestContext.Current.CancellationToken));
        Assert.EndsWith("k8ssharp: the output cannot be written: No space left on device\n", messages.ToString(), StringComparison.Ordinal);
    }

    // What nobody has thought of may be about a credential, too.
    [Fact]
    public async Task MistakeOfOurs_IsToldWithoutCredentials()
    {
        var messages = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { Input = () => throw new InvalidOperationException("at http://me:never-shown@x/"), Output = TextWriter.Null, Error = messages, Folder = Path.GetTempPath() };
        Assert.Equal(2, await CommandLine.Run(["lint", "-"], terminal, TestContext.Current.CancellationToken));
        Assert.StartsWith("k8ssharp: this is a mistake of k8ssharp itself, please report it: System.", messages.ToString(), StringComparison.Ordinal);
        Assert.Contains("at http://***@x/", messages.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("never-shown", messages.ToString(), StringComparison.Ordinal);
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
