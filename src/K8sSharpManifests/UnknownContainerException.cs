using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests;

/// <summary>A member asks for the image of a project that its own does not name as a container.</summary>
/// <param name="project">The name that it asks for; empty for its own project.</param>
/// <param name="known">The names of those that it could ask for.</param>
internal sealed class UnknownContainerException(string project, IReadOnlyList<string> known) : InvalidOperationException(Text(project, known))
{
    private static string Text(string project, IReadOnlyList<string> known)
    {
        if (project.Length == 0)
        {
            return "the project is no container that the build knows of: set ContainerRepository in it, and ContainerRegistry, or add <ManifestContainer Include=\"$(MSBuildProjectFile)\" />; of a program that is a single file it is not known: make a project of that";
        }

        var others = known.Count == 0 ? "" : $" (there {(known.Count == 1 ? "is" : "are")} {EnvironmentNames.Join([.. known.Order(StringComparer.Ordinal)], "and")})";
        var near = Spelling.Nearest(project, known) is { } other ? $"; did you mean '{other}'?" : "";
        return $"no ManifestContainer of the project is called '{project}'{others}: add <ManifestContainer Include=\"…/{project}.csproj\" /> to an ItemGroup of the project file{near}";
    }
}
