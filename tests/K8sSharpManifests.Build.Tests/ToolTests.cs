using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Build.Tests;

/// <summary>k8ssharp images, pulls and diff, asked for a project.</summary>
public sealed class ToolTests(PackageFixture package)
{
    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    // What is deployed counts: with the digests of the lock, and each environment with its own Secrets.
    [Fact]
    public async Task Project_IsBuiltForItsEnvironments()
    {
        await using var registry = await TestRegistry.Start();
        registry.Auth = TestAuth.Basic;
        var web = registry.PutImage("web", "1", "linux/amd64");
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestEnvironments>dev;prod</ManifestEnvironments>"));
        project.Write(".editorconfig", "root = true\n");
        project.Write("images.lock.json", $"{{\n  \"version\": 1,\n  \"images\": {{\n    \"docker.io/library/nginx:1.27\": \"{Digest}\",\n    \"{registry.Host}/web:1\": \"{web}\"\n  }}\n}}\n");
        project.WriteShop(
            $$"""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "{{registry.Host}}/web:1").AddImagePullSecret("reg");""",
            $$"""[Manifest] public static V1Secret Reg(ManifestContext c) => K8s.RegistrySecret("reg", "{{registry.Host}}", "{{TestRegistry.User}}", c.Environment == "prod" ? "{{TestRegistry.Password}}" : "old-password");""",
            """[Manifest(Environments = "dev")] public static V1Pod Proxy => K8s.Pod("proxy").AddContainer("proxy", "nginx:1.27", c => c.WithImagePullPolicy(ImagePullPolicy.Never));""");

        var images = await Tool.Run(project.Folder, "images", "--format", "csv", "-q");

        Assert.Equal(
            (
                0,
                "environment,namespace,object,container,type,written,image,digest,writtenPolicy,policy,reason,pullSecrets,pullSecretsFrom,state,stateReason,stateMessage,restarts,unseenServiceAccount\n"
                + "dev,,Pod/proxy,proxy,container,nginx:1.27,docker.io/library/nginx:1.27,,Never,Never,as written,,,,,,,\n"
                + $"dev,,Pod/web,web,container,{registry.Host}/web:1,{registry.Host}/web:1@{web},{web},,IfNotPresent,default for a tag,reg,pod,,,,,\n"
                + $"prod,,Pod/web,web,container,{registry.Host}/web:1,{registry.Host}/web:1@{web},{web},,IfNotPresent,default for a tag,reg,pod,,,,,\n"),
            (images.ExitCode, images.Output.ReplaceLineEndings("\n")));

        var pulls = await Tool.Run(project.Folder, "pulls", "--environment", "dev", "-q");
        Assert.Equal(1, pulls.ExitCode);
        Assert.Contains($"why:     {registry.Host} does not take the credentials of the Secret 'reg'\n", pulls.Output, StringComparison.Ordinal);
        Assert.Contains("failed  docker.io/library/nginx:1.27  (policy)\n", pulls.Output, StringComparison.Ordinal);
        Assert.Equal((0, $"ok      {registry.Host}/web:1@{web}  {web}  linux/amd64\n1 pull: nothing is in the way.\n"), await Tool.Run(project.Folder, "pulls", "--environment", "prod"));
    }

