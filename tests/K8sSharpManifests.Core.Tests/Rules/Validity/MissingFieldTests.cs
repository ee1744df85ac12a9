namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>What the API demands.</summary>
public sealed class MissingFieldTests
{
    private const string Id = "K8S204";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}", Expected.False },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {}}", Expected.True },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{image: 'nginx:1.27'}]}}", Expected.True },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web}]}}", Expected.True },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: ''}]}}", Expected.True },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [!open {name: web, image: 'nginx:1.27'}]}}", Expected.False },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [!open {image: 'nginx:1.27'}]}}", Expected.Unknown },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: !unknown }}", Expected.Unknown },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: !unknown }", Expected.False },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: []}}", "spec.containers")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}}", "spec.containers")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{}]}}", "spec.containers[0].image spec.containers[0].name")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [null]}}", "spec.containers[0].image spec.containers[0].name")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: !open []}}", "")]
    [InlineData("V1EnvVar {value: a}", "name")]
    [InlineData("V1EnvVar {name: null}", "name")]
    [InlineData("V1ObjectFieldSelector {}", "fieldPath")]
    [InlineData("V1ResourceFieldSelector {}", "resource")]
    [InlineData("V1PolicyRule {resources: [pods], apiGroups: ['']}", "verbs")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', readinessProbe: {}}]}}", "")]
    [InlineData("{apiVersion: v1, kind: LimitRange, metadata: {name: web}, spec: {}}", "")]
    [InlineData("{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: web}, roleRef: {kind: Role}}", "roleRef.name")]
    [InlineData("V1HTTPHeader {name: a}", "")]
    public void Field_IsDemanded(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    // The server has 0 where nothing is said.
    [Theory]
    [InlineData("V1WeightedPodAffinityTerm {podAffinityTerm: {topologyKey: a}}", "weight")]
    public void FieldOfANumber_IsDemandedByItsBounds(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {}}", "'containers' is missing, and the API server refuses the object: a PodSpec needs one")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web}]}}", "'image' is missing, and the API server refuses the object: a Container needs one")]
    [InlineData("V1ObjectFieldSelector {}", "'fieldPath' is missing, and the API server refuses the object: an ObjectFieldSelector needs one")]
    [InlineData("{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: web}, roleRef: {kind: Role}}", "'name' is missing, and the API server refuses the object: it has to name the role")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {}}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
