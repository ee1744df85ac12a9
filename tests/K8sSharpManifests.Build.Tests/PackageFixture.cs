[assembly: AssemblyFixture(typeof(K8sSharpManifests.Build.Tests.PackageFixture))]

namespace K8sSharpManifests.Build.Tests;

/// <summary>
/// Packs what is built, once a run, into a feed of its own. Packages go into a folder of the run; what others made is taken from the machine's
/// package folder. All of it is below a path with a space and a letter that is not ASCII: every test here is a test of that, too.
/// </summary>
public sealed class PackageFixture : IAsyncLifetime
{
    /// <summary>The packed version.</summary>
    public const string Version = "0.0.0-test";

    private readonly string _root = Path.Combine(Path.GetTempPath(), "K8s Größe " + Guid.NewGuid().ToString("N")[..8]);
    private readonly string _plainRoot = Path.Combine(Path.GetTempPath(), "K8s" + Guid.NewGuid().ToString("N")[..8]);
    private int _projects;

    /// <summary>The runtime for which the packed package has machine code: this machine's.</summary>
    public static string ReadyToRunRuntime => (string)AppContext.GetData("SdkRuntime")!;

    /// <summary>The path of the repository.</summary>
    public static string Repository => (string)AppContext.GetData("RepositoryRoot")!;

    /// <summary>The path of the package.</summary>
    public string Package => Path.Combine(_root, "feed", $"K8sSharpManifests.{Version}.nupkg");

    /// <summary>The path of the package for tests.</summary>
    public string TestingPackage => Path.Combine(_root, "feed", $"K8sSharpManifests.Testing.{Version}.nupkg");

    /// <summary>A new project folder.</summary>
    /// <param name="projectFile">The project file's text.</param>
    /// <param name="isPlain">Whether nothing is special about its path.</param>
    /// <returns>The project.</returns>
    public UserProject NewProject(string projectFile, bool isPlain = false) =>
        new(Directory.CreateDirectory(Path.Combine(isPlain ? _plainRoot : _root, "p" + Interlocked.Increment(ref _projects))).FullName, projectFile);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        foreach (var root in new[] { _root, _plainRoot })
        {
            await Prepare(root);
        }

        foreach (var project in new[] { "src/K8sSharpManifests", "src/K8sSharpManifests.Testing" })
        {
            var result = await DotNet.Run(
                Repository, "pack", project, "--no-build", "-c", (string)AppContext.GetData("BuildConfiguration")!,
                $"-p:PackageVersion={Version}", $"-p:ReadyToRunRuntimes={ReadyToRunRuntime}", "-o", Path.Combine(_root, "feed"));
            Assert.True(result.ExitCode == 0, result.Output);
        }
    }

    private async Task Prepare(string root)
    {
        Directory.CreateDirectory(root);
        await File.WriteAllTextAsync(Path.Combine(root, "NuGet.config"),
            $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <fallbackPackageFolders>
                <add key="machine" value="{AppContext.GetData("PackageFolder")}" />
              </fallbackPackageFolders>
              <packageSources>
                <add key="packed" value="{Path.Combine(_root, "feed")}" />
              </packageSources>
              <packageSourceMapping>
                <clear />
              </packageSourceMapping>
            </configuration>
            """);

        // A registry may lack the exact version that a dependency of KubernetesClient asks for, and its list of vulnerabilities: neither is tested here.
        await File.WriteAllTextAsync(Path.Combine(root, "Directory.Build.props"),
            """
            <Project>
              <PropertyGroup>
                <NoWarn>$(NoWarn);NU1603</NoWarn>
                <NuGetAudit>false</NuGetAudit>
                <UseSharedCompilation>false</UseSharedCompilation>
              </PropertyGroup>
            </Project>
            """);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        Directory.Delete(_plainRoot, recursive: true);
        return default;
    }
}
