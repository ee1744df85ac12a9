using K8sSharpManifests.StaticEvaluation;

namespace K8sSharpManifests.Generators;

/// <summary>All that the generator writes. Like all models of the pipeline it is strings, compares by value, and keeps nothing of a compilation alive.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Configuration">What the build shall say about the configuration, as the catalog's text.</param>
/// <param name="Findings">What the compiler says, for tests, as the catalog's text.</param>
/// <param name="Files">The files that the generator has seen, as the catalog's text.</param>
internal sealed record Catalog(EquatableArray<CatalogItem> Items, string Configuration, string Findings, string Files)
{
    /// <summary>What has thrown, on one line; empty for nothing.</summary>
    public string Fault { get; init; } = "";

    /// <summary>What is left where the generator has failed.</summary>
    /// <param name="fault">What has thrown.</param>
    public static Catalog Failed(string fault) => new(default, "", "", "") { Fault = fault };
}

/// <summary>An entry of the catalog.</summary>
/// <param name="Text">What the build is told about the member, as the catalog's text.</param>
/// <param name="Call">The expression that gives the member's value; it may name <c>context</c>.</param>
/// <param name="Proved">What the member emits, where that is proved.</param>
internal sealed record CatalogItem(string Text, string Call, ProvedYaml? Proved);

/// <summary>The constant of a member.</summary>
/// <param name="Member">The member as C# names it.</param>
/// <param name="Name">The constant's name.</param>
/// <param name="File">The name of its file, without an extension.</param>
/// <param name="Yaml">The YAML of all that the member emits.</param>
internal sealed record ProvedYaml(string Member, string Name, string File, string Yaml)
{
    // With a folder and an extension it has to be a file's name.
    private const int Longest = 180;

    /// <summary>Names the constant after its member, and as no other one.</summary>
    /// <param name="member">The member as C# names it.</param>
    /// <param name="yaml">Its YAML.</param>
    /// <param name="names">The names that are taken; files differ in more than case.</param>
    public static ProvedYaml Of(string member, string yaml, HashSet<string> names)
    {
        var file = member.Length <= Longest ? member : member.Substring(member.Length - Longest);
        var unique = file;
        for (var i = 2; !names.Add(unique.Replace('.', '_')); i++)
        {
            unique = FormattableString.Invariant($"{file}_{i}");
        }

        return new(member, unique.Replace('.', '_'), unique, yaml);
    }
}
