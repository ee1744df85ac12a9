namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class UnusablePullSecretTests
{
    private const string Id = "K8S115";

    public static RuleRows Rows => new(Id)
    {
        { "{imagePullSecrets: [{name: no-key}]}", Expected.True },
        { "{imagePullSecrets: [{name: legacy-key}]}", Expected.True },
        { "{imagePullSecrets: [{name: no-json}]}", Expected.True },
        { "{imagePullSecrets: [{name: json-list}]}", Expected.True },
        { "{imagePullSecrets: [{name: no-auths}]}", Expected.True },
        { "{imagePullSecrets: [{name: empty-auths}]}", Expected.True },
        { "{imagePullSecrets: [{name: no-password}]}", Expected.True },
        { "{imagePullSecrets: [{name: no-colon}]}", Expected.True },
        { "{imagePullSecrets: [{name: no-base64}]}", Expected.True },
        { "{imagePullSecrets: [{name: good}]}", Expected.False },
        { "{imagePullSecrets: [{name: hub}]}", Expected.False },
        { "{imagePullSecrets: [{name: legacy}]}", Expected.False },
        { "{imagePullSecrets: [{name: bytes}]}", Expected.False },
        { "{imagePullSecrets: [{name: redacted}]}", Expected.False },
        { "{imagePullSecrets: [{name: starred}]}", Expected.False },
        { "{imagePullSecrets: [{name: variable}]}", Expected.False },
        { "{imagePullSecrets: [{name: opaque}]}", Expected.False },
        { "{imagePullSecrets: [{name: nowhere}]}", Expected.False },
        { "{imagePullSecrets: [{}]}", Expected.False },
        { "{imagePullSecrets: [{name: !unknown }]}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Pod_IsJudged(string spec, Expected expected) => EmittedSet.Row(Id, spec, expected);

    // Only the build knows what is emitted.
    [Fact]
    public void CompilerStage_LeavesItToTheBuild() => EmittedSet.Row(Id, "{imagePullSecrets: [{name: no-json}]}", Expected.Unknown, Verify.Defaults);

    [Theory]
    [InlineData("Secret/no-json", Expected.False)]
    [InlineData("Secret/shop/*", Expected.False)]
    [InlineData("Secret/other/no-json", Expected.True)]
    [InlineData("ConfigMap/*", Expected.True)]
    public void SecretThatLivesElsewhere_IsNotJudged(string external, Expected expected) =>
        EmittedSet.Row(Id, "{imagePullSecrets: [{name: no-json}]}", expected, EmittedSet.With("k8s_external", external));

    [Theory]
    [InlineData("no-key", "it has no key '.dockerconfigjson'")]
    [InlineData("no-json", "its key '.dockerconfigjson' holds no JSON object, so that the kubelet pulls no image of the pod")]
    [InlineData("no-colon", "its entry for 'registry.acme.io' has an 'auth' that is not the base64 of user:password, so that the kubelet pulls no image of the pod", "encode user:password")]
    [InlineData("no-auths", "its key '.dockerconfigjson' names no registry in 'auths'")]
    [InlineData("no-password", "its entry for 'registry.acme.io' has no user name and password", "give it both")]
    public void Message_SaysWhatIsWrongAndNoSecret(string name, string reason, string remedy = "make it with K8s.RegistrySecret") => Assert.Equal(
        $"'{name}' is of no use for pulling: {reason}; {remedy}, or the pull ends in ErrImagePull",
        EmittedSet.Find(Id, $"{{imagePullSecrets: [{{name: {name}}}]}}").Message);

    // One mistake is one finding: the API server refuses the Secret, and that is K8S120.
    [Fact]
    public void DataThatIsNoBase64_IsToldOnce()
    {
        const string Secret = "{apiVersion: v1, kind: Secret, metadata: {name: reg, namespace: shop}, type: kubernetes.io/dockerconfigjson, data: {.dockerconfigjson: 'no base64!'}}";
        Assert.Equal("", EmittedSet.Ids("{imagePullSecrets: [{name: reg}]}", EmittedSet.Context(Secret)));
        Assert.Equal("K8S120", Verify.Ids(YamlTree.Parse(Secret), Verify.Defaults, ["K8S115", "K8S120"]));
    }
}
