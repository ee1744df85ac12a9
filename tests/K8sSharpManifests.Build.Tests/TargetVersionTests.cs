namespace K8sSharpManifests.Build.Tests;

/// <summary>The version of Kubernetes that a project is for reaches the compiler and the build.</summary>
public sealed class TargetVersionTests(PackageFixture package)
{
    private const string Message =
        "error K8S223: 'trafficDistribution' is not in the version of Kubernetes that it is for: it is there since Kubernetes 1.30, and 'k8s_target_version' is 1.29; leave it out, or raise that";

    [Theory]
    [InlineData("\"PreferClose\"")]
    [InlineData("Environment.GetEnvironmentVariable(\"NOT_SET_HERE\") ?? \"PreferClose\"")]
    public async Task PropertyOfTheProject_SaysWhatIsNewer(string value)
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<ManifestTargetVersion>1.29</ManifestTargetVersion>"));
        var member = $"[Manifest] public static V1Service S => K8s.Service(\"s\").AddPort(80).WithTrafficDistribution({value});";
        project.WriteShop(member);
        Assert.Equal([$"Shop.cs(4,{member.IndexOf(value, StringComparison.Ordinal) + 1}): {Message}"], (await project.Build()).Problems);
        Assert.Equal("", project.Emitted());

        Assert.Empty((await project.Build("-p:ManifestTargetVersion=1.30")).Problems);
        Assert.Contains("trafficDistribution: PreferClose", project.Emitted(), StringComparison.Ordinal);
    }
}
