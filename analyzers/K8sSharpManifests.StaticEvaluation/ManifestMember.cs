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
/// <param name="Namespaces">The values of the [ManifestNamespace]s around it, the outermost first; of one class, those for some environments last.</param>
/// <param name="Labels">The labels of the [ManifestLabel]s around it, in the same order.</param>
/// <param name="Annotations">The annotations of the [ManifestAnnotation]s around it, in the same order.</param>
public sealed record ManifestMember(
    string Name,
    string Access,
    bool IsMethod,
    bool TakesContext,
    string File,
    int Line,
    int Column,
    EquatableArray<MetadataEntry> Namespaces,
    EquatableArray<MetadataEntry> Labels,
    EquatableArray<MetadataEntry> Annotations)
{
    /// <summary>What has thrown while it was looked at, on one line; empty for nothing.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Stands for a member that could not be looked at.</summary>
    /// <param name="fault">What has thrown.</param>
    /// <returns>The stand-in.</returns>
    public static ManifestMember Failed(string fault) => new("", "", false, false, "", 0, 0, default, default, default) { Fault = fault };

    /// <summary>The environments that it is for, with commas between them; empty for all.</summary>
    public string Environments { get; init; } = "";

    /// <summary>Whether what the build writes of it may differ by environment.</summary>
    public bool DependsOnEnvironment =>
        TakesContext || Environments.Length > 0 || Namespaces.Concat(Labels).Concat(Annotations).Any(entry => entry.Environments.Length > 0);

    /// <summary>The environments that are to be told apart.</summary>
    /// <param name="all">Those of the project.</param>
    /// <returns>The environments that it is for, in their order; only null where it is the same in all of them, or the project names none.</returns>
    public IReadOnlyList<string?> EnvironmentsOf(IReadOnlyList<string> all) =>
        all.Count == 0 || !DependsOnEnvironment ? [null] : [.. all.Where(environment => EnvironmentNames.Covers(Environments, environment))];

    /// <summary>The namespace that its surroundings fill into the objects that it gives.</summary>
    /// <param name="environment">The environment; null where none is told apart.</param>
    /// <returns>The namespace; null for none.</returns>
    public string? Namespace(string? environment) => Namespaces.LastOrDefault(entry => EnvironmentNames.Covers(entry.Environments, environment))?.Value;

    /// <summary>What its surroundings fill into the objects that it gives.</summary>
    /// <param name="environment">The environment; null where none is told apart.</param>
    /// <returns>The namespace, the labels and the annotations.</returns>
    public ManifestDefaults Defaults(string? environment) => new(Namespace(environment), Pairs(Labels, environment), Pairs(Annotations, environment));

    // A nearer one changes a value, not its place.
    private static List<KeyValuePair<string, string>> Pairs(EquatableArray<MetadataEntry> entries, string? environment)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var entry in entries.Where(entry => EnvironmentNames.Covers(entry.Environments, environment)))
        {
            var pair = new KeyValuePair<string, string>(entry.Key, entry.Value);
            var index = pairs.FindIndex(other => other.Key == entry.Key);
            if (index < 0)
            {
                pairs.Add(pair);
            }
            else
            {
                pairs[index] = pair;
            }
        }

        return pairs;
    }
}

/// <summary>What an attribute says of all manifests that it stands around.</summary>
/// <param name="Key">The key of a label or an annotation; empty for a namespace.</param>
/// <param name="Value">Its value.</param>
/// <param name="Environments">The environments that it is said of, with commas between them; empty for all.</param>
public sealed record MetadataEntry(string Key, string Value, string Environments);

/// <summary>What <see cref="ManifestMembers.Classify"/> found: a member, or why it is none.</summary>
/// <param name="Member">The member; null where there is a problem.</param>
/// <param name="Problems">Why the build cannot run it, each with the way out.</param>
public sealed record ManifestClassification(ManifestMember? Member, EquatableArray<string> Problems);
