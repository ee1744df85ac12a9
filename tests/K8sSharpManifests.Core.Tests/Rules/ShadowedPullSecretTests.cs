namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class ShadowedPullSecretTests
{
    private const string Id = "K8S118";

    public static RuleRows Rows => new(Id)
    {
        { "{serviceAccountName: puller, imagePullSecrets: [{name: good}]}", Expected.True },
        { "{serviceAccountName: puller, imagePullSecrets: [{name: other}]}", Expected.True },
        { "{serviceAccountName: puller, imagePullSecrets: [{name: good}, {name: hub}]}", Expected.False },
        { "{serviceAccountName: puller, imagePullSecrets: [{name: hub}, {name: good}, {name: more}]}", Expected.False },
        { "{serviceAccountName: puller}", Expected.False },
        { "{serviceAccountName: puller, imagePullSecrets: [{}]}", Expected.False },
        { "{serviceAccountName: bare, imagePullSecrets: [{name: good}]}", Expected.False },
        { "{serviceAccountName: unseen, imagePullSecrets: [{name: good}]}", Expected.False },
        { "{serviceAccountName: puller, imagePullSecrets: !open [{name: good}]}", Expected.Unknown },
        { "{serviceAccountName: puller, imagePullSecrets: [{name: !unknown }]}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Pod_IsJudged(string spec, Expected expected) => EmittedSet.Row(Id, spec, expected);

    // Only the build knows what is emitted.
    [Fact]
    public void CompilerStage_LeavesItToTheBuild() => EmittedSet.Row(Id, "{serviceAccountName: puller, imagePullSecrets: [{name: good}]}", Expected.Unknown, Verify.Defaults);

    [Fact]
    public void Finding_NamesWhatIsMissing()
    {
        var finding = EmittedSet.Find(Id, "{serviceAccountName: puller, imagePullSecrets: [{name: good}]}");
        Assert.Equal("spec.imagePullSecrets", finding.At.Origin);
        Assert.StartsWith("'hub' is a pull secret of the ServiceAccount 'puller', and this pod does not get it", finding.Message);
        Assert.Equal("Add the pull secret 'hub'", Assert.Single(finding.Fixes).Title);
    }
}
