using System.Text.RegularExpressions;
using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Build.Tests;

/// <summary>The README of examples/Shop, as written: from a clone to what kubectl is given, against a real registry. It builds the whole repository once more, so that it runs in CI alone.</summary>
public sealed partial class ShopExampleTests
{
    private const string Address = "https://github.com/K8sSharpManifests/K8sSharpManifests";

    [Fact]
    public async Task Readme_GoesFromACloneToAClusterByItsCommands()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "It builds the repository once more: set CI=true.");
        using var registry = await DebianRegistry.Start();
        await registry.Push("base", "1", "base");
        var folder = Directory.CreateTempSubdirectory("k8s-shop");
        try
        {
            var applied = Path.Combine(folder.FullName, "applied.yaml");
            var (exitCode, output) = await Run(folder.FullName, registry, Commands(), applied);

            Assert.True(exitCode == 0, output);
            var api = $"{registry.Host}/acme/shop-api:1.4.3@{await registry.Digest("acme/shop-api", "1.4.3")}";
            var worker = $"{registry.Host}/acme/shop-worker:1.4.3@{await registry.Digest("acme/shop-worker", "1.4.3")}";

            // As kubectl has them, and as grep shows them.
            Assert.Equal([api, api, worker], Image().Matches(await File.ReadAllTextAsync(applied, TestContext.Current.CancellationToken)).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal));
            Assert.Contains($"image: {worker}\n", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Commands()
    {
        var readme = File.ReadAllText(Path.Combine(PackageFixture.Repository, "examples", "Shop", "README.md")).ReplaceLineEndings("\n");
        var commands = readme.Split("```console\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(commands, command => Assert.StartsWith("$ ", command, StringComparison.Ordinal));
        return string.Join("\n", commands.Select(command => command[2..]));
    }

    // Here there is neither that registry nor a cluster: git clones this repository, the registry is one of this machine, and kubectl only puts together what it would apply.
    private static async Task<(int ExitCode, string Output)> Run(string folder, DebianRegistry registry, string commands, string applied)
    {
        var kubectl = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(path => Path.Combine(path, "kubectl")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(kubectl is null, "There is no kubectl on this machine.");
        var script = Path.Combine(folder, "readme.sh");
        await File.WriteAllTextAsync(
            script,
            $$"""
            set -e
            kubectl() {
                [ "$1 $2" = "apply -k" ] || { echo "kubectl $* is not known here."; return 1; }
                "{{kubectl}}" kustomize "$3" > "{{applied}}"
            }
            {{commands.Replace("registry.example.com", registry.Host, StringComparison.Ordinal)}}

            """,
            TestContext.Current.CancellationToken);
        var start = DotNet.StartInfo(folder, "bash", script);
        foreach (var (name, value) in new[]
        {
            ("GIT_CONFIG_COUNT", "2"), ("GIT_CONFIG_KEY_0", $"url.{PackageFixture.Repository}.insteadOf"), ("GIT_CONFIG_VALUE_0", Address), ("GIT_CONFIG_KEY_1", "safe.directory"), ("GIT_CONFIG_VALUE_1", "*"),
            ("ContainerBaseImage", $"{registry.Host}/base:1"), ("DOTNET_NOLOGO", "1"), ("CI", ""), ("MSBUILDTERMINALLOGGER", "off"),
        })
        {
            start.Environment[name] = value;
        }

        return await DotNet.Run(start);
    }

    [GeneratedRegex("image: ([^ \n]+)")]
    private static partial Regex Image();
}
