namespace K8sSharpManifests.Build.Tests;

/// <summary>What the rules find appears once in a build, whether the compiler can tell or only the running code.</summary>
public sealed class FindingTests(PackageFixture package)
{
    private const string AtRunTime =
        """[Manifest] public static V1Pod P => K8s.Pod("p").AddContainer("c", Environment.GetEnvironmentVariable("NOT_SET_HERE") ?? "nginx:latest", c => c.WithImagePullPolicy("IfNotPresent"));""";

    private const string Stale =
        "'nginx:latest' can go stale: with IfNotPresent a node that has pulled it once keeps that image, and other nodes run newer ones";

    private const string NoPullSecret =
        "and neither the pod nor its ServiceAccount names a pull secret: unless that registry serves anyone (k8s_public_registries) or the nodes have credentials for it (k8s_node_credential_registries), the pull ends in ErrImagePull";

    private static readonly string AtTheExpression = $"Shop.cs(4,{AtRunTime.IndexOf("Environment", StringComparison.Ordinal) + 1})";

    [Fact]
    public async Task FieldThatCannotChange_IsToldBesideTheManifestBefore()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        static string Secret(string type) => "[Manifest] public static V1Secret S => K8s.Secret(\"s\") with { Type = \"" + type + "\" };";
        project.WriteShop(Secret("acme.io/a"));
        Assert.Empty((await project.Build()).Problems);
        project.WriteShop(Secret("acme.io/b"));

        var problem = Assert.Single((await project.Build()).Problems);

