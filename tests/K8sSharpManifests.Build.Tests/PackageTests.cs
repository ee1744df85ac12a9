using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace K8sSharpManifests.Build.Tests;

public sealed class PackageTests(PackageFixture package)
{
    private static readonly string[] ReadyToRunFiles =
    [
        $"tools/net10.0/{PackageFixture.ReadyToRunRuntime}/K8sSharpManifests.Host.dll",
        $"tools/net10.0/{PackageFixture.ReadyToRunRuntime}/k8ssharpmanifests/{PackageFixture.Version}/lib/net10.0/K8sSharpManifests.Core.dll",
        $"tools/net10.0/{PackageFixture.ReadyToRunRuntime}/k8ssharpmanifests/{PackageFixture.Version}/lib/net10.0/K8sSharpManifests.dll",
    ];

    [Fact]
    public void Package_HoldsWhatAUserNeedsAndNoMore()
    {
        using var archive = ZipFile.OpenRead(package.Package);
        var files = archive.Entries.Select(e => e.FullName).Where(n => n.Contains('/', StringComparison.Ordinal) && !n.StartsWith("_rels", StringComparison.Ordinal) && !n.StartsWith("package/", StringComparison.Ordinal));

        Assert.Equal(
            [
                "analyzers/dotnet/cs/K8sSharpManifests.Analyzers.dll",
                "analyzers/dotnet/cs/K8sSharpManifests.CodeFixes.dll",
                "analyzers/dotnet/cs/K8sSharpManifests.Core.dll",
                "analyzers/dotnet/cs/K8sSharpManifests.Generators.dll",
                "analyzers/dotnet/cs/K8sSharpManifests.StaticEvaluation.dll",
                "build/K8sSharpManifests.props",
                "build/K8sSharpManifests.targets",
                "lib/net10.0/K8sSharpManifests.Core.dll",
                "lib/net10.0/K8sSharpManifests.Core.xml",
                "lib/net10.0/K8sSharpManifests.dll",
                "lib/net10.0/K8sSharpManifests.xml",
                "tools/net10.0/K8sSharpManifests.Host.dll",
                .. ReadyToRunFiles,
            ],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PackageForThisRuntime_IsMachineCode()
    {
        using var archive = ZipFile.OpenRead(package.Package);

        Assert.All(ReadyToRunFiles, file =>
        {
            using var content = new MemoryStream();
            using (var stream = archive.GetEntry(file)!.Open())
            {
                stream.CopyTo(content);
            }

            content.Position = 0;
            using var reader = new PEReader(content);
            Assert.NotEqual(0, reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size);
        });
    }

    [Fact]
    public async Task LibrarysRun_TakesTheMachineCode()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(
            """[Manifest] public static V1ConfigMap C => K8s.ConfigMap("c").AddData("dsl", typeof(K8s).Assembly.Location).AddData("core", typeof(K8s).Assembly.GetReferencedAssemblies().Select(n => System.Reflection.Assembly.Load(n)).Single(a => a.GetName().Name == "K8sSharpManifests.Core").Location).AddData("host", System.Reflection.Assembly.GetEntryAssembly()!.Location);""");

        Assert.Equal(0, (await project.Build()).ExitCode);

        var emitted = project.Emitted().Replace('\\', '/');
        Assert.All(ReadyToRunFiles, file => Assert.Contains(file, emitted, StringComparison.Ordinal));
    }

    [Fact]
    public void Package_DependsOnTheClientAlone()
    {
        using var archive = ZipFile.OpenRead(package.Package);
        using var stream = archive.GetEntry("K8sSharpManifests.nuspec")!.Open();

        var dependency = Assert.Single(XDocument.Load(stream).Descendants(), e => e.Name.LocalName == "dependency");

        Assert.Equal("KubernetesClient", dependency.Attribute("id")!.Value);
    }
}
