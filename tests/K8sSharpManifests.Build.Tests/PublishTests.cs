namespace K8sSharpManifests.Build.Tests;

/// <summary>Published applications start, and carry the library where they need it.</summary>
public sealed class PublishTests(PackageFixture package)
{
    private const string Iterator = """[Manifest] public static IEnumerable<V1Service> All() { yield return K8s.Service("a").AddPort(80); }""";
    private const string ScansTypes = "System.Console.WriteLine(typeof(Acme.Shop).Assembly.GetTypes().Length > 0 && typeof(System.Version).GetProperties().Length > 0 && typeof(Settings).GetFields().Length == 0); class Settings { public int Port { get; set; } }";

    // All that manifests are commonly made of. The application never asks for it.
    private static readonly string[] Harmless =
    [
        UserProject.PodMember,
        """[Manifest] public static readonly V1Pod Q = K8s.Pod("q").AddContainer("c", "nginx:1.27", c => c.AddPort(80));""",
        """[Manifest] public static V1ConfigMap C { get; set; } = K8s.ConfigMap("c");""",
        """public record Endpoint(string Name, V1Probe? Probe);""",
        """private static readonly List<Endpoint> Endpoints = [new("x", null)];""",
        """[Manifest] public static V1Pod[] More => [.. Endpoints.Select(e => K8s.Pod(e.Name).AddContainer("c", "nginx:1.27", c => e.Probe is null ? c : c.WithLivenessProbe(e.Probe)))];""",
        """private sealed class Own { public V1Pod Pod => K8s.Pod("own").AddContainer("c", "nginx:1.27"); }""",
        """[Manifest] public static V1Pod O => new Own().Pod;""",
    ];

    [Fact]
    public async Task ManifestsThatNobodyElseNeeds_AreLeftBehind()
    {
        var (published, lines) = await Publish(Harmless, ScansTypes);

        Assert.DoesNotContain(lines, l => l.Contains("is published with", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(published, "KubernetesClient.dll")));
        Assert.Equal("True", await Output("dotnet", Path.Combine(published, "Acme.dll")));
    }

    [Theory]
    [InlineData(Iterator, "the type Acme.Shop.All needs k8s.Models.V1Service")]
    [InlineData("private static readonly (string, V1Container?) Pair = (\"\", null); [Manifest] public static V1Pod P => K8s.Pod(Pair.Item1 + \"p\").AddContainer(\"c\", \"nginx:1.27\");", "the type Acme.Shop needs k8s.Models.V1Container")]
    [InlineData("public class Base<T> { } public class Derived : Base<V1Pod> { }", "the type Acme.Shop.Derived needs k8s.Models.V1Pod")]
    [InlineData("public interface IMake<T> { T Make(); } public class Maker : IMake<V1Pod> { public V1Pod Make() => K8s.Pod(\"m\"); }", "the type Acme.Shop.Maker needs k8s.Models.V1Pod")]
    [InlineData("public class Of<T> where T : k8s.IKubernetesObject { }", "the type Acme.Shop.Of`1 needs k8s.IKubernetesObject")]
    public async Task TypeThatCannotBeLoadedWithoutTheLibrary_BringsIt(string member, string reason)
    {
        var (published, lines) = await Publish([member], ScansTypes);

        Assert.Contains(lines, l => l == $"Acme is published with K8sSharpManifests and what that needs, since {reason}: ManifestPublishRuntime=false leaves them out nevertheless");
        Assert.Equal("True", await Output("dotnet", Path.Combine(published, "Acme.dll")));
    }

