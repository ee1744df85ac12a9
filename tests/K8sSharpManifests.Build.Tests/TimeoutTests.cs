namespace K8sSharpManifests.Build.Tests;

public sealed class TimeoutTests(PackageFixture package)
{
    [Fact]
    public async Task MemberWithoutAnEnd_IsNamedAndEnded()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestTimeout>11</ManifestTimeout>"));
        project.WriteShop(
            UserProject.PodMember,
            """[Manifest] public static V1Pod Forever { get { Console.Error.WriteLine("hello"); while (true) { } } }""");

        var result = await project.Build();

        Assert.Equal(
            ["Acme.Shop.Forever has been running for 10 s; ManifestTimeout ends it after 11 s"],
            result.Lines.Where(l => !l.Contains("->", StringComparison.Ordinal) && !l.Contains("error", StringComparison.Ordinal)));
        Assert.Equal(
            ["Shop.cs(5,32): error K8S906: Acme.Shop.Forever has been running for 11 s and was ended: look there for a loop without an end, or raise ManifestTimeout"],
            result.Problems);
        Assert.False(Directory.Exists(project.Manifests));
    }

    [Fact]
    public async Task ManyMembersThatTakeLongTogether_AreNotEnded()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestTimeout>2</ManifestTimeout>"));
        project.WriteShop([.. Enumerable.Range(0, 4).Select(i => $$"""[Manifest] public static V1Pod P{{i}} { get { System.Threading.Thread.Sleep(900); return K8s.Pod("p{{i}}").AddContainer("c", "nginx:1.27"); } }""")]);

        Assert.Empty((await project.Build()).Problems);
    }

    [Fact]
    public async Task TimeoutThatIsNoNumber_IsAnError()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestTimeout>1m</ManifestTimeout>"));
        project.WriteShop(UserProject.PodMember);

        Assert.Equal(
            ["Acme.csproj : error K8S907: ManifestTimeout is '1m', which is no number of seconds; 0 lets a member run as long as it takes"],
            (await project.Build()).Problems);
    }
}
