using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class AccidentalRegistryHostTests
{
    private const string Id = "K8S103";
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static RuleRows Rows => new(Id)
    {
        { "{image: 'MyOrg/web:1'}", Expected.True },
        { "{image: 'acmeCorp/team/web'}", Expected.True },
        { "{image: 'MyOrg/web" + Digest + "'}", Expected.True },
        { "{image: 'myorg/web:1'}", Expected.False },
        { "{image: 'My.Org/web:1'}", Expected.False },
        { "{image: 'MyHost:5000/web:1'}", Expected.False },
        { "{image: 'localhost/web:1'}", Expected.False },
        { "{image: 'MyOrg/Web:1'}", Expected.False },
        { "{image: nginx}", Expected.False },
        { "{name: web}", Expected.False },
        { "{image: !unknown }", Expected.Unknown },
        { "!open {name: web}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    [Theory]
    [InlineData("{image: 'MyOrg/web:1'}", "{image: 'myorg/web:1'}")]
    [InlineData("{image: 'MyOrg/web:Rc1" + Digest + "'}", "{image: 'myorg/web:Rc1" + Digest + "'}")]
    public void Fix_LeavesNothingToSay(string before, string after) => Verify.Fixed(Id, before, after);

    [Fact]
    public void Finding_IsAtTheImage()
    {
        var finding = Verify.InContainer(Id, "{image: 'MyOrg/web:1'}");
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.Equal("'MyOrg/web:1' is not on Docker Hub: with uppercase letters 'MyOrg' is the name of a registry, and the pull ends in ErrImagePull", finding.Message);
    }

    [Theory]
    [InlineData("k8s_public_registries")]
    [InlineData("k8s_private_registries")]
    [InlineData("k8s_node_credential_registries")]
    public void HostThatIsNamed_IsOneOnPurpose(string key)
    {
        var options = RuleOptions.Parse(asked => asked == key ? "*" : null, out _);
        Verify.ContainerRow(Id, "{image: 'MyOrg/web:1'}", Expected.False, new(options));
    }

    [Fact]
    public void AccidentalHost_IsNoPrivateRegistry() => Assert.Equal(Id, Verify.Ids("{image: 'MyOrg/web:1'}", Id, "K8S112"));
}
