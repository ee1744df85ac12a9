namespace K8sSharpManifests.Core;

/// <summary>What a set of manifests has in common, filled in where a manifest does not say it itself.</summary>
/// <param name="Namespace">The namespace of objects that name none; null for no default.</param>
/// <param name="Labels">The labels that every object and every pod gets, in order.</param>
/// <param name="Annotations">The annotations that every object and every pod gets, in order.</param>
public sealed record ManifestDefaults(
    string? Namespace, IReadOnlyList<KeyValuePair<string, string>> Labels, IReadOnlyList<KeyValuePair<string, string>> Annotations)
{
    /// <summary>What a manifest gets where nothing is said: its bindings are whole.</summary>
    public static ManifestDefaults None { get; } = new(null, [], []);

    /// <summary>
    /// Fills the defaults into a manifest: <c>metadata.namespace</c> where none is set and the kind is not known to be cluster-scoped, and each
    /// label and annotation that is not there yet in the metadata of the object, its pod template and, of a CronJob, its job template. Selectors stay
    /// as they are: more labels on a pod never take it from its selector. A service account that a binding names gets the binding's namespace, or the
    /// default one, where it has none: the API requires one. Of a list, each item gets them.
    /// </summary>
    /// <param name="manifest">The manifest; it is not changed.</param>
    /// <returns>The filled manifest; the same one where there was nothing to fill in. What is unknown in it stays unknown.</returns>
    public Mapping Apply(Mapping manifest) => Apply(manifest, TextOf(manifest["apiVersion"]), TextOf(manifest["kind"]));

    private bool HasEntries => Labels.Count + Annotations.Count > 0;

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => Namespace is null && !HasEntries;

    private Mapping Apply(Mapping manifest, string? apiVersion, string? kind)
    {
        if (IsList(manifest, kind, out var items))
        {
            return ApplyToItems(manifest, items, apiVersion, kind!);
        }

        var result = IsEmpty ? manifest
            : Change(manifest, "metadata", metadata => WithEntries(WithNamespace(metadata, manifest, apiVersion, kind)));
        result = BindingSubjects.WithNamespace(result, kind is null ? manifest["kind"] : Scalar.String(kind), Namespace);
        return HasEntries ? WithEntriesInTemplates(result) : result;
    }

    // Of what an object makes, pods and jobs carry its labels and annotations; a volume claim does not.
    private Mapping WithEntriesInTemplates(Mapping parent)
    {
        foreach (var entry in parent.EntryArray)
        {
            if (entry.Value is not Mapping { Type: { } type } child || !(type.IsTemplate ? type.MakesPods : entry.Key == "spec"))
            {
                continue;
            }

            var changed = WithEntriesInTemplates(child);
            changed = type.IsTemplate ? Change(changed, "metadata", WithEntries) : changed;
            parent = ReferenceEquals(changed, child) ? parent : parent.With(entry.Key, changed);
        }

        return parent;
    }

    private Mapping WithNamespace(Mapping metadata, Mapping manifest, string? apiVersion, string? kind)
    {
        if (Namespace is null || !IsAbsent(metadata["namespace"]))
        {
            return metadata;
        }

        var isNamespaced = apiVersion is null || kind is null ? null : ApiSchema.Kubernetes.IsNamespaced(apiVersion, kind) ?? manifest.Type?.Kind?.IsNamespaced;
        if (isNamespaced == false)
        {
            return metadata;
        }

        // A kind that is not known yet may turn out to be cluster-scoped; one that is known and not Kubernetes' own is taken to be namespaced.
        var isUndecided = manifest["apiVersion"] is Unknown || manifest["kind"] is Unknown;
        return Insert(metadata, "namespace", isUndecided ? Unknown.Value : Scalar.String(Namespace));
    }

    private Mapping WithEntries(Mapping metadata) => WithEntries(WithEntries(metadata, "labels", Labels), "annotations", Annotations);

    private static Mapping WithEntries(Mapping metadata, string field, IReadOnlyList<KeyValuePair<string, string>> entries) =>
        entries.Count == 0 ? metadata : Change(metadata, field, present =>
        {
            foreach (var entry in entries)
            {
                if (present[entry.Key] is Missing)
                {
                    present = present.With(entry.Key, Scalar.String(entry.Value));
                }
            }

            return present;
        });

    private Mapping ApplyToItems(Mapping list, Sequence items, string? apiVersion, string kind)
    {
        // The items of a list such as DeploymentList need not say their kind; those of a plain List do.
        var itemKind = kind == "List" ? null : kind.Substring(0, kind.Length - "List".Length);
        var changed = items.Items
            .Select(item => item is Mapping mapping
                ? Apply(mapping, TextOf(mapping["apiVersion"]) ?? (itemKind is null ? null : apiVersion), TextOf(mapping["kind"]) ?? itemKind)
                : item)
            .ToArray();
        return changed.SequenceEqual(items.Items) ? list : list.With("items", new Sequence(changed, items.IsOpen, items.Origin));
    }

    // A list has items and, unlike an object, no name.
    private static bool IsList(Mapping manifest, string? kind, out Sequence items)
    {
        items = (manifest["items"] as Sequence)!;
        return items is not null && kind?.EndsWith("List", StringComparison.Ordinal) == true
            && (manifest["metadata"] is not Mapping metadata || metadata["name"].Exists.IsFalse);
    }

    // Changes the mapping under a key, an empty one where there is none, and puts it there only where something came of it.
    private static Mapping Change(Mapping parent, string key, Func<Mapping, Mapping> change)
    {
        var node = parent[key];
        var child = IsAbsent(node) ? new Mapping([], type: parent.Type?.Field(key)?.Shape.Type) : node as Mapping;
        if (child is null)
        {
            return parent;
        }

        var changed = change(child);
        return ReferenceEquals(changed, child) ? parent : Insert(parent, key, changed);
    }

    // Sets a key in its place where it is there, else where the order of emission wants it.
    private static Mapping Insert(Mapping mapping, string key, Node value)
    {
        if (mapping[key] is not Missing)
        {
            return mapping.With(key, value);
        }

        var entries = mapping.Entries.ToList();
        var index = 0;
        while (index < entries.Count && Precedes(mapping, entries[index].Key, key))
        {
            index++;
        }

        entries.Insert(index, new(key, value));
        return mapping.WithEntries(entries);
    }

    private static bool Precedes(Mapping mapping, string existing, string key)
    {
        // What has no type is an object of a custom resource, or its metadata.
        int Position(string field) => mapping.Type?.Field(field)?.Position ?? FieldOrder.Position("V1ObjectMeta", isKind: true, field);
        var (before, after) = (Position(existing), Position(key));
        return before == after ? string.CompareOrdinal(existing, key) < 0 : before < after;
    }

    internal static bool IsAbsent(Node node) => node is Missing or Scalar { Kind: ScalarKind.Null } or Scalar { Kind: ScalarKind.String, Text: "" };

    internal static string? TextOf(Node node) => (node as Scalar)?.Text;
}
