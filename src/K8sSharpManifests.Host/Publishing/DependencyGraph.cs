using System.Text.Json;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>The packages and projects of an application, as its deps.json file tells.</summary>
internal sealed class DependencyGraph
{
    private readonly Dictionary<string, (HashSet<string> Dependencies, List<string> Assemblies)> _libraries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a deps.json file.</summary>
    /// <param name="path">Its path.</param>
    public DependencyGraph(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var target = document.RootElement.GetProperty("runtimeTarget").GetProperty("name").GetString()!;
        foreach (var library in document.RootElement.GetProperty("targets").GetProperty(target).EnumerateObject())
        {
            Application ??= Name(library.Name);
            _libraries[Name(library.Name)] = (
                new(Names(library.Value, "dependencies"), StringComparer.OrdinalIgnoreCase),
                [.. Names(library.Value, "runtime").Select(file => Path.GetFileNameWithoutExtension(file))]);
        }
    }

    /// <summary>The application itself: the first of the libraries.</summary>
    public string Application { get; } = null!;

    /// <summary>All that a library leads to, and itself.</summary>
    /// <param name="library">The library's name.</param>
    /// <param name="without">A library that is not followed.</param>
    public HashSet<string> Closure(string library, string? without = null)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var pending = new Stack<string>([library]);
        while (pending.TryPop(out var next))
        {
            if (!string.Equals(next, without, StringComparison.OrdinalIgnoreCase) && _libraries.TryGetValue(next, out var known) && found.Add(next))
            {
                foreach (var dependency in known.Dependencies)
                {
                    pending.Push(dependency);
                }
            }
        }

        return found;
    }

    /// <summary>The names of the assemblies of libraries.</summary>
    public HashSet<string> Assemblies(IEnumerable<string> libraries) => new(libraries.SelectMany(name => _libraries[name].Assemblies), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Names(JsonElement library, string property) =>
        library.TryGetProperty(property, out var value) ? value.EnumerateObject().Select(p => p.Name) : [];

    private static string Name(string library) => library[..library.IndexOf('/', StringComparison.Ordinal)];
}
