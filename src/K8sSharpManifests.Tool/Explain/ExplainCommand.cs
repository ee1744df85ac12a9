using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using K8sSharpManifests.Tool.Manifests;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Explain;

/// <summary><c>k8ssharp explain</c>: a rule's page, what stands at a line of YAML, or how an image is read.</summary>
internal sealed partial class ExplainCommand : Command, IHelpful
{
    private static readonly string[] Formats = ["text", "json"];
    private static readonly string[] Extensions = [".yaml", ".yml", ".json", ".cs"];

    private readonly Argument<string?> _what = new("WHAT")
    {
        Description = "A rule (K8S106, or K8S1 for all that begin so), a line of YAML (web.yaml:12), or an image. Without any, the list of the rules.",
        HelpName = "WHAT",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _with = new("--with")
    {
        Description = "Files, folders and patterns that are applied together with it: ServiceAccounts and pull Secrets. Of a line, without this, the *.yaml beside the file.",
        HelpName = "PATH",
    };

    private readonly Option<string[]> _definitions = new("--crd") { Description = "Files, folders or patterns with CustomResourceDefinitions, by which custom resources have pods.", HelpName = "PATH" };

    private readonly Option<string> _format = new("--format")
    {
        Description = "How it is told: text, json (one object on a line for each rule, line or image).",
        HelpName = string.Join('|', Formats),
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Only what was asked for, without a word of where there is more." };

    private readonly Option<bool> _verbose = new("--verbose", "-v") { Description = "Say what was read, on the error output." };

    private readonly Terminal _terminal;

    /// <summary>Makes the command.</summary>
    /// <param name="terminal">What to read from and to write to.</param>
    public ExplainCommand(Terminal terminal) : base("explain", "Explains a rule, a line of YAML, or an image: how it is read, which policy it gets, which secrets apply and why.")
    {
        _terminal = terminal;
        CommandParts.AcceptOnly(_format, Formats);
        _what.CompletionSources.Add(_ => RulePages.Ids.Select(id => new System.CommandLine.Completions.CompletionItem(id)));
        Arguments.Add(_what);
        foreach (var option in new Option[] { _with, _definitions, _format, _quiet, _verbose })
        {
            Options.Add(option);
        }

        SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
    }

    /// <inheritdoc/>
    public string MoreHelp =>
        """
        Examples:
          k8ssharp explain                                   all rules, with their titles
          k8ssharp explain K8S106                            the rule's page
          k8ssharp explain deploy/web.yaml:12                the container and the image at that line
          k8ssharp explain deploy/web.yaml:12 --with cluster/
          k8ssharp explain ghcr.io/acme/web:1.4.2            an image, with the logins of this machine by their names

        Nothing is asked over the network, and no credential is shown. An image that is called as a rule is written with its registry: docker.io/library/k8s106.

        Exit codes:
          0    it is explained
          2    it could not run: no such rule, file or line, or a text that is no image
          130  it was interrupted


        """;

    private async Task<int> Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var what = parsed.GetValue(_what) ?? "";
        var report = new ExplainReport(_terminal, parsed.GetRequiredValue(_format) == "json", parsed.GetValue(_quiet));
        if (what.Length == 0)
        {
            report.WriteList(RulePages.All);
        }
        else if (RulePages.IsId(what))
        {
            var pages = RulePages.Find(what);
            if (pages is [var page])
            {
                report.WritePage(page);
            }
            else
            {
                report.WriteList(pages);
            }
        }
        else if (PlaceOf(what) is var (file, line))
        {
            var place = await PlaceExplanation.Of(file, line, parsed.GetValue(_with) ?? [], parsed.GetValue(_definitions) ?? [], _terminal, cancellationToken);
            if (parsed.GetValue(_verbose))
            {
                _terminal.Error.WriteLine($"{CommandLine.Name}: read {file} with {(parsed.GetValue(_with) is { Length: > 0 } with ? string.Join(", ", with) : "the *.yaml beside it")}.");
            }

            report.WritePlace(place);
        }
        else
        {
            report.WriteImage(await Image(what, parsed, cancellationToken));
        }

        return ExitCode.Success;
    }

    private async Task<ImageExplanation> Image(string text, ParseResult parsed, CancellationToken cancellationToken)
    {
        var with = parsed.GetValue(_with) ?? [];
        ManifestGroup? group = null;
        if (with.Length > 0)
        {
            group = (await new ManifestReader(new() { Paths = with, DefinitionPaths = parsed.GetValue(_definitions) ?? [] }, _terminal).Read(cancellationToken)).Single();
        }

        var path = DockerConfig.PathOf(_terminal.Variable);
        return ImageExplanation.OfImage(text, ManifestReader.OptionsOf(_terminal), group, DockerConfig.Read(path), path);
    }

    // As lint writes it, with a column or without.
    private (string File, int Line)? PlaceOf(string what)
    {
        var match = Place().Match(what);
        var file = match.Success ? match.Groups["file"].Value : what;
        var isThere = File.Exists(Path.GetFullPath(file, _terminal.Folder));
        var isYaml = Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
        if (!isThere && !isYaml)
        {
            return null;
        }

        return file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
                ? throw new CannotRunException($"'{file}' is C#: name a line of the YAML that the build writes of it. What the rules say of C#, the build says at its lines.")
            : !isThere ? throw new CannotRunException($"'{file}' is not there.")
            : match.Success ? (file, int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture))
            : throw new CannotRunException($"'{file}' is a file: name a line of it, '{file}:12'.");
    }

    [GeneratedRegex("^(?<file>.+?):(?<line>[0-9]{1,8})(:[0-9]+)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
