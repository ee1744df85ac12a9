using System.CommandLine;

namespace K8sSharpManifests.Tool.Manifests;

/// <summary>The argument and the options by which a command is told which manifests it is for.</summary>
internal sealed class ManifestParts
{
    /// <summary>The paths.</summary>
    public Argument<string[]> Paths { get; } = new("PATH")
    {
        Description = "Files, folders (all *.yaml, *.yml and *.json below), patterns with *, ** and ?, or - for the standard input. Without any, the project in the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <summary>The project.</summary>
    public Option<string?> Project { get; } = new("--project", "-p") { Description = "The project whose manifests are meant: it is built.", HelpName = "PROJECT" };

    /// <summary>The environments of the project.</summary>
    public Option<string[]> Environments { get; } = new("--environment") { Description = "What the project is built for (ManifestEnvironment); once for each environment that is meant.", HelpName = "NAME" };

    /// <summary>The definitions.</summary>
    public Option<string[]> Definitions { get; } = new("--crd") { Description = "Files, folders or patterns with CustomResourceDefinitions, by which custom resources have pods.", HelpName = "PATH" };

    /// <summary>Adds them to a command, with what may not stand together.</summary>
    /// <param name="command">The command.</param>
    /// <param name="escaped">What stands behind '--'.</param>
    public void AddTo(Command command, Func<IReadOnlyList<string>> escaped)
    {
        CommandParts.RefuseUnknownOptions(command, Paths, escaped);
        command.Arguments.Add(Paths);
        foreach (var option in new Option[] { Project, Environments, Definitions })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(Paths) is { Tokens.Count: > 0 } && result.GetResult(Project) is not null)
            {
                result.AddError("PATH and --project exclude each other: a project's manifests are those that it gives.");
            }

            if (result.GetResult(Environments) is { Tokens.Count: > 0 } && result.GetResult(Paths) is { Tokens.Count: > 0 })
            {
                result.AddError("--environment is for a project, and PATH names YAML.");
            }
        });
    }

    /// <summary>Which manifests are meant.</summary>
    /// <param name="parsed">The line.</param>
    public ManifestSource Read(ParseResult parsed)
    {
        var paths = parsed.GetValue(Paths) ?? [];
        return new()
        {
            Paths = paths,
            Project = paths.Length > 0 ? null : parsed.GetValue(Project) ?? ".",
            Environments = parsed.GetValue(Environments) ?? [],
            DefinitionPaths = parsed.GetValue(Definitions) ?? [],
        };
    }
}
