namespace K8sSharpManifests.Build.Tests;

/// <summary>
/// Starts the host and ends it where it hurts: strace kills it at the n-th call of a kind, or lets that call fail. Whenever that is, each file is wholly
/// old or wholly new, and the next run repairs the rest.
/// </summary>
public sealed class CutOffTests(PackageFixture package)
{
    // Everything that changes a folder.
    private static readonly string[] Calls = ["mkdir", "rename", "unlink", "rmdir", "pwrite64"];

    // One stays, one changes, one goes, one comes.
    private const string Members =
        """
        private static V1ConfigMap Map(string name, string value) => K8s.ConfigMap(name).WithNamespace(name).AddData("value", value);
        [Manifest] public static V1ConfigMap Stays => Map("stays", "same");
        [Manifest] public static V1ConfigMap Changes(ManifestContext c) => Map("changes", string.Concat(Enumerable.Repeat(c.Environment + "\n", 2000)));
        [Manifest] public static IEnumerable<V1ConfigMap> Goes(ManifestContext c) => c.Environment == "old" ? [Map("goes", "old")] : [];
        [Manifest] public static IEnumerable<V1ConfigMap> Comes(ManifestContext c) => c.Environment == "new" ? [Map("comes", "new")] : [];
        """;

    [Theory]
    [InlineData("objects")]
    [InlineData("single")]
    [InlineData("namespaces")]
    public async Task RunKilledAnywhere_LeavesWholeFilesAndTheNextRunRepairsTheRest(string layout)
    {
        var run = await Prepare(layout);
        var old = await Emitted(run, "old");
        var @new = await Emitted(run, "new");
        Assert.NotEqual(old, @new);

        var kills = 0;
        foreach (var call in Calls)
        {
            for (var n = 1; ; n++)
            {
                Reset(run, old);
                var isKilled = await run.Traced("new", [], $"{call}:signal=KILL:when={n}") != 0;
                AssertWhole(run, old, @new);
                kills += isKilled ? 1 : 0;

                Assert.Equal(0, await run.Plain("new"));
                Assert.Equal(@new.Append(Mine).OrderBy(f => f.Name, StringComparer.Ordinal), Read(run.Output));
                Assert.Equal(layout == "namespaces" ? ["changes", "comes", "stays"] : [], Directory.GetDirectories(run.Output).Select(Path.GetFileName).Order());
                if (!isKilled)
                {
                    break;
                }
            }
        }

        // The folder for what is new, the lists and files in their places, the stale one away, and all the writing before.
        Assert.True(kills >= layout switch { "namespaces" => 23, "objects" => 20, _ => 14 }, $"The run was killed at {kills} calls only.");
    }

    [Fact]
    public async Task DiskFull_ChangesNothingAndSaysSo()
    {
        var run = await Prepare("objects");
        var old = await Emitted(run, "old");
        Reset(run, old);

        // The first files that are new have room, the next one has not.
        Assert.Equal(0, await run.Traced("new", ["-P", Path.Combine(run.Output, ".k8ssharpmanifests.tmp", "2")], "pwrite64:error=ENOSPC"));

        Assert.Equal(old.Append(Mine).OrderBy(f => f.Name, StringComparer.Ordinal), Read(run.Output));
        Assert.Empty(Directory.GetDirectories(run.Output));
        Assert.Contains("error K8S907: cannot write the manifests to", await File.ReadAllTextAsync(run.Messages, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(File.Exists(run.Result));
    }

    private static (string Name, string) Mine => ("mine.yaml", "# mine\n");

    private async Task<HostProcess> Prepare(string layout)
    {
        await HostProcess.SkipWithoutTracer();
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(Members);
        Assert.Equal(0, (await project.Build($"-p:ManifestLayout={layout}")).ExitCode);
        return new(project);
    }

    private static async Task<List<(string Name, string Text)>> Emitted(HostProcess run, string environment)
    {
        Reset(run, []);
        Assert.Equal(0, await run.Plain(environment));
        return [.. Read(run.Output).Where(f => f != Mine)];
    }

    private static void Reset(HostProcess run, List<(string Name, string Text)> files)
    {
        if (Directory.Exists(run.Output))
        {
            Directory.Delete(run.Output, recursive: true);
        }

        Directory.CreateDirectory(run.Output);
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(run.Output, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        File.WriteAllText(Path.Combine(run.Output, Mine.Name), Mine.Item2);
    }

    private static void AssertWhole(HostProcess run, List<(string, string)> old, List<(string, string)> @new)
    {
        var files = Read(run.Output);
        var list = files.Single(f => f.Name == ".Acme.k8ssharpmanifests").Text.Split('\n');
        foreach (var file in files.Where(f => f.Name != ".Acme.k8ssharpmanifests" && f != Mine))
        {
            Assert.True(old.Contains(file) || @new.Contains(file), $"{file.Name} is neither old nor new.");
            Assert.Contains(file.Name, list);
        }

        Assert.Contains(Mine, files);
    }

    private static List<(string Name, string Text)> Read(string folder) =>
    [
        .. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains(".k8ssharpmanifests.tmp", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(folder, f), File.ReadAllText(f)))
            .OrderBy(f => f.Item1, StringComparer.Ordinal),
    ];
}
