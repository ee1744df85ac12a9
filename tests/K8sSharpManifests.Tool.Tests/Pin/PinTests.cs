using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Tests.Registry;

namespace K8sSharpManifests.Tool.Tests.Pin;

public sealed class PinTests
{
    private const string Lock = "images.lock.json";

    [Fact]
    public async Task Tags_AreKeptWithTheirDigests()
    {
        await using var registry = await TestRegistry.Start();
        using var folder = new LintFolder().Write("a.yaml", $"{LintFolder.Pod($"{registry.Host}/web:2")}---\n{LintFolder.Pod($"{registry.Host}/db")}").Write("sub/b.yaml", LintFolder.Pod($"{registry.Host}/web:2"));
        var (web, db) = (registry.Put("web", "2", "web"), registry.Put("db", "latest", "db"));

        var ran = folder.Run("pin", ".");

        Assert.Equal(
            new Ran(0, $"added    {registry.Host}/db:latest  {db}\nadded    {registry.Host}/web:2  {web}\n{Lock}: 2 images (2 added).\n", ""), ran);
        Assert.Equal(
            $$"""
            {
              "version": 1,
              "images": {
                "{{registry.Host}}/db:latest": "{{db}}",
                "{{registry.Host}}/web:2": "{{web}}"
              }
            }

            """, Read(folder));
        Assert.Equal(new Ran(0, $"{Lock}: 2 images, nothing changed.\n", ""), folder.Run("pin", "."));
        Assert.Equal(new Ran(0, $"{Lock} is up to date: 2 images.\n", ""), folder.Run("pin", ".", "--check"));
    }

    [Fact]
    public async Task Check_SaysWhatIsOutOfDateAndWritesNothing()
    {
        await using var registry = await TestRegistry.Start();
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1")).Write("b.yaml", LintFolder.Pod($"{registry.Host}/b:1"));
        var (a, b) = (registry.Put("a", "1", "a"), registry.Put("b", "1", "b"));
        folder.Run("pin", ".");
        var before = Read(folder);
        folder.Write("b.yaml", LintFolder.Pod($"{registry.Host}/b:2"));
        var (newA, newB) = (registry.Put("a", "1", "other"), registry.Put("b", "2", "b2"));

        Assert.Equal(
            new Ran(
                1,
                $"changed  {registry.Host}/a:1  {a} → {newA}\nunused   {registry.Host}/b:1\nmissing  {registry.Host}/b:2  {newB}\n"
                + $"{Lock} is out of date: 1 missing, 1 changed, 1 unused. Run 'k8ssharp pin' without --check.\n",
                ""),
            folder.Run("pin", ".", "--check"));
        Assert.Equal(before, Read(folder));

        Assert.Equal(0, folder.Run("pin", ".").ExitCode);
        Assert.Equal([$"{registry.Host}/a:1", $"{registry.Host}/b:2"], ImageLock.Parse(Read(folder), out _)!.Images);
        Assert.NotEqual(b, newB);
    }

    [Fact]
    public async Task Update_AsksForWhatIsNamedAlone()
    {
        await using var registry = await TestRegistry.Start();
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1")).Write("b.yaml", LintFolder.Pod($"{registry.Host}/b:1")).Write("c.yaml", LintFolder.Pod($"{registry.Host}/a:2"));
        foreach (var (repository, tag) in new[] { ("a", "1"), ("a", "2"), ("b", "1") })
        {
            registry.Put(repository, tag, "old");
        }

        folder.Run("pin", ".");
        var before = ImageLock.Parse(Read(folder), out _)!;
        var after = new[] { ("a", "1"), ("a", "2"), ("b", "1"), ("d", "1") }.Select(image => registry.Put(image.Item1, image.Item2, "new")).Distinct().Single();
        registry.Requests.Clear();
        File.Delete(Path.Combine(folder.FullPath, "c.yaml"));
        folder.Write("d.yaml", LintFolder.Pod($"{registry.Host}/d:1"));

        var ran = folder.Run("pin", ".", "--update", $"{registry.Host}/a");

        // What nobody named is as it was, also what nothing uses; and what has no entry is told.
        Assert.Equal(1, ran.ExitCode);
        Assert.EndsWith($"missing  {registry.Host}/d:1\n{Lock}: 3 images (1 changed, 1 missing). Run 'k8ssharp pin' without --update for what is missing.\n", ran.Output, StringComparison.Ordinal);
        var now = ImageLock.Parse(Read(folder), out _)!;
        Assert.Equal(before.Images, now.Images);
        Assert.Equal([after, before.Digest($"{registry.Host}/a:2"), before.Digest($"{registry.Host}/b:1")], now.Images.Select(image => now.Digest(image)));
        Assert.All(registry.Requests.Where(r => r.Contains("/manifests/", StringComparison.Ordinal)), request => Assert.StartsWith("HEAD /v2/a/manifests/1", request, StringComparison.Ordinal));

        Assert.Equal(
            new Ran(2, "", $"k8ssharp: --update: no image of the manifests that the lock is for is called '{registry.Host}/bb': did you mean {registry.Host}/b?\n"),
            folder.Run("pin", ".", "--update", $"{registry.Host}/bb"));
    }

