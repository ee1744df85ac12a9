using System.Text;

namespace K8sSharpManifests.Build.Tests;

/// <summary>Secrets that members read, in real builds: where they come from, and that they go nowhere but into the manifests.</summary>
public sealed class SecretsTests(PackageFixture package)
{
    private const string OfVariable = "hunter2 of the environment";
    private const string OfFile = "swordfish of the user secrets";
    private const string Db = """[Manifest] public static V1Secret Db(ManifestContext context) => K8s.Secret("db").AddStringData("password", context.Secret("Db:Password"));""";
    private const string Api = """[Manifest] public static V1ConfigMap Api(ManifestContext context) => K8s.ConfigMap("api").AddData("key", context.Secret("Api:Key"));""";

    [Fact]
    public async Task Secrets_AreInTheManifestsAndNowhereElse()
    {
        var project = await NewProject("<ManifestOutputPath>deploy</ManifestOutputPath>");
        project.WriteShop(Db, Api, UserProject.PodMember);

        var build = await project.Build();

        Assert.Equal(
            [
                "Acme.csproj : warning K8S927: 'deploy/30-configmap-api.yaml' and 1 more file hold secrets, in a git work tree that does not ignore them: add the line '/deploy/' to a .gitignore beside the project "
                + "('git rm --cached' what is committed), or have ManifestOutputPath lead to a folder that is ignored",
            ],
            build.Problems);
        Assert.Equal("Acme: 3 manifests → deploy (1 proved at compile time)", build.Lines[^1]);
        var deploy = Path.Combine(project.Folder, "deploy");
        Assert.Contains($"password: {OfVariable}\n", UserProject.Emitted(deploy), StringComparison.Ordinal);
        Assert.Contains($"key: {OfFile}\n", UserProject.Emitted(deploy), StringComparison.Ordinal);
        Assert.Equal(["30-configmap-api.yaml", "30-secret-db.yaml"], OfOwner(deploy));
        AssertNoSecret(project, build);

        // The run comes back, though nothing is kept by which a build could tell that the secret is another one.
        project.Variables["Db__Password"] = "hunter3 of the environment";
        Assert.Single((await project.Build()).Problems);
        Assert.Contains("password: hunter3 of the environment\n", UserProject.Emitted(deploy), StringComparison.Ordinal);
        Assert.Equal(["30-configmap-api.yaml", "30-secret-db.yaml"], OfOwner(deploy));

        project.Write(".gitignore", "/deploy/\n");
        project.Variables["Db__Password"] = OfVariable;
        var verify = await project.Build("-p:ManifestVerify=true");
        Assert.Equal(
            ["deploy/30-secret-db.yaml(7,1): error K8S908: differs from here on (the lines are not shown, because this holds secrets): build without ManifestVerify"],
            verify.Problems);
        AssertNoSecret(project, verify);

        // A warning that the project wants as an error keeps the folder as it was.
        File.Delete(Path.Combine(project.Folder, ".gitignore"));
        Assert.Contains("error K8S927", Assert.Single((await project.Build("-p:TreatWarningsAsErrors=true")).Problems), StringComparison.Ordinal);
        Assert.Contains("password: hunter3 of the environment\n", UserProject.Emitted(deploy), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecretThatIsNotGiven_IsAnErrorWithBothWaysToGiveIt()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(Db);

        Assert.Equal(
            ["""Shop.cs(4,x): error K8S928: Acme.Shop.Db asks for a secret: The secret 'Db:Password' is not given: set the environment variable Db__Password, or run 'dotnet user-secrets set "Db:Password" "…"' in the project's folder after 'dotnet user-secrets init'"""],
            (await project.Build()).Problems.Select(NoColumn));
        Assert.False(Directory.Exists(project.Manifests));
    }

    // By every way that a run has to say something, in the log that says most.
    [Fact]
    public async Task SecretInErrorsAndPrints_IsNotTold()
    {
        var project = await NewProject("<ManifestOutputPath>deploy</ManifestOutputPath>");
        project.Variables.Remove("Db__Password");
        project.WriteShop(
            """static string Key(ManifestContext context) => context.Secret("Api:Key");""",
            """[Manifest] public static V1Pod Throws(ManifestContext context) => throw new InvalidOperationException($"no {Key(context)}", new FormatException(Key(context)[..9]));""",
            """[Manifest] public static V1Pod Quantity(ManifestContext context) => K8s.Pod("q").AddContainer("c", "nginx:1.27", c => c.WithRequests(cpu: Key(context)));""",
            """[Manifest] public static V1ConfigMap[] Twice(ManifestContext context) => [K8s.ConfigMap(Key(context)), K8s.ConfigMap(Key(context))];""",
            """[Manifest] public static V1ConfigMap Nameless(ManifestContext context) => new() { ApiVersion = "v1", Kind = Key(context), Metadata = new() { Name = Environment.TickCount64 > -1 ? "" : "x" } };""",
            """[Manifest] public static V1ConfigMap Half(ManifestContext context) => K8s.ConfigMap("half").AddData(Key(context), "\ud83d");""",
            """[Manifest] public static V1ConfigMap Missing(ManifestContext context) => K8s.ConfigMap("m").AddData("x", context.Secret(Key(context)) + context.Value(Key(context)));""",
            """[Manifest] public static V1ConfigMap Prints(ManifestContext context) { Console.WriteLine($"connecting with {Key(context)}"); Console.Error.WriteLine(Key(context)); return K8s.ConfigMap("prints"); }""");

        var build = await project.Build("-v:diag");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["Shop.cs(10,x): error K8S928", "Shop.cs(5,x): error K8S903", "Shop.cs(6,x): error K8S208", "Shop.cs(7,x): error K8S904", "Shop.cs(8,x): error K8S905", "Shop.cs(9,x): error K8S905"], Ids(build));
        Assert.Contains(build.Lines, line => line.Contains("connecting with ***", StringComparison.Ordinal));
        AssertNoSecret(project, build);

        // What the rules find.
        project.WriteShop(
            """static string Key(ManifestContext context) => context.Secret("Api:Key");""",
            """static string? _kept;""",
            """[Manifest] public static V1Pod Named(ManifestContext context) => K8s.Pod("p").AddLabel(Key(context), Key(context)).AddContainer(Key(context), Key(context)[..9] + ":" + (_kept = Key(context)));""",
            """[Manifest] public static V1Pod Kept() => K8s.Pod("kept").AddContainer("c", "nginx:" + _kept);""");
        build = await project.Build("-v:diag");

        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal(["Shop.cs(4,x): error K8S101", "Shop.cs(4,x): error K8S225", "Shop.cs(6,x): error K8S202", "Shop.cs(7,x): error K8S101"], Ids(build));
        AssertNoSecret(project, build);

        // Nobody catches what another thread throws, and the runtime prints all of it.
        project.WriteShop("""[Manifest] public static V1ConfigMap Crash(ManifestContext context) { var key = context.Secret("Api:Key"); var t = new Thread(() => throw new InvalidOperationException(key)); t.Start(); Thread.Sleep(10_000); return K8s.ConfigMap("c"); }""");
        build = await project.Build("-v:diag");

        Assert.Contains(build.Problems, line => line.Contains("error K8S906: Acme.Shop.Crash ended the process", StringComparison.Ordinal));
        Assert.Contains(build.Lines, line => line.Contains("Unhandled exception. System.InvalidOperationException: (the message is not shown, because a secret was read)", StringComparison.Ordinal));
        AssertNoSecret(project, build);
    }

