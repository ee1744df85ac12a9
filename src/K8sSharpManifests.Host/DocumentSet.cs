using k8s;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Host;

/// <summary>Turns objects into documents, and sees to it that no two of them are the same object or the same file.</summary>
/// <param name="messages">Takes the errors.</param>
internal sealed class DocumentSet(MessageFile messages)
{
    private readonly Dictionary<ObjectIdentity, (CatalogEntry Entry, byte[] Bytes)> _documents = [];
    private readonly List<EmittedObject> _objects = [];

    public int Count => _documents.Count;

    /// <summary>The objects, in the order in which the members gave them.</summary>
    public IReadOnlyList<EmittedObject> Objects => _objects;

    /// <summary>Adds an object that a member gave.</summary>
    public void Add(CatalogEntry entry, int index, IKubernetesObject value)
    {
        Mapping root;
        byte[] bytes;
        try
        {
            root = new ManifestDefaults(entry.Namespace, entry.Labels).Apply(ObjectReader.Read(value));
            bytes = YamlWriter.Write(root);
        }
        catch (Exception e)
        {
            // Values of the user's own making are read here (types of their own, keys, text that YAML cannot hold).
            messages.Error(HostRule.CannotBeEmitted, entry, $"gives an object that cannot be written: {e.Message}");
            return;
        }

        var identity = ObjectIdentity.Of(root);
        if (identity.Name.Length == 0)
        {
            messages.Error(HostRule.CannotBeEmitted, entry, $"gives a {identity.Kind} without metadata.name: kubectl apply needs one{GenerateNameHint(root)}");
        }
        else if (!_documents.TryAdd(identity, (entry, bytes)))
        {
            var first = _documents[identity].Entry;
            messages.Error(HostRule.SameObjectTwice, entry, first == entry ? $"gives {identity} twice" : $"gives {identity}, as {first.Member} does");
        }
        else
        {
            _objects.Add(new(entry, index, identity, root));
        }
    }

    /// <summary>The files, in the order in which they should be applied.</summary>
    public IReadOnlyList<KeyValuePair<string, byte[]>> Files()
    {
        var files = new SortedDictionary<string, (CatalogEntry Entry, byte[] Bytes)>(StringComparer.Ordinal);
        foreach (var group in _documents.GroupBy(d => FileName.Of(d.Key)))
        {
            // Two different objects can share a name: a-b/c and a/b-c, or two API groups that both have a Service.
            var isShared = group.Skip(1).Any();
            foreach (var (identity, document) in group)
            {
                var name = isShared ? FileName.Unique(identity) : group.Key;
                if (!files.TryAdd(name, document))
                {
                    messages.Error(HostRule.SameObjectTwice, document.Entry, $"would write {name}, as {files[name].Entry.Member} does");
                }
            }
        }

        return [.. files.Select(f => KeyValuePair.Create(f.Key, f.Value.Bytes))];
    }

    private static string GenerateNameHint(Mapping root) =>
        root["metadata"] is Mapping metadata && metadata["generateName"].Exists.IsTrue ? " (generateName works with kubectl create only)" : "";
}
