using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core;

/// <summary>A [Manifest] member, as the compiler hands it to the build.</summary>
/// <param name="Member">The member as C# names it, like <c>Acme.Shop.Web</c>.</param>
/// <param name="File">Its source file, relative to the project's folder, with forward slashes.</param>
/// <param name="Line">The line of its name, from 1.</param>
/// <param name="Column">The column of its name, from 1.</param>
public sealed record CatalogEntry(string Member, string File, int Line, int Column)
{
    /// <summary>The environment that the entry speaks of; null where it speaks of all, or where the project names none.</summary>
    public string? Environment { get; init; }

    /// <summary>The namespace for objects that set none, from [ManifestNamespace].</summary>
    public string? Namespace { get; init; }

    /// <summary>Labels for objects that do not set them, from [ManifestLabel], the outermost first.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];

    /// <summary>Annotations for objects that do not set them, from [ManifestAnnotation], the outermost first.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Annotations { get; init; } = [];

    /// <summary>What the surroundings of the member fill into its objects.</summary>
    public ManifestDefaults Defaults => new(Namespace, Labels, Annotations);

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

    /// <summary>The name of the constant that holds the YAML of all that the member emits; null where it emits nothing, or it is not proved what.</summary>
    public string? Constant { get; init; }

    /// <summary>Where the values of that YAML stand in the member's file, from its own place on; see <see cref="ValuePlaces"/>. Null where there is no such constant.</summary>
    public string? Values { get; init; }

    /// <summary>The objects that the member says live elsewhere, where all that it gives is proved.</summary>
    public IReadOnlyList<ExternalObjectPattern> External { get; init; } = [];

    /// <summary>The fields of that YAML that <c>Patch</c> has set, which no type has, as <c>0 spec.newField</c>: the document from 0, and the field in it.</summary>
    public IReadOnlyList<string> Patched { get; init; } = [];

    /// <summary>What stood in the way of a proof of what the member gives; null where it is proved.</summary>
    public CatalogGap? Gap { get; init; }

    /// <summary>
    /// Whether the member gives the same in each run of the same assembly, as long as what it reads through its ManifestContext is the same. One of which that is not sure
    /// may depend on anything.
    /// </summary>
    public bool IsRepeatable => Gap is null or { IsOnlyInput: true };
}

/// <summary>What the compiler knows of an object that a member gives.</summary>
/// <param name="Index">Where it stands in what the member gives, from 0; -1 where objects that are not seen may stand before it.</param>
/// <param name="Kind">Its kind; empty where that is not known.</param>
/// <param name="Name">Its name; empty where that is not known.</param>
public sealed record CatalogObject(int Index, string Kind, string Name)
{
    /// <summary>The findings that the compiler has reported or that are suppressed in the source, as <c>K8S106 spec.containers[0]</c>.</summary>
    public IReadOnlyList<string> Decided { get; init; } = [];

    /// <summary>Where nodes stand in the member's file that the compiler could not judge, as <c>12,5 spec.containers[0].image</c>.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}

/// <summary>What stands in the way of a proof.</summary>
/// <param name="File">Its source file, as in the <see cref="CatalogEntry"/>.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Expression">The expression, on one line; empty where it is left out on purpose, as a Secret is.</param>
/// <param name="IsOnlyInput">Whether nothing stands in the way but what the build hands in.</param>
public sealed record CatalogGap(string File, int Line, int Column, string Expression, bool IsOnlyInput = false);

/// <summary>A line of the user's configuration that says nothing sensible, where the build has to say so.</summary>
/// <param name="File">The file, relative to the project's folder, with forward slashes; empty where it is not known.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Id">The rule's id.</param>
/// <param name="Severity">One of none, info, warning, error.</param>
/// <param name="Text">What is wrong.</param>
public sealed record CatalogProblem(string File, int Line, int Column, string Id, string Severity, string Text);
