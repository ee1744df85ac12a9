namespace K8sSharpManifests.Tool.Completion;

/// <summary>The scripts by which shells ask how a line may go on; where nothing is known, they complete files.</summary>
internal static class CompletionScripts
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            _k8ssharp() {
              local IFS=$'\n'
              COMPREPLY=( $(compgen -W "$(k8ssharp complete "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}") )
            }
            complete -o default -F _k8ssharp k8ssharp

            """,
        ["zsh"] = """
            #compdef k8ssharp
            _k8ssharp() {
              local -a found
              found=("${(@f)$(k8ssharp complete "${LBUFFER}" 2>/dev/null)}")
              if [[ -n "${found[*]}" ]]; then compadd -- "${found[@]}"; fi
              _files
            }
            if [[ "${funcstack[1]}" = "_k8ssharp" ]]; then _k8ssharp "$@"; else compdef _k8ssharp k8ssharp; fi

            """,
        ["fish"] = """
            complete -c k8ssharp -a '(k8ssharp complete (commandline -cp | string collect) 2>/dev/null)'

            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName k8ssharp -ScriptBlock {
              param($word, $ast, $position)
              k8ssharp complete $ast.ToString().PadRight($position).Substring(0, $position) | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """,
    };

    /// <summary>The shells.</summary>
    public static IReadOnlyList<string> Shells { get; } = [.. Scripts.Keys];

    /// <summary>The script for a shell.</summary>
    public static string Of(string shell) => Scripts[shell].ReplaceLineEndings("\n");
}
