namespace K8sSharpManifests.Build.Tests;

/// <summary>A test project that emits manifests has the Emission of the package for tests among its own assemblies, in whatever version.</summary>
public sealed class OwnContextTests(PackageFixture package)
{
    [Fact]
    public async Task ProjectThatBringsAnotherEmission_IsEmittedByTheHostsOwn()
    {
        var other = package.NewProject(UserProject.ProjectFile(properties: "<AssemblyName>K8sSharpManifests.Emission</AssemblyName><ManifestEmit>false</ManifestEmit>"));
        other.Write("Other.cs", "namespace Other; public static class Name { public static string Text => \"other\"; }");
        var project = package.NewProject(UserProject.ProjectFile(items: $"""<ProjectReference Include="{Path.Combine(other.Folder, "Acme.csproj")}" />"""));
        project.WriteShop(
            """[Manifest] public static V1ConfigMap C => K8s.ConfigMap("c").AddData("text", Other.Name.Text).AddData("loaded", string.Join("\n", AppDomain.CurrentDomain.GetAssemblies().Select(a => a.Location).Where(l => l.Contains("Emission"))));""",
            """[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "registry.acme.io/web:1.4.2").AddImagePullSecret("regcred");""");

        var result = await project.Build();

        Assert.Contains("warning K8S113", Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.Equal("Acme: 2 manifests → bin/Debug/net10.0/manifests (1 proved at compile time)", result.Lines[^1].Replace('\\', '/'));
        var emitted = project.Emitted().Replace('\\', '/');
        Assert.Contains("text: other\n", emitted, StringComparison.Ordinal);
        Assert.Contains("tools/net10.0/", emitted, StringComparison.Ordinal);
        Assert.Contains("bin/Debug/net10.0/K8sSharpManifests.Emission.dll", emitted, StringComparison.Ordinal);
    }
}
