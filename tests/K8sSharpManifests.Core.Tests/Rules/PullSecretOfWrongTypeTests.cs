namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class PullSecretOfWrongTypeTests
{
    private const string Id = "K8S114";

    public static RuleRows Rows => new(Id)
    {
        { "{imagePullSecrets: [{name: opaque}]}", Expected.True },
        { "{imagePullSecrets: [{name: untyped}]}", Expected.True },
        { "{imagePullSecrets: [{name: tls}]}", Expected.True },
        { "{imagePullSecrets: [{name: good}]}", Expected.False },
        { "{imagePullSecrets: [{name: legacy}]}", Expected.False },
        { "{imagePullSecrets: [{name: no-json}]}", Expected.False },
        { "{imagePullSecrets: [{name: nowhere}]}", Expected.False },
        { "{imagePullSecrets: [{name: far}]}", Expected.False },
        { "{imagePullSecrets: [{}]}", Expected.False },
        { "{imagePullSecrets: [{name: !unknown }]}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Pod_IsJudged(string spec, Expected expected) => EmittedSet.Row(Id, spec, expected);

    // Only the build knows what is emitted.
    [Fact]
    public void CompilerStage_LeavesItToTheBuild() => EmittedSet.Row(Id, "{imagePullSecrets: [{name: opaque}]}", Expected.Unknown, Verify.Defaults);

    [Theory]
    [InlineData("Secret/opaque", Expected.False)]
    [InlineData("Secret/shop/*", Expected.False)]
    [InlineData("Secret/other/opaque", Expected.True)]
    [InlineData("ConfigMap/*", Expected.True)]
    public void SecretThatLivesElsewhere_IsNotJudged(string external, Expected expected) =>
        EmittedSet.Row(Id, "{imagePullSecrets: [{name: opaque}]}", expected, EmittedSet.With("k8s_external", external));

    [Fact]
    public void Finding_NamesTheType() => Assert.StartsWith("'untyped' is a Secret of type Opaque, which the kubelet does not pull with", EmittedSet.Find(Id, "{imagePullSecrets: [{name: untyped}]}").Message);
}
