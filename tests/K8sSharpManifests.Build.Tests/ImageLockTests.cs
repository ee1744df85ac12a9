using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Build.Tests;

/// <summary>images.lock.json: the build gives the tags their digests, and says where it is out of date.</summary>
public sealed class ImageLockTests(PackageFixture package)
{
    private const string File = "images.lock.json";
    private const string A = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    private const string B = "sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    private const string Web = """[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "nginx:1.27").AddInitContainer("init", "ghcr.io/acme/init");""";
    private const string NotThere = "is not in images.lock.json, so it is emitted without a digest: run 'k8ssharp pin', or name it in k8s_unlocked_images";

    [Fact]
    public async Task Tags_AreEmittedWithTheirDigests()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(Web);
        project.Write(File, Lock($"docker.io/library/nginx:1.27={A}", $"ghcr.io/acme/init:latest={B}"));
        var built = await project.Build();

        // Neither the tag that is emitted with a digest, nor the one that is implied, is blamed.
        Assert.Empty(built.Problems);
        Assert.Contains("1 manifest → bin/Debug/net10.0/manifests (1 proved at compile time)", built.Lines[^1], StringComparison.Ordinal);
        Assert.Equal([$"nginx:1.27@{A}", $"ghcr.io/acme/init@{B}"], Images(project));

        // It is an input of the build.
        Assert.True(await IsSkipped(project));
        project.Write(File, Lock($"docker.io/library/nginx:1.27={B}", $"ghcr.io/acme/init:latest={B}"));
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal([$"nginx:1.27@{B}", $"ghcr.io/acme/init@{B}"], Images(project));
        Assert.Empty((await project.Build("-p:ManifestEmit=static")).Problems);
        Assert.Equal([$"nginx:1.27@{B}", $"ghcr.io/acme/init@{B}"], Images(project));

        Assert.Contains("K8S105", Assert.Single((await project.Build("-p:ManifestImageLock=false")).Problems), StringComparison.Ordinal);
        Assert.Equal(["nginx:1.27", "ghcr.io/acme/init"], Images(project));

        Assert.Empty((await project.Build()).Problems);
        System.IO.File.Delete(Path.Combine(project.Folder, File));
        Assert.Contains("K8S105", Assert.Single((await project.Build()).Problems), StringComparison.Ordinal);
        Assert.Equal(["nginx:1.27", "ghcr.io/acme/init"], Images(project));
    }

    [Fact]
    public async Task LockThatIsOutOfDate_IsToldAtTheImageAndAtItsLine()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "nginx:1.27");""");
        project.Write(File, Lock($"docker.io/library/nginx:1.26={A}"));
        Assert.Equal(
            [
                $"Shop.cs(4,74): warning K8S123: 'nginx:1.27' {NotThere}",
                "images.lock.json(4,1): warning K8S123: 'docker.io/library/nginx:1.26' is in images.lock.json, and no manifest uses it: run 'k8ssharp pin', which drops it",
            ],
            (await project.Build()).Problems);
        Assert.Equal(["nginx:1.27"], Images(project));

        // Each has its severity where it stands.
        project.Write(".editorconfig", "root = true\n[*.cs]\nk8s_unlocked_images = nginx\n");
        Assert.StartsWith("images.lock.json(4,1): error K8S123", Assert.Single((await project.Build("-p:WarningsAsErrors=K8S123")).Problems), StringComparison.Ordinal);
        Assert.Empty((await project.Build("-p:NoWarn=K8S123")).Problems);
    }

    // What is not used here may be used there.
    [Theory]
    [InlineData("""[Manifest] public static V1Pod Web(ManifestContext c) => K8s.Pod("web").AddContainer("web", c.Environment == "prod" ? "nginx:1.27" : "nginx:1.26");""", "")]
    [InlineData("""[Manifest] public static V1Pod Web(ManifestContext c) => K8s.Pod("web").AddContainer("web", "nginx:" + (c.Variable("TAG_OF_THE_TEST") ?? "1.26"));""", "")]
    [InlineData("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "nginx:" + (Environment.GetEnvironmentVariable("TAG_OF_THE_TEST") ?? "1.26"));""", "")]
    [InlineData("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "nginx:1.26");""", "<ManifestImageLock>images.lock.json</ManifestImageLock>")]
    public async Task EntryThatAnotherBuildMayUse_IsNotCalledUnused(string member, string properties)
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: properties));
        project.WriteShop(member);
        project.Write(File, Lock($"docker.io/library/nginx:1.26={A}", $"docker.io/library/nginx:1.27={B}"));
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal([$"nginx:1.26@{A}"], Images(project));
    }

    [Fact]
    public async Task IncludedYaml_IsPinnedToo()
    {
        var project = package.NewProject(UserProject.ProjectFile(items: """<KubernetesYaml Include="vendor/*.yaml" />"""));
        project.WriteShop("""[Manifest] public static V1ConfigMap M => K8s.ConfigMap("own").AddData("image", "nginx:1.27");""");
        project.Write("vendor/a.yaml", "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec:\n  schedule: '@daily'\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: Never\n          containers:\n          - name: a\n            image: nginx:1.27\n          - name: b\n            image: nginx:1.28\n          - name: c\n            image: nginx:1.27\n            imagePullPolicy: Never\n");
        project.Write(File, Lock($"docker.io/library/nginx:1.27={A}"));
        var problems = (await project.Build()).Problems;
        Assert.Contains($"vendor/a.yaml(15,20): warning K8S123: 'nginx:1.28' {NotThere}", problems);
        Assert.Single(problems, problem => problem.Contains("K8S123", StringComparison.Ordinal));
        Assert.Equal([$"nginx:1.27@{A}", "nginx:1.28", "nginx:1.27"], Images(project));
    }

    [Theory]
    [InlineData("{\n  \"version\": 1,\n  \"images\": {\n    \"nginx\": 1\n  }\n}", "images.lock.json(4,1): error K8S907: the image lock cannot be read: 'nginx' is no image as the lock calls them")]
    [InlineData("{\n<<<<<<< HEAD\n", "images.lock.json(2,1): error K8S907: the image lock cannot be read: it holds both sides of a merge")]
    public async Task LockThatCannotBeRead_IsAnError(string text, string message)
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(UserProject.PodMember);
        project.Write(File, text);
        Assert.StartsWith(message, Assert.Single((await project.Build()).Problems), StringComparison.Ordinal);
        Assert.Equal("", project.Emitted());

        Assert.StartsWith(
            "Acme.csproj : error K8S907: ManifestImageLock is 'other.json', and there is no file",
            Assert.Single((await project.Build("-p:ManifestImageLock=other.json")).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebProject_DoesNotPublishTheLock()
    {
        var project = package.NewProject(UserProject.ProjectFile("Microsoft.NET.Sdk.Web"));
        project.WriteShop(UserProject.PodMember);
        project.Write("Program.cs", "WebApplication.CreateBuilder(args).Build().Run();");
        project.Write(File, Lock($"docker.io/library/nginx:1.27={A}"));
        Assert.Equal(0, (await project.Run("publish", "-o", Path.Combine(project.Folder, "out"))).ExitCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(project.Folder, "out"), File, SearchOption.AllDirectories));
        Assert.Contains($"nginx:1.27@{A}", UserProject.Emitted(Path.Combine(project.Folder, "out", "manifests")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pin_WritesTheLockOfAProject()
    {
        await using var registry = await TestRegistry.Start();
        var project = package.NewProject(UserProject.ProjectFile(properties: "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><ManifestVerify Condition=\"'$(Verify)' == 'true'\">true</ManifestVerify>"));
        project.Write(".editorconfig", "root = true\n[*.cs]\nk8s_public_registries = 127.0.0.1:*\nk8s_unlocked_images = quay.io/*\n");
        project.WriteShop(
            $$"""[Manifest] public static V1Pod Web(ManifestContext c) => K8s.Pod("web").AddContainer("web", c.Environment == "prod" ? "{{registry.Host}}/web:2" : "{{registry.Host}}/web:1");""",
            """[Manifest] public static V1Pod Own => K8s.Pod("own").AddContainer("own", "quay.io/acme/own:1").AddContainer("pinned", "quay.io/x@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");""");
        var (one, two) = (registry.Put("web", "1", "1"), registry.Put("web", "2", "2"));
        Assert.Empty((await project.Build()).Problems);
        var emitted = project.Emitted();

        var ran = await Pin(project, "--environment", "staging", "--environment", "prod");
        Assert.Equal((0, $"added    {registry.Host}/web:1  {one}\nadded    {registry.Host}/web:2  {two}\n{File}: 2 images (2 added).\n"), ran);

        // What the project's own build has written is as it was.
        Assert.Equal(emitted, project.Emitted());
        Assert.Empty((await project.Build()).Problems);
        Assert.Contains($"image: {registry.Host}/web:1@{one}\n", project.Emitted(), StringComparison.Ordinal);

        // Though K8S123 is an error now, the lock can be written.
        project.Write("Shop.cs", System.IO.File.ReadAllText(Path.Combine(project.Folder, "Shop.cs")).Replace("web:1", "web:3", StringComparison.Ordinal));
        Assert.Contains("error K8S123", Assert.Single((await project.Build()).Problems), StringComparison.Ordinal);
        registry.Put("web", "3", "3");
        Assert.Equal(1, (await Pin(project, "--check", "--environment", "", "--environment", "prod")).ExitCode);
        Assert.Equal(0, (await Pin(project, "--environment", "", "--environment", "prod")).ExitCode);
        Assert.Empty((await project.Build()).Problems);
    }

    [Fact]
    public async Task Pin_TellsWhyAProjectDoesNotBuild()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop("""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", Missing.Image);""");
        var (exitCode, output) = await Pin(project);
        Assert.Equal(2, exitCode);
        Assert.Contains("error CS0103", output, StringComparison.Ordinal);
        Assert.EndsWith("k8ssharp: the build of 'Acme.csproj' fails, so nobody knows its images.\n", output, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(Path.Combine(project.Folder, File)));

        project.WriteShop(UserProject.PodMember);
        project.Write("Acme.csproj", UserProject.ProjectFile(properties: "<ManifestImageLock>false</ManifestImageLock>"));
        Assert.Equal((2, "k8ssharp: 'Acme.csproj' has no image lock, since ManifestImageLock is false there: take that out, or name a file by --lock.\n"), await Pin(project));
    }

    private static Task<(int ExitCode, string Output)> Pin(UserProject project, params string[] arguments) => Tool.Run(project.Folder, ["pin", .. arguments]);

    private static async Task<bool> IsSkipped(UserProject project) =>
        (await project.Build("-v:d")).Lines.Any(l => l.StartsWith("Skipping target \"_RunKubernetesManifests\"", StringComparison.Ordinal));

    private static string Lock(params string[] entries) =>
        "{\n  \"version\": 1,\n  \"images\": {\n" + string.Join(",\n", entries.Select(entry => $"    \"{entry.Split('=')[0]}\": \"{entry.Split('=')[1]}\"")) + "\n  }\n}\n";

    private static string[] Images(UserProject project) =>
        [.. project.Emitted().Split('\n').Where(line => line.Contains("  image: ", StringComparison.Ordinal) && !line.StartsWith("  image", StringComparison.Ordinal)).Select(line => line.Split("image: ")[1])];
}