    [Theory]
    [InlineData("System.Console.WriteLine(k8s.KubernetesYaml.Serialize(new { a = 1 }).Trim() == \"a: 1\");", "Program.Main, which no manifest calls, uses k8s.KubernetesYaml")]
    [InlineData("System.Console.WriteLine(Acme.Shop.P.Metadata.Name == \"p\");", "Program.Main, which no manifest calls, uses k8s.Models.V1Pod")]
    [InlineData("System.Console.WriteLine(Acme.Shop.NameOfP() == \"p\");", "Program.Main, which no manifest calls, uses k8s.Models.V1Pod")]
    [InlineData("System.Func<string> name = () => Acme.Shop.NameOfP(); System.Console.WriteLine(name() == \"p\");", "Program.Main, which no manifest calls, uses k8s.Models.V1Pod")]
    [InlineData("System.Console.WriteLine(await Acme.Shop.Later() == \"p\");", "Program.Main, which no manifest calls, uses k8s.Models.V1Pod")]
    [InlineData("object maker = new Acme.Shop.Maker(); System.Console.WriteLine(maker.ToString() == \"p\");", "Program.Main, which no manifest calls, uses k8s.Models.V1Pod")]
    [InlineData("System.Console.WriteLine(typeof(Acme.Shop).GetProperties().Length == 2);", "Program.Main, which no manifest calls, uses Type.GetProperties, which may come upon a manifest")]
    public async Task CodeThatNoManifestReaches_BringsTheLibrary(string program, string reason)
    {
        var (published, lines) = await Publish(
            [
                UserProject.PodMember,
                """internal static string NameOfP() => P.Metadata.Name;""",
                """[Manifest] public static V1Pod Q => K8s.Pod(NameOfP() + new Maker()).AddContainer("c", "nginx:1.27");""",
                """internal static async System.Threading.Tasks.Task<string> Later() { await System.Threading.Tasks.Task.Yield(); return NameOfP(); }""",
                """internal sealed class Maker { public override string ToString() => NameOfP(); }""",
            ],
            program);

        Assert.Contains(lines, l => l.StartsWith("Acme is published with K8sSharpManifests", StringComparison.Ordinal));
        Assert.Contains(reason, string.Join('\n', lines), StringComparison.Ordinal);
        Assert.Equal("True", await Output("dotnet", Path.Combine(published, "Acme.dll")));
    }

    [Fact]
    public async Task ProjectReferences_AreNoObstacleAndWhatTheyBringIsSaid()
    {
        var plain = package.NewProject(UserProject.ProjectFile(properties: "<AssemblyName>Acme.Jobs</AssemblyName>"));
        plain.WriteShop(UserProject.PodMember, "public static class Runner { public static string Create() => K8s.Job(\"job\").Metadata.Name; }");
        var reference = $"""<ProjectReference Include="{Path.Combine(plain.Folder, "Acme.csproj")}" />""";

        // Whoever does it is named, not who calls him.
        var direct = package.NewProject(UserProject.ProjectFile(properties: "<OutputType>Exe</OutputType>", items: reference));
        direct.Write("Program.cs", "System.Console.WriteLine(JobRunner.Create() == Acme.Shop.Runner.Create()); static class JobRunner { public static string Create() => K8s.Job(\"job\").Metadata.Name; }");
        direct.Write("Manifests.cs", "public static class Manifests { [Manifest] public static V1Namespace N => K8s.Namespace(\"n\"); }");
        var (published, lines) = await Publish(direct);
        Assert.Contains("Acme is published with K8sSharpManifests and what that needs, since JobRunner.Create, which no manifest calls, uses ", string.Join('\n', lines), StringComparison.Ordinal);
        Assert.Equal("True", await Output("dotnet", Path.Combine(published, "Acme.dll")));

        var behind = package.NewProject(UserProject.ProjectFile(properties: "<OutputType>Exe</OutputType>", items: reference)
            .Replace($"""<PackageReference Include="K8sSharpManifests" Version="{PackageFixture.Version}" />""", "", StringComparison.Ordinal));
        behind.Write("Program.cs", "System.Console.WriteLine(Acme.Shop.Runner.Create() == \"job\");");
        (published, lines) = await Publish(behind);
        Assert.Contains("Acme is published with K8sSharpManifests and what that needs, since a project or package that it references brings them: put manifests where no published application references them", lines);
        Assert.Equal("True", await Output("dotnet", Path.Combine(published, "Acme.dll")));
    }

    [Fact]
    public async Task FolderThatWasPublishedBefore_GetsWhatIsNeededNow()
    {
        var project = NewProject([UserProject.PodMember], ScansTypes);
        foreach (var (members, isNeeded) in new[] { (UserProject.PodMember, false), (Iterator, true), (UserProject.PodMember, false) })
        {
            project.WriteShop(members);
            var (published, lines) = await Publish(project);
            Assert.Equal(isNeeded, lines.Any(l => l.Contains("is published with", StringComparison.Ordinal)));
            Assert.Equal(isNeeded, File.ReadAllText(Path.Combine(published, "Acme.deps.json")).Contains("KubernetesClient", StringComparison.Ordinal));
            Assert.Equal("True", await Output("dotnet", Path.Combine(published, "Acme.dll")));
        }
    }

