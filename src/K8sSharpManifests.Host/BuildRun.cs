using K8sSharpManifests.Core;
using K8sSharpManifests.Emission;
using K8sSharpManifests.Emission.Output;
using K8sSharpManifests.Emission.Secrets;
using K8sSharpManifests.Host.Publishing;

namespace K8sSharpManifests.Host;

/// <summary>A run on behalf of the build: options in; messages, and what the next build and 'dotnet publish' ask for, out.</summary>
internal static class BuildRun
{
    /// <summary>Runs.</summary>
    /// <param name="options">What the build has asked for.</param>
    /// <param name="ownsProcess">Whether nothing else runs in this process, so that what is printed in it may be changed.</param>
    public static void Run(HostOptions options, bool ownsProcess = false)
    {
        // One for all environments, and with the variables as they are before any member can have set others.
        var secrets = ManifestSecrets.OfBuild(variables => UserSecrets.Read(options.UserSecretsId, variables));
        var hidden = new RunSecrets(secrets);
        var messages = new MessageFile(options.MessagesFile, options.Project, options.Environments, options.Output, hidden);
        if (ownsProcess && options.RunsMembers)
        {
            Console.SetOut(new PrintedOutput(hidden));
            AppDomain.CurrentDomain.UnhandledException += (_, crash) => messages.Crashed((Exception)crash.ExceptionObject);
        }

        var summary = "";
        try
        {
            if (options.RunsMembers)
            {
                new MemberClock(messages, options.Timeout).Start();
            }

            summary = Emit(options, secrets, messages);
        }
        catch (Exception e)
        {
            // What the user's code throws is caught where it runs.
            messages.Failed(e);
        }

        if (options.SecretsFile is { } file)
        {
            KnownSecrets.Write(file, secrets.Values);
        }

        messages.Finish();
        if (!messages.HasErrors)
        {
            FileContent.Replace(options.ResultFile, summary);
        }
    }

    private static string Emit(HostOptions options, ManifestSecrets secrets, MessageFile messages)
    {
        var values = options.Values();
        foreach (var problem in values.Problems)
        {
            messages.Found(FindingList.Make(EmissionRule.CannotWrite, null, problem));
        }

        if (values.Problems.Count > 0)
        {
            return "";
        }

        var results = new EnvironmentRun([.. options.Environments.Select(environment => options.ForEmission(environment, values, secrets))], messages).Run();
        messages.For("");
        if (results.All(result => result.Delivery is not null))
        {
            try
            {
                WriteDown(results, options);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                messages.Found(FindingList.Make(EmissionRule.CannotWrite, null, $"cannot write down what the next build asks for: {e.Message}"));
            }
        }

        return results.All(result => result.Catalog.Entries.Count == 0 && result.Objects.Count == 0) ? "" : Summary(results, options);
    }

    private static void WriteDown(IReadOnlyList<EmissionResult> results, HostOptions options)
    {
        (string Path, ManifestFile File)[] written = [.. results.SelectMany(result => result.Delivery!.Written.Select(file => (result.Delivery.Folder.At(file.Path), file)))];
        if (!options.IsVerify)
        {
            FileContent.Replace(options.FilesFile, string.Join('\n', written.Select(file => file.Path)));
        }

        PublishedFiles.Write(results, options);

        // Of what members make of a secret nothing is kept to compare with, not even a hash, which would tell a short one.
        var isRepeatable = options.IsStatic || results.All(result => !result.Options.Secrets.IsAsked && result.Catalog.HasAllFiles && result.Catalog.Entries.All(entry => entry.IsRepeatable));
        InputFiles.Write([.. results.Select(result => result.Inputs)], [.. written.Select(file => file.File)], options, isRepeatable);
    }

    private static string Summary(IReadOnlyList<EmissionResult> results, HostOptions options)
    {
        var (count, proved) = (results.Sum(result => result.Objects.Count), results.Sum(result => result.Proved));
        var manifests = (count == 1 ? "1 manifest" : $"{count} manifests")
            + (options.AllEnvironments.Count == 0 ? "" : $" for {EnvironmentNames.Join(options.Environments, "and")}");
        var folder = Display(results is [var only] ? only.Options.Output! : options.Output, options.ProjectFolder);
        return options.IsVerify ? $"{manifests}: {folder} is up to date\n"
            : options.IsStatic ? $"{manifests} → {folder} (nothing was run)\n"
            : proved == 0 ? $"{manifests} → {folder}\n"
            : $"{manifests} → {folder} ({proved} proved at compile time)\n";
    }

    private static string Display(string folder, string projectFolder)
    {
        var relative = Path.GetRelativePath(projectFolder, Path.TrimEndingDirectorySeparator(folder));
        return relative.StartsWith("..", StringComparison.Ordinal) ? folder : relative;
    }
}
