using K8sSharpManifests.Core;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A [Manifest] member that the build can run: strings and numbers only, so that no compilation is kept alive and equal members compare equal.</summary>
/// <param name="Name">The member as C# names it, like <c>Acme.Shop.Web</c>.</param>
/// <param name="Access">The expression that names it from anywhere, like <c>global::Acme.Shop.Web</c>.</param>
/// <param name="IsMethod">Whether the expression has to be called.</param>
/// <param name="TakesContext">Whether the call passes a ManifestContext.</param>
/// <param name="File">The path of its source file, as the compiler knows it.</param>
/// <param name="Line">The line of its name, from 1.</param>
/// <param name="Column">The column of its name, from 1.</param>
/// <param name="Namespace">The namespace of the nearest [ManifestNamespace] around it.</param>
/// <param name="Labels">The labels of the [ManifestLabel]s around it, the outermost first; on the same key the nearest one's value.</param>
/// <param name="Annotations">The annotations of the [ManifestAnnotation]s around it, in the same way.</param>
public sealed record ManifestMember(
    string Name,
    string Access,
    bool IsMethod,
    bool TakesContext,
    string File,
    int Line,
    int Column,
    string? Namespace,
    EquatableArray<MetadataEntry> Labels,
    EquatableArray<MetadataEntry> Annotations)
{
    /// <summary>What has thrown while it was looked at, on one line; empty for nothing.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Stands for a member that could not be looked at.</summary>
    /// <param name="fault">What has thrown.</param>
    /// <returns>The stand-in.</returns>
    public static ManifestMember Failed(string fault) => new("", "", false, false, "", 0, 0, null, default, default) { Fault = fault };

    /// <summary>What its surroundings fill into the objects that it gives.</summary>
    /// <returns>The namespace, the labels and the annotations.</returns>
    public ManifestDefaults Defaults() => new(Namespace, Pairs(Labels), Pairs(Annotations));

    private static KeyValuePair<string, string>[] Pairs(EquatableArray<MetadataEntry> entries) =>
        [.. entries.Select(entry => new KeyValuePair<string, string>(entry.Key, entry.Value))];
}

/// <summary>A label or annotation from an attribute.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value.</param>
public sealed record MetadataEntry(string Key, string Value);

/// <summary>What <see cref="ManifestMembers.Classify"/> found: a member, or why it is none.</summary>
/// <param name="Member">The member; null where there is a problem.</param>
/// <param name="Problems">Why the build cannot run it, each with the way out.</param>
public sealed record ManifestClassification(ManifestMember? Member, EquatableArray<string> Problems);
