using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class UnlockedImageTests
{
    private const string Id = "K8S123";
    private const string Digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly string Text = ImageLock.Of(new Dictionary<string, string>
    {
        ["docker.io/library/nginx:1.27"] = Digest,
        ["docker.io/library/nginx:latest"] = Digest,
    }).Text;

    private static readonly JudgeContext Locked = new() { ImageLock = ImageLock.Parse(Text, out _) };

    public static RuleRows Rows => new(Id)
    {
        { "{image: 'nginx:1.26'}", Expected.True },
        { "{image: 'ghcr.io/acme/web'}", Expected.True },
        { "{image: 'nginx:1.26', imagePullPolicy: Always}", Expected.True },
        { "{image: 'nginx:1.27'}", Expected.False },
        { "{image: 'docker.io/library/nginx:1.27'}", Expected.False },
        { "{image: nginx}", Expected.False },
        { $"{{image: 'nginx:1.26@{Digest}'}}", Expected.False },
        { $"{{image: 'nginx@{Digest}'}}", Expected.False },
        { "{image: 'nginx:1.26', imagePullPolicy: Never}", Expected.False },
        { "{image: 'Nginx:1.26'}", Expected.False },
        { "{image: ''}", Expected.False },
        { "{name: web}", Expected.False },
        { "{image: !unknown }", Expected.Unknown },
        { "{image: 'nginx:1.26', imagePullPolicy: !unknown }", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected, Locked);

    [Fact]
    public void WithoutALock_NothingIsSaid() => Verify.ContainerRow(Id, "{image: 'nginx:1.26'}", Expected.False);

    // The lock may be written before the build.
    [Fact]
    public void CompilerStage_LeavesItToTheBuild()
    {
        var context = new JudgeContext { ImageLock = ImageLock.Parse(Text, out _, mayGrow: true) };
        Verify.ContainerRow(Id, "{image: 'nginx:1.26'}", Expected.Unknown, context);
        Verify.ContainerRow(Id, "{image: 'nginx:1.27'}", Expected.False, context);
    }

    [Theory]
    [InlineData("nginx", Expected.False)]
    [InlineData("nginx:1.2*", Expected.False)]
    [InlineData("nginx:1.3*", Expected.True)]
    [InlineData("ghcr.io/*", Expected.True)]
    public void UnlockedImage_NeedsNoEntry(string option, Expected expected) => Verify.ContainerRow(
        Id, "{image: 'nginx:1.26'}", expected, new(RuleOptions.Parse(key => key == "k8s_unlocked_images" ? option : null, out _)) { ImageLock = Locked.ImageLock });

    [Fact]
    public void Finding_NamesTheLock()
    {
        var context = new JudgeContext { ImageLock = ImageLock.Parse(Text, out _, "deploy/images.lock.json") };
        var finding = Assert.Single(Judge.Run(Place.Pod.In("containers").With("{image: 'nginx:1.26'}"), context), finding => finding.Info.Id == Id);
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.Equal("'nginx:1.26' is not in deploy/images.lock.json, so it is emitted without a digest: run 'k8ssharp pin', or name it in k8s_unlocked_images", finding.Message);
    }

    // Judged as it is emitted: the digest beside the tag is what is pulled.
    [Theory]
    [InlineData("{image: 'nginx:latest'}", "K8S111")]
    [InlineData("{image: nginx}", "")]
    [InlineData("{image: 'nginx:latest', imagePullPolicy: IfNotPresent}", "")]
    [InlineData("{image: 'nginx:latest', imagePullPolicy: Always}", "K8S109")]
    [InlineData("{image: 'nginx:1.27'}", "")]
    [InlineData("{image: 'nginx:1.27', imagePullPolicy: Always}", "K8S109")]
    [InlineData("{image: 'nginx:latest', imagePullPolicy: Never}", "K8S108")]
    [InlineData("{image: 'web:latest'}", "K8S104 K8S123")]
    public void RulesAboutTags_SeeTheDigest(string container, string ids) => Assert.Equal(
        ids, Verify.Ids(Place.Pod.In("containers").With(container), Locked, ["K8S101", "K8S103", "K8S104", "K8S105", "K8S106", "K8S108", "K8S109", "K8S111", "K8S121", Id]));

    [Theory]
    [InlineData("K8S109", "{image: 'nginx:1.27', imagePullPolicy: Always}", "{image: 'nginx:1.27', imagePullPolicy: IfNotPresent}", $"'nginx:1.27@{Digest}' is one and the same image for good")]
    [InlineData("K8S111", "{image: 'nginx:latest'}", "{image: 'nginx:latest', imagePullPolicy: IfNotPresent}", $"'nginx:latest@{Digest}' is pulled by its digest")]
    public void WhatIsSaidOfThePolicy_ShowsTheDigest(string id, string before, string after, string message)
    {
        var place = Place.Pod.In("containers");
        var root = place.With(before);
        var finding = Assert.Single(Judge.Run(root, Locked), finding => finding.Info.Id == id);
        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
        Assert.Equal(YamlTree.Text(place.With(after)), YamlTree.Text(FixedTree.Of(root, [finding.Fixes[0]])));
    }

    [Fact]
    public void Pin_WritesTheDigestBehindTheTag()
    {
        var pod = YamlTree.Parse(Pod("nginx", "nginx:1.27", "nginx:1.26", "docker.io/nginx:1.27", "nginx:1.27"));
        var pinned = ImageUses.Pin((Mapping)pod, Locked.ImageLock!);
        Assert.Equal(
            YamlTree.Text(YamlTree.Parse(Pod($"nginx@{Digest}", $"nginx:1.27@{Digest}", "nginx:1.26", $"docker.io/nginx:1.27@{Digest}", "nginx:1.27"))),
            YamlTree.Text(pinned));
        Assert.Same(pinned, ImageUses.Pin(pinned, Locked.ImageLock!));
        Assert.Equal(["nginx", "nginx:1.27", "nginx:1.26", "nginx:1.27", "nginx:1.27"], ImageUses.In(pod).Select(image => image.FamiliarName + (image.Tag is null ? "" : ":" + image.Tag)));
    }

    private static string Pod(string init, string web, string other, string volume, string never) =>
        $"{{apiVersion: v1, kind: Pod, metadata: {{name: a, annotations: {{image: 'nginx:1.27'}}}}, spec: {{initContainers: [{{name: i, image: '{init}'}}], "
        + $"containers: [{{name: w, image: '{web}'}}, {{name: o, image: '{other}'}}], volumes: [{{name: v, image: {{reference: '{volume}'}}}}], ephemeralContainers: [{{name: n, image: '{never}', imagePullPolicy: Never}}]}}}}";
}
