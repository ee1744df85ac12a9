namespace K8sSharpManifests.Build.Tests;

/// <summary>What is on the disk is what the code gives now, whatever it depends on; and where it cannot have changed, nothing runs.</summary>
public sealed class StalenessTests(PackageFixture package)
{
    [Fact]
    public async Task MemberThatMayDependOnAnything_RunsInEachBuild()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.Write("tag.txt", "1");
        project.WriteShop("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "nginx:" + File.ReadAllText("tag.txt").Trim() + Environment.GetEnvironmentVariable("ACME_SUFFIX"));""");

        Assert.Equal("nginx:1", await Image(project));
        project.Write("tag.txt", "2");
        Assert.Equal("nginx:2", await Image(project));
        project.Variables["ACME_SUFFIX"] = "-alpine";
        Assert.Equal("nginx:2-alpine", await Image(project));
    }

    [Fact]
    public async Task WhatIsReadThroughTheContext_IsAnInputOfTheBuild()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        var tag = Path.Combine(project.Folder, "tag.txt");
        project.Write("tag.txt", "1");
        project.WriteShop("""[Manifest] public static V1Pod Web(ManifestContext context) => K8s.Pod("web").AddContainer("web", $"nginx:{context.ReadText("tag.txt")}{context.Variable("ACME_SUFFIX") ?? ""}");""");

        Assert.Equal("nginx:1", await Image(project));
        Assert.True(await IsSkipped(project));

        // A file that is put back is older than the last run.
        project.Write("tag.txt", "2");
        File.SetLastWriteTimeUtc(tag, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal("nginx:2", await Image(project));
        Assert.True(await IsSkipped(project));

        project.Variables["ACME_SUFFIX"] = "-alpine; 'a' %41 $(OS) |";
        Assert.Contains("-alpine; 'a' %41 $(OS) |", string.Join('\n', (await project.Build()).Problems), StringComparison.Ordinal);
        project.Variables["ACME_SUFFIX"] = "-alpine";
        Assert.Equal("nginx:2-alpine", await Image(project));
        Assert.True(await IsSkipped(project));

        File.Delete(tag);
        Assert.Equal(
            [$"Shop.cs(4,64): error K8S903: Acme.Shop.Web threw FileNotFoundException: There is no file 'tag.txt'"],
            (await project.Build()).Problems);
    }

    // A test, too, sees the project's folder: ManifestSetTests.
    [Fact]
    public async Task MemberThatReadsAFile_SeesTheProjectsFolder()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.Write("motd.txt", "hello");
        project.WriteShop("""[Manifest] public static V1ConfigMap C => K8s.ConfigMap("c").AddData("motd", File.ReadAllText("motd.txt")).AddData("here", Path.GetFileName(Environment.CurrentDirectory));""");

        Assert.Equal(0, (await project.Run("build", "-v:q", Path.Combine(project.Folder, "Acme.csproj"))).ExitCode);

        var emitted = project.Emitted();
        Assert.Contains("motd: hello\n", emitted, StringComparison.Ordinal);
        Assert.Contains($"here: {Path.GetFileName(project.Folder)}\n", emitted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BuildThatHasNothingToDo_RepeatsTheWarnings()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "registry.acme.io/web:1.4.2").AddImagePullSecret("regcred");""");

        var first = await project.Build();
        var second = await project.Build("-v:d");

        Assert.Contains("warning K8S113", Assert.Single(first.Problems), StringComparison.Ordinal);
        Assert.Contains(second.Problems, p => p.EndsWith(first.Problems[0], StringComparison.Ordinal));
        Assert.Contains(second.Lines, l => l.StartsWith("Skipping target \"_RunKubernetesManifests\"", StringComparison.Ordinal));

        // An output with the content of another time has that time, where a cache or 'rsync -a' brings it.
        var emitted = project.Emitted();
        var pod = Path.Combine(project.Manifests, "60-pod-web.yaml");
        File.WriteAllText(pod, File.ReadAllText(pod).Replace("1.4.2", "1.4.1", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(pod, new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(first.Problems, (await project.Build()).Problems);
        Assert.Equal(emitted, project.Emitted());
    }

    private static async Task<bool> IsSkipped(UserProject project) =>
        (await project.Build("-v:d")).Lines.Any(l => l.StartsWith("Skipping target \"_RunKubernetesManifests\"", StringComparison.Ordinal));

    private static async Task<string> Image(UserProject project)
    {
        Assert.Empty((await project.Build()).Problems);
        return File.ReadLines(Path.Combine(project.Manifests, "60-pod-web.yaml")).Single(line => line.Contains("image:", StringComparison.Ordinal)).Split(": ")[1];
    }
}
