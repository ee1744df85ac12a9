using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class AlwaysWithDigestTests
{
    private const string Id = "K8S109";
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static RuleRows Rows => new(Id)
    {
        { "{image: 'nginx" + Digest + "', imagePullPolicy: Always}", Expected.True },
        { "{image: 'nginx:1" + Digest + "', imagePullPolicy: Always}", Expected.True },
        { "{image: 'nginx:latest" + Digest + "', imagePullPolicy: Always}", Expected.True },
        { "{image: 'nginx:1', imagePullPolicy: Always}", Expected.False },
        { "{image: 'nginx" + Digest + "'}", Expected.False },
        { "{image: 'nginx" + Digest + "', imagePullPolicy: IfNotPresent}", Expected.False },
        { "{imagePullPolicy: Always}", Expected.False },
        { "{image: !unknown , imagePullPolicy: Always}", Expected.Unknown },
        { "{image: 'nginx" + Digest + "', imagePullPolicy: !unknown }", Expected.Unknown },
        { "!open {image: 'nginx" + Digest + "'}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    [Theory]
    [InlineData("{image: 'nginx" + Digest + "', imagePullPolicy: Always}", "{image: 'nginx" + Digest + "', imagePullPolicy: IfNotPresent}")]
    public void Fix_LeavesNothingToSay(string before, string after) => Verify.Fixed(Id, before, after);

    [Fact]
    public void Finding_IsAtTheImage()
    {
        var finding = Verify.InContainer(Id, "{image: 'nginx" + Digest + "', imagePullPolicy: Always}");
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.Equal("'nginx" + Digest + "' is one and the same image for good: Always asks the registry at each start for what the node has, and no pod starts while the registry is down", finding.Message);
    }

    [Fact]
    public void TeamThatAlwaysPulls_IsLeftAlone()
    {
        var options = RuleOptions.Parse(key => key == "k8s_always_pull" ? "required" : null, out _);
        Verify.ContainerRow(Id, $"{{image: 'nginx{Digest}', imagePullPolicy: Always}}", Expected.False, new(options));
    }
}
