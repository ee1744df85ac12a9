using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tool.Completion;
using K8sSharpManifests.Tool.Diff;
using K8sSharpManifests.Tool.Explain;
using K8sSharpManifests.Tool.Images;
using K8sSharpManifests.Tool.Lint;
using K8sSharpManifests.Tool.Output;
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
        terminal = (terminal with { Error = new MessageWriter(terminal.Error) }).WithoutSecrets();
        try
        {
            // A leading '@' may be a part of a path.
            var parsed = Commands(terminal, [.. arguments.SkipWhile(argument => argument != "--").Skip(1)]).Parse(arguments, new() { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction)
            {
                throw new CannotRunException([.. Errors(parsed), $"'{(parsed.CommandResult.Command is IHelpful helpful ? $"{Name} {((Command)helpful).Name}" : Name)} --help' tells more."]);
            }

            var exitCode = await parsed.InvokeAsync(new() { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false }, cancellationToken);

            // What is only half there is no success.
            await terminal.Output.FlushAsync(CancellationToken.None);
            return exitCode;
        }
        catch (CannotRunException e)
        {
            await Flush(terminal);
            foreach (var problem in e.Problems)
            {
                await terminal.Error.WriteLineAsync($"{Name}: {problem}");
            }

            return ExitCode.CannotRun;
        }
        catch (OperationCanceledException)
        {
            await Flush(terminal);
            await terminal.Error.WriteLineAsync($"{Name}: cancelled.");
            return ExitCode.Cancelled;
        }
        catch (Exception e)
        {
            // The runtime would show what it is about as it stands there, credentials and all.
            await Flush(terminal);
            await terminal.Error.WriteLineAsync($"{Name}: this is a mistake of {Name} itself, please report it: {e}");
            return ExitCode.CannotRun;
        }
    }

    // A word that is no command is all that is wrong: the parser says so in three ways.
    private static IEnumerable<string> Errors(ParseResult parsed)
    {
        var (command, word) = (parsed.CommandResult.Command, parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : "");
        if (command.Name != Name || word.Length == 0 || word[0] == '-')
        {
            return parsed.Errors.Select(error => error.Message).Distinct();
        }

        var near = Spelling.Nearest(word, [.. command.Subcommands.Where(known => !known.Hidden).Select(known => known.Name)]);
        return [$"There is no command '{word}'{(near is null ? "." : $": did you mean {near}?")}"];
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

    // What was found before something went wrong is told all the same, if that is not what went wrong.
    private static async Task Flush(Terminal terminal)
    {
        try
        {
            await terminal.Output.FlushAsync(CancellationToken.None);
        }
        catch (CannotRunException)
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
