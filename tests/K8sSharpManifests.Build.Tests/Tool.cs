namespace K8sSharpManifests.Build.Tests;

/// <summary>Runs k8ssharp as its users do, in a process of its own.</summary>
internal static class Tool
{
    private static readonly string Program = Path.Combine(PackageFixture.Repository, "src", "K8sSharpManifests.Tool", "bin", (string)AppContext.GetData("BuildConfiguration")!, "net10.0", "K8sSharpManifests.Tool.dll");

    /// <summary>Runs it. The Docker configuration is that of the folder, of which there is none.</summary>
    public static async Task<(int ExitCode, string Output)> Run(string folder, params string[] arguments)
    {
        var start = DotNet.StartInfo(folder, DotNet.Program, [Program, .. arguments]);
        start.Environment["DOCKER_CONFIG"] = folder;
        return await DotNet.Run(start);
    }
}
