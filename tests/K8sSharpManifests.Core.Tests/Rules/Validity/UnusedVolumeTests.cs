namespace K8sSharpManifests.Core.Tests.Rules.Validity;

public sealed class UnusedVolumeTests
{
    private const string Id = "K8S212";

    public static RuleRows Rows => new(Id)
    {
        { "{volumes: [{name: tmp}], containers: [{name: web}]}", Expected.True },
        { "{volumes: [{name: tmp}], containers: [{name: web, volumeMounts: [{name: data}]}]}", Expected.True },
        { "{volumes: [{name: tmp}], containers: [{name: web, volumeMounts: [{name: tmp}]}]}", Expected.False },
        { "{volumes: [{name: tmp}], initContainers: [{name: web, volumeMounts: [{name: tmp}]}]}", Expected.False },
        { "{volumes: [{name: tmp}], ephemeralContainers: [{name: web, volumeMounts: [{name: tmp}]}]}", Expected.False },
        { "{volumes: [{name: disk}], containers: [{name: web, volumeDevices: [{name: disk}]}]}", Expected.False },
        { "{volumes: [{name: env}], containers: [{name: web, env: [{name: A, valueFrom: {fileKeyRef: {volumeName: env, path: a, key: b}}}]}]}", Expected.False },
        { "{volumes: [{emptyDir: {}}], containers: [{name: web}]}", Expected.False },
        { "{containers: [{name: web}]}", Expected.False },
        { "{volumes: [{name: tmp}], containers: !unknown }", Expected.Unknown },
        { "{volumes: [{name: tmp}], containers: !open [{name: web}]}", Expected.Unknown },
        { "{volumes: [{name: tmp}], containers: [!open {name: web}]}", Expected.Unknown },
        { "{volumes: [{name: tmp}], containers: [{name: web, volumeMounts: !open []}]}", Expected.Unknown },
        { "{volumes: [{name: tmp}], containers: [{name: web, volumeMounts: [{name: !unknown }]}]}", Expected.Unknown },
        { "{volumes: [{name: tmp}], containers: [{name: web, env: [{name: A, valueFrom: !unknown }]}]}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Pod_IsJudged(string spec, Expected expected) => Assert.Equal(expected, FindingsOf.Verdict(Id, $"{{apiVersion: v1, kind: Pod, metadata: {{name: a}}, spec: {spec}}}"));

    [Fact]
    public void Finding_IsAtTheNameAndRemovesTheVolume()
    {
        const string spec = "{volumes: [{name: tmp}, {name: data}], containers: [{name: web, volumeMounts: [{name: data}]}]}";
        var finding = Assert.Single(FindingsOf.All(Id, spec, "V1PodSpec"));
        Assert.Equal(("volumes[0].name", "'tmp' is a volume that no container uses: mount it ('volumeMounts'), or remove it"), (finding.Path, finding.Message));
        Assert.Equal("{volumes: [{name: 'data'}], containers: [{name: 'web', volumeMounts: [{name: 'data'}]}]}", FindingsOf.Fixed(Id, spec, "V1PodSpec"));
    }

    // A claim of a StatefulSet takes the place of the pod's volume.
    [Fact]
    public void VolumeThatAClaimReplaces_IsNotTold() => Assert.Equal("", FindingsOf.Paths(Id, """
        {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: a}, spec: {
          template: {spec: {volumes: [{name: data}], containers: [{name: web}]}}, volumeClaimTemplates: [{metadata: {name: data}}]}}
        """));
}
