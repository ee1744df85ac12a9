using System.ComponentModel;

namespace K8sSharpManifests;

/// <summary>A [Manifest] member, as the catalog that the generator writes into the user's assembly names it. Not for use by hand.</summary>
/// <param name="Member">The member as C# names it, like <c>Acme.Shop.Web</c>.</param>
/// <param name="File">Its source file, relative to the project's folder, with forward slashes.</param>
/// <param name="Line">The line of its name, from 1.</param>
/// <param name="Column">The column of its name, from 1.</param>
/// <param name="Read">Runs the member: one object, a sequence of objects, or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record CatalogEntry(string Member, string File, int Line, int Column, Func<ManifestContext, object?> Read)
{
    /// <summary>The namespace for objects that set none, from <see cref="ManifestNamespaceAttribute"/>.</summary>
    public string? Namespace { get; init; }

    /// <summary>Labels for objects that do not set them, from <see cref="ManifestLabelAttribute"/>, outermost class first.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];
}
