using K8sSharpManifests.Core;
using K8sSharpManifests.Emission.Layouts;

namespace K8sSharpManifests.Emission.Tests;

/// <summary>Whole runs, in this process: an assembly in; findings, objects and files out.</summary>
public sealed class ManifestEmissionTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory().FullName;

    private string Output => Path.Combine(_root, "out");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("objects", new[] { "10-namespace-shop.yaml", "60-pod-shop-web.yaml" })]
    [InlineData("single", new[] { "manifests.yaml" })]
    [InlineData("namespaces", new[] { "10-namespace-shop.yaml", "shop/60-pod-web.yaml" })]
    public void Run_WritesTheFilesOfTheLayout(string layout, string[] files)
    {
        var result = Run(o => o with { Layout = ManifestLayouts.Find(layout)! });

        Assert.Empty(result.Findings);
        Assert.Equal(files, result.Files.Select(f => f.Path));
        Assert.Equal(files.Append("Kustomization").Append(".Acme.k8ssharpmanifests"), result.Delivery!.Written.Select(f => f.Path));
        Assert.Equal(
            files.Append("Kustomization").Append(".Acme.k8ssharpmanifests").Order(StringComparer.Ordinal),
            Directory.GetFiles(Output, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Output, f).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal(["Namespace 'shop'", "Pod 'web' in namespace 'shop'"], result.Objects.Select(o => o.Identity.ToString()));
    }

    [Fact]
    public void RunWithoutAFolder_GivesTheFilesAlone()
    {
        var result = Run(o => o with { Output = null });

        Assert.Equal((2, true), (result.Files.Count, result.IsJudged));
        Assert.Null(result.Delivery);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public void RunThatOnlyCompares_FindsWhatIsNotUpToDate()
    {
        Run(o => o);
        Assert.Empty(Run(o => o with { IsVerify = true }).Findings);

        var stale = Run(o => o with { IsVerify = true, Environment = "1.28" });

        var finding = Assert.Single(stale.Findings);
        Assert.Equal(("K8S908", Path.Combine(Output, "60-pod-shop-web.yaml"), 10), (finding.Id, finding.File, finding.Place.Line));
        Assert.Null(stale.Delivery);
    }

    [Fact]
    public void MemberThatThrows_IsAFindingAndNothingIsWrittenOrJudged()
    {
        var result = Run(o => o with { Environment = "throws" });

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("K8S903", "Manifests.cs"), (finding.Id, finding.File));
        Assert.EndsWith("Manifests.Pods threw InvalidOperationException: no such shop", finding.Text, StringComparison.Ordinal);
        Assert.Equal((false, null), (result.IsJudged, result.Delivery));
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public void RuleThatIsAnError_KeepsTheFolderAsItWas()
    {
        var result = Run(o => o with { Environment = "latest", WarningsAsErrors = "K8S104" });

        Assert.Equal("K8S104", Assert.Single(result.Findings).Id);
        Assert.Equal((true, true, null), (result.HasErrors, result.IsJudged, result.Delivery));
        Assert.False(Directory.Exists(Output));
    }

    [Theory]
    [InlineData("", "type: acme.io/x")]
    [InlineData("K8S220", "type: Opaque")]
    public void FieldThatCannotChange_IsToldBesideTheManifestBefore(string errors, string written)
    {
        Assert.Empty(Run(o => o with { Environment = "opaque" }).Findings);

        var result = Run(o => o with { Environment = "typed", WarningsAsErrors = errors });

        var finding = Assert.Single(result.Findings);
        Assert.Equal(("K8S220", errors.Length > 0), (finding.Id, result.HasErrors));
        Assert.Contains(written, File.ReadAllText(Path.Combine(Output, "30-secret-s.yaml")), StringComparison.Ordinal);
        Assert.Equal(errors.Length > 0, result.Delivery is null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a: [")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: {name: other}\ntype: Opaque\n")]
    public void ManifestBeforeThatSomebodyHasEdited_IsReplaced(string edited)
    {
        Run(o => o with { Environment = "opaque", HasHeader = false });
        File.WriteAllText(Path.Combine(Output, "30-secret-s.yaml"), edited);

        Assert.Empty(Run(o => o with { Environment = "typed", HasHeader = false }).Findings);
    }

    // A namespace is the user's text, and may be anybody's where it comes from a file or a network.
    [Fact]
    public void HostileNamespace_StaysInTheFolder()
    {
        Run(o => o with { Environment = "hostile", Layout = ManifestLayouts.Find("namespaces")! });

        Assert.Equal([Output], Directory.GetFileSystemEntries(_root));
        Assert.True(File.Exists(Path.Combine(Output, "_2e__2e__2f__2e__2e__2f_hostile", "30-configmap-c.yaml")));
    }

    [Fact]
    public void Observer_IsToldHowFarTheRunCame()
    {
        var observer = new Notes();

        Run(o => o with { Environment = "throws" }, observer);

        Assert.Equal(["runs", "runs Shop", "runs Pods", "found K8S903", "threw System.InvalidOperationException", "has run"], observer.Lines);
    }

    [Fact]
    public void MembersThatCannotRun_AreAFindingThatSaysWhy() => Assert.Equal(
        [("K8S907", "no way")],
        Run(o => o with { Obstacle = "no way" }).Findings.Select(f => (f.Id, f.Text)));

    [Fact]
    public void Environments_AreWrittenEachIntoItsFolderOrNotAtAll()
    {
        Assert.All(RunAll("1.27", "throws"), result => Assert.Null(result.Delivery));
        Assert.Empty(Directory.GetFileSystemEntries(_root));

        Assert.All(RunAll("1.27", "1.28"), result => Assert.NotNull(result.Delivery));
        Assert.Contains("nginx:1.27", File.ReadAllText(Path.Combine(Output, "1.27", "60-pod-shop-web.yaml")), StringComparison.Ordinal);
        Assert.Contains("nginx:1.28", File.ReadAllText(Path.Combine(Output, "1.28", "60-pod-shop-web.yaml")), StringComparison.Ordinal);

        // What is not ours in the folder of the last one keeps the first one as it was.
        File.WriteAllText(Path.Combine(Output, "1.28", "Kustomization"), "mine");
        File.Delete(Path.Combine(Output, "1.28", ".Acme.k8ssharpmanifests"));
        File.WriteAllText(Path.Combine(Output, "1.28", "60-pod-shop-web.yaml"), "mine");
        File.Delete(Path.Combine(Output, "1.27", "60-pod-shop-web.yaml"));
        Assert.All(RunAll("1.27", "1.28"), result => Assert.Null(result.Delivery));
        Assert.False(File.Exists(Path.Combine(Output, "1.27", "60-pod-shop-web.yaml")));
    }

    private IReadOnlyList<EmissionResult> RunAll(params string[] environments)
    {
        var assembly = typeof(Manifests).Assembly;
        return new EnvironmentRun(
        [
            .. environments.Select(environment => new EmissionOptions
            {
                AssemblyPath = assembly.Location,
                Assembly = assembly,
                Project = Path.Combine(_root, "Acme.csproj"),
                Output = Path.Combine(Output, environment),
                Environment = environment,
                Environments = environments,
            }),
        ]).Run();
    }

    private EmissionResult Run(Func<EmissionOptions, EmissionOptions> with, IEmissionObserver? observer = null)
    {
        var assembly = typeof(Manifests).Assembly;
        var options = new EmissionOptions { AssemblyPath = assembly.Location, Assembly = assembly, Project = Path.Combine(_root, "Acme.csproj"), Output = Output, Environment = "1.27" };
        return new EnvironmentRun([@with(options)], observer).Run()[0];
    }

    private sealed class Notes : IEmissionObserver
    {
        public List<string> Lines { get; } = [];

        public void For(string environment)
        {
        }

        public void Runs(CatalogEntry? member) => Lines.Add($"runs {member?.Member.Split('.')[^1]}".TrimEnd());

        public void HasRun() => Lines.Add("has run");

        public void Found(EmissionFinding finding) => Lines.Add($"found {finding.Id}");

        public void Threw(string text) => Lines.Add("threw " + text.Split(':')[0]);

        public void NotProved(CatalogEntry member, string reason) => Lines.Add($"not proved {member.Member}");

        public void NotEvaluated(string text) => Lines.Add($"not evaluated {text}");
    }
}
