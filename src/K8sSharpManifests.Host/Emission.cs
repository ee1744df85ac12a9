using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace K8sSharpManifests.Host;

/// <summary>One run: the catalog's members → objects → documents → files. Nothing is written before all of them are known to be good.</summary>
internal static class Emission
{
    public static void Run(HostOptions options)
    {
        var messages = new MessageFile(options);
        var summary = "";
        try
        {
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
            FileContent.Replace(options.ResultFile, summary!);
        }
    }

    private static string? Emit(HostOptions options, MessageFile messages)
    {
        messages.SetCrashMessage(null);
        var catalog = AssemblyCatalog.Read(options.Assembly);
        foreach (var problem in catalog.Problems)
        {
            messages.Problem(problem);
        }

        var context = new ManifestContext(options.Environment);
        var rendering = new Rendering(options.HasHeader);
        var set = new ObjectSet(messages, rendering);
        if (options.IsStatic)
        {
            ConstantReader.Read(catalog, set, messages);
        }
        else if (catalog.Entries.Count > 0 && !options.RunsMembers)
        {
            messages.Error(HostRule.CannotWrite, "The manifests cannot be emitted without a deps.json file: do not set GenerateDependencyFile to false, or set ManifestEmit to false");
        }
        else if (options.RunsMembers)
        {
            RunMembers(catalog, set, context, options, messages);
        }

        messages.SetCrashMessageOfOwnWork();
        rendering.Finish();
        var files = Layout.Files(set.Objects, options.IsSingle, messages);
        var proved = 0;
        if (!messages.HasErrors)
        {
            // Where an object is missing, the rules would miss it too.
            new Review(messages).Run(set.Objects, set.External);
            proved = new Proof(catalog, set, messages, options).Run();
        }

        if (messages.HasErrors)
        {
            return null;
        }

        try
        {
            var written = Deliver(files, set.Objects, options, messages);
            context.Inputs.Write(written, options, isRepeatable: options.IsStatic || catalog.Entries.All(entry => entry.IsRepeatable && catalog.HasAllFiles));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            messages.Error(HostRule.CannotWrite, $"cannot {(options.IsVerify ? "compare the manifests with" : "write the manifests to")} '{options.Output}': {e.Message}");
        }

        return catalog.Entries.Count == 0 ? "" : Summary(set.Objects.Count, proved, options);
    }

    // Apart, so that nothing of the user's is loaded where nothing of it shall run.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunMembers(AssemblyCatalog catalog, ObjectSet set, ManifestContext context, HostOptions options, MessageFile messages)
    {
        using var clock = new MemberClock(messages, options.Timeout);
        EntryRunner.Run(() => AssemblyLoadContext.Default.LoadFromAssemblyPath(options.Assembly), catalog.Entries, context, messages, set.Add, ownsProcess: true);
    }

    // Gives what was written; nothing where it was only compared.
    private static IReadOnlyList<ManifestFile> Deliver(IReadOnlyList<ManifestFile> files, IReadOnlyList<EmittedObject> objects, HostOptions options, MessageFile messages)
    {
        using var turn = options.IsVerify ? null : OutputLock.Wait(options.LockFile);
        var folder = new OutputFolder(options.Output, options.Project, options.Framework, options.Frameworks);
        if (folder.Conflict(files) is { } conflict)
        {
            messages.Error(HostRule.CannotWrite, conflict);
            return [];
        }

        foreach (var orphan in folder.Orphans)
        {
            messages.Warning(HostRule.CannotWrite, folder.At(orphan.Name), orphan.Orphaned);
        }

        IReadOnlyList<ManifestFile> written = [];
        if (options.IsVerify)
        {
            OutputVerifier.Verify(folder, files, options.HasHeader, messages);
        }
        else
        {
            written = OutputWriter.Write(folder, files, options.HasHeader);
            FileContent.Replace(options.FilesFile, string.Join('\n', written.Select(file => folder.At(file.Name))));
        }

        PublishedFiles.Write(folder, files, objects, options, messages);
        return written;
    }

    private static string Summary(int count, int proved, HostOptions options)
    {
        var manifests = count == 1 ? "1 manifest" : $"{count} manifests";
        var folder = Display(options.Output, options.ProjectFolder);
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