    // What a member reads by context.Secret the manifests hold, and nobody shows.
    [Fact]
    public async Task SecretOfAProject_IsNotTold()
    {
        const string Host = "hidden-host.invalid";
        const string Password = "hunter2-of-the-shop";
        var project = package.NewProject(UserProject.ProjectFile());
        project.Variables["Registry__Host"] = Host;
        project.Variables["Db__Password"] = Password;
        project.Write(".editorconfig", "root = true\n");
        project.WriteShop(
            """[Manifest] public static V1Pod Web(ManifestContext c) => K8s.Pod("web").AddContainer("web", $"{c.Secret("Registry:Host")}/web:1", w => w.AddArg(c.Secret("Db:Password")).AddEnv("GREETING", "hello " + c.Secret("Db:Password")));""",
            """[Manifest] public static V1Secret Reg(ManifestContext c) => K8s.RegistrySecret("reg", c.Secret("Registry:Host"), "bob", c.Secret("Db:Password"));""");
        project.Write("before/web.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: web, image: 'old.acme.io/web:1', env: [{name: GREETING, value: hello old-value}], args: [--quiet]}]}\n");

        var table = await Tool.Run(project, "images");
        Assert.Equal(0, table.ExitCode);
        Assert.Contains("***/web:1", table.Output, StringComparison.Ordinal);
        string[][] all = [["images", "--format", "json"], ["images", "--format", "csv"], ["images", "--format", "yaml"], ["pulls"], ["pulls", "--format", "json"], ["diff", "--against", "before"], ["diff", "--against", "before", "--format", "json"]];
        foreach (var arguments in all)
        {
            var (exitCode, output) = await Tool.Run(project, arguments);
            Assert.True(exitCode is 0 or 1, output);
            Assert.Contains("web", output, StringComparison.Ordinal);
            Assert.DoesNotContain("old-value", output, StringComparison.Ordinal);
            Assert.DoesNotContain("hidden-host", output, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Password, output, StringComparison.OrdinalIgnoreCase);
        }

        // A lock is committed.
        var pin = await Tool.Run(project, "pin", "-q");
        Assert.Equal("k8ssharp: '***/web:1' is made of a secret, and the lock would tell it (Pod 'web'): make it of a value (context.Value), or name it in k8s_unlocked_images\n", pin.Output);
        Assert.Equal(1, pin.ExitCode);
        Assert.False(File.Exists(Path.Combine(project.Folder, "images.lock.json")));
    }

    [Fact]
    public async Task ProgramThatIsASingleFile_IsPinned()
    {
        await using var registry = await TestRegistry.Start();
        var web = registry.PutImage("web", "1", "linux/amd64");
        var project = package.NewProject("");
        File.Delete(Path.Combine(project.Folder, "Acme.csproj"));
        project.Write("Shop.cs", $$"""
            #:package K8sSharpManifests@{{PackageFixture.Version}}
            #:property PublishAot=false

            Console.WriteLine("hello");

            public static class Shop
            {
                [Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "{{registry.Host}}/web:1");
            }
            """);

        Assert.Equal((0, $"added    {registry.Host}/web:1  {web}\nimages.lock.json: 1 image (1 added).\n"), await Tool.Run(project.Folder, "pin", "--project", "Shop.cs"));
        Assert.Contains($"\"{registry.Host}/web:1\": \"{web}\"", File.ReadAllText(Path.Combine(project.Folder, "images.lock.json")), StringComparison.Ordinal);
    }

    // What was written before, with its digests and a folder for each environment, is what the next build would write.
    [Fact]
    public async Task Diff_ComparesEachEnvironmentWithItsFolder()
    {
        const string Pinned = $"nginx:1.27@{Digest}";
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestEnvironments>dev;prod</ManifestEnvironments>"));
        project.Write(".editorconfig", "root = true\n");
        project.Write("images.lock.json", $"{{\n  \"version\": 1,\n  \"images\": {{\n    \"docker.io/library/nginx:1.27\": \"{Digest}\"\n  }}\n}}\n");
        project.WriteShop("""[Manifest] public static V1Deployment Proxy(ManifestContext c) => K8s.Deployment("proxy").WithReplicas(c.Environment == "prod" ? 3 : 1).AddContainer("proxy", "nginx:1.27");""");
        foreach (var (environment, replicas) in new[] { ("dev", "1"), ("prod", "2") })
        {
            project.Write($"before/{environment}/proxy.yaml", $$$"""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: proxy}
                spec:
                  replicas: {{{replicas}}}
                  selector: {matchLabels: {app: proxy}}
                  template:
                    metadata: {labels: {app: proxy}}
                    spec: {containers: [{name: proxy, image: '{{{Pinned}}}'}]}

                """);
        }

        var (exitCode, output) = await Tool.Run(project.Folder, "diff", "--against", "before", "-q");
        Assert.Equal("changed  Deployment proxy  in prod\n  - spec.replicas: 2\n  + spec.replicas: 3\n", output);
        Assert.Equal(1, exitCode);
        Assert.Equal((0, ""), await Tool.Run(project.Folder, "diff", "--environment", "dev", "--against", "before/dev", "-q"));
    }
}
