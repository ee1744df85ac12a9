using System.Reflection;

namespace K8sSharpManifests.Testing;

/// <summary>The folder of the project that an assembly comes from. The test project's build lists those of its references in a file beside the tests.</summary>
internal static class ProjectFolder
{
    private const string ListName = "K8sSharpManifests.Testing.projects";

    /// <summary>Makes it the current directory, which it is for members that the build runs.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <returns>Its disposal goes back to the directory before.</returns>
    public static IDisposable? Enter(Assembly assembly) => Of(assembly) is { } folder ? new Stay(folder) : null;

    private static string? Of(Assembly assembly)
    {
        var list = Path.Combine(AppContext.BaseDirectory, ListName);
        var start = assembly.GetName().Name + "=";
        var line = File.Exists(list) ? File.ReadLines(list).FirstOrDefault(l => l.StartsWith(start, StringComparison.OrdinalIgnoreCase)) : null;
        return Path.GetDirectoryName(line?[start.Length..]) is { } folder && Directory.Exists(folder) ? folder : null;
    }

    private sealed class Stay : IDisposable
    {
        private readonly string _before = Directory.GetCurrentDirectory();

        public Stay(string folder) => Directory.SetCurrentDirectory(folder);

        public void Dispose() => Directory.SetCurrentDirectory(_before);
    }
}
