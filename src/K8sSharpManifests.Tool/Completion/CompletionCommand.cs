using System.CommandLine;

namespace K8sSharpManifests.Tool.Completion;

/// <summary><c>k8ssharp completion SHELL</c>: the script by which a shell completes the commands and options.</summary>
internal sealed class CompletionCommand : Command, IHelpful
{
    private readonly Argument<string> _shell = new("SHELL") { Description = $"The shell: {string.Join(", ", CompletionScripts.Shells)}." };

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What to write to.</param>
    public CompletionCommand(Terminal terminal) : base("completion", "Writes the script by which a shell completes commands, options and their values.")
    {
        _shell.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !CompletionScripts.Shells.Contains(token.Value))
            {
                result.AddError($"'{token.Value}' is none of {string.Join(", ", CompletionScripts.Shells)}.");
            }
        });
        _shell.CompletionSources.Add([.. CompletionScripts.Shells]);
        Arguments.Add(_shell);
        SetAction(parsed =>
        {
            terminal.Output.Write(CompletionScripts.Of(parsed.GetRequiredValue(_shell)));
            return ExitCode.Success;
        });
    }

    /// <inheritdoc/>
    public string MoreHelp =>
        """
        Examples:
          k8ssharp completion bash > ~/.local/share/bash-completion/completions/k8ssharp
          k8ssharp completion zsh > "${fpath[1]}/_k8ssharp"
          k8ssharp completion fish > ~/.config/fish/completions/k8ssharp.fish
          k8ssharp completion pwsh >> $PROFILE


        """;
}

/// <summary><c>k8ssharp complete LINE</c>: what the scripts call.</summary>
internal sealed class CompleteCommand : Command
{
    private readonly Argument<string> _line = new("LINE") { Description = "The line up to the cursor." };

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What to write to.</param>
    /// <param name="root">Makes all commands.</param>
    public CompleteCommand(Terminal terminal, Func<Command> root) : base("complete", "Says how a line may go on.")
    {
        Hidden = true;
        Arguments.Add(_line);
        SetAction(parsed =>
        {
            // Behind the name of the program, however it was called.
            var line = parsed.GetRequiredValue(_line).TrimStart();
            var start = line.IndexOf(' ', StringComparison.Ordinal);
            var rest = start < 0 ? "" : line[(start + 1)..].TrimStart();
            foreach (var label in root().Parse(rest).GetCompletions(rest.Length).Select(item => item.Label).Distinct().Order(StringComparer.Ordinal))
            {
                terminal.Output.Write(label + "\n");
            }

            return ExitCode.Success;
        });
    }
}
