namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>What may be there once.</summary>
public sealed class DuplicateItemTests
{
    private const string Id = "K8S205";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: init, image: 'nginx:1.27'}]}}", Expected.False },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}], initContainers: [{name: web, image: 'nginx:1.27'}]}}", Expected.True },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'a:1'}, {name: web, image: 'a:1'}]}}", Expected.True },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'a:1'}, {name: !unknown , image: 'a:1'}]}}", Expected.Unknown },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: !open [{name: web, image: 'a:1'}, {name: web, image: 'a:1'}]}}", Expected.True },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected, isSilent: true);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: 'a:1'}, {name: b, image: 'a:1'}, {name: a, image: 'a:1'}, {name: a, image: 'a:1'}]}}", "spec.containers[2].name spec.containers[3].name")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: 'a:1'}], ephemeralContainers: [{name: a, image: 'a:1'}]}}", "spec.ephemeralContainers[0].name")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: 'a:1'}], volumes: [{name: v, emptyDir: {}}, {name: v, emptyDir: {}}]}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', env: [{name: A, value: b}, {name: A, value: c}]}]}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', ports: [{containerPort: 80}, {containerPort: 80}]}]}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}, {resourceName: cpu, restartPolicy: NotRequired}]}]}}", "spec.containers[0].resizePolicy[1]")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: 'a:1'}], schedulingGates: [{name: acme.io/a}, {name: acme.io/a}]}}", "spec.schedulingGates[1]")]
    [InlineData("V1PodSpec {topologySpreadConstraints: [{topologyKey: a, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}, {topologyKey: a, maxSkew: 2, whenUnsatisfiable: DoNotSchedule}]}", "topologySpreadConstraints[0].{topologyKey, whenUnsatisfiable}")]
    [InlineData("V1PodSpec {topologySpreadConstraints: [{topologyKey: a, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}, {topologyKey: a, maxSkew: 2, whenUnsatisfiable: ScheduleAnyway}]}", "")]
    [InlineData("{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: web}, spec: {versions: [{name: v1}, {name: v1}]}}", "")]
    public void Item_IsThereOnce(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'a:1'}, {name: web, image: 'a:1'}]}}", "'web' is there twice, and the API server refuses the object: each container of a pod needs a name of its own")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: 'a:1'}], schedulingGates: [{name: acme.io/a}, {name: acme.io/a}]}}", "'acme.io/a' is there twice, and the API server refuses the object: each scheduling gate of a pod is there once")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}, {resourceName: cpu, restartPolicy: NotRequired}]}]}}", "'resizePolicy[1]' is there twice, and the API server refuses the object: each resource has one policy")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'a:1'}, {name: web, image: 'a:1'}]}}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
