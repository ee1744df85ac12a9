using CsCheck;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class JudgeTests
{
    // The rules that these tests use. Others come and go.
    private static readonly string[] Rules = ["K8S101", "K8S104", "K8S105", "K8S107", "K8S112"];

    [Theory]
    [InlineData("{kind: Service, spec: {template: {spec: {containers: [{image: nginx}]}}}}")]
    [InlineData("{apiVersion: batch.volcano.sh/v1alpha1, kind: Job, spec: {template: {spec: {containers: [{image: nginx}]}}}}")]
    [InlineData("{apiVersion: serving.knative.dev/v1, kind: Pod, spec: {containers: [{image: nginx}]}}")]
    [InlineData("{apiVersion: app/v1, kind: Deployment, spec: {template: {spec: {containers: [{image: nginx}]}}}}")]
    [InlineData("{apiVersion: v1, kind: !unknown , spec: {containers: [{image: nginx}]}}")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("nginx")]
    [InlineData("!unknown ")]
    public void ObjectWithoutAPod_HasNoVerdicts(string yaml) =>
        Assert.DoesNotContain(Judge.All(YamlTree.Parse(yaml), Verify.Defaults).Verdicts, verdict => Rules.Contains(verdict.Info.Id));

    // To the API server a pod without a specification has an empty one.
    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod}")]
    [InlineData("{apiVersion: v1, kind: Pod, spec: null}")]
    [InlineData("{apiVersion: v1, kind: Pod, spec: {}}")]
    public void PodWithoutASpecification_HasNoContainerThatIsWrong(string yaml) =>
        Assert.All(Judge.All(YamlTree.Parse(yaml), Verify.Defaults).Verdicts.Where(verdict => Rules.Contains(verdict.Info.Id)), verdict => Assert.Equal("K8S112 spec False", $"{verdict.Info.Id} {verdict.Path} {verdict.Truth}"));

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, spec: [nginx]}")]
    [InlineData("{apiVersion: v1, kind: Pod, spec: {containers: nginx, volumes: {image: nginx}, imagePullSecrets: 1}}")]
    [InlineData("{apiVersion: v1, kind: Pod, spec: {containers: [nginx, [], 1], volumes: [{image: nginx}]}}")]
    [InlineData("{apiVersion: v1, kind: Pod, spec: {containers: [{image: [nginx], name: {}}]}}")]
    [InlineData("{apiVersion: [], kind: Pod, metadata: 1, spec: {containers: [{image: 1}]}}")]
    public void WrongShapes_AreOtherRulesBusiness(string yaml) =>
        Assert.Equal("", Verify.Ids(YamlTree.Parse(yaml), Verify.Defaults, Rules));

    [Fact]
    public void SeveralContainers_AreOrderedByRuleThenByPlace()
    {
        var root = Place.Pod.With(
            "{initContainers: [{image: a}], containers: [{image: 'b:latest'}, {image: c}, {image: d, imagePullPolicy: x}]}");
        Assert.Equal(
            ["K8S104 spec.containers[0]", "K8S105 spec.initContainers[0]", "K8S105 spec.containers[1]", "K8S107 spec.containers[2]"],
            Places(Judge.Run(root, Verify.Defaults)));
    }

    [Fact]
    public void OpenList_NamesItsItems()
    {
        var root = Place.Pod.With(
            "{containers: !open [{name: web, image: nginx}, {name: !unknown , image: nginx}], "
            + "volumes: !open [{name: v, image: {reference: nginx}}]}");
        Assert.Equal(
            ["K8S105 spec.containers[name=web]", "K8S105 spec.containers[?]", "K8S105 spec.volumes[name=v].image"],
            Places(Judge.Run(root, Verify.Defaults)));
    }

    // What the compiler stage has decided is not said again; all else is, though the compiler counted the containers differently.
    [Theory]
    [InlineData("{containers: [{name: web, image: nginx}, {name: log, image: 'log:latest'}]}")]
    [InlineData("{containers: !open [{name: log, image: 'log:latest'}]}")]
    [InlineData("{containers: !open [{name: log, image: !unknown }, {name: web, image: nginx, imagePullPolicy: !unknown }]}")]
    [InlineData("{containers: [{name: !unknown , image: nginx}, {name: log, image: !unknown }]}")]
    [InlineData("{containers: !unknown }")]
    [InlineData("!unknown ")]
    public void TwoStages_ReportEachFindingOnce(string seenByTheCompiler)
    {
        var early = Place.Pod.With(seenByTheCompiler);
        var late = Place.Pod.With("{containers: [{name: web, image: nginx}, {name: log, image: 'log:latest'}]}");
        var verdicts = Judge.All(early, Verify.Defaults).Verdicts;
        var decided = verdicts.Where(verdict => verdict.IsDecided).Select(verdict => (verdict.Info.Id, verdict.Path));

        var first = Judge.Run(early, Verify.Defaults);
        var then = Judge.Run(late, Verify.Defaults.WithDecided(decided));

        Assert.Equal(
            ["K8S104", "K8S105"],
            first.Concat(then).Select(finding => finding.Info.Id).Where(Rules.Contains).Order());
    }

    // The compiler counts in a closed list below an item of an open one.
    [Theory]
    [InlineData("spec.containers[1].ports[0].name")]
    [InlineData("spec.containers[name=web].ports[0].name")]
    [InlineData("spec.containers[1].ports[name=No_Port].name")]
    [InlineData("spec.containers[name=web].ports[name=No_Port].name")]
    public void FaultInAListWithinAList_IsSaidOnce(string decided)
    {
        var root = Place.Pod.With("{containers: [{name: log, image: 'log:1', imagePullPolicy: IfNotPresent}, {name: web, image: 'nginx:1', imagePullPolicy: IfNotPresent, ports: [{name: No_Port, containerPort: 80}]}]}");
        Assert.Equal("K8S207", Assert.Single(Judge.Run(root, Verify.Defaults)).Info.Id);
        Assert.Empty(Judge.Run(root, Verify.Defaults.WithDecided([("K8S207", decided)])));
    }

    [Fact]
    public void DecidedFault_StillSilencesTheOtherRules()
    {
        var root = Place.Pod.In("containers").With("{image: ' registry.acme.io/web'}");
        Assert.Equal("", Verify.Ids(root, Verify.Defaults.WithDecided([("K8S101", "spec.containers[0]")]), Rules));
    }

    // Knowing more never takes a decided verdict back.
    [Fact]
    public void UnknownParts_NeverContradictWhatIsKnownLater()
    {
        var images = OneOf("''", "nginx", "'nginx:latest'", "'nginx:1'", "registry.acme.io/web", "' '", "Nginx");
        var policies = OneOf("''", "Always", "IfNotPresent", "Never", "never");
        var secrets = OneOf("", "{name: s}");
        var flags = Gen.Bool;
        Gen.Select(images, policies, OneOf("", "web"), secrets, flags, flags, flags).Sample((image, policy, account, secret, a, b, c) =>
        {
            var full = Verdicts(image, policy, account, secret, false);
            var partly = Verdicts(a ? "!unknown " : image, b ? "!unknown " : policy, account, secret, c);

            // An open list names its items.
            return partly.All(verdict => !verdict.IsDecided
                || full.Any(v => v.Info == verdict.Info && v.Truth == verdict.Truth && (v.Path == verdict.Path || v.Path == verdict.Path.Replace("[name=s]", "[0]"))));
        });
    }

    [Fact]
    public async Task ManyThreads_MayJudgeAtOnce()
    {
        var root = Place.Pod.In("containers").With("{image: nginx}");
        var runs = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Verify.Ids(root, Verify.Defaults, Rules))));
        Assert.All(runs, ids => Assert.Equal("K8S105", ids));
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static IReadOnlyList<Verdict> Verdicts(string image, string policy, string account, string secret, bool isOpen) =>
        Judge.All(
            Place.Pod.With($"{(isOpen ? "!open " : "")}{{containers: [{{name: a, image: {image}, imagePullPolicy: {policy}}}], "
                + $"serviceAccountName: '{account}', imagePullSecrets: {(isOpen ? "!open " : "")}[{secret}]}}"),
            Verify.Defaults).Verdicts;

    private static IEnumerable<string> Places(IEnumerable<Finding> findings) =>
        findings.Where(finding => Rules.Contains(finding.Info.Id)).Select(finding => finding.Info.Id + " " + finding.Path);
}