        Assert.StartsWith("Shop.cs(4,", problem, StringComparison.Ordinal);
        Assert.Contains(": warning K8S220: 'type' differs from the manifest before", problem, StringComparison.Ordinal);
        Assert.Contains("type: acme.io/b", project.Emitted(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindingOfTheRunningCode_IsAWarningThatTheProjectRules()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(AtRunTime.Replace("nginx:latest", "nginx:1.27", StringComparison.Ordinal));
        Assert.Empty((await project.Build()).Problems);
        var good = project.Emitted();

        // As an error it leaves the output as it was; the compiler need not run again for that.
        project.WriteShop(AtRunTime);
        var error = await project.Build("-p:TreatWarningsAsErrors=true");
        Assert.Equal([$"{AtTheExpression}: error K8S106: {Stale}"], error.Problems);
        Assert.Equal((1, good), (error.ExitCode, project.Emitted()));
        Assert.Equal([$"{AtTheExpression}: error K8S106: {Stale}"], (await project.Build("-p:WarningsAsErrors=K8S106")).Problems);

        // As a warning it lets the build succeed, and comes again from a build that changes nothing.
        var warning = await project.Build("-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=K8S106");
        Assert.Equal([$"{AtTheExpression}: warning K8S106: {Stale} (https://github.com/K8sSharpManifests/K8sSharpManifests/blob/main/docs/rules/K8S106.md)"], warning.LinkedProblems);
        Assert.Equal(0, warning.ExitCode);
        Assert.Contains("nginx:latest", project.Emitted(), StringComparison.Ordinal);
        Assert.Equal(warning.Problems, (await project.Build("-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=K8S106")).Problems);

        Assert.Empty((await project.Build("-p:NoWarn=CS1591%3BK8S106")).Problems);

        // MSBuild's own switches see a warning like any other.
        foreach (var _ in new[] { "first", "again" })
        {
            var promoted = await project.Build("-warnaserror:K8S106");
            Assert.Equal([$"{AtTheExpression}: error K8S106: {Stale}"], promoted.Problems);
            Assert.Equal(1, promoted.ExitCode);
            Assert.DoesNotContain(promoted.Lines, l => l.Contains('→', StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task SourceAndItsConfiguration_RuleTheBuildToo()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.Write(".editorconfig", "root = true\n[Shop.cs]\ndotnet_diagnostic.K8S106.severity = error\n[Quiet.cs]\ndotnet_diagnostic.K8S106.severity = none\n"
            + "[Own.cs]\nk8s_private_registries = ghcr.io/acme/*\nk8s_public_registries = registry.acme.io\n");
        project.WriteShop(AtRunTime);
        project.Write("Quiet.cs", In("Quiet", Named("quiet")));
        project.Write("Pragma.cs", In("Pragma", "#pragma warning disable K8S106", Named("pragma"), "#pragma warning restore K8S106"));
        project.Write("Inside.cs", In("Inside", Named("inside")
            .Replace("Environment.", "\n#pragma warning disable K8S106\nEnvironment.", StringComparison.Ordinal)
            .Replace(" ?? ", "\n#pragma warning restore K8S106\n ?? ", StringComparison.Ordinal)));
        project.Write("Attribute.cs", In("Attribute", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Images\", \"K8S106\")]", Named("attribute")));
        project.Write("Class.cs", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Images\", \"K8S106:Stale\")]\n" + In("Class", Named("class")));
        project.Write("Own.cs", In("Own", Pulling("own", "ghcr.io/acme/web:1"), Pulling("free", "registry.acme.io/web:1")));
        project.Write("Usual.cs", In("Usual", Pulling("usual", "ghcr.io/acme/api:1"), Pulling("bound", "registry.acme.io/api:1")));

        Assert.Equal(
            [
                "Own.cs(3,46): warning K8S112: 'ghcr.io/acme/web:1' comes from ghcr.io, " + NoPullSecret,
                $"{AtTheExpression}: error K8S106: {Stale}",
                "Usual.cs(4,48): warning K8S112: 'registry.acme.io/api:1' comes from registry.acme.io, " + NoPullSecret,
            ],
            (await project.Build()).Problems);
    }

    [Fact]
    public async Task FindingOfTheCompiler_IsNotRepeated()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(
            // Seen through, and decided there.
            Stale106("Whole", "K8s.Pod(\"whole\")"),

            // Decided in part: the second container is the build's.
            Stale106("Part", "K8s.Pod(\"part\")").Replace(";", """.AddContainer("d", Environment.GetEnvironmentVariable("NOT_SET_HERE") ?? "apache:latest", c => c.WithImagePullPolicy("IfNotPresent"));""", StringComparison.Ordinal),

            // Decided of what comes after one that is not known.
            "[Manifest] public static IEnumerable<V1Pod> Some() { if (Environment.NewLine.Length > 5) yield return K8s.Pod(\"none\").AddContainer(\"c\", \"nginx:1.27\"); yield return "
                + Value("K8s.Pod(\"some\")") + "; }",

            // Decided of every turn.
            "[Manifest] public static IEnumerable<V1Pod> Loop() { for (var i = 0; i < Math.Min(2, Environment.ProcessorCount + 1); i++) yield return " + Value("K8s.Pod(\"loop\" + i)") + "; }",

            // Not seen through, while the compiler speaks of what they are made of.
            "[Manifest] public static V1Pod Helped => K8s.Pod(\"helped\").AddContainer(Helper());",
            "static V1Container Helper() { V1Container? c; again: c = new() { Name = \"c\", Image = \"httpd:latest\", ImagePullPolicy = \"IfNotPresent\" }; if (c is null) goto again; return c; }",

            // Not seen at all.
            "[Manifest] public static IEnumerable<V1Pod> Made() => new[] { 1, 2 }.Select(i => Make(\"made\" + i)).ToList();",
            "static V1Pod Make(string name) { foreach (var tag in new[] { \"latest\" }) return "
                + Value("K8s.Pod(name)").Replace("\"nginx:latest\"", "\"redis:\" + tag", StringComparison.Ordinal) + "; throw new InvalidOperationException(); }");

        string[] ofTheBuild =
        [
            "Shop.cs(5,152): warning K8S106: 'apache:latest'",
        ];
        string[] ofTheCompiler =
        [
            "Shop.cs(4,76): warning K8S106: 'nginx:latest'",
            "Shop.cs(5,74): warning K8S106: 'nginx:latest'",
            "Shop.cs(6,199): warning K8S106: 'nginx:latest'",
            "Shop.cs(7,175): warning K8S106: 'nginx:latest'",
            "Shop.cs(9,86): warning K8S106: 'httpd:latest'",
            "Shop.cs(11,113): warning K8S106: 'redis:latest'",
        ];
        Assert.Equal(ofTheBuild.Concat(ofTheCompiler).Order(StringComparer.Ordinal), InShort(await project.Build()));

        // Where no analyzer runs, the build says it all, of each object and at the place that it knows: the call, or the member.
        string[] ofTheBuildAlone =
        [
            .. ofTheBuild, .. ofTheCompiler.Where(f => !f.StartsWith("Shop.cs(6,", StringComparison.Ordinal) && !f.StartsWith("Shop.cs(7,", StringComparison.Ordinal))
                .Select(f => f.Replace("9,86", "8,73", StringComparison.Ordinal)),
            "Shop.cs(6,45): warning K8S106: 'nginx:latest' (Pod 'some' of Acme.Shop.Some)",
            "Shop.cs(7,45): warning K8S106: 'nginx:latest' (Pod 'loop0' of Acme.Shop.Loop)",
            "Shop.cs(7,45): warning K8S106: 'nginx:latest' (Pod 'loop1' of Acme.Shop.Loop)",
        ];
        Assert.Equal(ofTheBuildAlone.Order(StringComparer.Ordinal), InShort(await project.Build("-p:RunAnalyzers=false")));
    }

    [Fact]
    public async Task PullSecretOfAServiceAccount_IsSeenByTheBuild()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(
            """[Manifest] public static V1ServiceAccount Puller => K8s.ServiceAccount("puller") with { ImagePullSecrets = [new() { Name = "regcred" }] };""",
            """[Manifest] public static V1ServiceAccount Idle => K8s.ServiceAccount("idle");""",
            """[Manifest] public static V1Pod Good => K8s.Pod("good").AddContainer("c", "registry.acme.io/web:1").WithServiceAccountName("puller");""",
            """[Manifest] public static V1Pod Bad => K8s.Pod("bad").AddContainer("c", "registry.acme.io/web:1").WithServiceAccountName("idle");""",
            """[Manifest] public static V1Pod Elsewhere => K8s.Pod("elsewhere").AddContainer("c", "registry.acme.io/web:1").WithServiceAccountName("managed");""");

        var problem = Assert.Single((await project.Build()).Problems);

        Assert.Equal("Shop.cs(7,43): warning K8S112: 'registry.acme.io/web:1' comes from registry.acme.io, " + NoPullSecret, problem);
    }

    // With a ServiceAccount of the project only the build knows; without, the compiler, and without analyzers the build again.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhatAPodOfASharedHelperLacks_IsReportedAtTheMembersCall(bool hasAccount)
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(
            """[Manifest] public static V1Pod Good => Make("good").AddImagePullSecret("regcred");""",
            """[Manifest] public static V1Pod Bad => Make("bad");""",
            "#pragma warning disable K8S112",
            """[Manifest] public static V1Pod Silent => Make("silent");""",
            "#pragma warning restore K8S112",
            """private static V1Pod Make(string name) => K8s.Pod(name).AddContainer("c", "registry.acme.io/web:1");""",
            """[Manifest] public static ExternalObject Credentials => External.Secret("regcred");""",
            hasAccount ? """[Manifest] public static V1ServiceAccount Account => K8s.ServiceAccount("default");""" : "");

        string[] expected = ["Shop.cs(5,39): warning K8S112: 'registry.acme.io/web:1' comes from registry.acme.io, " + NoPullSecret];
        Assert.Equal(expected, InShort(await project.Build()));
        Assert.Equal(expected, InShort(await project.Build("--no-incremental", "-p:RunAnalyzers=false")));
    }

    [Fact]
    public async Task ObjectsElsewhere_AreKnownAndNotEmitted()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(
            """[Manifest] public static ExternalObject Account => External.ServiceAccount("default", "shop");""",
            """[Manifest] public static IEnumerable<IKubernetesObject> Data => [External.Secret("db"), K8s.ConfigMap("settings"), External.StorageClass("fast")];""",
            """[Manifest] public static V1Pod Good => K8s.Pod("good").WithNamespace("shop").AddContainer("c", "registry.acme.io/web:1");""",
            """[Manifest] public static V1Pod Bad => K8s.Pod("bad").WithNamespace("other").AddContainer("c", "registry.acme.io/web:1");""");
        project.Write("Usings.cs", "global using k8s;");

        var result = await project.Build();

        Assert.Equal("Shop.cs(7,43): warning K8S112: 'registry.acme.io/web:1' comes from registry.acme.io, " + NoPullSecret, Assert.Single(InShort(result)));
        Assert.Equal(
            ["ConfigMap", "Kustomization", "Pod", "Pod"],
            project.Emitted().Split('\n').Where(line => line.StartsWith("kind: ", StringComparison.Ordinal)).Select(line => line["kind: ".Length..]).Order());
    }

