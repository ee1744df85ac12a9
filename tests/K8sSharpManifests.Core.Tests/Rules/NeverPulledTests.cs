using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class NeverPulledTests
{
    private const string Id = "K8S108";
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static RuleRows Rows => new(Id)
    {
        { "{image: 'nginx:1', imagePullPolicy: Never}", Expected.True },
        { "{image: nginx, imagePullPolicy: Never}", Expected.True },
        { "{image: 'nginx" + Digest + "', imagePullPolicy: Never}", Expected.True },
        { "{image: 'nginx:1'}", Expected.False },
        { "{image: 'nginx:1', imagePullPolicy: never}", Expected.False },
        { "{image: 'nginx:1', imagePullPolicy: Always}", Expected.False },
        { "{image: 'nginx ', imagePullPolicy: Never}", Expected.False },
        { "{imagePullPolicy: Never}", Expected.False },
        { "{image: !unknown , imagePullPolicy: Never}", Expected.Unknown },
        { "{image: 'nginx:1', imagePullPolicy: !unknown }", Expected.Unknown },
        { "!open {image: 'nginx:1'}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    [Theory]
    [InlineData("{image: 'nginx:1', imagePullPolicy: Never}", "{image: 'nginx:1', imagePullPolicy: IfNotPresent}")]
    public void Fix_LeavesNothingToSay(string before, string after) => Verify.Fixed(Id, before, after);

    [Fact]
    public void Finding_IsAtTheImage()
    {
        var finding = Verify.InContainer(Id, "{image: 'nginx:1', imagePullPolicy: Never}");
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.Equal("'nginx:1' is never pulled: on a node that was not given it beforehand the kubelet says ErrImageNeverPull", finding.Message);
    }

    [Theory]
    [InlineData("nginx", "nginx:1", Expected.False)]
    [InlineData("docker.io/library/nginx", "nginx:1", Expected.False)]
    [InlineData("nginx:1", "nginx:1", Expected.False)]
    [InlineData("nginx:2", "nginx:1", Expected.True)]
    [InlineData("nginx:1", "nginx", Expected.True)]
    [InlineData("nginx:latest", "nginx", Expected.False)]
    [InlineData("nginx:1", "nginx:1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", Expected.True)]
    [InlineData("registry.acme.io/base/*", "registry.acme.io/base/a/b:1", Expected.False)]
    [InlineData("registry.acme.io/base/*", "registry.acme.io/web:1", Expected.True)]
    [InlineData("registry.acme.io:5000/*", "registry.acme.io:5000/web", Expected.False)]
    [InlineData("pause, acme/*:dev-*", "acme/web:dev-7", Expected.False)]
    [InlineData("pause, acme/*:dev-*", "acme/web:1", Expected.True)]
    [InlineData("*", "acme/web:1", Expected.False)]
    public void PreloadedImages_MayBeNeverPulled(string value, string image, Expected expected)
    {
        var options = RuleOptions.Parse(key => key == "k8s_preloaded_images" ? value : null, out var wrong);
        Assert.Empty(wrong);
        Verify.ContainerRow(Id, $"{{image: '{image}', imagePullPolicy: Never}}", expected, new(options));
    }

    // A node that has a mutable image would keep it for good.
    [Fact]
    public void MutableImage_IsNotFixedWithAllOthers() => Assert.False(Assert.Single(Verify.InContainer(Id, "{image: nginx, imagePullPolicy: Never}").Fixes).IsSafeForFixAll);
}
