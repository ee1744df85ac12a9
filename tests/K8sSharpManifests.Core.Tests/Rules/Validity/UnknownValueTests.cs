namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Texts of which there are only some.</summary>
public sealed class UnknownValueTests
{
    private const string Id = "K8S222";

    public static RuleRows Rows => new(Id)
    {
        { "V1PodSpec {dnsPolicy: Default}", Expected.False },
        { "V1PodSpec {dnsPolicy: default}", Expected.True },
        { "V1PodSpec {dnsPolicy: ''}", Expected.False },
        { "V1PodSpec {dnsPolicy: !unknown }", Expected.Unknown },
        { "V1Toleration {key: a, operator: Is}", Expected.True },
        { "V1Toleration {key: a, operator: !unknown }", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("V1PersistentVolumeClaimSpec {accessModes: [ReadWriteOnce, ReadWriteMany], resources: {requests: {storage: 1Gi}}}", "")]
    [InlineData("V1PersistentVolumeClaimSpec {accessModes: [ReadWriteOnce, readwritemany], resources: {requests: {storage: 1Gi}}}", "accessModes[1]")]
    [InlineData("V1JobSpec {completionMode: indexed}", "completionMode")]
    [InlineData("V1Container {terminationMessagePolicy: file}", "terminationMessagePolicy")]
    [InlineData("V1Container {imagePullPolicy: always}", "")]
    [InlineData("{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: web}, provisioner: a, reclaimPolicy: Recycle}", "reclaimPolicy")]
    [InlineData("V1PersistentVolumeSpec {persistentVolumeReclaimPolicy: Recycle}", "")]
    [InlineData("V1CronJobSpec {concurrencyPolicy: Never}", "concurrencyPolicy")]
    [InlineData("V1PodSecurityContext {seLinuxChangePolicy: MountOption}", "seLinuxChangePolicy")]
    [InlineData("V1TopologySpreadConstraint {whenUnsatisfiable: Ignore}", "whenUnsatisfiable")]
    public void Value_IsOneOfThose(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1PodSpec {dnsPolicy: clusterfirst}", "'clusterfirst' is a value that the API server does not know: it has to be one of 'ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'; did you mean 'ClusterFirst'?")]
    [InlineData("V1CronJobSpec {concurrencyPolicy: Nothing}", "'Nothing' is a value that the API server does not know: it has to be one of 'Allow', 'Forbid', 'Replace'")]
    [InlineData("V1Toleration {key: a, operator: Is}", "'Is' is a value that the API server does not know: it has to be one of 'Equal', 'Exists', 'Lt', 'Gt'")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("V1PodSpec {dnsPolicy: clusterFirst}", "V1PodSpec {dnsPolicy: ClusterFirst}", true)]
    [InlineData("V1PodSpec {dnsPolicy: ClusterFrst}", "V1PodSpec {dnsPolicy: ClusterFirst}", false)]
    [InlineData("V1PersistentVolumeClaimSpec {accessModes: [readwriteonce]}", "V1PersistentVolumeClaimSpec {accessModes: [ReadWriteOnce]}", true)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("V1CronJobSpec {concurrencyPolicy: Nothing}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
