namespace K8sSharpManifests.Emission.Layouts;

/// <summary>
/// A file for each object, in a folder for each namespace: <c>shop/60-deployment-web.yaml</c>. What has no namespace lies beside these folders, where its name comes before theirs, so that
/// <c>kubectl apply -R -f</c> makes a namespace before what is in it.
/// </summary>
internal sealed class NamespacesLayout : FilePerObjectLayout
{
    /// <inheritdoc/>
    public override string Name => "namespaces";

    /// <inheritdoc/>
    protected override string PathOf(EmittedObject value) =>
        value.Identity.Namespace is { Length: > 0 } name ? $"{FolderName.Of(name)}/{FileName.InNamespace(value.Identity)}" : value.Document.Name;

    /// <inheritdoc/>
    protected override string UniquePathOf(EmittedObject value) =>
        value.Identity.Namespace is { Length: > 0 } name ? $"{FolderName.Of(name)}/{FileName.UniqueInNamespace(value.Identity)}" : FileName.Unique(value.Identity);
}
