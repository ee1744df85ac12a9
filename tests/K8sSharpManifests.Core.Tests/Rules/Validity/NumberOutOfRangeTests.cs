namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Numbers with bounds, and lists with a limit.</summary>
public sealed class NumberOutOfRangeTests
{
    private const string Id = "K8S224";

    public static RuleRows Rows => new(Id)
    {
        { "V1DeploymentSpec {replicas: 0}", Expected.False },
        { "V1DeploymentSpec {replicas: -1}", Expected.True },
        { "V1DeploymentSpec {replicas: !unknown }", Expected.Unknown },
        { "V1DeploymentSpec {replicas: null}", Expected.False },
        { "V1DeploymentSpec !open {replicas: -1}", Expected.True },
        { "V1ResourceRequirements {limits: {cpu: -1}}", Expected.True },
        { "V1ResourceRequirements {limits: {cpu: !unknown }}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("V1PodSpec {activeDeadlineSeconds: 0}", "activeDeadlineSeconds")]
    [InlineData("V1PodSpec {activeDeadlineSeconds: 1}", "")]
    [InlineData("V1PodSpec {activeDeadlineSeconds: 2147483647}", "")]
    [InlineData("V1PodSpec {activeDeadlineSeconds: 2147483648}", "activeDeadlineSeconds")]
    [InlineData("V1SecurityContext {runAsUser: 0}", "")]
    [InlineData("V1SecurityContext {runAsUser: -1}", "runAsUser")]
    [InlineData("V1SecurityContext {runAsUser: 2147483648}", "runAsUser")]
    [InlineData("V1WeightedPodAffinityTerm {weight: 0}", "weight")]
    [InlineData("V1WeightedPodAffinityTerm {weight: 1}", "")]
    [InlineData("V1WeightedPodAffinityTerm {weight: 100}", "")]
    [InlineData("V1WeightedPodAffinityTerm {weight: 101}", "weight")]
    [InlineData("V1JobSpec {completions: -1, parallelism: -1, backoffLimit: -1}", "backoffLimit completions parallelism")]
    [InlineData("V1TopologySpreadConstraint {maxSkew: 0}", "maxSkew")]
    [InlineData("V1ResourceRequirements {limits: {example.com/gpu: 1.5}}", "limits.example.com/gpu")]
    [InlineData("V1ResourceRequirements {limits: {hugepages-2Mi: 3Mi}}", "limits.hugepages-2Mi")]
    [InlineData("V1ResourceRequirements {limits: {hugepages-2Mi: 4Mi}}", "")]
    [InlineData("V1EmptyDirVolumeSource {sizeLimit: -1}", "sizeLimit")]
    [InlineData("V1JobSpec {completionMode: Indexed, completions: 1, backoffLimitPerIndex: -1, maxFailedIndexes: -1}", "backoffLimitPerIndex maxFailedIndexes")]
    [InlineData("V1TopologySpreadConstraint {maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, minDomains: 0}", "minDomains")]
    [InlineData("V1TopologySpreadConstraint {maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, minDomains: 1}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {completionMode: Indexed, completions: 5, parallelism: 100001, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.parallelism")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {completionMode: Indexed, completions: 5, parallelism: 100000, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    public void Number_HasBounds(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1PodDNSConfig {nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3]}", "")]
    [InlineData("V1PodDNSConfig {nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4]}", "nameservers")]
    public void List_HasALimit(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1DeploymentSpec {replicas: -1}", "'-1' is out of range, and the API server refuses the object: it has to be at least 0")]
    [InlineData("V1PodSpec {activeDeadlineSeconds: 0}", "'0' is out of range, and the API server refuses the object: it has to be a number from 1 to 2147483647")]
    [InlineData("V1PodDNSConfig {nameservers: [10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4]}", "'nameservers' is out of range, and the API server refuses the object: it has 4 items, and at most 3 are allowed")]
    [InlineData("V1ResourceRequirements {limits: {hugepages-2Mi: 3Mi}}", "'3Mi' is out of range, and the API server refuses the object: it has to be a multiple of 2Mi, the size of the pages")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("V1DeploymentSpec {replicas: -1}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
