using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Layouts;

/// <summary>One file for all objects, in the order in which files of their own would be applied.</summary>
internal sealed class SingleLayout : ILayout
{
    private const string FileName = "manifests.yaml";

    // Large enough that a part is worth a system call, small enough that it is no large object to the garbage collector.
    private const int PartSize = 64 * 1024;

    /// <inheritdoc/>
    public string Name => "single";

    /// <inheritdoc/>
    public IReadOnlyList<ManifestFile> Files(IReadOnlyList<EmittedObject> objects, FindingList findings)
    {
        var documents = ManifestLayouts.Default.Files(objects, findings);
        return documents.Count > 0 ? [new(FileName, Joined(documents)) { HoldsSecret = documents.Any(document => document.HoldsSecret) }] : [];
    }

    private static List<ReadOnlyMemory<byte>> Joined(IReadOnlyList<ManifestFile> documents)
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
}
