using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
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
    private const string ManifestFilesName = "ManifestFiles";
    private const string EnvironmentsName = "Environments";
    private const string ContainerImagesName = "ContainerImages";
    private const string FileOptionsName = "FileOptions";

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
                    else if (name == ManifestFilesName)
                    {
                        ManifestFiles = text.Split('\n');
                    }
                    else if (name == ContainerImagesName)
                    {
                        ContainerImages = Core.ContainerImages.Read(text);
                    }
                    else if (name == FileOptionsName)
                    {
                        FileOptions = Core.FileOptions.Read(text);
                    }
                    else if (name == EnvironmentsName)
                    {
                        Environments = EnvironmentNames.Read(text);
                    }
                    else
                    {
                        Problems = CatalogText.ReadProblems(text);
                    }
                }
            }
        }

        Entries = [.. entries.OrderBy(e => e.Index).Select(e => CatalogText.Read(e.Text))];
        Members = Numbered(Entries);
    }

    private AssemblyCatalog(AssemblyCatalog all, string environment)
    {
        _yaml = all._yaml;
        Problems = all.Problems;
        Findings = all.Findings;
        HasAllFiles = all.HasAllFiles;
        Environments = all.Environments;
        ManifestFiles = all.ManifestFiles;
        ContainerImages = all.ContainerImages;
        FileOptions = all.FileOptions;
        var some = Enumerable.Range(0, all.Entries.Count).Where(i => all.Entries[i].Environment is not { } other || other == environment).ToList();
        Entries = some.ConvertAll(i => all.Entries[i]);
        Members = some.ConvertAll(i => all.Members[i]);
    }

    /// <summary>The members, in their order; one that is not the same in all environments once for each.</summary>
    public IReadOnlyList<CatalogEntry> Entries { get; }

    /// <summary>The number of each entry's member, among those that the assembly can run.</summary>
    public IReadOnlyList<int> Members { get; }

    /// <summary>The environments of the project; none where it names none.</summary>
    public IReadOnlyList<string> Environments { get; } = [];

    /// <summary>The files that the project hands to its manifests, relative to its folder.</summary>
    public IReadOnlyList<string> ManifestFiles { get; } = [];

    /// <summary>The images of the projects that the project names as containers, by the projects' names.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ContainerImages { get; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What .editorconfig says to the rules of files that are emitted with what the members give, by their paths, relative to the project's folder.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> FileOptions { get; } = new Dictionary<string, IReadOnlyList<string>>();

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

    /// <summary>All texts that the code of an assembly holds.</summary>
    public static IEnumerable<string> Texts(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        for (var text = MetadataTokens.UserStringHandle(1); !text.IsNil && MetadataTokens.GetHeapOffset(text) < reader.GetHeapSize(HeapIndex.UserString); text = reader.GetNextHandle(text))
        {
            yield return reader.GetUserString(text);
        }
    }

    /// <summary>What there is for one environment.</summary>
    public AssemblyCatalog For(string environment) => Environments.Count == 0 ? this : new(this, environment);

    /// <summary>The YAML of all that a member emits, in documents; null where that is not proved.</summary>
    public string? Yaml(CatalogEntry entry) => entry.Gap is not null ? null : entry.Constant is { } name ? _yaml.GetValueOrDefault(name) : "";

    // The assembly has one way to run a member, however many entries speak of it. These stand together.
    private static int[] Numbered(IReadOnlyList<CatalogEntry> entries)
    {
        var numbers = new int[entries.Count];
        for (var i = 1; i < numbers.Length; i++)
        {
            var (entry, before) = (entries[i], entries[i - 1]);
            var isSame = (entry.File, entry.Line, entry.Column) == (before.File, before.Line, before.Column);
            numbers[i] = numbers[i - 1] + (isSame ? 0 : 1);
        }

        return numbers;
    }

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
