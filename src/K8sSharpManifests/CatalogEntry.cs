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

    /// <summary>What the compiler knows of the member's objects; those are left out of which it has nothing to say.</summary>
    public IReadOnlyList<CatalogObject> Objects { get; init; } = [];

    /// <summary>
    /// What the compiler has said already, as <c>K8S106 message</c>, where it cannot see the member through: what it has said of a part may come up here again,
    /// at a place that it does not know.
    /// </summary>
    public IReadOnlyList<string> Reported { get; init; } = [];

    /// <summary>
    /// Severities that are not the rules' own, as <c>K8S106 none</c>, or <c>12,5 K8S106 none</c> for one place in the file: from .editorconfig and
    /// .globalconfig, pragmas and [SuppressMessage]. One of none, info, warning, error; or default, where a place goes back to the rule's own.
    /// </summary>
    public IReadOnlyList<string> Severities { get; init; } = [];

    /// <summary>The options of the rules that are set for the member's file, as <c>k8s_private_registries=ghcr.io/acme/*</c>.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
}

/// <summary>What the compiler knows of an object that a member gives. Not for use by hand.</summary>
/// <param name="Index">Where it stands in what the member gives, from 0; -1 where objects that are not seen may stand before it.</param>
/// <param name="Kind">Its kind; empty where that is not known.</param>
/// <param name="Name">Its name; empty where that is not known.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record CatalogObject(int Index, string Kind, string Name)
{
    /// <summary>The findings that the compiler has reported or that are suppressed in the source, as <c>K8S106 spec.containers[0]</c>.</summary>
    public IReadOnlyList<string> Decided { get; init; } = [];

    /// <summary>Where nodes stand in the member's file that the compiler could not judge, as <c>12,5 spec.containers[0].image</c>.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}

/// <summary>A line of the user's configuration that says nothing sensible, where the build has to say so. Not for use by hand.</summary>
/// <param name="File">The file, relative to the project's folder, with forward slashes; empty where it is not known.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Id">The rule's id.</param>
/// <param name="Severity">One of none, info, warning, error.</param>
/// <param name="Text">What is wrong.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record CatalogProblem(string File, int Line, int Column, string Id, string Severity, string Text);
