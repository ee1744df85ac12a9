namespace K8sSharpManifests.Build.Tests;

/// <summary>Manifests in a folder that is committed: read by people, compared in CI, found again by a fresh clone.</summary>
public sealed class CommittedOutputTests(PackageFixture package)
{
    private const string WayOut = ": build without ManifestVerify and commit the result";

    private static readonly string TwoPods = UserProject.PodMember + "\n" + UserProject.PodMember.Replace("P =>", "Q =>", StringComparison.Ordinal).Replace("\"p\"", "\"q\"", StringComparison.Ordinal);

    [Fact]
    public async Task StaleOutput_FailsTheComparisonWhichWritesNothing()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestOutputPath>deploy</ManifestOutputPath>"));
        var deploy = Path.Combine(project.Folder, "deploy");
        project.WriteShop(TwoPods);

        // Nothing to compare with, and the comparison does not make it.
        var first = await project.Build("-p:ManifestVerify=true");
        Assert.Equal(
            [$"Acme.csproj : error K8S908: there are no manifests to compare with in 'deploy{Path.DirectorySeparatorChar}'{WayOut}; ManifestOutputPath says where they go"],
            first.Problems);
        Assert.Equal((1, false), (first.ExitCode, Directory.Exists(deploy)));

        Assert.Equal(0, (await project.Build()).ExitCode);
        var good = UserProject.Emitted(deploy);
        var upToDate = await project.Build("-p:ManifestVerify=true");
        Assert.Equal((0, "Acme: 2 manifests: deploy is up to date"), (upToDate.ExitCode, upToDate.Lines[^1]));

        // One changes, one goes, one comes; and someone edits by hand.
        project.WriteShop(TwoPods.Replace("1.27", "1.28", StringComparison.Ordinal).Replace("\"q\"", "\"r\"", StringComparison.Ordinal));
        var stale = await project.Build("-p:ManifestVerify=true");
        Assert.Equal(
            [
                "deploy/60-pod-p.yaml(9,1): error K8S908: has 'image: nginx:1.27' where the code gives 'image: nginx:1.28'" + WayOut,
                "deploy/60-pod-r.yaml(1,1): error K8S908: is missing" + WayOut,
                "deploy/Kustomization(6,1): error K8S908: has '- 60-pod-q.yaml' where the code gives '- 60-pod-r.yaml'" + WayOut,
                "deploy/.Acme.k8ssharpmanifests(3,1): error K8S908: has '60-pod-q.yaml' where the code gives '60-pod-r.yaml'" + WayOut,
                "deploy/60-pod-q.yaml(1,1): error K8S908: is stale, since nothing gives it any more" + WayOut,
            ],
            stale.Problems.Select(p => p.Replace('\\', '/')));
        Assert.Equal((1, good), (stale.ExitCode, UserProject.Emitted(deploy)));