    [Fact]
    public async Task OptionsOfAFolder_RuleItsFilesInBothStages()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        Directory.CreateDirectory(Path.Combine(project.Folder, "team"));
        project.Write(".editorconfig", "root = true\n[*.cs]\nk8s_private_registries = ghcr.io/acme/*\n");
        project.Write("team/.editorconfig", "[*.cs]\nk8s_private_registries = ghcr.io/team/*, acme\nk8s_external = ServiceAccount/team/default\n");
        const string known = """[Manifest] public static V1Pod Known{0} => K8s.Pod("known-{0}").AddContainer("c", "ghcr.io/{0}/web:1");""";
        project.Write("Shop.cs", In("Shop", Pulling("acme", "ghcr.io/acme/web:1"), Pulling("team", "ghcr.io/team/web:1"), string.Format(null, known, "acme"), string.Format(null, known, "team")));
        project.Write("team/Team.cs", In("Team", Pulling("other", "ghcr.io/acme/api:1"), Pulling("own", "ghcr.io/team/api:1"), """[Manifest] public static V1Pod There => K8s.Pod("there").WithNamespace("team").AddContainer("c", "ghcr.io/team/x:1");"""));

        string[] expected =
        [
            "Shop.cs(3,47): warning K8S112: 'ghcr.io/acme/web:1' comes from ghcr.io, " + NoPullSecret,
            "Shop.cs(5,49): warning K8S112: 'ghcr.io/acme/web:1' comes from ghcr.io, " + NoPullSecret,
            "team/.editorconfig(2,42): warning K8S909: k8s_private_registries: 'acme' is ignored: this is no registry host; on Docker Hub write docker.io/acme",
        ];
        Assert.Equal(expected, InShort(await project.Build()));
        Assert.Equal(expected, InShort(await project.Build("--no-incremental", "-p:RunAnalyzers=false")));

