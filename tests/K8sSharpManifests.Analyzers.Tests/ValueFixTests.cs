namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>Fixes of a value that is wrong by itself.</summary>
public sealed class ValueFixTests
{
    [Theory]
    [InlineData("always", "ImagePullPolicy.Always")]
    [InlineData("ifnotpresent ", "ImagePullPolicy.IfNotPresent")]
    public Task PolicyInAChain_BecomesTheConstant(string before, string after)
    {
        string Code(string policy) => Verify.Shop($"""
            [Manifest]
            public static V1Pod Web => K8s.Pod("web").AddContainer("web", "nginx:1.27", c => c.WithImagePullPolicy({policy}));
            """);
        return Verify.Fix(Code($$"""{|K8S107:"{{before}}"|}"""), Code(after));
    }

    [Fact]
    public Task MisspelledPolicy_IsAGuessAndNotForFixAll() => Verify.Fix(
        [Verify.Shop("""public static V1Container Web => new() { Name = "web", Image = "nginx:1.27", ImagePullPolicy = {|K8S107:"IfNotPresnt"|} };""")],
        [Verify.Shop("""public static V1Container Web => new() { Name = "web", Image = "nginx:1.27", ImagePullPolicy = "IfNotPresent" };""")],
        "Change to 'IfNotPresent'",
        isSafe: false);

    [Fact]
    public Task PolicyInAnInitializer_BecomesText() => Verify.Fix(
        Verify.Shop("""public static V1Container Web => new() { Name = "web", Image = "nginx:1.27", ImagePullPolicy = {|K8S107:"always"|} };"""),
        Verify.Shop("""public static V1Container Web => new() { Name = "web", Image = "nginx:1.27", ImagePullPolicy = "Always" };"""));

    [Fact]
    public Task PolicyInAConstant_IsPutRightThere() => Verify.Fix(
        Verify.Shop(Container("{|K8S107:Policy|}"), """private const string Policy = "never";"""),
        Verify.Shop(Container("Policy"), """private const string Policy = "Never";"""));

    // The value is in the tree of whoever uses it, and wrong for all of them.
    [Fact]
    public Task PolicyInAField_IsPutRightThere() => Verify.Fix(
        Verify.Shop(Container("Policy"), """private static readonly string Policy = {|K8S107:"never"|};"""),
        Verify.Shop(Container("Policy"), """private static readonly string Policy = "Never";"""));

    [Theory]
    [InlineData("\" nginx:1.27\"", "\"nginx:1.27\"")]
    [InlineData("\"https://ghcr.io/acme/web:1.4.2\"", "\"ghcr.io/acme/web:1.4.2\"")]
    [InlineData("@\"docker://nginx:1.27 \"", "\"nginx:1.27\"")]
    public async Task MalformedImage_IsTrimmed(string before, string after)
    {
        string Chain(string image) => Verify.Shop($"""[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", {image});""");
        string Initializer(string image) => Verify.Shop($$"""public static V1Container Web => new() { Name = "web", Image = {{image}} };""");
        await Verify.Fix(Chain($$"""{|K8S101:{{before}}|}"""), Chain(after));
        await Verify.Fix(Initializer($$"""{|K8S101:{{before}}|}"""), Initializer(after));
    }

    [Theory]
    [InlineData("{|K8S101:$\"https://{Host}/web:1.4.2\"|}")]
    [InlineData("{|K8S101:\"docker://\" + Host + \"/web:1\"|}")]
    [InlineData("{|K8S101:\"ghcr.io/acme web\"|}")]
    public Task ImageThatIsMadeOfParts_IsLeftAlone(string image) => Verify.NoFix(Verify.Shop($$"""
        public static V1Container Web => new() { Name = "web", Image = {{image}} };

        private const string Host = "ghcr.io";
        """));

    // A literal in the place of the name would lose the parts, and so would one in the place of the sum.
    [Theory]
    [InlineData("K8S102", "\"ghcr.io/ACME/\" + \"web\" + \":\" + Version")]
    [InlineData("K8S101", "\"https://ghcr.io/acme/web:\" + Version")]
    [InlineData("K8S101", "$\"https://ghcr.io/acme/web:{Version}\"")]
    public Task ConstantThatIsMadeOfParts_IsLeftAlone(string id, string image) => Verify.NoFix(Verify.Shop($$"""
        public static V1Container Web => new() { Name = "web", Image = {|{{id}}:Image|} };

        public static V1Pod Pod => K8s.Pod("p").AddContainer("c", {|{{id}}:Shop.Image|});

        private const string Image = {{image}};

        private const string Version = "1.4.2";
        """));

    [Fact]
    public Task PolicyThatIsMadeOfParts_IsLeftAlone() => Verify.NoFix(
        Verify.Shop(Container("{|K8S107:Policy|}"), """private const string Policy = "nev" + "er";"""));

    private static string Container(string policy) =>
        $$"""public static V1Container Web => new() { Name = "web", Image = "nginx:1.27", ImagePullPolicy = {{policy}} };""";
}
