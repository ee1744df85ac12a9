namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class PullSecretInAnotherNamespaceTests
{
    private const string Id = "K8S117";

    public static RuleRows Rows => new(Id)
    {
        { "{imagePullSecrets: [{name: far}]}", Expected.True },
        { "{imagePullSecrets: [{name: good}]}", Expected.False },
        { "{imagePullSecrets: [{name: nowhere}]}", Expected.False },
        { "{imagePullSecrets: [{name: made-far}]}", Expected.False },
        { "{imagePullSecrets: [{}]}", Expected.False },
        { "{imagePullSecrets: [{name: !unknown }]}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Pod_IsJudged(string spec, Expected expected) => EmittedSet.Row(Id, spec, expected);

    // Only the build knows what is emitted.
    [Fact]
    public void CompilerStage_LeavesItToTheBuild() => EmittedSet.Row(Id, "{imagePullSecrets: [{name: far}]}", Expected.Unknown, Verify.Defaults);

    [Theory]
    [InlineData("Secret/far", Expected.False)]
    [InlineData("Secret/shop/*", Expected.False)]
    [InlineData("Secret/other/far", Expected.True)]
    [InlineData("ConfigMap/*", Expected.True)]
    public void SecretThatLivesElsewhere_IsNotJudged(string external, Expected expected) =>
        EmittedSet.Row(Id, "{imagePullSecrets: [{name: far}]}", expected, EmittedSet.With("k8s_external", external));

    [Fact]
    public void Finding_NamesTheNamespace()
    {
        Assert.StartsWith("'far' is a Secret of the namespace 'other', and a pod can name those of its own only", EmittedSet.Find(Id, "{imagePullSecrets: [{name: far}]}").Message);
        Assert.Equal(Id, EmittedSet.Ids("{imagePullSecrets: [{name: far}]}"));
    }

    [Fact]
    public void Fix_MovesTheSecret()
    {
        var fix = Assert.Single(EmittedSet.Find(Id, "{imagePullSecrets: [{name: far}]}").Fixes);
        var change = Assert.Single(fix.Changes);
        Assert.Equal(("Secret", "metadata.namespace", "other", "shop"), (((Mapping)change.Place.Root.Node)["kind"].ToString(), change.Place.Path, change.Current.ToString(), change.Value.ToString()));
        Assert.False(fix.IsSafeForFixAll);
    }

    // kubectl may be told the one in which the secret is.
    [Fact]
    public void PodWithoutANamespace_MayLandWhereTheSecretIs()
    {
        var pod = YamlTree.Parse("{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {imagePullSecrets: [{name: far}]}}");
        Assert.Equal("", Verify.Ids(pod, EmittedSet.Seen, ["K8S113", Id]));
    }
}
