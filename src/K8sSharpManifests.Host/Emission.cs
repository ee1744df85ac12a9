using System.Reflection;
using System.Runtime.Loader;
using System.Text;

namespace K8sSharpManifests.Host;

/// <summary>One run: the catalog's members → objects → documents → files. Nothing is written before all of them are known to be good.</summary>
internal static class Emission
{
    private const string CatalogType = "K8sSharpManifests.Generated.ManifestCatalog";

    public static void Run(HostOptions options)
    {
        var messages = new MessageFile(options);
        var entries = Load(options, messages);
        var summary = entries is null ? null : Emit(entries, options, messages);
        messages.Finish();
        if (!messages.HasErrors)
        {
            File.WriteAllBytes(options.ResultFile, Encoding.UTF8.GetBytes(summary!));
        }
    }

    private static string? Emit(CatalogEntry[] entries, HostOptions options, MessageFile messages)
    {
        var rendering = new Rendering(options.HasHeader);
        var set = new ObjectSet(messages, rendering);
        new EntryRunner(new(options.Environment), messages, set.Add).Run(entries);
        rendering.Finish();
        var files = Layout.Files(set.Objects, options.IsSingle, messages);
        if (!messages.HasErrors)
        {
            // Where an object is missing, the rules would miss it too.
            new Review(messages).Run(set.Objects, set.External);
        }

        if (messages.HasErrors)
        {
            return null;
        }

        try
        {
            Deliver(files, options, messages);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            messages.Error(HostRule.CannotWrite, $"cannot {(options.IsVerify ? "compare the manifests with" : "write the manifests to")} '{options.Output}': {e.Message}");
        }

        return entries.Length == 0 ? "" : Summary(set.Objects.Count, options);
    }

    private static void Deliver(IReadOnlyList<ManifestFile> files, HostOptions options, MessageFile messages)
    {
        var folder = new OutputFolder(options.Output);
        if (options.IsVerify)
        {
            OutputVerifier.Verify(folder, files, options.HasHeader, messages);
            return;
        }

        using var turn = OutputLock.Wait(options.LockFile);
        var written = OutputWriter.Write(folder, files, options.HasHeader);
        File.WriteAllBytes(options.FilesFile, Encoding.UTF8.GetBytes(string.Join('\n', written)));
    }

    private static string Summary(int count, HostOptions options)
    {
        var manifests = count == 1 ? "1 manifest" : $"{count} manifests";
        var folder = Display(options.Output, options.ProjectFolder);
        return options.IsVerify ? $"{manifests}: {folder} is up to date\n" : $"{manifests} → {folder}\n";
    }

    private static CatalogEntry[]? Load(HostOptions options, MessageFile messages)
    {
        messages.Announce(null);
        try
        {
            var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(options.Assembly);
            var catalog = assembly.GetType(CatalogType);
            foreach (var problem in Read<CatalogProblem>(catalog, "Configuration"))
            {
                messages.Problem(problem);
            }

            return Read<CatalogEntry>(catalog, "Entries");
        }
        catch (Exception e)
        {
            // Module initialisers run here, and references may be missing: anything can come.
            messages.Threw(null, e);
            return null;
        }
    }

    private static T[] Read<T>(Type? catalog, string method) =>
        (T[]?)catalog?.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)?.Invoke(null, null) ?? [];

    private static string Display(string folder, string projectFolder)
    {
        var relative = Path.GetRelativePath(projectFolder, Path.TrimEndingDirectorySeparator(folder));
        return relative.StartsWith("..", StringComparison.Ordinal) ? folder : relative;
    }
}
