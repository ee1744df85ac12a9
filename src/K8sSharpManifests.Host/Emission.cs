using System.Reflection;
using System.Runtime.Loader;

namespace K8sSharpManifests.Host;

/// <summary>One run: the catalog's members → objects → documents → files. Nothing is written before all of them are known to be good.</summary>
internal static class Emission
{
    private const string CatalogType = "K8sSharpManifests.Generated.ManifestCatalog";

    public static void Run(HostOptions options)
    {
        var messages = new MessageFile(options);
        var entries = Load(options, messages);
        if (entries is not null)
        {
            Emit(entries, options, messages);
        }

        if (messages.HasErrors)
        {
            messages.Finish();
        }
    }

    private static void Emit(IReadOnlyList<CatalogEntry> entries, HostOptions options, MessageFile messages)
    {
        var documents = new DocumentSet(messages);
        new EntryRunner(new(options.Environment), messages, documents.Add).Run(entries);
        if (messages.HasErrors)
        {
            return;
        }

        // Where an object is missing, the rules would miss it too.
        var files = documents.Files();
        new Review(messages).Run(documents.Objects);
        if (messages.HasErrors)
        {
            return;
        }

        try
        {
            var written = OutputFolder.Write(options.Output, files);
            File.WriteAllLines(options.FilesFile, written);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            messages.Error(HostRule.CannotWrite, $"cannot write the manifests to '{options.Output}': {e.Message}");
            return;
        }

        messages.Finish();
        File.WriteAllText(options.ResultFile, entries.Count == 0
            ? ""
            : $"{documents.Count} {(documents.Count == 1 ? "manifest" : "manifests")} → {Display(options.Output, options.ProjectFolder)}\n");
    }

    private static CatalogEntry[]? Load(HostOptions options, MessageFile messages)
    {
        messages.Announce(null);
        try
        {
            var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(options.Assembly);
            var method = assembly.GetType(CatalogType)?.GetMethod("Entries", BindingFlags.Static | BindingFlags.NonPublic);
            return (CatalogEntry[]?)method?.Invoke(null, null) ?? [];
        }
        catch (Exception e)
        {
            // Module initialisers run here, and references may be missing: anything can come.
            messages.Threw(null, e);
            return null;
        }
    }

    private static string Display(string folder, string projectFolder)
    {
        var relative = Path.GetRelativePath(projectFolder, Path.TrimEndingDirectorySeparator(folder));
        return relative.StartsWith("..", StringComparison.Ordinal) ? folder : relative;
    }
}
