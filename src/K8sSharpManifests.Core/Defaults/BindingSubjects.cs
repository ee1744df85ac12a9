namespace K8sSharpManifests.Core;

/// <summary>The service accounts that a RoleBinding or ClusterRoleBinding names: the API requires a namespace of each.</summary>
internal static class BindingSubjects
{
    /// <summary>Gives each service account without a namespace that of a RoleBinding, or else the default one.</summary>
    public static Mapping WithNamespace(Mapping manifest, Node kind, string? defaultNamespace)
    {
        if (manifest["subjects"] is not Sequence subjects)
        {
            return manifest;
        }

        var isBinding = kind.Is("RoleBinding") | kind.Is("ClusterRoleBinding");
        var value = kind.Is("ClusterRoleBinding").IsTrue ? Missing.Value : manifest["metadata"] switch
        {
            Mapping metadata => metadata["namespace"],
            Unknown unknown => unknown,
            _ => Missing.Value,
        };
        value = !ManifestDefaults.IsAbsent(value) ? value : defaultNamespace is null ? Missing.Value : Scalar.String(defaultNamespace);
        if (isBinding.IsFalse || value is Missing)
        {
            return manifest;
        }

        var changed = subjects.Items.Select(item => item is Mapping subject ? WithNamespace(subject, isBinding.IsTrue ? value : Unknown.Value) : item).ToArray();
        return changed.SequenceEqual(subjects.Items) ? manifest : manifest.With("subjects", new Sequence(changed, subjects.IsOpen, subjects.Origin));
    }

    private static Mapping WithNamespace(Mapping subject, Node value)
    {
        var isAccount = subject["kind"].Is("ServiceAccount");
        return isAccount.IsFalse || !ManifestDefaults.IsAbsent(subject["namespace"]) ? subject : subject.With("namespace", isAccount.IsTrue ? value : Unknown.Value);
    }
}