        Assert.Equal(expected[..2], InShort(await project.Build("--no-incremental", "-p:NoWarn=K8S909")));
        Assert.Equal(expected[..2], InShort(await project.Build("--no-incremental", "-p:NoWarn=K8S909", "-p:RunAnalyzers=false")));
        Assert.Equal(expected[2].Replace("warning", "error", StringComparison.Ordinal), InShort(await project.Build("--no-incremental", "-p:WarningsAsErrors=K8S909"))[^1]);
        Assert.Equal(
            expected[2].Replace("warning", "error", StringComparison.Ordinal),
            InShort(await project.Build("--no-incremental", "-p:WarningsAsErrors=K8S909", "-p:RunAnalyzers=false"))[^1]);
    }

    // The build judges again what the compiler has seen through, and with each option it says what the compiler says.
    [Fact]
    public async Task OptionsThatClearWhatIsDecided_HoldInTheBuildToo()
    {
        static string Pod(string name, string image, string more = "") => $$"""[Manifest] public static V1Pod {{name}} => K8s.Pod("{{name.ToLowerInvariant()}}").AddContainer("c", "{{image}}"{{more}});""";
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(
            Pod("Public", "registry.acme.io/web:1"),
            Pod("Node", "node.acme.io/web:1"),
            Pod("Preloaded", "nginx:1", ", c => c.WithImagePullPolicy(\"Never\")"),
            "#pragma warning disable K8S112",
            Pod("Pragma", "other.acme.io/web:1"),
            "#pragma warning restore K8S112",
            """[System.Diagnostics.CodeAnalysis.SuppressMessage("x", "K8S112")] """ + Pod("Attribute", "other.acme.io/web:1"));
        project.Write(".editorconfig", "root = true\n[*.cs]\nk8s_public_registries = registry.acme.io\nk8s_node_credential_registries = node.acme.io\nk8s_preloaded_images = nginx:1\n");

        var result = await project.Build();

        Assert.Empty(InShort(result));
        Assert.Contains("Acme: 5 manifests → bin/Debug/net10.0/manifests (5 proved at compile time)", result.Lines);
        Assert.Empty(InShort(await project.Build("-p:RunAnalyzers=false", "--no-incremental")));
    }

    // Each with a value that only the running code knows, or with what only the whole set tells.
    [Fact]
    public async Task RulesOnImagesAndPulls_SpeakInTheBuild()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        static string Late(string text) => $"(Environment.GetEnvironmentVariable(\"NOT_SET_HERE\") ?? \"{text}\")";
        static string Pod(string name, string image, string more = "") =>
            $$"""[Manifest] public static V1Pod {{name}} => K8s.Pod("{{name.ToLowerInvariant()}}").WithNamespace("shop").AddContainer("c", {{Late(image)}}){{more}};""";
        static string Pulling(string policy) => $".WithDefaultImagePullPolicy({Late(policy)})";
        static string Secrets(params string[] names) => string.Concat(names.Select(name => $".AddImagePullSecret({Late(name)})"));
        const string digest = "@sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";
        project.WriteShop(
            Pod("K8s101", "nginx:"),
            Pod("K8s102", "acme/Web:1"),
            Pod("K8s103", "MyOrg/web:1"),
            Pod("K8s104", "nginx:latest"),
            Pod("K8s105", "nginx"),
            Pod("K8s106", "nginx", Pulling("IfNotPresent")),
            Pod("K8s107", "nginx:1", Pulling("always")),
            Pod("K8s108", "nginx:1", Pulling("Never")),
            Pod("K8s112", "registry.acme.io/web:1"),
            Pod("K8s113", "nginx:1", Secrets("nowhere")),
            Pod("K8s114", "nginx:1", Secrets("opaque")),
            Pod("K8s115", "nginx:1", Secrets("empty")),
            Pod("K8s116", "registry.acme.io/web:1", Secrets("hub")),
            Pod("K8s117", "nginx:1", Secrets("far")),
            Pod("K8s118", "nginx:1", Secrets("hub") + ".WithServiceAccountName(\"puller\")"),
            Pod("K8s119", "nginx:1", Secrets("hub", "hub")),
            $$"""[Manifest] public static V1Secret K8s122 => new() { Metadata = new() { Name = "twice" }, Data = new Dictionary<string, byte[]> { ["password"] = System.Text.Encoding.UTF8.GetBytes({{Late("Y2hhbmdlLW1lLXBsZWFzZQ==")}}) } };""",
            Pod("Good", "nginx" + digest, Secrets("hub", "elsewhere")),
            """[Manifest] public static IEnumerable<k8s.IKubernetesObject> Others => [External.Secret("elsewhere"), Registry("hub", "docker.io"), Registry("far", "a.io").WithNamespace("other"),""",
            """    new V1Secret { Metadata = new() { Name = "opaque", NamespaceProperty = "shop" } }, new V1Secret { Metadata = new() { Name = "empty", NamespaceProperty = "shop" }, Type = "kubernetes.io/dockercfg", Data = new Dictionary<string, byte[]> { [".dockercfg"] = System.Text.Encoding.UTF8.GetBytes("{}") } },""",
            """    K8s.ServiceAccount("puller").WithNamespace("shop") with { ImagePullSecrets = [new() { Name = "far-away" }] }];""",
            """private static V1Secret Registry(string name, string server) => K8s.RegistrySecret(name, server, "robot", "change-me").WithNamespace("shop");""");

        var problems = (await project.Build()).Problems;

        // Line 4 is the first member's, and each is named for what is wrong with it.
        string[] ids = ["101", "102", "103", "104", "105", "106", "107", "108", "112", "113", "114", "115", "116", "117", "118", "119", "122"];
        string[] errors = ["101", "102", "107", "114", "115", "117"];
        Assert.Equal(
            ids.Select((id, index) => $"Shop.cs({index + 4}): {(errors.Contains(id) ? "error" : "warning")} K8S{id}"),
            problems.Select(p => System.Text.RegularExpressions.Regex.Replace(p, @",\d+\): (\w+ K8S\d+): .*", "): $1")).Distinct().OrderBy(p => p.Split("K8S")[1], StringComparer.Ordinal));
    }

    // Without what all have in common.
    private static string[] InShort(BuildResult result) =>
    [
        .. result.Problems
            .Select(p => p.Replace(Stale["'nginx:latest'".Length..], "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string Stale106(string name, string pod) => $"[Manifest] public static V1Pod {name} => {Value(pod)};";

    private static string Value(string pod) => pod + """.AddContainer("c", "nginx:latest", c => c.WithImagePullPolicy("IfNotPresent"))""";

    private static string In(string name, params string[] lines) => $"public static class {name}\n{{\n{string.Join("\n", lines)}\n}}\n";

    private static string Named(string name) => AtRunTime.Replace("\"p\"", $"\"{name}\"", StringComparison.Ordinal);

    private static string Pulling(string name, string image) =>
        $$"""[Manifest] public static V1Pod {{char.ToUpperInvariant(name[0]) + name[1..]}}Pod => K8s.Pod("{{name}}").AddContainer("c", Environment.GetEnvironmentVariable("NOT_SET_HERE") ?? "{{image}}");""";
}
