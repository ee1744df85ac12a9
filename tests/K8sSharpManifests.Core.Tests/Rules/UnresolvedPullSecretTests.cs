namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class UnresolvedPullSecretTests
{
    private const string Id = "K8S113";

    public static RuleRows Rows => new(Id)
    {
        { "{imagePullSecrets: [{name: nowhere}]}", Expected.True },
        { "{imagePullSecrets: [{name: made-far}]}", Expected.True },
        { "{imagePullSecrets: [{name: good}]}", Expected.False },
        { "{imagePullSecrets: [{name: opaque}]}", Expected.False },
        { "{imagePullSecrets: [{name: far}]}", Expected.False },
        { "{imagePullSecrets: [{name: made}]}", Expected.False },
        { "{imagePullSecrets: [{name: made-by-name}]}", Expected.False },
        { "{imagePullSecrets: [{name: sealed}]}", Expected.False },
        { "{imagePullSecrets: [{name: certified}]}", Expected.False },
        { "{imagePullSecrets: [{name: account}]}", Expected.False },
        { "{imagePullSecrets: [{name: everywhere}]}", Expected.False },
        { "{imagePullSecrets: [{name: from-vault}]}", Expected.False },
        { "{imagePullSecrets: [{}]}", Expected.False },
        { "{imagePullSecrets: [{name: ''}]}", Expected.False },
        { "{imagePullSecrets: [{name: !unknown }]}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Pod_IsJudged(string spec, Expected expected) => EmittedSet.Row(Id, spec, expected);

    // Only the build knows what is emitted.
    [Fact]
    public void CompilerStage_LeavesItToTheBuild() => EmittedSet.Row(Id, "{imagePullSecrets: [{name: nowhere}]}", Expected.Unknown, Verify.Defaults);

    [Theory]
    [InlineData("Secret/nowhere", Expected.False)]
    [InlineData("Secret/shop/*", Expected.False)]
    [InlineData("Secret/other/nowhere", Expected.True)]
    [InlineData("ConfigMap/*", Expected.True)]
    public void SecretThatLivesElsewhere_IsNotJudged(string external, Expected expected) =>
        EmittedSet.Row(Id, "{imagePullSecrets: [{name: nowhere}]}", expected, EmittedSet.With("k8s_external", external));

    [Fact]
    public void Finding_IsAtTheName()
    {
        var finding = EmittedSet.Find(Id, "{imagePullSecrets: [{name: good}, {name: nowhere}]}");
        Assert.Equal("spec.imagePullSecrets[1].name", finding.At.Origin);
        Assert.Equal("'nowhere' is no Secret that this build emits into the pod's namespace: emit it, or declare it by External.Secret(\"nowhere\")", finding.Message);
    }

    [Theory]
    [InlineData("goood", "good")]
    [InlineData("opacue", "opaque")]
    [InlineData("Good", "good")]
    public void NameThatIsNearAnother_IsSaidWithThat(string name, string near) => Assert.Equal(
        $"'{name}' is no Secret that this build emits into the pod's namespace: did you mean '{near}'? Else emit it, or declare it by External.Secret(\"{name}\")",
        EmittedSet.Find(Id, $"{{imagePullSecrets: [{{name: {name}}}]}}").Message);
}