    [Fact]
    public async Task ImageThatFails_KeepsItsEntry()
    {
        await using var registry = await TestRegistry.Start();
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1")).Write("b.yaml", LintFolder.Pod($"{registry.Host}/b:1"));
        var (a, b) = (registry.Put("a", "1", "a"), registry.Put("b", "1", "b"));
        folder.Run("pin", ".");
        folder.Write("c.yaml", LintFolder.Pod($"{registry.Host}/c:1"));
        var newA = registry.Put("a", "1", "new");
        registry.Instead = context =>
        {
            var isB = context.Request.Path.Value!.Contains("/b/", StringComparison.Ordinal);
            context.Response.StatusCode = isB ? 403 : context.Response.StatusCode;
            return Task.FromResult(isB);
        };

        Assert.Equal(
            new Ran(
                1,
                $"changed  {registry.Host}/a:1  {a} → {newA}\n{Lock}: 2 images (1 changed, 2 failed). What failed is as it was before.\n",
                $"k8ssharp: {registry.Host}/b:1: {registry.Host} wants credentials for it, or has no such repository (b.yaml:6, Pod 'web')\n"
                + $"k8ssharp: {registry.Host}/c:1: {registry.Host} has no 'c' with the tag '1' (c.yaml:6, Pod 'web')\n"),
            folder.Run("pin", "."));
        var now = ImageLock.Parse(Read(folder), out _)!;
        Assert.Equal([$"{registry.Host}/a:1={newA}", $"{registry.Host}/b:1={b}"], now.Images.Select(image => $"{image}={now.Digest(image)}"));
        Assert.Equal(1, folder.Run("pin", ".", "--check").ExitCode);
    }

