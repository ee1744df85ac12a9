namespace K8sSharpManifests.Core.Rules.Validity.CustomResources;

/// <summary>Where a schema stands in the schema of a custom resource.</summary>
/// <param name="IsRoot">Whether it is that schema itself.</param>
/// <param name="IsInMetadata">Whether it describes the apiVersion, the kind or the metadata of a resource.</param>
/// <param name="NoDefault">Why it cannot have a default; null where it can.</param>
internal sealed record SchemaContext(bool IsRoot, bool IsInMetadata, string? NoDefault)
{
    public static SchemaContext Root { get; } = new(true, false, null);

    /// <summary>The same below the root.</summary>
    public SchemaContext Inner => IsRoot ? this with { IsRoot = false } : this;

    /// <summary>The same where defaults are not allowed.</summary>
    public SchemaContext Without(string reason) => new(false, IsInMetadata, reason);

    /// <summary>Of a property.</summary>
    /// <param name="isMetadata">Whether it is the apiVersion, the kind or the metadata of a resource.</param>
    /// <param name="key">Its key.</param>
    public SchemaContext Below(bool isMetadata, string key) =>
        !isMetadata ? Inner : new(false, true, IsRoot ? $"it cannot be set in the top-level '{key}': the API server sees to that itself" : NoDefault);
}
