namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class UppercasePathTests
{
    private const string Id = "K8S102";
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static RuleRows Rows => new(Id)
    {
        { "{image: 'acme/Web:1'}", Expected.True },
        { "{image: Nginx}", Expected.True },
        { "{image: 'host:5000/Web'}", Expected.True },
        { "{image: 'MyOrg/Web:1'}", Expected.True },
        { "{image: 'acme/Web:'}", Expected.False },
        { "{image: 'ghcr.io/acme/webApi" + Digest + "'}", Expected.True },
        { "{image: 'acme/web:Rc1'}", Expected.False },
        { "{image: 'MyOrg/web:1'}", Expected.False },
        { "{image: 'Host:5000/web'}", Expected.False },
        { "{image: 'acme//Web'}", Expected.False },
        { "{name: web}", Expected.False },
        { "{image: !unknown }", Expected.Unknown },
        { "!open {name: web}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    [Theory]
    [InlineData("{image: 'ghcr.io/acme/Web:Rc1'}", "{image: 'ghcr.io/acme/web:Rc1'}")]
    [InlineData("{image: 'MyOrg/Web'}", "{image: 'myorg/web'}")]
    [InlineData("{image: 'Host:5000/Web" + Digest + "'}", "{image: 'Host:5000/web" + Digest + "'}")]
    [InlineData("{image: Nginx}", "{image: nginx}")]
    public void Fix_LeavesNothingToSay(string before, string after) => Verify.Fixed(Id, before, after);

    [Fact]
    public void Finding_IsAtTheImage()
    {
        var finding = Verify.InContainer(Id, "{image: 'acme/Web:1'}");
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.Equal("'acme/Web:1' has uppercase letters in its repository path, and no repository has: the kubelet says InvalidImageName and never starts the container", finding.Message);
    }
}
