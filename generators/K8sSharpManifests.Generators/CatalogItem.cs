using K8sSharpManifests.StaticEvaluation;

namespace K8sSharpManifests.Generators;

/// <summary>All that the generator writes. Like all models of the pipeline it is strings, compares by value, and keeps nothing of a compilation alive.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Configuration">What the build shall say about the configuration, as the catalog's text.</param>
/// <param name="Findings">What the compiler says, for tests, as the catalog's text.</param>
/// <param name="Files">The files that the generator has seen, as the catalog's text.</param>
internal sealed record Catalog(EquatableArray<CatalogItem> Items, string Configuration, string Findings, string Files)
{
    /// <summary>The environments of the project, with commas between them; empty for none.</summary>
    public string Environments { get; init; } = "";

    /// <summary>The files that the project hands to its manifests, one on a line; empty for none.</summary>
    public string ManifestFiles { get; init; } = "";

    /// <summary>The images of containers, as the targets hand them on; empty for none.</summary>
    public string ContainerImages { get; init; } = "";

    /// <summary>What .editorconfig says of files that are emitted with the rest, as the catalog's text; empty for nothing.</summary>
    public string FileOptions { get; init; } = "";

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
/// <param name="File">The member's source file, as the compiler names it.</param>
/// <param name="Yaml">The YAML of all that the member emits.</param>
internal sealed record ProvedYaml(string Member, string Name, string File, string Yaml)
{
    /// <summary>Names the constant after its member, and as no other one.</summary>
    /// <param name="member">The member as C# names it.</param>
    /// <param name="name">What the constant should be called, in whatever letters.</param>
    /// <param name="file">Its source file.</param>
    /// <param name="yaml">Its YAML.</param>
    /// <param name="names">The names that are taken.</param>
    public static ProvedYaml Of(string member, string name, string file, string yaml, HashSet<string> names) =>
        new(member, UniqueName.Of(name.Replace('.', '_').Replace('-', '_'), names), file, yaml);
}

/// <summary>The constants of the members of one source file.</summary>
/// <param name="Name">The name of the generated file.</param>
/// <param name="Members">The members, in their order.</param>
internal sealed record ProvedFile(string Name, EquatableArray<ProvedYaml> Members)
{
    // With a folder and an extension it has to be a file's name.
    private const int Longest = 180;

    /// <summary>The files of all constants, each named after its source file, and as no other one.</summary>
    /// <param name="items">The entries of the catalog.</param>
    public static IEnumerable<ProvedFile> Of(IEnumerable<CatalogItem> items)
    {
        // A folder may hold names that differ in nothing but case.
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. items.Select(item => item.Proved).OfType<ProvedYaml>().GroupBy(proved => proved.File)
                .Select(file => new ProvedFile(UniqueName.Of(NameOf(file.Key), names) + ".Yaml.g.cs", new(file))),
        ];
    }

    private static string NameOf(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
        var written = new string([.. name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')]);
        return written.Length <= Longest ? written : written.Substring(written.Length - Longest);
    }
}

/// <summary>Names that are taken once.</summary>
internal static class UniqueName
{
    /// <summary>A name, or the first of the same with a number that nobody has taken.</summary>
    public static string Of(string name, HashSet<string> names)
    {
        var unique = name;
        for (var i = 2; !names.Add(unique); i++)
        {
            unique = FormattableString.Invariant($"{name}_{i}");
        }

        return unique;
    }
}
