namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>What is declared to live elsewhere is left to the build, which knows whether a manifest says so, and in which namespace.</summary>
public sealed class ExternalTests
{
    private const string Silent = """[Manifest] public static V1Pod Web => K8s.Pod("web").AddContainer("web", "registry.acme.io/web:1.4.2");""";
    private const string Found = """[Manifest] public static V1Pod Web => K8s.{|K8S112:Pod("web")|}.AddContainer("web", "registry.acme.io/web:1.4.2");""";

    [Theory]
    [InlineData("""External.ServiceAccount("default")""")]
    [InlineData("""External.ServiceAccount("def*")""")]
    [InlineData("""External.ServiceAccount(@namespace: "shop", name: Default)""")]
    [InlineData("""External.ServiceAccount(Environment.NewLine)""")]
    [InlineData("""External.Object("ServiceAccount", "default")""")]
    [InlineData("""External.Object(Environment.NewLine, "other")""")]
    [InlineData("""K8sSharpManifests.External.ServiceAccount("default")""")]
    [InlineData("""global::K8sSharpManifests.External.ServiceAccount("default")""")]
    [InlineData("""new[] { "default" }.Select(name => External.ServiceAccount(name)).First()""")]
    [InlineData("""new Func<string, string?, ExternalObject>(External.ServiceAccount)("default", null)""")]
    public Task AccountThatMayBeElsewhere_IsNotJudged(string declared) => Verify.Findings(Verify.Shop(Silent), In($"public static ExternalObject Account => {declared};"));

    [Theory]
    [InlineData("""External.ServiceAccount("web")""")]
    [InlineData("""External.Secret("default")""")]
    [InlineData("""External.Object("Secret", "default")""")]
    [InlineData("""External.Secret(Environment.NewLine)""")]
    public Task OtherObjectElsewhere_ChangesNothing(string declared) => Verify.Findings(Verify.Shop(Found), In($"public static ExternalObject Account => {declared};"));

    // What the build emits only the build sees.
    [Theory]
    [InlineData("""K8s.ServiceAccount("default").WithImagePullSecrets([new() { Name = "regcred" }])""")]
    [InlineData("""new() { Metadata = new() { Name = "default" }, ImagePullSecrets = [new() { Name = "regcred" }] }""")]
    public Task DefaultAccountThatTheProjectMakes_IsNotJudged(string account) =>
        Verify.Findings(Verify.Shop(Silent), In($"[Manifest] public static V1ServiceAccount Account => {account};"));

    [Theory]
    [InlineData("""K8s.ServiceAccount("web")""")]
    [InlineData("""K8s.ServiceAccount("web").WithNamespace("default-2")""")]
    public Task AnotherAccountThatTheProjectMakes_ChangesNothing(string account) =>
        Verify.Findings(Verify.Shop(Found), In($"[Manifest] public static V1ServiceAccount Account => {account};"));

    [Theory]
    [InlineData("""K8s.Pod("b").WithServiceAccountName("default")""")]
    [InlineData("""new() { Spec = new() { Containers = [], ServiceAccountName = "default" } }""")]
    public Task PodThatNamesTheDefaultAccount_ChangesNothing(string pod) => Verify.Findings(Verify.Shop(Found), In($"[Manifest] public static V1Pod Other => {pod};"));

    [Theory]
    [InlineData("using static K8sSharpManifests.External;", "ServiceAccount")]
    [InlineData("using Elsewhere = K8sSharpManifests.External;", "Elsewhere.ServiceAccount")]
    public Task NameThatIsBroughtByAUsing_IsUnderstood(string directive, string method) =>
        Verify.Findings(Verify.Shop(Silent), directive + In($"public static ExternalObject Account => {method}(\"default\");"));

    [Fact]
    public Task TypeOfTheUsersOwn_DeclaresNothing() => Verify.Findings(
        Verify.Shop(Found),
        In("""public static class External { public static string Object(string kind, string name) => kind + name; } public static string Account => External.Object(Environment.NewLine, Default);"""));

    [Fact]
    public Task CallBeingTyped_DeclaresNothing() => Verify.Findings(
        Verify.Shop(Found),
        In("public static ExternalObject Account => External.{|CS0117:Serv|};"));

    [Fact]
    public Task Option_NamesTheAccount() => Verify.Findings("k8s_external = Secret/db, ServiceAccount/default\n", [Verify.Shop(Silent)]);

    [Fact]
    public Task OptionForAnotherObject_ChangesNothing() => Verify.Findings("k8s_external = ServiceAccount/web\n", [Verify.Shop(Found)]);

    private static string In(string member) => $"public static class Declared {{ private const string Default = \"default\"; {member} }}";
}
