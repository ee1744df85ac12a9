namespace K8sSharpManifests.Build.Tests;

/// <summary>Projects that get the package in other ways than most, or whose compiler cannot find manifests: they work, or say why not.</summary>
public sealed class ReferenceTests(PackageFixture package)
{
    private const string StaleMember =
        """[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "nginx:latest", c => c.WithImagePullPolicy("IfNotPresent"));""";

    [Fact]
    public async Task ProjectBehindAProject_IsCheckedAndEmits()
    {
        var library = package.NewProject(UserProject.ProjectFile(properties: "<AssemblyName>Acme.Dsl</AssemblyName>"));
        library.Write("Dsl.cs", """namespace Acme; public static class AcmeK8s { public static V1Pod Of(string name) => K8s.Pod(name).AddContainer(name, "nginx:1.27"); }""");
        var project = package.NewProject(ProjectFile($"""<ProjectReference Include="{Path.Combine(library.Folder, "Acme.csproj")}" />"""));
        project.Write("Shop.cs", $"using K8sSharpManifests;\nusing k8s.Models;\npublic static class Shop\n{{\n{StaleMember}\n[Manifest] public static V1Pod P => Acme.AcmeK8s.Of(\"p\");\n}}\n");

        var result = await project.Build();

        Assert.StartsWith("Shop.cs(5,74): warning K8S106: 'nginx:latest' can go stale", Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.Equal([".Acme.k8ssharpmanifests", "60-pod-p.yaml", "60-pod-web.yaml", "Kustomization"], Directory.GetFiles(project.Manifests).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ProjectBehindAPackage_IsCheckedAndEmits()
    {
        var library = package.NewProject(UserProject.ProjectFile(properties: "<PackageId>Acme.Dsl</PackageId><AssemblyName>Acme.Dsl</AssemblyName><Version>1.0.0</Version>"));
        library.Write("Dsl.cs", """namespace Acme; public static class AcmeK8s { public static V1Pod Of(string name) => K8s.Pod(name).AddContainer(name, "nginx:1.27"); }""");
        Assert.Equal(0, (await library.Run("pack", "-o", Path.GetDirectoryName(package.Package)!)).ExitCode);
        var project = package.NewProject(ProjectFile("""<PackageReference Include="Acme.Dsl" Version="1.0.0" />"""));
        project.Write("Shop.cs", $"using K8sSharpManifests;\nusing k8s.Models;\npublic static class Shop\n{{\n{StaleMember}\n[Manifest] public static V1Pod P => Acme.AcmeK8s.Of(\"p\");\n}}\n");

        var result = await project.Build();

        Assert.StartsWith("Shop.cs(5,74): warning K8S106: 'nginx:latest' can go stale", Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.Equal([".Acme.k8ssharpmanifests", "60-pod-p.yaml", "60-pod-web.yaml", "Kustomization"], Directory.GetFiles(project.Manifests).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("static")]
    public async Task PackageThatEmbedsItsSource_IsJudgedAndProvedWhereItIsUsed(string emit)
    {
        var id = "Acme.Dsl" + emit;
        var library = package.NewProject(UserProject.ProjectFile(properties: $"<PackageId>{id}</PackageId><AssemblyName>Acme.Dsl</AssemblyName><Version>2.0.0</Version>"));
        library.Write("Dsl.cs", """
            namespace Acme;
            [EmbedSource]
            public static class AcmeK8s
            {
                public static V1Pod Of(string name, string tag) => K8s.Pod(name).AddContainer(name, $"nginx:{tag}", c => c.WithImagePullPolicy("IfNotPresent"));
            }
            """);
        var packed = await library.Run("pack", "-o", Path.GetDirectoryName(package.Package)!);
        Assert.DoesNotContain(packed.Problems, p => p.Contains(" K8S", StringComparison.Ordinal));
        Assert.Equal(0, packed.ExitCode);
        var project = package.NewProject(ProjectFile($"""<PackageReference Include="{id}" Version="2.0.0" />"""));
        project.Write("Shop.cs", "using K8sSharpManifests;\nusing k8s.Models;\npublic static class Shop\n{\n[Manifest] public static V1Pod P => Acme.AcmeK8s.Of(\"p\", \"latest\");\n}\n");

        var result = await project.Build($"-p:ManifestEmit={emit}");

        Assert.StartsWith("Shop.cs(5,50): warning K8S106: 'nginx:latest' can go stale", Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.Contains(result.Lines, l => l.Contains(emit.Length == 0 ? "1 proved at compile time" : "1 manifest", StringComparison.Ordinal));
        Assert.Equal(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: p
            spec:
              containers:
              - name: p
                image: nginx:latest
                imagePullPolicy: IfNotPresent

            """,
            File.ReadAllText(Path.Combine(project.Manifests, "60-pod-p.yaml")));
    }

    [Fact]
    public async Task ProjectBehindAProjectWithoutManifests_IsLeftAlone()
    {
        var library = package.NewProject(UserProject.ProjectFile(properties: "<AssemblyName>Acme.Deploy</AssemblyName>"));
        library.WriteShop(UserProject.PodMember);
        var project = package.NewProject(ProjectFile($"""<ProjectReference Include="{Path.Combine(library.Folder, "Acme.csproj")}" />"""));
        project.Write("Protocol.cs", "namespace Acme; public enum Protocol { Tcp }");

        var result = await project.Build();

        Assert.Equal(["Acme -> bin/Debug/net10.0/Acme.dll"], result.Lines.Where(l => !l.Contains("Acme.Deploy", StringComparison.Ordinal) && !l.Contains("manifest", StringComparison.Ordinal)).Select(l => l.Replace('\\', '/')));
        Assert.False(Directory.Exists(project.Manifests));
    }

    [Fact]
    public async Task FSharpProject_IsAnErrorThatSaysWhatToDo()
    {
        var project = package.NewProject("<Project />");
        File.Move(Path.Combine(project.Folder, "Acme.csproj"), Path.Combine(project.Folder, "Acme.fsproj"));
        project.Write("Acme.fsproj", UserProject.ProjectFile(items: """<Compile Include="Shop.fs" />"""));
        project.Write("Shop.fs", "module Shop\nlet x = 1\n");

        Assert.Contains(
            "error K8S907: [Manifest] members are found by the C# compiler, so this F# project would emit none of its own: put them into a C# project, or set ManifestEmit to false to use the library alone",
            string.Join('\n', (await project.Build()).Problems),
            StringComparison.Ordinal);
        Assert.Empty((await project.Build("-p:ManifestEmit=false")).Problems);
    }

    [Theory]
    [InlineData("7.3")]
    [InlineData("12")]
    public async Task OldCSharp_IsOneErrorThatSaysWhatToDo(string version)
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: $"<LangVersion>{version}</LangVersion>"));
        project.Write("Shop.cs", "class Shop { }");

        Assert.Equal(
            [$"Acme.csproj : error K8S907: K8sSharpManifests needs C# 13 or newer, and LangVersion is {version}: remove LangVersion from the project, or set it to 13 or latest"],
            (await project.Build()).Problems.Select(p => p.Replace(" [Acme.csproj]", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("13.0")]
    [InlineData("latest")]
    [InlineData("preview")]
    public async Task NewCSharp_Builds(string version)
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: $"<LangVersion>{version}</LangVersion>"));
        project.WriteShop(UserProject.PodMember);

        Assert.Empty((await project.Build()).Problems);
    }

    [Fact]
    public async Task OlderDotNet_IsRefusedByNuGetWithTheReason()
    {
        var project = package.NewProject(UserProject.ProjectFile().Replace("net10.0", "net9.0", StringComparison.Ordinal));
        project.WriteShop(UserProject.PodMember);

        var problem = (await project.Build()).Problems[0];
        Assert.Contains("NU1202", problem, StringComparison.Ordinal);
        Assert.Contains("supports: net10.0", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TerminalLogger_ShowsWhatWasWritten()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(UserProject.PodMember);

        var result = await project.Run("build", "-tl:on");

        Assert.Contains(result.Lines, l => l.Contains("(1 manifest → bin/Debug/net10.0/manifests (1 proved at compile time))", StringComparison.Ordinal));
    }

    private static string ProjectFile(string reference) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            {reference}
          </ItemGroup>
        </Project>
        """;
}
