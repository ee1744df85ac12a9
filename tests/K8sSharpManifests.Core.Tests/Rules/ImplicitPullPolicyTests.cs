namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class ImplicitPullPolicyTests
{
    private const string Id = "K8S110";
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static RuleRows Rows => new(Id)
    {
        { "{image: 'nginx:1'}", Expected.True },
        { "{image: nginx, imagePullPolicy: ''}", Expected.True },
        { "{image: 'nginx" + Digest + "'}", Expected.True },
        { "{image: 'nginx:1', imagePullPolicy: Always}", Expected.False },
        { "{image: 'nginx:1', imagePullPolicy: x}", Expected.False },
        { "{image: 'nginx '}", Expected.False },
        { "{name: web}", Expected.False },
        { "{image: !unknown }", Expected.Unknown },
        { "{image: 'nginx:1', imagePullPolicy: !unknown }", Expected.Unknown },
        { "!open {image: 'nginx:1'}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    [Theory]
    [InlineData("{image: 'nginx:1'}", "{image: 'nginx:1', imagePullPolicy: IfNotPresent}")]
    [InlineData("{image: nginx}", "{image: nginx, imagePullPolicy: Always}")]
    [InlineData("{image: 'nginx:latest" + Digest + "'}", "{image: 'nginx:latest" + Digest + "', imagePullPolicy: Always}")]
    [InlineData("{image: 'nginx" + Digest + "'}", "{image: 'nginx" + Digest + "', imagePullPolicy: IfNotPresent}")]
    [InlineData("{image: 'host:5000/app'}", "{image: 'host:5000/app', imagePullPolicy: Always}")]
    [InlineData("{image: 'nginx:Latest'}", "{image: 'nginx:Latest', imagePullPolicy: IfNotPresent}")]
    public void Fix_LeavesNothingToSay(string before, string after) => Verify.Fixed(Id, before, after);

    [Fact]
    public void Finding_IsAtTheImage()
    {
        var finding = Verify.InContainer(Id, "{image: 'nginx:1'}");
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.Equal("'nginx:1' leaves the pull policy to its tag: the API server makes it IfNotPresent when the object is created, and keeps that when the tag changes", finding.Message);
    }
}
