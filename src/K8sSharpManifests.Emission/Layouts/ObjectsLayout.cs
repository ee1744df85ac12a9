namespace K8sSharpManifests.Emission.Layouts;

/// <summary>A file for each object, all in one folder: <c>60-deployment-shop-web.yaml</c>.</summary>
internal sealed class ObjectsLayout : FilePerObjectLayout
{
    /// <inheritdoc/>
    public override string Name => "objects";

    /// <inheritdoc/>
    protected override string PathOf(EmittedObject value) => value.Document.Name;

    /// <inheritdoc/>
    protected override string UniquePathOf(EmittedObject value) => FileName.Unique(value.Identity);
}
