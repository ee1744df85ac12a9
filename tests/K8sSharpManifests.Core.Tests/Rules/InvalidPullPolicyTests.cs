
namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class InvalidPullPolicyTests
{
    private const string Id = "K8S107";

    public static RuleRows Rows => new(Id)
    {
        { "{image: nginx, imagePullPolicy: always}", Expected.True },
        { "{image: nginx, imagePullPolicy: 'Always '}", Expected.True },
        { "{image: nginx, imagePullPolicy: IfNotExists}", Expected.True },
        { "{imagePullPolicy: ' '}", Expected.True },
        { "{image: !unknown , imagePullPolicy: always}", Expected.True },
        { "!open {imagePullPolicy: always}", Expected.True },
        { "{image: nginx, imagePullPolicy: Always}", Expected.False },
        { "{image: nginx, imagePullPolicy: IfNotPresent}", Expected.False },
        { "{image: nginx, imagePullPolicy: Never}", Expected.False },
        { "{image: nginx}", Expected.False },
        { "{image: nginx, imagePullPolicy: ''}", Expected.False },
        { "{image: nginx, imagePullPolicy: null}", Expected.False },
        { "{image: nginx, imagePullPolicy: !unknown }", Expected.Unknown },
        { "!open {image: nginx}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    [Fact]
    public void Finding_IsAtThePolicy()
    {
        var finding = Verify.InContainer(Id, "{image: 'nginx:1', imagePullPolicy: Allways}");
        Assert.Equal("spec.containers[0].imagePullPolicy", finding.At.Origin);
        Assert.StartsWith("'Allways' is no image pull policy", finding.Message);
    }

    [Theory]
    [InlineData("always", "Always", true)]
    [InlineData("IFNOTPRESENT", "IfNotPresent", true)]
    [InlineData(" Never", "Never", true)]
    [InlineData("Allways", "Always", false)]
    [InlineData("IfNotExists", "IfNotPresent", false)]
    [InlineData("if-not-present", "IfNotPresent", false)]
    public void Fix_SetsTheNearestPolicy(string policy, string then, bool isSafeForFixAll)
    {
        var before = $"{{image: 'nginx:1', imagePullPolicy: '{policy}'}}";
        Verify.Fixed(Id, before, $"{{image: 'nginx:1', imagePullPolicy: {then}}}");
        Assert.Equal(isSafeForFixAll, Assert.Single(Verify.InContainer(Id, before).Fixes).IsSafeForFixAll);
    }

    [Theory]
    [InlineData("Sometimes")]
    [InlineData("latest")]
    [InlineData("IfNotPresentOrWhateverElseTheNodeWouldLikeToDoAboutIt")]
    public void FarFromAnyPolicy_HasNoFix(string policy) =>
        Assert.Empty(Verify.InContainer(Id, $"{{image: 'nginx:1', imagePullPolicy: {policy}}}").Fixes);
}
