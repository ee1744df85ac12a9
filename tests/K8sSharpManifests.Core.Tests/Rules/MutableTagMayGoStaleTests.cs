
namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class MutableTagMayGoStaleTests
{
    private const string Id = "K8S106";
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static RuleRows Rows => new(Id)
    {
        { "{image: 'nginx:latest', imagePullPolicy: IfNotPresent}", Expected.True },
        { "{image: nginx, imagePullPolicy: IfNotPresent}", Expected.True },
        { "{image: 'host:5000/app', imagePullPolicy: IfNotPresent}", Expected.True },
        { "{image: 'nginx:1.27', imagePullPolicy: IfNotPresent}", Expected.False },
        { "{image: 'nginx:Latest', imagePullPolicy: IfNotPresent}", Expected.False },
        { $"{{image: 'nginx:latest{Digest}', imagePullPolicy: IfNotPresent}}", Expected.False },
        { $"{{image: 'nginx{Digest}', imagePullPolicy: IfNotPresent}}", Expected.False },
        { "{image: 'nginx:latest', imagePullPolicy: Always}", Expected.False },
        { "{image: 'nginx:latest', imagePullPolicy: Never}", Expected.False },
        { "{image: 'nginx:latest'}", Expected.False },
        { "{image: 'nginx:latest', imagePullPolicy: ifnotpresent}", Expected.False },
        { "{image: !unknown , imagePullPolicy: Always}", Expected.False },
        { "{image: !unknown , imagePullPolicy: IfNotPresent}", Expected.Unknown },
        { "{image: nginx, imagePullPolicy: !unknown }", Expected.Unknown },
        { "!open {image: nginx}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    // Whatever the policy is, one rule at most speaks of a mutable tag.
    [Theory]
    [InlineData("{image: 'nginx:latest'}", "K8S104")]
    [InlineData("{image: 'nginx:latest', imagePullPolicy: IfNotPresent}", "K8S106")]
    [InlineData("{image: 'nginx:latest', imagePullPolicy: ifNotPresent}", "K8S107")]
    [InlineData("{image: nginx}", "K8S105")]
    [InlineData("{image: nginx, imagePullPolicy: IfNotPresent}", "K8S106")]
    [InlineData("{image: nginx, imagePullPolicy: Always}", "K8S121")]
    [InlineData("{image: nginx, imagePullPolicy: Never}", "K8S108")]
    public void MutableTag_GetsOneFinding(string container, string ids) =>
        Assert.Equal(ids, Verify.Ids(container, "K8S104", "K8S105", "K8S106", "K8S107", "K8S108", "K8S121"));

    [Fact]
    public void Finding_IsAtTheImage()
    {
        var finding = Verify.InContainer(Id, "{name: web, image: nginx, imagePullPolicy: IfNotPresent}");
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.StartsWith("'nginx' can go stale", finding.Message);
        Assert.Equal([true, false], finding.Fixes.Select(fix => fix.IsSafeForFixAll));
    }

    [Fact]
    public void Fix_SetsAlways() =>
        Verify.Fixed(Id, "{image: nginx, imagePullPolicy: IfNotPresent, name: web}", "{image: nginx, imagePullPolicy: Always, name: web}");
}
