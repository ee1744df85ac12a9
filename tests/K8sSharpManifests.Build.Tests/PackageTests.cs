using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace K8sSharpManifests.Build.Tests;

public sealed class PackageTests(PackageFixture package)
{
    private const string ReadsYaml = "K8sSharpManifests.Yaml.dll";
    private const string EvaluatesCel = "K8sSharpManifests.Cel.dll";

    private static readonly string[] ReadyToRunFiles =
    [
        $"tools/net10.0/{PackageFixture.ReadyToRunRuntime}/{EvaluatesCel}",
        $"tools/net10.0/{PackageFixture.ReadyToRunRuntime}/K8sSharpManifests.Emission.dll",
        $"tools/net10.0/{PackageFixture.ReadyToRunRuntime}/K8sSharpManifests.Host.dll",
        $"tools/net10.0/{PackageFixture.ReadyToRunRuntime}/{ReadsYaml}",
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
                "analyzers/dotnet/cs/K8sSharpManifests.Yaml.dll",
                "analyzers/dotnet/cs/YamlDotNet.dll",
                "build/net10.0/K8sSharpManifests.props",
                "build/net10.0/K8sSharpManifests.targets",
                "buildTransitive/net10.0/K8sSharpManifests.ContainerProject.targets",
                "buildTransitive/net10.0/K8sSharpManifests.Containers.targets",
                "buildTransitive/net10.0/K8sSharpManifests.props",
                "buildTransitive/net10.0/K8sSharpManifests.targets",
                "lib/net10.0/K8sSharpManifests.Core.dll",
                "lib/net10.0/K8sSharpManifests.Core.xml",
                "lib/net10.0/K8sSharpManifests.dll",
                "lib/net10.0/K8sSharpManifests.xml",
                "tools/net10.0/K8sSharpManifests.Cel.dll",
                "tools/net10.0/K8sSharpManifests.Emission.dll",
                "tools/net10.0/K8sSharpManifests.Host.dll",
                "tools/net10.0/K8sSharpManifests.Yaml.dll",
                "tools/net10.0/YamlDotNet.dll",
                .. ReadyToRunFiles,
            ],
            files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PackageForTests_MakesTheObjectsOfAnotherAssembly()
    {
        using (var archive = ZipFile.OpenRead(package.TestingPackage))
        {
            Assert.Equal(
                ["lib/net10.0/K8sSharpManifests.Cel.dll", "lib/net10.0/K8sSharpManifests.Emission.dll", "lib/net10.0/K8sSharpManifests.Testing.dll", "lib/net10.0/K8sSharpManifests.Testing.xml"],
                archive.Entries.Select(e => e.FullName).Where(n => n.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        }

        var shop = package.NewProject(UserProject.ProjectFile());
        shop.Write("tag.txt", "1.27");
        shop.WriteShop(
            """[Manifest] public static V1Pod Web(ManifestContext context) => K8s.Pod("web").AddContainer("web", "nginx:" + (context.Environment == "prod" ? File.ReadAllText("tag.txt") : "latest"));""",
            """[Manifest] public static V1Pod Local => K8s.Pod("local").AddContainer("a", "nginx:1.27", Helper.Never);""",
            """#pragma warning disable K8S108""",
            """[Manifest] public static V1Pod Quiet => K8s.Pod("quiet").AddContainer("a", "nginx:1.27", c => c.WithImagePullPolicy("Never"));""");
        shop.Write("Helper.cs", "static class Helper { public static V1Container Never(V1Container c) => c.WithImagePullPolicy(\"Never\"); }");
        var tests = package.NewProject(
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <AssemblyName>Tests</AssemblyName>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="K8sSharpManifests.Testing" Version="{PackageFixture.Version}" />
                <ProjectReference Include="{Path.Combine(shop.Folder, "Acme.csproj")}" />
              </ItemGroup>
            </Project>
            """);
        tests.Write("Program.cs", """
            var set = K8sSharpManifests.Testing.ManifestSet.Of(typeof(Acme.Shop).Assembly, environment: "prod");
            System.Console.WriteLine(set.Single<k8s.Models.V1Pod>("web").Spec.Containers[0].Image);
            foreach (var finding in K8sSharpManifests.Testing.ManifestSet.Of(typeof(Acme.Shop).Assembly, environment: "").Findings)
            {
                System.Console.WriteLine($"{finding.Stage}: {finding.File}({finding.Line}): {finding.Id}");
            }
            """);

        // The README's example compiles against the package and the tests' framework alone.
        tests.Write("ShopTests.cs", File.ReadAllText(Path.Combine(PackageFixture.Repository, "src", "K8sSharpManifests.Testing", "README.md")).Split("```")[1]["csharp".Length..]);
        tests.Write("Framework.cs", """
            global using Acme;
            namespace Xunit
            {
                public sealed class FactAttribute : System.Attribute;

                public static class Assert
                {
                    public static void Equal<T>(T expected, T actual) { }
                    public static void Empty(System.Collections.IEnumerable items) { }
                    public static void All<T>(System.Collections.Generic.IEnumerable<T> items, System.Action<T> check) { }
                }
            }
            """);

        var result = await tests.Run("run");
        Assert.True(result.ExitCode == 0, string.Join("\n", result.Lines));
        Assert.Equal(
            ["nginx:1.27", "Compiler: Shop.cs(5): K8S108", "Build: Shop.cs(4): K8S104"],
            result.Lines.SkipWhile(l => !l.StartsWith("nginx", StringComparison.Ordinal)));
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
            """[Manifest] public static V1ConfigMap C => K8s.ConfigMap("c").AddData("dsl", typeof(K8s).Assembly.Location).AddData("core", typeof(K8s).Assembly.GetReferencedAssemblies().Select(n => System.Reflection.Assembly.Load(n)).Single(a => a.GetName().Name == "K8sSharpManifests.Core").Location).AddData("host", System.Reflection.Assembly.GetEntryAssembly()!.Location).AddData("emission", AppDomain.CurrentDomain.GetAssemblies().Single(a => a.GetName().Name == "K8sSharpManifests.Emission").Location).AddData("loaded", string.Join(" ", AppDomain.CurrentDomain.GetAssemblies().Select(a => a.GetName().Name)));""");

        Assert.Equal(0, (await project.Build()).ExitCode);

        var emitted = project.Emitted().Replace('\\', '/');
        Assert.All(ReadyToRunFiles.Where(file => !file.EndsWith(ReadsYaml, StringComparison.Ordinal) && !file.EndsWith(EvaluatesCel, StringComparison.Ordinal)), file => Assert.Contains(file, emitted, StringComparison.Ordinal));

        // There is no YAML to read, and no custom resource.
        Assert.DoesNotContain("K8sSharpManifests.Cel", emitted, StringComparison.Ordinal);
        Assert.DoesNotContain("K8sSharpManifests.Yaml", emitted, StringComparison.Ordinal);
        Assert.DoesNotContain("YamlDotNet", emitted, StringComparison.Ordinal);
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
