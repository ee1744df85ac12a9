namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class MutableTagAlwaysPulledTests
{
    private const string Id = "K8S121";
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static RuleRows Rows => new(Id)
    {
        { "{image: 'nginx:latest', imagePullPolicy: Always}", Expected.True },
        { "{image: nginx, imagePullPolicy: Always}", Expected.True },
        { "{image: 'nginx:1', imagePullPolicy: Always}", Expected.False },
        { "{image: 'nginx" + Digest + "', imagePullPolicy: Always}", Expected.False },
        { "{image: nginx}", Expected.False },
        { "{image: nginx, imagePullPolicy: IfNotPresent}", Expected.False },
        { "{imagePullPolicy: Always}", Expected.False },
        { "{image: !unknown , imagePullPolicy: Always}", Expected.Unknown },
        { "{image: nginx, imagePullPolicy: !unknown }", Expected.Unknown },
        { "!open {image: nginx}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    [Theory]
    [InlineData("{image: 'nginx:latest', imagePullPolicy: Always}", "{image: 'nginx:<version>', imagePullPolicy: Always}")]
    [InlineData("{image: 'host:5000/app', imagePullPolicy: Always}", "{image: 'host:5000/app:<version>', imagePullPolicy: Always}")]
    public void Fix_LeavesNothingToSay(string before, string after) => Verify.Fixed(Id, before, after);

    [Fact]
    public void Finding_IsAtTheImage()
    {
        var finding = Verify.InContainer(Id, "{image: nginx, imagePullPolicy: Always}");
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.Equal("'nginx' is another image whenever its tag moves: Always keeps it current, but each start can run other code, and nobody can go back to what ran before; name a version", finding.Message);
    }
}
