namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class LatestWithDigestTests
{
    private const string Id = "K8S111";
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static RuleRows Rows => new(Id)
    {
        { "{image: 'nginx:latest" + Digest + "'}", Expected.True },
        { "{image: 'host:5000/a:latest" + Digest + "', imagePullPolicy: ''}", Expected.True },
        { "{image: 'nginx:latest'}", Expected.False },
        { "{image: 'nginx" + Digest + "'}", Expected.False },
        { "{image: 'nginx:1" + Digest + "'}", Expected.False },
        { "{image: 'nginx:Latest" + Digest + "'}", Expected.False },
        { "{image: 'nginx:latest" + Digest + "', imagePullPolicy: Always}", Expected.False },
        { "{name: web}", Expected.False },
        { "{image: !unknown }", Expected.Unknown },
        { "{image: 'nginx:latest" + Digest + "', imagePullPolicy: !unknown }", Expected.Unknown },
        { "!open {image: 'nginx:latest" + Digest + "'}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    [Theory]
    [InlineData("{image: 'nginx:latest" + Digest + "'}", "{image: 'nginx" + Digest + "'}")]
    public void Fix_LeavesNothingToSay(string before, string after) => Verify.Fixed(Id, before, after);

    [Fact]
    public void Finding_IsAtTheImage()
    {
        var finding = Verify.InContainer(Id, "{image: 'nginx:latest" + Digest + "'}");
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.Equal("'nginx:latest" + Digest + "' is pulled by its digest, and 'latest' beside that only makes the pull policy Always: each start asks the registry for what the node has", finding.Message);
    }
}
