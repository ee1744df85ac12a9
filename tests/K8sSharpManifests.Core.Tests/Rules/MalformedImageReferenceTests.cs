
namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class MalformedImageReferenceTests
{
    private const string Id = "K8S101";

    public static RuleRows Rows => new(Id)
    {
        { "{image: ''}", Expected.True },
        { "{image: ' '}", Expected.True },
        { "{image: 'nginx '}", Expected.True },
        { "{image: 'ngi nx'}", Expected.True },
        { "{image: 'https://ghcr.io/acme/web:1'}", Expected.True },
        { "{image: 'nginx:'}", Expected.True },
        { "{image: 'nginx:1:2'}", Expected.True },
        { "{image: 'nginx@sha256:abc'}", Expected.True },
        { "{image: '/nginx'}", Expected.True },
        { "{image: 'acme//web'}", Expected.True },
        { "{image: 'nginx_-x'}", Expected.True },
        { "{image: '-.acme.io/web'}", Expected.True },
        { "{image: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef}", Expected.True },
        { "{image: nginx}", Expected.False },
        { "{image: 'host:5000/app'}", Expected.False },
        { "{image: 'ghcr.io/acme/web:1.4.2'}", Expected.False },
        { "{image: 'MyOrg/app:1'}", Expected.False },
        { "{name: web}", Expected.False },
        { "{image: null}", Expected.False },
        { "{image: !unknown }", Expected.Unknown },
        { "!open {name: web}", Expected.Unknown },

        // Uppercase letters in the path are another rule's business, and it goes first.
        { "{image: 'acme/Web:1.4.2'}", Expected.False },
        { "{image: 'Nginx'}", Expected.False },
        { "{image: 'host:5000/Web'}", Expected.False },
        { "{image: 'acme/Web:Rc1@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}", Expected.False },
        { "{image: 'acme/Web:'}", Expected.True },
        { "{image: 'acme/Web@sha256:ABC'}", Expected.True },
        { "{image: 'acme/Web//x'}", Expected.True },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Container_IsJudged(string container, Expected expected) => Verify.ContainerRow(Id, container, expected);

    // The rules on tags and registries say nothing of what is no reference; a wrong policy is another mistake in another place.
    [Theory]
    [InlineData("{image: 'https://registry.acme.io/web:latest'}", "K8S101")]
    [InlineData("{image: 'registry.acme.io/web:latest '}", "K8S101")]
    [InlineData("{image: 'nginx: latest', imagePullPolicy: IfNotPresent}", "K8S101")]
    [InlineData("{image: 'nginx ', imagePullPolicy: always}", "K8S101 K8S107")]
    [InlineData("{image: 'registry.acme.io/Web:latest'}", "")]
    public void MalformedImage_SilencesTheOtherRulesOnIt(string container, string ids) =>
        Assert.Equal(ids, Verify.Ids(container, Id, "K8S104", "K8S105", "K8S106", "K8S107", "K8S112"));

    [Fact]
    public void Finding_IsAtTheImage() =>
        Assert.Equal("spec.containers[0].image", Verify.InContainer(Id, "{name: web, image: 'nginx:1 '}").At.Origin);

    [Theory]
    [InlineData("", "it is empty; the API server rejects a pod with it")]
    [InlineData("nginx ", "it has white space; the API server rejects a pod with it")]
    [InlineData("ngi nx", "it has white space; the kubelet says InvalidImageName and never starts the container")]
    [InlineData("a//b:1@", "its repository path is not made of lowercase letters and digits, joined by '/', '.', '_', '__' or dashes; "
        + "the kubelet says InvalidImageName and never starts the container")]
    public void Message_SaysWhatWillHappen(string image, string expected) =>
        Assert.Equal($"'{image}' is no image reference: {expected}", Verify.InContainer(Id, $"{{image: '{image}'}}").Message);

    [Fact]
    public void LineBreakInTheImage_LeavesTheMessageOnOneLine() =>
        Assert.StartsWith(@"'nginx\n\u0007' is no image", Verify.InContainer(Id, "{image: \"nginx\\n\\a\"}").Message);

    [Theory]
    [InlineData(" nginx:1\t", "nginx:1")]
    [InlineData("https://ghcr.io/acme/web:1", "ghcr.io/acme/web:1")]
    [InlineData(" docker://nginx ", "nginx")]
    public void Fix_TrimsAndStripsTheScheme(string image, string then) =>
        Verify.Fixed(Id, $"{{image: \"{image.Replace("\t", "\\t")}\"}}", $"{{image: '{then}'}}");

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("https://")]
    [InlineData("https://acme/Web")]
    [InlineData("nginx:")]
    public void NothingToTrim_HasNoFix(string image) => Assert.Empty(Verify.InContainer(Id, $"{{image: '{image}'}}").Fixes);
}