    [Theory]
    [InlineData("-p:PublishSingleFile=true", "--self-contained=false")]
    [InlineData("-p:PublishTrimmed=true", "--self-contained")]
    public async Task OneFileOrTrimmed_Starts(params string[] arguments)
    {
        const string program = "System.Console.WriteLine(Acme.Shop.P.Metadata.Name == \"p\");";
        foreach (var (members, main) in new[] { (UserProject.PodMember, "System.Console.WriteLine(true);"), (UserProject.PodMember + Iterator, program) })
        {
            await Runs(NewProject([members], main), arguments);
        }
    }

    // The native linker takes no path with a space.
    [Fact]
    public async Task Native_Starts()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<OutputType>Exe</OutputType>"), isPlain: true);
        project.WriteShop(UserProject.PodMember + Iterator);
        project.Write("Program.cs", "System.Console.WriteLine(Acme.Shop.P.Metadata.Name == \"p\");");

        await Runs(project, "-p:PublishAot=true");
    }

    private static async Task Runs(UserProject project, params string[] arguments)
    {
        var (published, _) = await Publish(project, ["-r", PackageFixture.ReadyToRunRuntime, .. arguments]);
        Assert.Equal("True", await Output(Path.Combine(published, OperatingSystem.IsWindows() ? "Acme.exe" : "Acme")));
    }

    [Theory]
    [InlineData("objects", new[] { "60-pod-p.yaml", "Kustomization" })]
    [InlineData("single", new[] { "Kustomization", "manifests.yaml" })]
    public async Task Secrets_AreNotPublishedUnlessAskedFor(string layout, string[] files)
    {
        string[] members = [UserProject.PodMember, """[Manifest] public static V1Secret S => K8s.Secret("db").AddStringData("password", "hunter2");"""];
        var project = NewProject(members, ScansTypes);
        var (published, lines) = await Publish(project, $"-p:ManifestLayout={layout}");
        var manifests = Path.Combine(published, "manifests");

        Assert.Contains("Acme is published without its Secret 'db': ManifestPublishSecrets=true publishes them, too", lines);
        Assert.Equal(files, Directory.GetFiles(manifests).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("hunter2", UserProject.Emitted(manifests), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", File.ReadAllText(Path.Combine(manifests, "Kustomization")), StringComparison.Ordinal);
        Assert.Contains("name: p\n", UserProject.Emitted(manifests), StringComparison.Ordinal);

        var (all, _) = await Publish(project, $"-p:ManifestLayout={layout}", "-p:ManifestPublishSecrets=true");
        Assert.Contains("hunter2", UserProject.Emitted(Path.Combine(all, "manifests")), StringComparison.Ordinal);
    }

    // In the folder both names have a hash, and what is published needs none: a file of that name is not there.
    [Fact]
    public async Task ObjectThatHasItsFileNameFromASecret_IsPublished()
    {
        var (published, _) = await Publish(
            [
                """[Manifest] public static V1Secret S => K8s.Secret("db");""",
                """[Manifest] public static V1Secret Other => new() { ApiVersion = "acme.io/v1", Kind = "Secret", Metadata = new() { Name = "db" } };""",
            ],
            ScansTypes);

        Assert.Equal(["30-secret-db.yaml", "Kustomization"], Directory.GetFiles(Path.Combine(published, "manifests")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private UserProject NewProject(string[] members, string program)
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<OutputType>Exe</OutputType>"));
        project.WriteShop(members);
        project.Write("Program.cs", program);
        return project;
    }

    private Task<(string Folder, IReadOnlyList<string> Lines)> Publish(string[] members, string program) => Publish(NewProject(members, program));

    private static async Task<(string Folder, IReadOnlyList<string> Lines)> Publish(UserProject project, params string[] arguments)
    {
        var result = await project.Run(["publish", "-tl:off", "-o", "out", .. arguments]);
        Assert.True(result.ExitCode == 0, string.Join('\n', result.Lines));
        return (Path.Combine(project.Folder, "out"), result.Lines);
    }

    private static async Task<string> Output(string program, params string[] arguments)
    {
        var start = DotNet.StartInfo(Path.GetTempPath(), program == "dotnet" ? DotNet.Program : program, arguments);
        var (_, output) = await DotNet.Run(start);
        return output.Trim();
    }
}
