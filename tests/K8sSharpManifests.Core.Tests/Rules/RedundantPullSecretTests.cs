using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class RedundantPullSecretTests
{
    private const string Id = "K8S119";

    public static RuleRows Rows => new(Id)
    {
        { "{imagePullSecrets: [{}]}", Expected.True },
        { "{imagePullSecrets: [{name: ''}]}", Expected.True },
        { "{imagePullSecrets: [{name: null}]}", Expected.True },
        { "{imagePullSecrets: [{name: good}]}", Expected.False },
        { "{imagePullSecrets: [{name: good}, {name: good}]}", Expected.False },
        { "{imagePullSecrets: !open [{name: good}]}", Expected.False },
        { "{imagePullSecrets: [{name: !unknown }]}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Pod_IsJudged(string spec, Expected expected) => EmittedSet.Row(Id, spec, expected);

    [Theory]
    [InlineData("{imagePullSecrets: [{name: good}, {name: hub}, {name: good}]}", "spec.imagePullSecrets[2].name", "'good' in imagePullSecrets does nothing: an entry before it names the same secret")]
    [InlineData(
        "{imagePullSecrets: [{name: good}, {}]}",
        "spec.imagePullSecrets[1]",
        "'' in imagePullSecrets does nothing: an entry without a name is skipped by the kubelet, yet it keeps the ServiceAccount's secrets away from the pod")]
    public void Finding_IsAtTheEntry(string spec, string at, string message)
    {
        foreach (var context in new[] { EmittedSet.Seen, Verify.Defaults })
        {
            var finding = EmittedSet.Find(Id, spec, context);
            Assert.Equal((at, message), (finding.At.Origin, finding.Message));
        }
    }

    [Fact]
    public void NameThatIsNotKnown_MayBeARepetition() => Assert.Equal(
        "False Unknown",
        string.Join(" ", Judge.All(Place.Pod.With("{imagePullSecrets: [{name: good}, {name: !unknown }]}"), Verify.Defaults).Verdicts.Where(v => v.Info.Id == Id).Select(v => v.Truth)));
}
