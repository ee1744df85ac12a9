using System.Text;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Host;

/// <summary>Which files the objects become, and what stands in them. Nothing is written to a disk here.</summary>
internal static class Layout
{
    private const string SingleName = "manifests.yaml";

    // Large enough that a part is worth a system call, small enough that it is no large object to the garbage collector.
    private const int PartSize = 64 * 1024;

    /// <summary>The files, in the order in which they should be applied.</summary>
    /// <param name="objects">The objects, rendered, in any order.</param>
    /// <param name="isSingle">Whether it is one file or many.</param>
    /// <param name="messages">Takes the errors, of objects that YAML cannot hold and of files with one name.</param>
    public static IReadOnlyList<ManifestFile> Files(IReadOnlyList<EmittedObject> objects, bool isSingle, MessageFile messages)
    {
        var (names, ordered) = InApplyOrder(objects, messages);
        var files = new List<ManifestFile>(ordered.Length);
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].Document.Error is { } error)
            {
                messages.CannotBeWritten(ordered[i].Entry, error);
            }
            else
            {
                files.Add(new(names[i], [ordered[i].Document.Content]));
            }
        }

        return isSingle && files.Count > 0 ? [new(SingleName, Joined(files))] : files;
    }

    private static List<ReadOnlyMemory<byte>> Joined(List<ManifestFile> documents)
    {
        var separator = Encoding.ASCII.GetBytes(YamlWriter.Separator);
        var parts = new List<ReadOnlyMemory<byte>>();
        var part = new MemoryStream();
        for (var i = 0; i < documents.Count; i++)
        {
            if (i > 0)
            {
                part.Write(separator);
            }

            part.Write(documents[i].Content[0].Span);
            if (part.Length >= PartSize || i == documents.Count - 1)
            {
                parts.Add(part.ToArray());
                part.SetLength(0);
            }
        }

        return parts;
    }

    // The names begin with the number of the order, so that kubectl goes the same way through a folder as through a single file.
    private static (string[] Names, EmittedObject[] Objects) InApplyOrder(IReadOnlyList<EmittedObject> objects, MessageFile messages)
    {
        EmittedObject[] ordered = [.. objects];
        var names = Array.ConvertAll(ordered, o => o.Document.Name);
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
