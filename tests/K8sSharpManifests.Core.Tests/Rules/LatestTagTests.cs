namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class LatestTagTests
{
    private const string Id = "K8S104";
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static RuleRows Rows => new(Id)
    {
        { "{image: 'nginx:latest'}", Expected.True },
        { "{image: 'host:5000/app:latest'}", Expected.True },
        { "{image: 'nginx:latest', imagePullPolicy: ''}", Expected.True },
        { "{image: 'nginx:latest', imagePullPolicy: null}", Expected.True },
        { "{image: 'nginx:Latest'}", Expected.False },
        { "{image: 'nginx:1.27'}", Expected.False },
        { "{image: 'nginx'}", Expected.False },
        { "{image: 'host:5000/app'}", Expected.False },
        { $"{{image: 'nginx:latest{Digest}'}}", Expected.False },
        { "{image: 'nginx:latest', imagePullPolicy: Never}", Expected.False },
        { "{image: 'nginx:latest', imagePullPolicy: Always}", Expected.False },
        { "{image: 'nginx:latest', imagePullPolicy: IfNotPresent}", Expected.False },
        { "{image: 'nginx:1.27', imagePullPolicy: !unknown }", Expected.False },
        { "{name: web}", Expected.False },
        { "{image: !unknown }", Expected.Unknown },
        { "{image: 'nginx:latest', imagePullPolicy: !unknown }", Expected.Unknown },
        { "!open {image: 'nginx:latest'}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    // Whoever completes a helper's container may set the policy; the tag is there already.
    [Theory]
    [InlineData("!open {image: 'nginx:latest'}", "K8S104")]
    [InlineData("!open {image: nginx}", "K8S105")]
    [InlineData("!open {image: 'nginx:1.27'}", "")]
    [InlineData("!open {image: 'nginx:latest', imagePullPolicy: !unknown }", "")]
    [InlineData("!open {image: 'nginx:latest', imagePullPolicy: Always}", "")]
    [InlineData("!open {imagePullPolicy: Sometimes}", "K8S107")]
    [InlineData("!open {image: 'nginx:latest', imagePullPolicy: IfNotPresent}", "K8S106")]
    public void UnfinishedContainer_IsJudgedByWhatIsThere(string container, string ids)
    {
        var root = YamlTree.Parse(container, "V1Container");
        string[] rules = [Id, "K8S105", "K8S106", "K8S107"];
        Assert.Equal(ids, Verify.Ids(root, Verify.Defaults.ForUnfinished(), rules));
    }

    [Fact]
    public void Finding_IsAtTheImage()
    {
        var finding = Verify.InContainer(Id, "{name: web, image: 'nginx:latest'}");
        Assert.Equal("spec.containers[0].image", finding.At.Origin);
        Assert.StartsWith("'nginx:latest' is another image whenever 'latest' moves", finding.Message);
    }

    // What stands in for the version is no tag, so that nobody forgets it.
    [Fact]
    public void Fix_LeavesAPlaceForTheVersion()
    {
        Verify.Fixed(Id, "{image: 'nginx:latest'}", "{image: 'nginx:<version>'}");
        Assert.Equal("K8S101", Verify.Ids("{image: 'nginx:<version>'}", "K8S101", Id));
    }
}
