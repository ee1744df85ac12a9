using K8sSharpManifests.Core;

namespace K8sSharpManifests.Host;

/// <summary>Which files the objects become, and what stands in them. Nothing is written to a disk here.</summary>
internal static class Layout
{
    private const string SingleName = "manifests.yaml";

    /// <summary>The files, in the order in which they should be applied.</summary>
    /// <param name="objects">The objects, in any order.</param>
    /// <param name="options">Whether it is one file or many, and with a header or without.</param>
    /// <param name="messages">Takes the errors, of objects that YAML cannot hold and of files with one name.</param>
    public static IReadOnlyList<ManifestFile> Files(IReadOnlyList<EmittedObject> objects, HostOptions options, MessageFile messages)
    {
        var (names, ordered) = InApplyOrder(objects, messages);
        var files = new List<ManifestFile>(options.IsSingle ? 1 : ordered.Length);
        var writer = new YamlWriter();
        for (var i = 0; i < ordered.Length; i++)
        {
            try
            {
                writer.Append(ordered[i].Root, options.HasHeader ? Header(ordered[i].Entry) : null);
            }
            catch (YamlWriteException e)
            {
                messages.CannotBeWritten(ordered[i].Entry, e);
                continue;
            }

            if (!options.IsSingle)
            {
                files.Add(new(names[i], writer.ToArray()));
                writer.Clear();
            }
        }

        if (options.IsSingle && writer.WrittenCount > 0)
        {
            files.Add(new(SingleName, writer.Written));
        }

        return files;
    }

    private static string Header(CatalogEntry entry) => $"{OutputFolder.Header} from {entry.Member}";

    // The names begin with the number of the order, so that kubectl goes the same way through a folder as through a single file.
    private static (string[] Names, EmittedObject[] Objects) InApplyOrder(IReadOnlyList<EmittedObject> objects, MessageFile messages)
    {
        EmittedObject[] ordered = [.. objects];
        var names = Array.ConvertAll(ordered, o => FileName.Of(o.Identity));
        Array.Sort(names, ordered, StringComparer.Ordinal);

        // Two different objects can share a name: a-b/c and a/b-c, or two API groups that both have a Service.
        var isUnique = true;
        for (var (start, end) = (0, 0); start < names.Length; start = end)
        {
            for (end = start + 1; end < names.Length && names[end] == names[start]; end++)
            {
            }

            for (var i = start; end - start > 1 && i < end; i++)
            {
                isUnique = false;
                names[i] = FileName.Unique(ordered[i].Identity);
            }
        }

        if (!isUnique)
        {
            Array.Sort(names, ordered, StringComparer.Ordinal);
            for (var i = 1; i < names.Length; i++)
            {
                if (names[i] == names[i - 1])
                {
                    messages.Error(HostRule.SameObjectTwice, ordered[i].Entry, $"would write {names[i]}, as {ordered[i - 1].Entry.Member} does");
                }
            }
        }

        return (names, ordered);
    }
}
