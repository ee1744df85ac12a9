namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Mounts, against the volumes of their pod.</summary>
public sealed class InvalidMountTests
{
    private const string Id = "K8S210";

    public static RuleRows Rows => new(Id)
    {
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: v, mountPath: /a}]}], volumes: [{name: v, emptyDir: {}}]}}", Expected.False },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: w, mountPath: /a}]}], volumes: [{name: v, emptyDir: {}}]}}", Expected.True },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: v, mountPath: /a}]}]}}", Expected.True },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: v, mountPath: /a}]}], volumes: !unknown }}", Expected.Unknown },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: v, mountPath: /a}]}], volumes: !open []}}", Expected.Unknown },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: v, mountPath: /a}]}], volumes: [{name: !unknown , emptyDir: {}}]}}", Expected.Unknown },
        { "V1VolumeMount {name: v, mountPath: /a}", Expected.False },
        { "V1VolumeMount {name: v, mountPath: /a, subPath: a, subPathExpr: !unknown }", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: v, mountPath: /a}, {name: v, mountPath: /a}]}], volumes: [{name: v, emptyDir: {}}]}}", "spec.containers[0].volumeMounts[1].mountPath")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: v, mountPath: /a}, {name: v, mountPath: /a/}]}], volumes: [{name: v, emptyDir: {}}]}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeDevices: [{name: v, devicePath: /dev/a}]}], volumes: [{name: v, emptyDir: {}}]}}", "spec.containers[0].volumeDevices[0].name")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeDevices: [{name: v, devicePath: /dev/a}]}], volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeDevices: [{name: v, devicePath: /dev/a}], volumeMounts: [{name: v, mountPath: /a}]}], volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]}}", "spec.containers[0].volumeDevices[0].name spec.containers[0].volumeMounts[0].name")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeDevices: [{name: v, devicePath: /dev/../a}]}], volumes: [{name: v, persistentVolumeClaim: {claimName: c}}]}}", "spec.containers[0].volumeDevices[0].devicePath")]
    [InlineData("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: 'a:1', volumeMounts: [{name: data, mountPath: /a}]}]}}, volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}}", "")]
    [InlineData("V1PodSpec {containers: [{name: a, image: 'a:1', volumeMounts: [{name: v, mountPath: /a}]}]}", "")]
    [InlineData("V1PodTemplateSpec {spec: {containers: [{name: a, image: 'a:1', volumeMounts: [{name: v, mountPath: /a}]}]}}", "")]
    public void Mount_IsJudgedAgainstTheVolumes(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, subPath: a, subPathExpr: b}", "subPathExpr")]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, subPath: /a}", "subPath")]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, subPath: a/../b}", "subPath")]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, subPath: a..b}", "")]
    [InlineData("V1Container {name: a, image: 'a:1', volumeMounts: [{name: v, mountPath: /a, mountPropagation: Bidirectional}]}", "volumeMounts[0].mountPropagation")]
    [InlineData("V1Container {name: a, image: 'a:1', securityContext: {privileged: true}, volumeMounts: [{name: v, mountPath: /a, mountPropagation: Bidirectional}]}", "")]
    [InlineData("V1Container {name: a, image: 'a:1', securityContext: {privileged: !unknown }, volumeMounts: [{name: v, mountPath: /a, mountPropagation: Bidirectional}]}", "")]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, recursiveReadOnly: Enabled}", "recursiveReadOnly")]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, recursiveReadOnly: Enabled, readOnly: true}", "")]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, recursiveReadOnly: Disabled}", "")]
    public void Mount_IsJudgedByItsOptions(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: w, mountPath: /a}]}], volumes: [{name: v, emptyDir: {}}]}}", "'w' cannot be mounted, and the API server refuses the object: the pod has no volume of that name; add one to 'volumes'")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: dat, mountPath: /a}]}], volumes: [{name: data, emptyDir: {}}]}}", "'dat' cannot be mounted, and the API server refuses the object: the pod has no volume of that name; did you mean 'data'?")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: v, mountPath: /a}, {name: v, mountPath: /a}]}], volumes: [{name: v, emptyDir: {}}]}}", "'/a' cannot be mounted, and the API server refuses the object: another mount of the container has that path already")]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, subPath: a, subPathExpr: b}", "'b' cannot be mounted, and the API server refuses the object: it cannot be set beside 'subPath'")]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, recursiveReadOnly: Enabled}", "'Enabled' cannot be mounted, and the API server refuses the object: it goes with 'readOnly: true' only")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: dat, mountPath: /a}]}], volumes: [{name: data, emptyDir: {}}]}}", "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: data, mountPath: /a}]}], volumes: [{name: data, emptyDir: {}}]}}", false)]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, subPath: a, subPathExpr: b}", "V1VolumeMount {name: v, mountPath: /a, subPathExpr: b}", false)]
    [InlineData("V1VolumeMount {name: v, mountPath: /a, recursiveReadOnly: Enabled}", "V1VolumeMount {name: v, mountPath: /a, recursiveReadOnly: Enabled, readOnly: true}", false)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27', volumeMounts: [{name: w, mountPath: /a}]}]}}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
