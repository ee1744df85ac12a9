using System.ComponentModel;

namespace K8sSharpManifests.Build.Tests;

/// <summary>A folder for each namespace, through builds, comparisons, clean and publish.</summary>
public sealed class NamespacesLayoutTests(PackageFixture package)
{
    private const string Properties = "<ManifestLayout>namespaces</ManifestLayout>";

    private static readonly string[] Members =
    [
        """[Manifest] public static V1Namespace N => K8s.Namespace("shop");""",
        """[Manifest] public static V1ConfigMap C => K8s.ConfigMap("settings").WithNamespace("shop").AddData("a", "b");""",
        """[Manifest] public static V1Secret S => K8s.Secret("db").WithNamespace("shop").AddStringData("password", "hunter2");""",
        """[Manifest] public static V1ConfigMap D => K8s.ConfigMap("settings").WithNamespace("1st").AddData("a", "b");""",
    ];

    [Fact]
    public async Task Build_WritesAFolderForEachNamespaceAndCleanTakesThemAway()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: Properties));
        project.WriteShop(Members);
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal(
            [".Acme.k8ssharpmanifests", "10-namespace-shop.yaml", "Kustomization", "_31_st/30-configmap-settings.yaml", "shop/30-configmap-settings.yaml", "shop/30-secret-db.yaml"],
            Files(project.Manifests));
        Assert.Contains((await project.Build("-v:detailed")).Lines, l => l.StartsWith("Skipping target \"_RunKubernetesManifests\"", StringComparison.Ordinal));

        // A file that someone edits or deletes comes back; one that is the user's stays, and so does its folder.
        File.WriteAllText(Path.Combine(project.Manifests, "shop", "mine.yaml"), "# mine\n");
        File.Delete(Path.Combine(project.Manifests, "_31_st", "30-configmap-settings.yaml"));
        Assert.Empty((await project.Build()).Problems);
        Assert.Contains("_31_st/30-configmap-settings.yaml", Files(project.Manifests));
        project.WriteShop(Members[0]);
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal([".Acme.k8ssharpmanifests", "10-namespace-shop.yaml", "Kustomization", "shop/mine.yaml"], Files(project.Manifests));
        Assert.Equal(["shop"], Directory.GetDirectories(project.Manifests).Select(Path.GetFileName));

        project.WriteShop(Members);
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal(0, (await project.Run("clean", "-v:m", "-tl:off")).ExitCode);
        Assert.Equal(["shop/mine.yaml"], Files(project.Manifests));
        Assert.Equal(["shop"], Directory.GetDirectories(project.Manifests).Select(Path.GetFileName));

        File.Delete(Path.Combine(project.Manifests, "shop", "mine.yaml"));
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal(0, (await project.Run("clean", "-v:m", "-tl:off")).ExitCode);
        Assert.False(Directory.Exists(project.Manifests));
    }

    // What the user has chosen is the user's, wherever it lies.
    [Fact]
    public async Task CleanWithoutTheChosenFolder_LeavesItAlone()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: Properties));
        project.WriteShop(Members);
        Assert.Empty((await project.Build("-p:ManifestOutputPath=bin/Debug/net10.0/manifests/prod")).Problems);

        Assert.Equal(0, (await project.Run("clean", "-v:m", "-tl:off")).ExitCode);

        Assert.Equal(6, Files(Path.Combine(project.Manifests, "prod")).Length);
    }

    [Fact]
    public async Task Comparison_FindsWhatIsNotUpToDateInTheFolders()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: Properties + "<ManifestOutputPath>deploy</ManifestOutputPath>"));
        project.WriteShop(Members);
        Assert.Empty((await project.Build()).Problems);
        Assert.Empty((await project.Build("-p:ManifestVerify=true")).Problems);

        project.WriteShop(Members[0], Members[1].Replace("\"b\"", "\"c\"", StringComparison.Ordinal), Members[3].Replace("1st", "other", StringComparison.Ordinal));
        const string wayOut = ": build without ManifestVerify and commit the result";
        Assert.Equal(
            [
                "deploy/other/30-configmap-settings.yaml(1,1): error K8S908: is missing" + wayOut,
                "deploy/shop/30-configmap-settings.yaml(8,1): error K8S908: has 'a: b' where the code gives 'a: c'" + wayOut,
                "deploy/Kustomization(6,1): error K8S908: has '- _31_st/30-configmap-settings.yaml' where the code gives '- other/30-configmap-settings.yaml'" + wayOut,
                "deploy/.Acme.k8ssharpmanifests(4,1): error K8S908: has '_31_st/30-configmap-settings.yaml' where the code gives 'other/30-configmap-settings.yaml'" + wayOut,
                "deploy/_31_st/30-configmap-settings.yaml(1,1): error K8S908: is stale, since nothing gives it any more" + wayOut,
                "deploy/shop/30-secret-db.yaml(1,1): error K8S908: is stale, since nothing gives it any more" + wayOut,
            ],
            (await project.Build("-p:ManifestVerify=true")).Problems.Select(p => p.Replace('\\', '/')));

        Assert.Empty((await project.Build()).Problems);
        Assert.Empty((await project.Build("-p:ManifestVerify=true")).Problems);
        Assert.Equal([".Acme.k8ssharpmanifests", "10-namespace-shop.yaml", "Kustomization", "other/30-configmap-settings.yaml", "shop/30-configmap-settings.yaml"], Files(Path.Combine(project.Folder, "deploy")));
        Assert.False(Directory.Exists(Path.Combine(project.Folder, "deploy", "_31_st")));

        // From one layout to another and back: what one has made the other takes away.
        Assert.Empty((await project.Build("-p:ManifestLayout=single")).Problems);
        Assert.Equal([".Acme.k8ssharpmanifests", "Kustomization", "manifests.yaml"], Files(Path.Combine(project.Folder, "deploy")));
        Assert.Empty(Directory.GetDirectories(Path.Combine(project.Folder, "deploy")));
    }

    [Theory]
    [InlineData(false, new[] { "10-namespace-shop.yaml", "Kustomization", "_31_st/30-configmap-settings.yaml", "shop/30-configmap-settings.yaml" })]
    [InlineData(true, new[] { "10-namespace-shop.yaml", "Kustomization", "_31_st/30-configmap-settings.yaml", "shop/30-configmap-settings.yaml", "shop/30-secret-db.yaml" })]
    public async Task Publish_KeepsTheFolders(bool withSecrets, string[] files)
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: Properties + $"<OutputType>Exe</OutputType><ManifestPublishSecrets>{withSecrets}</ManifestPublishSecrets>"));
        project.WriteShop(Members);
        project.Write("Program.cs", "System.Console.WriteLine();");

        var result = await project.Run("publish", "-tl:off", "-o", "out");

        Assert.True(result.ExitCode == 0, string.Join('\n', result.Lines));
        var manifests = Path.Combine(project.Folder, "out", "manifests");
        Assert.Equal(files, Files(manifests));
        Assert.Equal(files.Where(f => f != "Kustomization"), File.ReadLines(Path.Combine(manifests, "Kustomization")).Skip(4).Select(l => l[2..]));
    }

    // Applied in this order, a namespace is there before what is in it, even where its name begins with a digit.
    [Fact]
    public async Task Kubectl_ReadsTheFoldersAfterWhatHasNoNamespace()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: Properties));
        project.WriteShop(Members);
        Assert.Empty((await project.Build()).Problems);

        Assert.Equal(
            ["namespace/shop", "configmap/settings", "configmap/settings", "secret/db"],
            (await Kubectl("patch", "--type=json", "-p", "[]", "--local", "-R", "-f", project.Manifests, "-o", "name")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(' ')[0]));
        Assert.Equal(4, (await Kubectl("kustomize", project.Manifests)).Split("apiVersion: ").Length - 1);
    }

    // kubectl is no part of .NET: where it is missing the test is skipped, except in CI, which installs it.
    private static async Task<string> Kubectl(params string[] arguments)
    {
        try
        {
            var (exitCode, output) = await DotNet.Run(DotNet.StartInfo(Path.GetTempPath(), "kubectl", arguments));
            Assert.True(exitCode == 0, output);
            return output;
        }
        catch (Win32Exception)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "kubectl is not installed: see kubernetes.io/docs/tasks/tools");
            throw;
        }
    }

    private static string[] Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
