using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Host.Publishing;

/// <summary>
/// Decides for 'dotnet publish' whether an application is published with the library. The build asks with a file: <c>assembly=</c>, <c>dependencies=</c> (the deps.json file), <c>packages=</c> and
/// <c>reason=</c> (the files that take the answer), and a line <c>published=</c> for each other file that is published.
/// </summary>
internal static class PublishPlan
{
    private const string Package = "K8sSharpManifests";

    /// <summary>Writes the answer: which packages are to be published after all, and why; nothing where none is.</summary>
    public static void Run(string questionFile)
    {
        var question = File.ReadLines(questionFile).Select(line => line.Split('=', 2)).ToLookup(x => x[0], x => x[1]);
        var graph = new DependencyGraph(question["dependencies"].Single());

        // What the application, or another package, asks for by itself is published as ever.
        var ours = graph.Closure(Package);
        var kept = graph.Closure(graph.Application, without: Package);
        var missing = graph.Assemblies(ours.Where(name => !kept.Contains(name)));
        var others = question["published"].Where(path => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
        var reason = RuntimeNeed.Find(question["assembly"].Single(), others, missing);
        FileContent.Replace(question["packages"].Single(), reason is null ? "" : string.Join('\n', ours.Order(StringComparer.OrdinalIgnoreCase)));
        FileContent.Replace(question["reason"].Single(), reason ?? "");
    }
}