    [Fact]
    public async Task Publish_LeavesBehindWhatHoldsSecrets()
    {
        var project = await NewProject("");
        project.WriteShop(Db, Api, UserProject.PodMember);

        var publish = await project.Run("publish", "-v:m", "-tl:off");

        Assert.Contains("Acme is published without its Secret 'db', ConfigMap 'api': ManifestPublishSecrets=true publishes them, too", publish.Lines);
        var published = Path.Combine(project.Folder, "bin", "Release", "net10.0", "publish", "manifests");
        Assert.Equal(["60-pod-p.yaml", "Kustomization"], Directory.GetFiles(published).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        await project.Run("publish", "-v:m", "-tl:off", "-p:ManifestPublishSecrets=true");
        Assert.Equal(["30-configmap-api.yaml", "30-secret-db.yaml"], OfOwner(published));
    }

    // A log with all details has times and more before its lines.
    private static IEnumerable<string> Ids(BuildResult build) => build.Problems.Select(line => System.Text.RegularExpressions.Regex.Match(line, @"Shop\.cs\(\d+,\d+\): error K8S\d+").Value).Where(id => id.Length > 0).Select(NoColumn).Distinct().Order(StringComparer.Ordinal);

    private static string NoColumn(string line) => System.Text.RegularExpressions.Regex.Replace(line, @"\((\d+),\d+\)", "($1,x)");

    // Its user secrets are where a user's of Windows are: that is a variable of its own, and nothing else in a build asks for it.
    private async Task<UserProject> NewProject(string properties)
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<UserSecretsId>acme</UserSecretsId>" + properties));
        Assert.Equal(0, (await DotNet.Run(DotNet.StartInfo(project.Folder, "git", "init", "-q"))).ExitCode);
        var roaming = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(project.Folder)!, Path.GetFileName(project.Folder) + ".roaming")).FullName;
        Directory.CreateDirectory(Path.Combine(roaming, "Microsoft", "UserSecrets", "acme"));
        await File.WriteAllTextAsync(Path.Combine(roaming, "Microsoft", "UserSecrets", "acme", "secrets.json"), $$"""{ "Api:Key": "{{OfFile}}" }""");
        project.Variables["APPDATA"] = roaming;
        project.Variables["Db__Password"] = OfVariable;
        return project;
    }

    private static void AssertNoSecret(UserProject project, BuildResult build)
    {
        var texts = Directory.GetFiles(project.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}deploy{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetRelativePath(project.Folder, file), Text: Encoding.Latin1.GetString(File.ReadAllBytes(file))))
            .Append((Name: "the log", Text: string.Join('\n', build.Lines)))
            .ToArray();
        foreach (var secret in new[] { OfVariable, OfFile })
        {
            // The first word is what a prefix would tell, and in UTF-16 it is in an assembly.
            var word = secret.Split(' ')[0];
            foreach (var form in new[] { word, word.ToUpperInvariant(), Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(word)), Convert.ToBase64String(Encoding.UTF8.GetBytes(word)).TrimEnd('=')[..^1] })
            {
                Assert.Empty(texts.Where(text => text.Text.Contains(form, StringComparison.Ordinal)).Select(text => $"{text.Name}: {Around(text.Text, form)}"));
            }
        }
    }

    private static string Around(string text, string form) => text.IndexOf(form, StringComparison.Ordinal) is var at ? text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 100)] : "";

    private static IEnumerable<string?> OfOwner(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return ["30-configmap-api.yaml", "30-secret-db.yaml"];
        }

        return Directory.GetFiles(folder).Where(IsOfOwner).Select(Path.GetFileName).Order(StringComparer.Ordinal);
    }

    private static bool IsOfOwner(string file) => !OperatingSystem.IsWindows() && File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite);
}
