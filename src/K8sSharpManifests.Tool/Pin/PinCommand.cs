using System.CommandLine;
using K8sSharpManifests.Tool.Manifests;

namespace K8sSharpManifests.Tool.Pin;

/// <summary><c>k8ssharp pin</c>: writes the image lock.</summary>
internal sealed class PinCommand : Command, IHelpful
{
    private static readonly string[] Formats = ["text", "json"];

    private readonly ManifestParts _manifests = new();

    private readonly Option<bool> _check = new("--check") { Description = "Write nothing, and say where the lock is not what the registries say." };

    private readonly Option<string[]> _updates = new("--update") { Description = "A repository or an image: only these are asked for, all other entries stay.", HelpName = "NAME" };

    private readonly Option<string?> _lock = new("--lock") { Description = "The lock. Without it that of the project, or images.lock.json in the current folder.", HelpName = "FILE" };

    private readonly Option<string> _timeout = TimeoutOption.Make();

    private readonly Option<string> _format = new("--format")
    {
        Description = "How it is told: text, json (one object an image, each on a line).",
        HelpName = string.Join('|', Formats),
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Say only what is wrong." };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Say what was read and asked, on the error output." };

    private readonly Terminal _terminal;

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What to read from and to write to.</param>
    public PinCommand(Terminal terminal) : base("pin", "Asks the registries for the digests of all tags, and keeps them in images.lock.json.")
    {
        _terminal = terminal;
        CommandParts.AcceptOnly(_format, Formats);
        _manifests.AddTo(this, () => Escaped);
        foreach (var option in new Option[] { _check, _updates, _lock, _timeout, _format, _quiet, _verbose })
        {
            Options.Add(option);
        }

        Validators.Add(result =>
        {
            if (result.GetValue(_check) && result.GetResult(_updates) is { Tokens.Count: > 0 })
            {
                result.AddError("--check and --update exclude each other: a check looks at all images.");
            }
        });
        SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
    }

    /// <summary>What stands behind '--', of which all are paths.</summary>
    public IReadOnlyList<string> Escaped { private get; init; } = [];

    /// <inheritdoc/>
    public string MoreHelp =>
        """
        Examples:
          k8ssharp pin                                    the project in the current folder
          k8ssharp pin --project src/Shop --environment staging --environment prod
          k8ssharp pin deploy/ --lock deploy/images.lock.json
          k8ssharp pin --check                            in CI: is the lock what the registries say?
          k8ssharp pin --update nginx --update ghcr.io/acme/web:1.4.2

        Credentials come from the pull secrets among the manifests, as the kubelet chooses them, then from the Docker configuration.

        Exit codes:
          0    the lock is right, or was written
          1    an image could not be resolved; with --check: or the lock is out of date
          2    it could not run: a path that is not there, a build that fails, a lock that cannot be read
          130  it was interrupted, and nothing is written


        """;

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var result = await new Pinner(
            new()
            {
                Source = _manifests.Read(parsed),
                LockFile = parsed.GetValue(_lock),
                IsCheck = parsed.GetValue(_check),
                Updates = parsed.GetValue(_updates) ?? [],
                Timeout = TimeoutOption.Read(parsed, _timeout),
                IsVerbose = parsed.GetValue(_verbose),
            },
            _terminal).Run(cancellationToken);
        if (parsed.GetRequiredValue(_format) == "json")
        {
            PinReport.WriteJson(result, _terminal);
        }
        else
        {
            PinReport.WriteText(result, _terminal, parsed.GetValue(_quiet));
        }

        return result.HasFindings ? ExitCode.Findings : ExitCode.Success;
    }
}
