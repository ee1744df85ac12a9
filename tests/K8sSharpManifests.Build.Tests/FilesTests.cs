namespace K8sSharpManifests.Build.Tests;

/// <summary>Files that the project hands to its manifests: proved, and inputs of the build.</summary>
public sealed class FilesTests(PackageFixture package)
{
    // The compiler is not told which files they are: in the file by which it would be, the rest of such a path is a comment.
    [Fact]
    public async Task FolderWithANumberSign_HasTheFilesOfTheProjectAllTheSame()
    {
        var around = package.NewProject("<Project />");
        File.Delete(Path.Combine(around.Folder, "Acme.csproj"));
        var project = new UserProject(Directory.CreateDirectory(Path.Combine(around.Folder, "C#")).FullName, UserProject.ProjectFile(items: """<ManifestFile Include="config/*" />"""));
        project.Write("config/a b.txt", "hello\n");
        project.WriteShop("""[Manifest] public static V1ConfigMap C(ManifestContext context) => K8s.ConfigMap("c").AddFile(context, context.Files("config/*")[0], key: "a");""");

        Assert.Empty((await project.Build()).Problems);
        Assert.Contains("a: |\n    hello\n", project.Emitted(), StringComparison.Ordinal);

        project.Write("crds/a.yaml", "");
        Assert.Contains("has a '#' or ';' in it", Assert.Single((await project.Build()).Problems.Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesOfTheProject_AreProved_AndBringTheRunBack()
    {
        var project = package.NewProject(UserProject.ProjectFile(items: """<ManifestFile Include="config/**/*.json;motd.txt" />"""));
        project.Write("config/a.json", "{}\n");
        project.Write("motd.txt", "hello\n");
        project.WriteShop(
            """[Manifest] public static V1ConfigMap C(ManifestContext context) => K8s.ConfigMap("c").AddFiles(context, "config/**").AddFile(context, "motd.txt");""",
            """[Manifest] public static V1Deployment D(ManifestContext context) => K8s.Deployment("d").AddContainer("d", "nginx:1.27").RollOnChangeOf(C(context));""");

        var first = await project.Build();
        Assert.Empty(first.Problems);
        Assert.Contains("Acme: 2 manifests → bin/Debug/net10.0/manifests (2 proved at compile time)", first.Lines);
        Assert.Equal("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  a.json: |\n    {}\n  motd.txt: |\n    hello\n", ConfigMap(project));
        Assert.True(await IsSkipped(project));
        var checksum = Checksum(project);

        project.Write("config/b/c.json", "[]");
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\ndata:\n  a.json: |\n    {}\n  c.json: \"[]\"\n  motd.txt: |\n    hello\n", ConfigMap(project));
        Assert.NotEqual(checksum, Checksum(project));

        File.Delete(Path.Combine(project.Folder, "config/b/c.json"));
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal(checksum, Checksum(project));
        Assert.True(await IsSkipped(project));

        File.WriteAllBytes(Path.Combine(project.Folder, "motd.txt"), [0xFF, 0, 1]);
        var binary = await project.Build();
        Assert.Empty(binary.Problems);
        Assert.Contains("  motd.txt: /wAB\n", ConfigMap(project), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileThatIsMissing_IsAnErrorThatSaysWhatToDo()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop("""[Manifest] public static V1ConfigMap C(ManifestContext context) => K8s.ConfigMap("c").AddFiles(context, "config/*.json");""");

        Assert.Equal(
            [
                "Shop.cs(4,68): error K8S903: Acme.Shop.C threw FileNotFoundException: No ManifestFile of the project matches 'config/*.json': add <ManifestFile Include=\"config/*.json\" /> to an ItemGroup of the project file, and look whether the files are there",
            ],
            (await project.Build()).Problems);
    }

    [Fact]
    public async Task FileOfMoreThanAMebibyte_IsAnError()
    {
        var project = package.NewProject(UserProject.ProjectFile(items: """<ManifestFile Include="big.txt" />"""));
        project.Write("big.txt", new string('a', 1024 * 1024));
        project.WriteShop("""[Manifest] public static V1ConfigMap C(ManifestContext context) => K8s.ConfigMap("c").AddFile(context, "big.txt").AddData("a", "b");""");

        Assert.Contains("error K8S219", Assert.Single((await project.Build()).Problems), StringComparison.Ordinal);
    }

    private static string ConfigMap(UserProject project) =>
        string.Concat(File.ReadAllLines(Directory.GetFiles(project.Manifests, "*-configmap-c.yaml").Single()).Where(line => !line.StartsWith('#') && line != "---").Select(line => line + "\n"));

    private static string Checksum(UserProject project) =>
        File.ReadAllLines(Directory.GetFiles(project.Manifests, "*-deployment-d.yaml").Single()).Single(line => line.Contains("checksum/config:", StringComparison.Ordinal));

    private static async Task<bool> IsSkipped(UserProject project) =>
        (await project.Build("-v:d")).Lines.Any(l => l.StartsWith("Skipping target \"_RunKubernetesManifests\"", StringComparison.Ordinal));
}
