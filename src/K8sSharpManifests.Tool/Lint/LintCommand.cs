using System.CommandLine;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Tool.Lint.Reports;

namespace K8sSharpManifests.Tool.Lint;

/// <summary><c>k8ssharp lint</c>: what the rules say of YAML.</summary>
internal sealed class LintCommand : Command, IHelpful
{
    /// <inheritdoc/>
    public string MoreHelp =>
        """
        Examples:
          k8ssharp lint deploy/                                    all YAML and JSON below a folder
          k8ssharp lint 'deploy/**/*.yaml' --fail-on warning       a pattern, also where the shell knows no '**'
          helm template shop ./chart | k8ssharp lint -             what a chart renders
          kubectl kustomize overlays/prod | k8ssharp lint - --complete
          k8ssharp lint deploy/ --format sarif > lint.sarif        for a code scanner
          k8ssharp lint deploy/ --crd crds/                        custom resources, by their definitions
          k8ssharp lint deploy/ --select K8s.Images --ignore K8S121,K8S109
          k8ssharp lint deploy/ --option k8s_private_registries=ghcr.io/acme/* --option dotnet_diagnostic.K8S106.severity=error

        Exit codes:
          0    nothing was found that is as severe as --fail-on says
          1    something was; a document that cannot be read always counts
          2    it could not run: a path that is not there, an option that says nothing, nothing to judge
          130  it was interrupted


        """;

    private static readonly string[] Formats = ["text", "json", "sarif", "github"];
    private static readonly string[] FailOn = ["error", "warning", "never"];

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders (all *.yaml, *.yml and *.json below), patterns with *, ** and ?, or - for the standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "How findings are written: text, json (one object a line), sarif (2.1.0), github (annotations of a workflow).",
        HelpName = string.Join('|', Formats),
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "The severity from which on findings make the exit code 1.",
        HelpName = string.Join('|', FailOn),
        DefaultValueFactory = _ => "error",
    };

    private readonly Option<string[]> _select = new("--select") { Description = "Only these rules: ids, starts of ids (K8S1), categories (K8s.Images), with commas.", HelpName = "RULES" };

    private readonly Option<string[]> _ignore = new("--ignore") { Description = "All rules but these.", HelpName = "RULES" };

    private readonly Option<string?> _targetVersion = new("--target-version") { Description = "The Kubernetes version that the manifests are for, like 1.34.", HelpName = "VERSION" };

    private readonly Option<string[]> _options = new("--option")
    {
        Description = "A line of .editorconfig that goes before those of the files: k8s_external=Secret/db, dotnet_diagnostic.K8S106.severity=error.",
        HelpName = "KEY=VALUE",
    };

    private readonly Option<bool> _complete = new("--complete") { Description = "What is given is all that is applied: what it names and does not hold is missing." };

    private readonly Option<string[]> _definitions = new("--crd")
    {
        Description = "Files, folders or patterns with CustomResourceDefinitions, by which custom resources are judged; those in PATH count as well.",
        HelpName = "PATH",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Only what is found, without a line for the whole." };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Say what was read, on the error output." };

    private readonly Terminal _terminal;

    /// <summary>What stands behind '--', of which all are paths.</summary>
    public IReadOnlyList<string> Escaped { private get; init; } = [];

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What to read from and to write to.</param>
    public LintCommand(Terminal terminal) : base("lint", "Says what the rules find in Kubernetes manifests.")
    {
        _terminal = terminal;
        CommandParts.RefuseUnknownOptions(this, _paths, () => Escaped);
        CommandParts.AcceptOnly(_format, Formats);
        CommandParts.AcceptOnly(_failOn, FailOn);
        Arguments.Add(_paths);
        foreach (var option in new Option[] { _format, _failOn, _select, _ignore, _targetVersion, _options, _definitions, _complete, _quiet, _verbose })
        {
            Options.Add(option);
        }

        // On a thread of its own, so that Ctrl-C finds somebody who listens.
        SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
    }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var settings = new LintSettings(
            parsed.GetRequiredValue(_paths),
            RuleSelection.Parse(parsed.GetValue(_select) ?? [], parsed.GetValue(_ignore) ?? [], problems),
            OptionOverrides.Parse(parsed.GetValue(_options) ?? [], parsed.GetValue(_targetVersion), problems),
            parsed.GetValue(_complete))
        {
            DefinitionPaths = parsed.GetValue(_definitions) ?? [],
        };
        if (problems.Count > 0)
        {
            throw new CannotRunException(problems);
        }

        var result = new Linter(settings, _terminal).Run(cancellationToken);
        if (parsed.GetValue(_verbose))
        {
            _terminal.Error.WriteLine($"{CommandLine.Name}: read {CommandParts.Count(result.Objects, "object")} in {CommandParts.Count(result.Files, "file")}; {CommandParts.Count(result.Foreign, "other file")} skipped.");
        }

        var format = parsed.GetRequiredValue(_format);
        Report.Of(format, _terminal.HasColor).Write(result, _terminal.Output);
        if (!parsed.GetValue(_quiet))
        {
            (format == "text" ? _terminal.Output : _terminal.Error).WriteLine(Summary.Of(result));
        }

        foreach (var rule in result.NotEvaluated)
        {
            _terminal.Error.WriteLine($"{CommandLine.Name}: not evaluated: {rule}");
        }

        foreach (var fault in result.Faults)
        {
            _terminal.Error.WriteLine($"{CommandLine.Name}: {fault}");
        }

        var worst = parsed.GetRequiredValue(_failOn) switch { "warning" => Severity.Warning, "never" => (Severity?)null, _ => Severity.Error };
        return result.Faults.Count > 0 ? ExitCode.CannotRun
            : result.Findings.Any(finding => finding.Severity >= worst) ? ExitCode.Findings
            : ExitCode.Success;
    }
}
