namespace K8sSharpManifests.Build.Tests;

public sealed class AnalyzerTests(PackageFixture package)
{
    private const string StalePod = """    [Manifest] public static V1Pod P => K8s.Pod("p").AddContainer("c", "nginx:latest", c => c.WithImagePullPolicy(ImagePullPolicy.IfNotPresent));""";

    [Fact]
    public async Task Finding_IsInTheBuildOnceAndFormatRepairsIt()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<NoWarn>$(NoWarn);K8S220</NoWarn>"));
        project.WriteShop(StalePod);

        var build = await project.Build();

        var column = StalePod.IndexOf("\"nginx", StringComparison.Ordinal) + 1;
        Assert.Equal(0, build.ExitCode);
        Assert.StartsWith($"Shop.cs(4,{column}): warning K8S106: 'nginx:latest' can go stale", Assert.Single(build.Problems), StringComparison.Ordinal);

        var format = await project.Run("format", "analyzers", "--no-restore", "--diagnostics", "K8S106", "--severity", "warn");
        Assert.True(format.ExitCode == 0, string.Join("\n", format.Lines));
        Assert.Contains(
            StalePod.Replace(".IfNotPresent", ".Always", StringComparison.Ordinal), File.ReadAllText(Path.Combine(project.Folder, "Shop.cs")), StringComparison.Ordinal);

        Assert.Empty((await project.Build()).Problems);
        Assert.Contains("imagePullPolicy: Always", project.Emitted(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GeneratedAndHiddenCode_FailsTheBuildOnce()
    {
        const string pod = """[Manifest] public static V1Pod P => K8s.Pod("p").AddContainer("c", "https://nginx:1");""";
        var project = package.NewProject(UserProject.ProjectFile());
        project.Write("Attribute.cs", $$"""[System.CodeDom.Compiler.GeneratedCode("tool", "1")] public static class A { {{pod}} }""");
        project.Write("Hidden.cs", $$"""
            public static class B
            {
            #line hidden
                {{pod.Replace("\"p\"", "\"q\"", StringComparison.Ordinal)}}
            #line default
            }
            """);
        project.Write("File.g.cs", $$"""public static class C { {{pod.Replace("\"p\"", "\"r\"", StringComparison.Ordinal)}} }""");

        var build = await project.Build();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(3, build.Problems.Count);
        Assert.All(build.Problems, problem => Assert.Contains("error K8S101", problem, StringComparison.Ordinal));
        Assert.Equal("", project.Emitted());
    }

    [Fact]
    public async Task EditorConfig_MakesAFindingAnErrorAndNamesPrivateRegistries()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop("""    [Manifest] public static V1Pod P => K8s.Pod("p").AddContainer("c", "ghcr.io/acme/web:1.4.2");""");
        project.Write(".editorconfig", "root = true\n[*.cs]\nk8s_private_registries = ghcr.io/acme\ndotnet_diagnostic.K8S112.severity = error\n");

        var build = await project.Build();

        Assert.NotEqual(0, build.ExitCode);
        Assert.StartsWith("Shop.cs(4,45): error K8S112: 'ghcr.io/acme/web:1.4.2' comes from ghcr.io", Assert.Single(build.Problems), StringComparison.Ordinal);
    }
}