        // The comparison says so again and again, and does not keep the next build from its work.
        Assert.Equal(stale.Problems, (await project.Build("-p:ManifestVerify=true")).Problems);
        Assert.Equal(0, (await project.Build()).ExitCode);
        Assert.Equal(good.Replace("1.27", "1.28", StringComparison.Ordinal).Replace("60-pod-q", "60-pod-r", StringComparison.Ordinal).Replace("name: q", "name: r", StringComparison.Ordinal), UserProject.Emitted(deploy));
        Assert.Equal(0, (await project.Build("-p:ManifestVerify=true")).ExitCode);
    }

    // A build that was to compare, and writes, is the worst that a misspelled switch can do.
    [Fact]
    public async Task SwitchThatIsNeitherOnNorOff_IsAnErrorAndWritesNothing()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(TwoPods);
        Assert.Equal(["Acme.csproj : error K8S907: ManifestVerify is 'yes', which is neither true nor false"], (await project.Build("-p:ManifestVerify=yes")).Problems);
        Assert.False(Directory.Exists(project.Manifests));

        foreach (var (name, value) in new[] { ("ManifestVerify", "1"), ("ManifestVerify", " true"), ("ManifestHeader", "no"), ("ManifestPublish", "0"), ("ManifestPublishSecrets", "on"), ("ManifestPublishRuntime", "x"), ("ManifestImplicitUsings", "disable") })
        {
            var result = await project.Run("msbuild", "-t:_CheckManifestProperties", $"-p:{name}={value}");
            Assert.Equal([$"Acme.csproj : error K8S907: {name} is '{value}', which is neither true nor false"], result.Problems.Select(p => p.Replace(project.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));
        }

        Assert.Empty((await project.Run("msbuild", "-t:_CheckManifestProperties", "-p:ManifestVerify=True", "-p:ManifestHeader=FALSE")).Problems);
    }

    [Fact]
    public async Task FreshClone_KnowsWhichFilesAreOurs()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestOutputPath>deploy</ManifestOutputPath>"));
        var deploy = Path.Combine(project.Folder, "deploy");
        project.WriteShop(TwoPods);
        Assert.Equal(0, (await project.Build()).ExitCode);
        File.WriteAllText(Path.Combine(deploy, "own.yaml"), "# mine\n");

        // A build of the clone deletes what its sources no longer give.
        Clone(project);
        project.WriteShop(UserProject.PodMember);
        Assert.Equal(0, (await project.Run("build", "-v:m", "-tl:off")).ExitCode);
        Assert.Equal([".Acme.k8ssharpmanifests", "60-pod-p.yaml", "Kustomization", "own.yaml"], Names(deploy));

        // Another layout is other files.
        Assert.Equal(0, (await project.Build("-p:ManifestLayout=single")).ExitCode);
        Assert.Equal([".Acme.k8ssharpmanifests", "Kustomization", "manifests.yaml", "own.yaml"], Names(deploy));

    }

    // What the user has chosen a folder for is the user's. A comparison that first deleted what it compares with could never succeed.
    [Fact]
    public async Task CleanAndRebuild_LeaveTheFolderAlone()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestOutputPath>deploy</ManifestOutputPath>"));
        var deploy = Path.Combine(project.Folder, "deploy");
        project.WriteShop(TwoPods);
        Assert.Empty((await project.Build()).Problems);
        var good = UserProject.Emitted(deploy);

        Assert.Equal(0, (await project.Run("clean", "-v:m", "-tl:off")).ExitCode);
        Assert.Equal(good, UserProject.Emitted(deploy));
        Assert.Empty((await project.Build("--no-incremental", "-p:ManifestVerify=true")).Problems);
        Assert.Empty((await project.Build("-t:Rebuild", "-p:ManifestVerify=true")).Problems);
        Assert.Empty((await project.Build("-t:Rebuild")).Problems);
        Assert.Equal(good, UserProject.Emitted(deploy));
    }

    [Fact]
    public async Task ComparisonInTheOutputFolder_DeletesNothing()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(TwoPods);
        Assert.Empty((await project.Build()).Problems);

        Assert.Empty((await project.Build("--no-incremental", "-p:ManifestVerify=true")).Problems);
    }

    // What was written is known until it is cleaned, whatever was built since.
    [Theory]
    [InlineData("-p:ManifestVerify=true")]
    [InlineData("-p:ManifestVerify=true", "--no-incremental")]
    [InlineData("-p:ManifestEmit=false")]
    public async Task CleanAfterABuildThatWritesNothing_DeletesWhatWasWritten(params string[] build)
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(TwoPods);
        Assert.Empty((await project.Build()).Problems);
        var good = project.Emitted();

        Assert.Empty((await project.Build(build)).Problems);
        Assert.Equal(good, project.Emitted());
        Assert.Equal(0, (await project.Run("clean", "-v:m", "-tl:off")).ExitCode);

        Assert.False(Directory.Exists(project.Manifests));
        Assert.Empty(Directory.GetFiles(Path.Combine(project.Folder, "obj", "Debug", "net10.0"), "k8s.*"));
    }

    [Fact]
    public async Task SolutionWithOneFolder_HoldsTheManifestsOfAllProjects()
    {
        var first = package.NewProject(UserProject.ProjectFile(properties: "<ManifestOutputPath>$(MSBuildThisFileDirectory)deploy</ManifestOutputPath>"));
        var deploy = Path.Combine(first.Folder, "deploy");
        var second = package.NewProject(UserProject.ProjectFile(properties: $"<ManifestOutputPath>{deploy}</ManifestOutputPath>"));
        first.WriteShop(TwoPods);
        second.WriteShop(UserProject.PodMember.Replace("\"p\"", "\"r\"", StringComparison.Ordinal));
        Assert.Empty((await Task.WhenAll(first.Build(), second.Build())).SelectMany(r => r.Problems));

        Assert.Equal(["60-pod-p.yaml", "60-pod-q.yaml", "60-pod-r.yaml"], Directory.GetFiles(deploy, "*.yaml").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(["- 60-pod-p.yaml", "- 60-pod-q.yaml", "- 60-pod-r.yaml"], File.ReadLines(Path.Combine(deploy, "Kustomization")).Skip(4));
        Assert.Empty((await first.Build("-p:ManifestVerify=true")).Problems);
        Assert.Empty((await second.Build("-p:ManifestVerify=true")).Problems);

        // Both would write one file: neither's is lost.
        second.WriteShop(UserProject.PodMember);
        Assert.Contains("error K8S907: '60-pod-p.yaml' would be written by two projects", Assert.Single((await second.Build()).Problems), StringComparison.Ordinal);
        Assert.Equal(3, Directory.GetFiles(deploy, "*.yaml").Length);
    }

    // One folder for each environment is how many keep them.
    [Fact]
    public async Task OtherEnvironmentsOutput_StaysWhenOneIsBuilt()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestOutputPath>bin/Debug/net10.0/$(ManifestEnvironment)</ManifestOutputPath>"));
        project.WriteShop("""[Manifest] public static V1Namespace N(ManifestContext c) => new() { Metadata = new() { Name = c.Environment } };""");
        var output = Path.GetDirectoryName(project.Manifests)!;

        foreach (var environment in new[] { "prod", "dev", "prod" })
        {
            Assert.Equal(0, (await project.Build($"-p:ManifestEnvironment={environment}")).ExitCode);
        }

        Assert.Equal(["10-namespace-dev.yaml"], Directory.GetFiles(Path.Combine(output, "dev"), "*.yaml").Select(Path.GetFileName));
        Assert.Equal(["10-namespace-prod.yaml"], Directory.GetFiles(Path.Combine(output, "prod"), "*.yaml").Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("ManifestLayout", "flat", "which is none of objects (a file an object), namespaces (the same in a folder a namespace) and single (one file)")]
    [InlineData("ManifestEmit", "constants", "which is none of true (run the members), static (emit what was proved, and run nothing) and false (emit nothing)")]
    public async Task UnknownValueOfAProperty_IsAnErrorThatNamesTheValues(string property, string value, string reason)
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: $"<{property}>{value}</{property}>"));
        project.WriteShop(UserProject.PodMember);

        Assert.Equal(
            [$"Acme.csproj : error K8S907: {property} is '{value}', {reason}"],
            (await project.Build()).Problems.Select(p => p.Replace("Acme.csproj(", "(", StringComparison.Ordinal)));
    }

    // What differs from machine to machine must not show in what is committed.
    [Fact]
    public async Task OtherCultureTimeZoneAndFolder_GiveTheSameBytes()
    {
        string[] members =
        [
            """[Manifest] public static V1Lease L => new() { Metadata = new() { Name = "l" }, Spec = new() { RenewTime = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), LeaseDurationSeconds = 5 } };""",
            """[Manifest] public static V1ConfigMap C => K8s.ConfigMap("c").AddData("number", $"{1234.5}").AddData("date", $"{new DateTime(2026, 1, 2):d}").AddData("upper", "i".ToUpper());""",
            """[Manifest] public static IEnumerable<V1Namespace> Sorted => new[] { "b", "a-b", "ab", "a" }.Order(StringComparer.Ordinal).Select(n => K8s.Namespace(n));""",
        ];
        var emitted = new List<string>();
        foreach (var (culture, timeZone) in new[] { ("en_US.UTF-8", "UTC"), ("tr_TR.UTF-8", "Asia/Kolkata") })
        {
            var project = package.NewProject(UserProject.ProjectFile());
            project.Variables["LC_ALL"] = culture;
            project.Variables["TZ"] = timeZone;
            project.WriteShop(members);
            Assert.Empty((await project.Build()).Problems);
            emitted.Add(UserProject.Emitted(project.Manifests));
        }

        Assert.Equal(emitted[0], emitted[1]);
        Assert.Contains("number: \"1234.5\"", emitted[0], StringComparison.Ordinal);
    }

    private static void Clone(UserProject project)
    {
        Directory.Delete(Path.Combine(project.Folder, "obj"), recursive: true);
        Directory.Delete(Path.Combine(project.Folder, "bin"), recursive: true);
    }

    private static IEnumerable<string?> Names(string folder) => Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
