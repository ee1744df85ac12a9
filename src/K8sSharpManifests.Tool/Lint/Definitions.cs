using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>Finds the definitions by which custom resources are judged.</summary>
/// <param name="terminal">Where relative paths start.</param>
internal sealed class Definitions(Terminal terminal)
{
    /// <summary>Reads the definitions in files that are not judged themselves.</summary>
    /// <param name="paths">Files, folders and patterns.</param>
    /// <exception cref="CannotRunException">A path stands for nothing, has no definition, or cannot be read.</exception>
    public IReadOnlyList<CustomDefinition> Read(IReadOnlyList<string> paths)
    {
        var problems = new List<string>();
        var definitions = new List<CustomDefinition>();
        foreach (var path in paths)
        {
            var before = definitions.Count;
            var files = new InputFiles(terminal.Folder);
            foreach (var file in files.Find([path]))
            {
                definitions.AddRange(Read(file, problems));
            }

            problems.AddRange(files.Faults);
            if (definitions.Count == before && problems.Count == 0)
            {
                problems.Add($"--crd: '{path}' has no {CustomDefinition.DefinitionKind} of {CustomDefinition.DefinitionApiVersion} with a served version and its schema.");
            }
        }

        return problems.Count > 0 ? throw new CannotRunException(problems) : definitions;
    }

    /// <summary>The definitions among objects.</summary>
    public static IEnumerable<CustomDefinition> Among(IEnumerable<Node> objects) => objects.Select(CustomDefinition.Read).OfType<CustomDefinition>();

    private static IEnumerable<CustomDefinition> Read(InputFile file, List<string> problems)
    {
        try
        {
            var documents = TreeReader.ReadObjects(file.FullPath is null ? "" : File.ReadAllText(file.FullPath), file.Name);
            problems.AddRange(documents.Problems.Where(p => p.Kind is YamlProblemKind.Unreadable or YamlProblemKind.Template).Select(p => $"--crd: {p}"));
            return Among(documents.Roots);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"--crd: '{file.Name}' cannot be read: {e.Message}");
            return [];
        }
    }
}
