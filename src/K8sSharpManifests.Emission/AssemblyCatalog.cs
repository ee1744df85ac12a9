using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Emission;

/// <summary>What the generator has put into an assembly, as constants. It is read from the file: nothing of the assembly is loaded, or runs.</summary>
internal sealed class AssemblyCatalog
{
    /// <summary>The namespace of all that the generator writes.</summary>
    public const string Namespace = "K8sSharpManifests.Generated";

    /// <summary>The class that holds the entries, and the method that runs the members.</summary>
    public const string TypeName = "ManifestCatalog";

    private const string YamlTypeName = "ManifestYaml";
    private const string EntryPrefix = "Entry";
    private const string FindingsName = "Findings";
    private const string FilesName = "Files";

    private readonly Dictionary<string, string> _yaml = [];

    private AssemblyCatalog(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var entries = new List<(int Index, string Text)>();
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(t => reader.StringComparer.Equals(t.Namespace, Namespace)))
        {
            if (reader.StringComparer.Equals(type.Name, YamlTypeName))
            {
                foreach (var (name, text) in Constants(reader, type))
                {
                    _yaml.Add(name, text);
                }
            }
            else if (reader.StringComparer.Equals(type.Name, TypeName))
            {
                foreach (var (name, text) in Constants(reader, type))
                {
                    if (name.StartsWith(EntryPrefix, StringComparison.Ordinal))
                    {
                        entries.Add((int.Parse(name.AsSpan(EntryPrefix.Length), System.Globalization.CultureInfo.InvariantCulture), text));
                    }
                    else if (name == FindingsName)
                    {
                        Findings = CatalogText.ReadProblems(text);
                    }
                    else if (name == FilesName)
                    {
                        HasAllFiles = text == CompiledFiles(file, path);
                    }
                    else
                    {
                        Problems = CatalogText.ReadProblems(text);
                    }
                }
            }
        }

        Entries = [.. entries.OrderBy(e => e.Index).Select(e => CatalogText.Read(e.Text))];
    }

    /// <summary>The members, in their order.</summary>
    public IReadOnlyList<CatalogEntry> Entries { get; }

    /// <summary>What is wrong with the configuration.</summary>
    public IReadOnlyList<CatalogProblem> Problems { get; } = [];

    /// <summary>What the compiler has said.</summary>
    public IReadOnlyList<CatalogProblem> Findings { get; } = [];

    /// <summary>
    /// Whether the generator that proved has seen all files that were compiled. Where another generator has added one, a call may mean something else than in the proof. It is not known, and
    /// so not true, where the assembly has no debug information.
    /// </summary>
    public bool HasAllFiles { get; }

    /// <summary>Reads an assembly; one without [Manifest] members gives an empty catalog.</summary>
    public static AssemblyCatalog Read(string path) => new(path);

    /// <summary>The YAML of all that a member emits, in documents; null where that is not proved.</summary>
    public string? Yaml(CatalogEntry entry) => entry.Gap is not null ? null : entry.Constant is { } name ? _yaml.GetValueOrDefault(name) : "";

    // Debug information names each file of source code, generated ones too, with a hash of its text; what #line names has none.
    private static string? CompiledFiles(PEReader assembly, string path)
    {
        if (!assembly.TryOpenAssociatedPortablePdb(path, file => File.Exists(file) ? File.OpenRead(file) : null, out var provider, out _))
        {
            return null;
        }

        using (provider)
        {
            var reader = provider!.GetMetadataReader();

            // A loop: a query of values is code that has to be compiled each time.
            var files = new List<string>();
            foreach (var handle in reader.Documents)
            {
                var document = reader.GetDocument(handle);
                if (!document.Hash.IsNil)
                {
                    files.Add(reader.GetString(document.Name));
                }
            }

            return CatalogText.WriteFiles(files);
        }
    }

    private static IEnumerable<(string Name, string Text)> Constants(MetadataReader reader, TypeDefinition type)
    {
        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition).Where(f => (f.Attributes & FieldAttributes.Literal) != 0))
        {
            var constant = reader.GetConstant(field.GetDefaultValue());
            if (constant.TypeCode == ConstantTypeCode.String && reader.GetBlobReader(constant.Value) is var value)
            {
                yield return (reader.GetString(field.Name), value.ReadUTF16(value.Length));
            }
        }
    }
}
