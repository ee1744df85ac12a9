using System.Xml;
using System.Xml.Linq;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.FolderAnalysis;

/// <summary>The C# files below a folder, as compilations: one for each folder that has a project, with those of the projects that it names.</summary>
public sealed class SourceFolder
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using k8s;
        global using k8s.Models;
        global using K8sSharpManifests;
        """;

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules", "artifacts" };

    private readonly Dictionary<string, List<string>> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CSharpCompilation?> _compilations = new(StringComparer.Ordinal);
    private readonly List<AnalyzerConfig> _configs = [];

    /// <summary>Looks through a folder.</summary>
    /// <param name="root">The folder.</param>
    public SourceFolder(string root)
    {
        Root = root;
        Find(root, root);
        Configs = AnalyzerConfigSet.Create(_configs);
    }

    /// <summary>What a file is parsed as: like in an editor, which reads documentation, too.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview);

    /// <summary>What all compilations refer to: the framework, the models and the DSL.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        MetadataReference.CreateFromFile(typeof(V1Pod).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Fluent).Assembly.Location),
    ];

    /// <summary>The folder.</summary>
    public string Root { get; }

    /// <summary>The .editorconfig files below the folder.</summary>
    public AnalyzerConfigSet Configs { get; }

    /// <summary>The compilations, with their folders.</summary>
    public IEnumerable<(string Project, CSharpCompilation Compilation)> Compilations => _files.Keys.Select(project => (project, Compile(project)!));

    private void Find(string folder, string project)
    {
        project = Directory.EnumerateFiles(folder, "*.csproj").Any() ? folder : project;
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(file) is ".editorconfig" or ".globalconfig")
            {
                _configs.Add(AnalyzerConfig.Parse(File.ReadAllText(file), file));
            }
            else if (file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            {
                if (!_files.TryGetValue(project, out var files))
                {
                    _files[project] = files = [];
                }

                files.Add(file);
            }
        }

        foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(inner);
            if (!name.StartsWith('.') && !Skipped.Contains(name) && File.ResolveLinkTarget(inner, false) is null)
            {
                Find(inner, project);
            }
        }
    }

    private CSharpCompilation? Compile(string project)
    {
        if (_compilations.TryGetValue(project, out var known))
        {
            return known;
        }

        // A project that refers to itself is met here again.
        _compilations[project] = null;
        var trees = _files.TryGetValue(project, out var files) ? files.Select(Parse) : [];
        return _compilations[project] = CSharpCompilation.Create(
            Path.GetFileName(project),
            [CSharpSyntaxTree.ParseText(Usings, ParseOptions, "Usings.g.cs"), .. trees],
            [.. References, .. ReferencedBy(project).Select(Compile).OfType<CSharpCompilation>().Select(c => c.ToMetadataReference())],
            new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static SyntaxTree Parse(string file)
    {
        using var stream = File.OpenRead(file);
        return CSharpSyntaxTree.ParseText(SourceText.From(stream), ParseOptions, file);
    }

    private IEnumerable<string> ReferencedBy(string project)
    {
        foreach (var file in Directory.EnumerateFiles(project, "*.csproj"))
        {
            foreach (var reference in ProjectReferences(file))
            {
                var folder = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(project, reference.Replace('\\', '/'))));
                if (folder is not null && folder != project && _files.ContainsKey(folder))
                {
                    yield return folder;
                }
            }
        }
    }

    private static IEnumerable<string> ProjectReferences(string file)
    {
        try
        {
            return [.. XDocument.Load(file).Descendants().Where(e => e.Name.LocalName == "ProjectReference").Select(e => (string?)e.Attribute("Include")).OfType<string>()];
        }
        catch (XmlException)
        {
            // Somebody is editing it.
            return [];
        }
    }
}
