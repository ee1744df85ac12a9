
namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class NoTagNoDigestTests
{
    private const string Id = "K8S105";
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static RuleRows Rows => new(Id)
    {
        { "{image: nginx}", Expected.True },
        { "{image: 'host:5000/app'}", Expected.True },
        { "{image: nginx, imagePullPolicy: ''}", Expected.True },
        { "{image: 'nginx:latest'}", Expected.False },
        { "{image: 'nginx:1.27'}", Expected.False },
        { $"{{image: 'nginx{Digest}'}}", Expected.False },
        { $"{{image: 'nginx:1{Digest}'}}", Expected.False },
        { "{image: nginx, imagePullPolicy: Never}", Expected.False },
        { "{image: nginx, imagePullPolicy: Always}", Expected.False },
        { "{image: nginx, imagePullPolicy: IfNotPresent}", Expected.False },
        { "{name: web}", Expected.False },
        { "{image: !unknown }", Expected.Unknown },
        { "{image: nginx, imagePullPolicy: !unknown }", Expected.Unknown },
        { "!open {image: nginx}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    [Fact]
    public void Finding_IsAtTheImage()
    {
        var finding = Verify.InContainer(Id, "{name: web, image: nginx}");
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.StartsWith("'nginx' has no tag, so the kubelet adds ':latest'", finding.Message);
    }

    // What stands in for the version is no tag, so that nobody forgets it.
    [Fact]
    public void Fix_LeavesAPlaceForTheVersion()
    {
        Verify.Fixed(Id, "{image: 'host:5000/app'}", "{image: 'host:5000/app:<version>'}");
        Assert.Equal("K8S101", Verify.Ids("{image: 'host:5000/app:<version>'}", "K8S101", Id));
    }
}
