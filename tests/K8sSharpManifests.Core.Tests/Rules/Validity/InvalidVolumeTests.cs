namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Volumes and their sources.</summary>
public sealed class InvalidVolumeTests
{
    private const string Id = "K8S211";

    public static RuleRows Rows => new(Id)
    {
        { "V1Volume {name: v, emptyDir: {}}", Expected.False },
        { "V1Volume {name: v}", Expected.False },
        { "V1Volume {name: v, emptyDir: {}, hostPath: {path: /a}}", Expected.True },
        { "V1Volume {name: V, emptyDir: {}}", Expected.True },
        { "V1Volume {name: !unknown , emptyDir: {}}", Expected.Unknown },
        { "V1Volume {name: v, emptyDir: {}, hostPath: !unknown }", Expected.False },
        { "V1HostPathVolumeSource {path: /a/../b}", Expected.True },
        { "V1HostPathVolumeSource {path: !unknown }", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("V1Volume {name: v, configMap: {name: c}, secret: {secretName: s}, emptyDir: {}}", "configMap secret")]
    [InlineData("V1Volume {name: <a*63>}", "")]
    [InlineData("V1Volume {name: <a*64>}", "name")]
    [InlineData("V1Volume {name: a.b}", "name")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: 'a:1'}], volumes: [{name: v, emptyDir: {}}, {name: v, emptyDir: {}}]}}", "spec.volumes[1].name")]
    [InlineData("V1Volume {emptyDir: {}}", "name")]
    public void Volume_HasOneSource(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1SecretVolumeSource {secretName: s, defaultMode: 511}", "")]
    [InlineData("V1SecretVolumeSource {secretName: s, defaultMode: 512}", "defaultMode")]
    [InlineData("V1SecretVolumeSource {secretName: s, defaultMode: -1}", "defaultMode")]
    [InlineData("V1SecretVolumeSource {secretName: s, items: [{key: a, path: a/../b}]}", "items[0].path")]
    [InlineData("V1SecretVolumeSource {secretName: s, items: [{key: a, path: /a}]}", "items[0].path")]
    [InlineData("V1SecretVolumeSource {secretName: s, items: [{key: a, path: ..a}]}", "items[0].path")]
    [InlineData("V1SecretVolumeSource {secretName: s, items: [{key: a, path: a..}]}", "")]
    [InlineData("V1SecretVolumeSource {}", "secretName")]
    [InlineData("V1NFSVolumeSource {server: a, path: b}", "path")]
    [InlineData("V1NFSVolumeSource {server: a, path: /b}", "")]
    [InlineData("V1HostPathVolumeSource {path: /a, type: Folder}", "type")]
    [InlineData("V1HostPathVolumeSource {path: /a, type: ''}", "")]
    [InlineData("V1ServiceAccountTokenProjection {path: t, expirationSeconds: 599}", "expirationSeconds")]
    [InlineData("V1ServiceAccountTokenProjection {path: t, expirationSeconds: 600}", "")]
    [InlineData("V1ServiceAccountTokenProjection {path: t, expirationSeconds: 4294967296}", "")]
    [InlineData("V1ServiceAccountTokenProjection {path: t, expirationSeconds: 4294967297}", "expirationSeconds")]
    [InlineData("V1FCVolumeSource {targetWWNs: [a], lun: 256}", "lun")]
    [InlineData("V1FCVolumeSource {targetWWNs: [a]}", "lun")]
    [InlineData("V1FCVolumeSource {}", "targetWWNs")]
    [InlineData("V1FlockerVolumeSource {}", "")]
    [InlineData("V1CSIVolumeSource {driver: <a*63>}", "")]
    [InlineData("V1CSIVolumeSource {driver: <a*64>}", "driver")]
    [InlineData("V1CSIVolumeSource {driver: a_b}", "driver")]
    [InlineData("V1AzureDiskVolumeSource {diskName: a, diskURI: 'https://a'}", "")]
    [InlineData("V1AzureDiskVolumeSource {diskName: a, diskURI: 'https://a', kind: Managed}", "diskURI")]
    [InlineData("V1EmptyDirVolumeSource {medium: Memory, sizeLimit: 0}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: 'a:1'}], volumes: [{name: v, image: {}}]}}", "spec.volumes[0].image.reference")]
    public void Source_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1Volume {name: v, emptyDir: {}, hostPath: {path: /a}}", "'hostPath' makes no volume that the API server takes: there is one source already: emptyDir")]
    [InlineData("V1SecretVolumeSource {secretName: s, defaultMode: 512}", "'512' makes no volume that the API server takes: it has to be a number from 0 to 511")]
    [InlineData("V1NFSVolumeSource {server: a, path: b}", "'b' makes no volume that the API server takes: it has to be an absolute path, with a '/' before it")]
    [InlineData("V1HostPathVolumeSource {path: /a, type: folder}", "'folder' makes no volume that the API server takes: it has to be one of 'Directory', 'DirectoryOrCreate', 'File', 'FileOrCreate', 'Socket', 'CharDevice', 'BlockDevice'")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("V1Volume {name: v, emptyDir: {}, hostPath: {path: /a}}", "V1Volume {name: v, emptyDir: {}}", false)]
    [InlineData("V1Volume {name: Data, emptyDir: {}}", "V1Volume {name: data, emptyDir: {}}", true)]
    [InlineData("V1HostPathVolumeSource {path: /a, type: directory}", "V1HostPathVolumeSource {path: /a, type: Directory}", true)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("V1NFSVolumeSource {server: a, path: b}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