    [Fact]
    public void WhereNothingIsKnown_NoLockIsBegun()
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("registry.invalid/a:1"));
        Assert.Equal(
            new Ran(1, $"{Lock}: 0 images (1 failed). What failed is as it was before.\n", "k8ssharp: registry.invalid/a:1: the name 'registry.invalid' has no address (a.yaml:6, Pod 'web')\n"), folder.Run("pin", "."));
        Assert.False(File.Exists(Path.Combine(folder.FullPath, Lock)));
    }

    [Fact]
    public async Task WhatNeedsNoEntry_IsNotAskedFor()
    {
        await using var registry = await TestRegistry.Start();
        var digest = "sha256:" + new string('a', 64);
        using var folder = new LintFolder()
            .Write(".editorconfig", $"root = true\n[*.yaml]\nk8s_unlocked_images = {registry.Host}/own/*\n")
            .Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1@{digest}"))
            .Write("b.yaml", LintFolder.Pod($"{registry.Host}/b:1", "    imagePullPolicy: Never\n"))
            .Write("c.yaml", LintFolder.Pod($"{registry.Host}/own/c:1"));
        Assert.Equal(new Ran(0, $"{Lock}: 0 images, nothing changed.\n", ""), folder.Run("pin", "."));
        Assert.Empty(registry.Requests);
        Assert.Equal("{\n  \"version\": 1,\n  \"images\": {}\n}\n", Read(folder));
    }

    [Fact]
    public async Task Json_HasALineForEachImage()
    {
        await using var registry = await TestRegistry.Start();
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1")).Write("b.yaml", LintFolder.Pod($"{registry.Host}/b:1"));
        var a = registry.Put("a", "1");
        Assert.Equal(
            new Ran(
                1,
                $$"""
                {"image":"{{registry.Host}}/a:1","change":"added","digest":"{{a}}","previous":null}
                {"image":"{{registry.Host}}/b:1","change":"failed","digest":null,"previous":null,"reason":"NotFound","message":"{{registry.Host}} has no 'b' with the tag '1'","place":"b.yaml:6, Pod 'web'"}

                """, ""),
            folder.Run("pin", ".", "--format", "json"));
    }

    [Fact]
    public async Task Quiet_SaysOnlyWhatIsWrong()
    {
        await using var registry = await TestRegistry.Start();
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1"));
        Assert.Equal(new Ran(1, "", $"k8ssharp: {registry.Host}/a:1: {registry.Host} has no 'a' with the tag '1' (a.yaml:6, Pod 'web')\n"), folder.Run("pin", ".", "-q"));
        registry.Put("a", "1");
        Assert.Equal(new Ran(0, "", ""), folder.Run("pin", ".", "-q"));
        Assert.Equal(new Ran(0, "", "k8ssharp: read 1 object with 1 image for the lock; 1 of them asked for.\n"), folder.Run("pin", ".", "-q", "-v"));
    }

    [Theory]
    [InlineData("{", "images.lock.json:1: this is no JSON")]
    [InlineData("{\n<<<<<<< HEAD\n", "images.lock.json:2: it holds both sides of a merge")]
    public void LockThatCannotBeRead_StaysAsItIs(string text, string message)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("registry.invalid/a:1")).Write(Lock, text);
        var ran = folder.Run("pin", "a.yaml");
        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith($"k8ssharp: {message}", ran.Error, StringComparison.Ordinal);
        Assert.Equal(text, Read(folder));
    }

    [Theory]
    [InlineData("a: [", "a.yaml:2:1: K8S915: ")]
    [InlineData("image: {{ .Values.image }}", "a.yaml:1:8: K8S916: ")]
    public void ManifestThatCannotBeRead_CannotRun(string text, string message)
    {
        using var folder = new LintFolder().Write("a.yaml", text);
        var ran = folder.Run("pin", "a.yaml");
        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith($"k8ssharp: {message}", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pin a.yaml --project x", "PATH and --project exclude each other: a project's manifests are those that it gives.")]
    [InlineData("pin a.yaml --check --update x", "--check and --update exclude each other: a check looks at all images.")]
    [InlineData("pin a.yaml --environment prod", "--environment is for a project, and PATH names YAML.")]
    [InlineData("pin a.yaml --timeout 0", "--timeout: '0' is no number of seconds from 1 to 3600.")]
    [InlineData("pin a.yaml --chek", "There is no option '--chek': did you mean --check? A path that begins so is written ./--chek")]
    public void WrongLine_CannotRun(string line, string message)
    {
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod("web:1"));
        Assert.Equal(new Ran(2, "", $"k8ssharp: {message}\nk8ssharp: 'k8ssharp pin --help' tells more.\n"), folder.Run(line.Split(' ')));
    }

    [Fact]
    public void FolderWithoutAProject_CannotRun()
    {
        using var folder = new LintFolder();
        Assert.Equal(new Ran(2, "", "k8ssharp: there is no project in '.': name it by --project, or name files or folders with YAML.\n"), folder.Run("pin"));
    }

    [Fact]
    public async Task Interruption_WritesNothing()
    {
        await using var registry = await TestRegistry.Start();
        using var folder = new LintFolder().Write("a.yaml", LintFolder.Pod($"{registry.Host}/a:1")).Write("b.yaml", LintFolder.Pod($"{registry.Host}/b:1"));
        registry.Put("a", "1");
        using var interrupted = new CancellationTokenSource();
        registry.Instead = async context =>
        {
            if (context.Request.Path.Value!.Contains("/b/", StringComparison.Ordinal))
            {
                await interrupted.CancelAsync();
                context.Abort();
                return true;
            }

            return false;
        };
        Assert.Equal(new Ran(130, "", "k8ssharp: cancelled.\n"), folder.Run(interrupted.Token, "pin", "."));
        Assert.False(File.Exists(Path.Combine(folder.FullPath, Lock)));
    }

    // 500 images, as they are asked for by the command: sorted, with the tokens of each repository.
    [Fact]
    public async Task ManyImages_TakeLittleTimeAndFewConnections()
    {
        await using var registry = await TestRegistry.Start();
        (registry.Auth, registry.IsPublic) = (TestAuth.Token, true);
        using var folder = new LintFolder();
        var text = new StringBuilder();
        for (var i = 0; i < 500; i++)
        {
            registry.Put($"app{i}", "1", $"{i}");
            text.Append(LintFolder.Pod($"{registry.Host}/app{i}:1")).Append("---\n");
        }

        folder.Write("a.yaml", text.ToString());
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.EndsWith($"{Lock}: 500 images (500 added).\n", folder.Run("pin", "a.yaml").Output, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        Assert.InRange(registry.MostConnections, 1, 16);
    }

    [Fact]
    public async Task RealRegistry_GivesTheDigestsThatWerePushed()
    {
        using var registry = await DebianRegistry.Start();
        using var folder = new LintFolder();
        var lines = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            lines.Add($"    \"{registry.Host}/acme/app{i}:1.{i}\": \"{await registry.Push($"acme/app{i}", $"1.{i}", $"{i}", isIndex: i % 2 == 0)}\"");
            folder.Write($"{i}.yaml", LintFolder.Pod($"{registry.Host}/acme/app{i}:1.{i}"));
        }

        Assert.Equal(0, folder.Run("pin", ".").ExitCode);
        Assert.Equal($"{{\n  \"version\": 1,\n  \"images\": {{\n{string.Join(",\n", lines)}\n  }}\n}}\n", Read(folder));
        await registry.Push("acme/app1", "1.1", "changed");
        Assert.Contains("1 changed", folder.Run("pin", ".", "--check").Output, StringComparison.Ordinal);
    }

    private static string Read(LintFolder folder) => File.ReadAllText(Path.Combine(folder.FullPath, Lock));
}
