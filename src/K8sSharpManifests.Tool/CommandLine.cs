using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using K8sSharpManifests.Tool.Completion;
using K8sSharpManifests.Tool.Diff;
using K8sSharpManifests.Tool.Explain;
using K8sSharpManifests.Tool.Images;
using K8sSharpManifests.Tool.Lint;
using K8sSharpManifests.Tool.Pin;
using K8sSharpManifests.Tool.Pulls;

namespace K8sSharpManifests.Tool;

/// <summary>The commands, and what comes of a line that calls them.</summary>
internal static class CommandLine
{
    /// <summary>The name of the program.</summary>
    public const string Name = "k8ssharp";

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="terminal">What to read from and to write to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellationToken = default)
    {
        terminal = terminal.WithoutSecrets();
        try
        {
            // A leading '@' may be a part of a path.
            var parsed = Commands(terminal, [.. arguments.SkipWhile(argument => argument != "--").Skip(1)]).Parse(arguments, new() { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction)
            {
                var command = parsed.CommandResult.Command is IHelpful ? $"{Name} {parsed.CommandResult.Command.Name}" : Name;
                throw new CannotRunException([.. parsed.Errors.Select(error => error.Message).Distinct(), $"'{command} --help' tells more."]);
            }

            return await parsed.InvokeAsync(new() { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (CannotRunException e)
        {
            foreach (var problem in e.Problems)
            {
                await terminal.Error.WriteLineAsync($"{Name}: {problem}");
            }

            return ExitCode.CannotRun;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync($"{Name}: cancelled.");
            return ExitCode.Cancelled;
        }
        finally
        {
            await Flush(terminal);
        }
    }

    // A RootCommand would be called as the assembly is.
    private static Command Commands(Terminal terminal, IReadOnlyList<string> escaped)
    {
        var help = new HelpOption();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return new(Name, "Kubernetes manifests and their images, before a cluster has to find out.")
        {
            new LintCommand(terminal) { Escaped = escaped },
            new ImagesCommand(terminal) { Escaped = escaped },
            new PullsCommand(terminal) { Escaped = escaped },
            new PinCommand(terminal) { Escaped = escaped },
            new DiffCommand(terminal) { Escaped = escaped },
            new ExplainCommand(terminal),
            new CompletionCommand(terminal),
            new CompleteCommand(terminal, () => Commands(terminal, [])),
            help,
            new VersionOption(),
        };
    }

    // Whoever reads the output may have seen enough, and closed it.
    private static async Task Flush(Terminal terminal)
    {
        try
        {
            await terminal.Output.FlushAsync(CancellationToken.None);
        }
        catch (IOException)
        {
        }
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var result = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is IHelpful helpful)
            {
                parseResult.InvocationConfiguration.Output.Write(helpful.MoreHelp);
            }

            return result;
        }
    }
}
