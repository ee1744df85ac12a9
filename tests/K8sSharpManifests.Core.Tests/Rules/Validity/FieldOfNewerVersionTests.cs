using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules.Validity;

public sealed class FieldOfNewerVersionTests
{
    private const string Id = "K8S223";

    private const string Spread = "{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {trafficDistribution: PreferClose, ports: [{port: 80}]}}";

    public static RuleRows Rows => new(Id)
    {
        { "{trafficDistribution: PreferClose}", Expected.True },
        { "!open {trafficDistribution: PreferClose}", Expected.True },
        { "{type: ClusterIP}", Expected.False },
        { "{trafficDistribution: null}", Expected.False },
        { "{trafficDistribution: !unknown }", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Field_IsJudged(string spec, Expected expected) => Assert.Equal(expected, FindingsOf.Verdict(Id, spec, "V1ServiceSpec", Target("1.29")));

    [Theory]
    [InlineData("", "")]
    [InlineData("1.29", "spec.trafficDistribution")]
    [InlineData("1.30", "")]
    [InlineData("v1.29.4", "spec.trafficDistribution")]
    public void Target_DecidesWhatIsNewer(string target, string paths) => Assert.Equal(paths, FindingsOf.Paths(Id, Spread, context: Target(target)));

    [Fact]
    public void Finding_NamesBothVersions()
    {
        var finding = Assert.Single(FindingsOf.All(Id, Spread, context: Target("1.28")));
        Assert.Equal(
            "'trafficDistribution' is not in the version of Kubernetes that it is for: it is there since Kubernetes 1.30, and 'k8s_target_version' is 1.28; leave it out, or raise that",
            finding.Message);
        Assert.Equal("Remove 'trafficDistribution'", Assert.Single(finding.Fixes).Title);
    }

    [Fact]
    public void NewKind_IsToldOnceAndAtItsKind()
    {
        var finding = Assert.Single(FindingsOf.All(Id, "{apiVersion: admissionregistration.k8s.io/v1, kind: ValidatingAdmissionPolicy, metadata: {name: a}, spec: {validations: [{expression: 'true'}]}}", context: Target("1.29")));
        Assert.Equal(("", "kind"), (finding.Path, finding.At.Origin));
        Assert.Equal("'ValidatingAdmissionPolicy' is not in the version of Kubernetes that it is for: admissionregistration.k8s.io/v1 has it since Kubernetes 1.30, and 'k8s_target_version' is 1.29", finding.Message);
    }

    // A type that has got another name is no new one.
    [Fact]
    public void FieldOfATypeThatWasRenamed_IsNotNew() => Assert.Equal(
        "", FindingsOf.Paths(Id, "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: a}, spec: {resources: {requests: {storage: 1Gi}}}}", context: Target("1.25")));

    [Fact]
    public void WhatIsBelowANewField_IsNotToldAgain() => Assert.Equal(
        "spec.resources", FindingsOf.Paths(Id, "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {resources: {claims: [{name: a}]}}}", context: Target("1.25")));

    private static JudgeContext Target(string version) => new(RuleOptions.Parse(key => key == "k8s_target_version" ? version : null, out _));
}
