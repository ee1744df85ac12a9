namespace K8sSharpManifests.Build.Tests;

/// <summary>What the rules find appears once in a build, whether the compiler can tell or only the running code.</summary>
public sealed class FindingTests(PackageFixture package)
{
    private const string AtRunTime =
        """[Manifest] public static V1Pod P => K8s.Pod("p").AddContainer("c", Environment.GetEnvironmentVariable("NOT_SET_HERE") ?? "nginx:latest", c => c.WithImagePullPolicy("IfNotPresent"));""";

    private const string Stale =
        "'nginx:latest' can go stale: with IfNotPresent a node that has pulled it once keeps that image, and other nodes run newer ones";

    private static readonly string AtTheExpression = $"Shop.cs(4,{AtRunTime.IndexOf("Environment", StringComparison.Ordinal) + 1})";

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

        // As a warning it lets the build succeed, and comes once: like the compiler's, not from a build that has nothing to do.
        var warning = await project.Build("-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=K8S106");
        Assert.Equal([$"{AtTheExpression}: warning K8S106: {Stale}"], warning.Problems);
        Assert.Equal(0, warning.ExitCode);
        Assert.Contains("nginx:latest", project.Emitted(), StringComparison.Ordinal);
        Assert.Empty((await project.Build("-p:TreatWarningsAsErrors=true", "-p:WarningsNotAsErrors=K8S106")).Problems);

        Assert.Empty((await project.Build("-p:NoWarn=CS1591%3BK8S106")).Problems);

        // MSBuild's own switches see a warning like any other.
        Assert.Equal([$"{AtTheExpression}: error K8S106: {Stale}"], (await project.Build("-warnaserror:K8S106")).Problems);
    }
}
