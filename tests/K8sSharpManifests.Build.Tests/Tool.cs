namespace K8sSharpManifests.Build.Tests;

/// <summary>Runs k8ssharp as its users do, in a process of its own.</summary>
internal static class Tool
{
    private static readonly string Program = Path.Combine(PackageFixture.Repository, "src", "K8sSharpManifests.Tool", "bin", (string)AppContext.GetData("BuildConfiguration")!, "net10.0", "K8sSharpManifests.Tool.dll");

    /// <summary>Runs it. The Docker configuration is that of the folder, of which there is none.</summary>
    public static Task<(int ExitCode, string Output)> Run(string folder, params string[] arguments) => Run(folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs it in a project's folder, with the project's environment variables.</summary>
    public static Task<(int ExitCode, string Output)> Run(UserProject project, params string[] arguments) => Run(project.Folder, project.Variables, arguments);

    private static async Task<(int ExitCode, string Output)> Run(string folder, IReadOnlyDictionary<string, string> variables, string[] arguments)
    {
        var start = DotNet.StartInfo(folder, DotNet.Program, [Program, .. arguments]);
        start.Environment["DOCKER_CONFIG"] = folder;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return await DotNet.Run(start);
    }
}
