namespace K8sSharpManifests.Build.Tests;

public sealed class FailureTests(PackageFixture package)
{
    [Fact]
    public async Task WhatGoesWrong_IsOneErrorAtTheMember()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<OutputType>Exe</OutputType>"));
        project.Write("Program.cs", "System.IO.File.WriteAllText(\"main-ran\", \"\");");

        // What manifests print is theirs, whatever it looks like.
        project.WriteShop(
            UserProject.PodMember,
            """
            [Manifest] public static V1Pod[] Loud()
            {
                Console.WriteLine("foo.cs(1,1): error X1: bad");
                Console.Error.WriteLine("foo.cs(1,1): error X2: bad");
                using var raw = Console.OpenStandardOutput();
                raw.Write("foo.cs(1,1): error X3: bad\nfoo.cs(1,1): warning X4: bad\n"u8);
                new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();
                return [];
            }
            """);
        var loud = await project.Build();
        Assert.Equal((0, 0), (loud.ExitCode, loud.Problems.Count));
        var good = project.Emitted();
        Assert.Contains("60-pod-p.yaml", good, StringComparison.Ordinal);

        // A member that throws.
        project.WriteShop(
            UserProject.PodMember.Replace("nginx", "apache", StringComparison.Ordinal),
            """    [Manifest] public static V1Pod Web => throw new InvalidOperationException("no\r\n $(Path) %41 @(x); 'a' \\d | \"b\" (c)\t=> ü");""");
        Assert.Equal(
            ["""Shop.cs(5,43): error K8S903: Acme.Shop.Web threw InvalidOperationException: no  $(Path) %41 @(x); 'a' \d | "b" (c) => ü"""],
            (await project.Build()).Problems);
        Assert.Equal(good, project.Emitted());

        // Several errors at once: every one is reported, and a failing static constructor only once.
        project.WriteShop(
            "[Manifest] public static V1Pod A => Bad.Pod;",
            "[Manifest] public static V1Pod B => Bad.Pod;",
            UserProject.PodMember,
            UserProject.PodMember.Replace(" P ", " Q ", StringComparison.Ordinal),
            "[Manifest] public static V1Pod? None => null;",
            "[Manifest] public static V1ConfigMap Nameless => new() { Metadata = new() { GenerateName = \"x-\" } };",
            "[Manifest] public static V1ConfigMap Half => K8s.ConfigMap(\"half\").AddData(\"key\", \"\\ud83d\");",
            "static class Bad { public static readonly V1Pod Pod = Make(); static V1Pod Make() => throw new System.IO.IOException(\"gone\"); }");
        Assert.Equal(
            [
                "Shop.cs(11,86): error K8S903: Acme.Shop.A threw IOException: gone",
                "Shop.cs(7,32): error K8S904: Acme.Shop.Q gives Pod 'p', as Acme.Shop.P does",
                "Shop.cs(9,38): error K8S905: Acme.Shop.Nameless gives a ConfigMap without metadata.name: kubectl apply needs one (generateName works with kubectl create only)",
                "Shop.cs(10,38): error K8S905: Acme.Shop.Half gives an object that cannot be written: data.key holds half of a surrogate pair, which neither UTF-8 nor YAML can hold",
            ],
            (await project.Build()).Problems);

        // Without debug information the method stands in for the line.
        project.Write("Changed.cs", "");
        Assert.Equal("Shop.cs(4,32): error K8S903: Acme.Shop.A threw IOException: gone (in Acme.Shop.Bad.Make)", (await project.Build("-p:DebugType=none")).Problems[0]);

        // The process ends under our feet.
        const string ended = "ended the process that makes the manifests: look there for Environment.Exit and for endless recursion; "
            + "'dotnet build -v:detailed' shows what was printed";
        project.WriteShop(UserProject.PodMember, "[Manifest] public static V1Pod Exits { get { Environment.Exit(0); return null!; } }");
        Assert.Equal(["Shop.cs(5,32): error K8S906: Acme.Shop.Exits " + ended], (await project.Build()).Problems);

        project.WriteShop("[Manifest] public static V1Pod Deep => Deep;");
        Assert.Equal(["Shop.cs(4,32): error K8S906: Acme.Shop.Deep " + ended], (await project.Build()).Problems);

        // The compiler's own view.
        project.WriteShop("[Manifest] static V1Pod Hidden => null!;");
        var hidden = Assert.Single((await project.Build()).Problems);
        Assert.StartsWith(
            "Shop.cs(4,25): error K8S902: 'Acme.Shop.Hidden' cannot be emitted: the rest of the assembly cannot reach it: make it internal or public",
            hidden, StringComparison.Ordinal);

        Assert.Equal(good, project.Emitted());
        Assert.False(File.Exists(Path.Combine(project.Folder, "main-ran")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<ManifestEnvironments>dev;prod</ManifestEnvironments>")]
    public async Task OutputThatIsAFile_IsAnError(string properties)
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestOutputPath>taken</ManifestOutputPath>" + properties));
        project.Write("taken", "a file");
        project.WriteShop(UserProject.PodMember);

        Assert.Equal(["Acme.csproj : error K8S907: cannot write the manifests to 'taken': it is a file; ManifestOutputPath is a folder's"], (await project.Build()).Problems);
        Assert.Equal("a file", File.ReadAllText(Path.Combine(project.Folder, "taken")));
    }

    [Fact]
    public async Task AttributeThatTheApiRefuses_IsAnErrorWithAnalyzersAndWithout()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop("[ManifestNamespace(\"Bad_NS\")] public static class Inner { [Manifest] public static V1ConfigMap P => K8s.ConfigMap(\"p\"); }");

        string[] refused = ["Shop.cs(4,20): error K8S912: 'Bad_NS' is no namespace's name: lower-case letters, digits and '-', at most 63 of them, a letter or digit first and last"];
        Assert.Equal(refused, (await project.Build()).Problems);
        Assert.Equal(refused, (await project.Build("-p:RunAnalyzers=false")).Problems);
        Assert.Equal("", project.Emitted());
    }
}
