using K8sSharpManifests.Emission;
using K8sSharpManifests.Emission.Output;
using K8sSharpManifests.Host.Publishing;

namespace K8sSharpManifests.Host;

/// <summary>A run on behalf of the build: options in; messages, and what the next build and 'dotnet publish' ask for, out.</summary>
internal static class BuildRun
{
    public static void Run(HostOptions options)
    {
        var messages = new MessageFile(options.MessagesFile, options.Project);
        var summary = "";
        try
        {
            if (options.RunsMembers)
            {
                new MemberClock(messages, options.Timeout).Start();
            }

            summary = Emit(options, messages);
        }
        catch (Exception e)
        {
            // What the user's code throws is caught where it runs.
            messages.Failed(e);
        }

        messages.Finish();
        if (!messages.HasErrors)
        {
            FileContent.Replace(options.ResultFile, summary);
        }
    }

    private static string Emit(HostOptions options, MessageFile messages)
    {
        var emission = options.ForEmission();
        var result = new ManifestEmission(emission, messages).Run();
        if (result.Delivery is { } delivery)
        {
            try
            {
                WriteDown(result, delivery, emission, options);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                messages.Found(FindingList.Make(EmissionRule.CannotWrite, null, $"cannot write down what the next build asks for: {e.Message}"));
            }
        }

        return result.Catalog.Entries.Count == 0 && result.Objects.Count == 0 ? "" : Summary(result, options);
    }

    private static void WriteDown(EmissionResult result, Delivery delivery, EmissionOptions emission, HostOptions options)
    {
        if (!options.IsVerify)
        {
            FileContent.Replace(options.FilesFile, string.Join('\n', delivery.Written.Select(file => delivery.Folder.At(file.Path))));
        }

        PublishedFiles.Write(result, delivery.Folder, emission, options);
        var isRepeatable = options.IsStatic || result.Catalog.Entries.All(entry => entry.IsRepeatable && result.Catalog.HasAllFiles);
        result.Inputs.Write(delivery.Written, options, isRepeatable);
    }

    private static string Summary(EmissionResult result, HostOptions options)
    {
        var manifests = result.Objects.Count == 1 ? "1 manifest" : $"{result.Objects.Count} manifests";
        var folder = Display(options.Output, options.ProjectFolder);
        return options.IsVerify ? $"{manifests}: {folder} is up to date\n"
            : options.IsStatic ? $"{manifests} → {folder} (nothing was run)\n"
            : result.Proved == 0 ? $"{manifests} → {folder}\n"
            : $"{manifests} → {folder} ({result.Proved} proved at compile time)\n";
    }

    private static string Display(string folder, string projectFolder)
    {
        var relative = Path.GetRelativePath(projectFolder, Path.TrimEndingDirectorySeparator(folder));
        return relative.StartsWith("..", StringComparison.Ordinal) ? folder : relative;
    }
}
