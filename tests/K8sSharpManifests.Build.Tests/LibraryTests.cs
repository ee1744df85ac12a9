namespace K8sSharpManifests.Build.Tests;

public sealed class LibraryTests(PackageFixture package)
{
    private const string Pod =
        """
        == .k8ssharpmanifests
        60-pod-p.yaml
        Kustomization
        == 60-pod-p.yaml
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
        spec:
          containers:
          - name: c
            image: nginx:1.27
        == Kustomization
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
        - 60-pod-p.yaml

        """;

    [Fact]
    public async Task Library_LivesThroughBuildsEditsAndClean()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(UserProject.PodMember);

        // The first build writes.
        var first = await project.Build();
        string[] summary = ["1 manifest → bin/Debug/net10.0/manifests"];
        Assert.Equal(["Acme -> bin/Debug/net10.0/Acme.dll", .. summary], Slashes(first.Lines));
        Assert.Equal(Pod, project.Emitted());

        // With nothing changed the next one does not even start the host.
        var podFile = Path.Combine(project.Manifests, "60-pod-p.yaml");
        var written = File.GetLastWriteTimeUtc(podFile);
        var second = await project.Build("-v:detailed");
        Assert.Contains(second.Lines, l => l.StartsWith("Skipping target \"EmitKubernetesManifests\"", StringComparison.Ordinal));
        Assert.DoesNotContain(summary[0], Slashes(second.Lines));

        // A file that went missing or was edited comes back as it was.
        File.Delete(Path.Combine(project.Manifests, "Kustomization"));
        Assert.Contains(summary[0], Slashes((await project.Build()).Lines));
        Assert.Equal(Pod, project.Emitted());
        Assert.Equal(written, File.GetLastWriteTimeUtc(podFile));

        // A member that goes takes its file along, and leaves what others put there.
        project.WriteShop(UserProject.PodMember.Replace("\"p\"", "\"q\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(project.Manifests, "70-own.yaml"), "# mine\n");
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal(
            [".k8ssharpmanifests", "60-pod-q.yaml", "70-own.yaml", "Kustomization"],
            Directory.GetFiles(project.Manifests).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        Assert.Equal(0, (await project.Run("clean", "-v:m", "-tl:off")).ExitCode);
        Assert.Equal(["70-own.yaml"], Directory.GetFiles(project.Manifests).Select(Path.GetFileName));
    }

    [Fact]
    public async Task NoManifest_SaysSoAndWritesNothing()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop();

        var result = await project.Build("-v:n");

        Assert.Contains("No [Manifest] member: nothing to emit", result.Lines);
        Assert.Empty(result.Problems);
        Assert.False(Directory.Exists(project.Manifests));
    }

    [Fact]
    public async Task GeneratorThatFails_IsAnErrorInsteadOfAProjectWithoutManifests()
    {
        var project = package.NewProject(UserProject.ProjectFile());

        Assert.Equal(0, (await project.Run("restore")).ExitCode);
        var result = await project.Run("msbuild", "-getProperty:WarningsAsErrors");

        Assert.Contains(result.Lines, l => l.Contains("CS8785", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Properties_SetFolderAndEnvironmentAndNoNameLeavesTheFolder()
    {
        var project = package.NewProject(UserProject.ProjectFile(
            properties: "<TargetFrameworks>net10.0</TargetFrameworks><TargetFramework></TargetFramework>"
                + "<ManifestOutputPath>deploy/in here/</ManifestOutputPath>"));
        project.Write("Directory.Build.props", """
            <Project>
              <Import Project="../Directory.Build.props" />
              <PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup>
            </Project>
            """);
        project.WriteShop("""[Manifest] public static V1Namespace N(ManifestContext c) => new() { Metadata = new() { Name = c.Environment } };""");

        var result = await project.Build("-p:ManifestEnvironment=../../prod");

        Assert.Contains("1 manifest → deploy/in here", Slashes(result.Lines));
        Assert.Equal(
            [".k8ssharpmanifests", "10-namespace-.._2f_.._2f_prod.yaml", "Kustomization"],
            Directory.GetFiles(Path.Combine(project.Folder, "deploy", "in here")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Slashes(IEnumerable<string> lines) => lines.Select(l => l.Replace('\\', '/'));
}
