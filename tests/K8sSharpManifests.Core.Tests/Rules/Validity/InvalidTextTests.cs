namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Texts that have to have a form.</summary>
public sealed class InvalidTextTests
{
    private const string Id = "K8S225";

    public static RuleRows Rows => new(Id)
    {
        { "V1Container {name: web, image: 'web:1', resources: {requests: {k0: '1'}}}", Expected.True },
        { "V1Container {name: web, image: 'web:1', resources: {requests: {k0: !unknown }}}", Expected.Unknown },
        { "V1EnvVar {name: A, value: b}", Expected.False },
        { "V1EnvVar {name: 'A=B'}", Expected.True },
        { "V1EnvVar {name: !unknown }", Expected.Unknown },
        { "V1HostAlias {ip: 10.0.0.1}", Expected.False },
        { "V1HostAlias {ip: 10.0.0.256}", Expected.True },
        { "V1HostAlias {ip: !unknown }", Expected.Unknown },
        { "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: Web, image: 'nginx:1.27'}]}}", Expected.True },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("V1Container {name: <a*63>}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, ownerReferences: [{apiVersion: a/b/c, kind: A, name: a, uid: a}]}}", "metadata.ownerReferences[0].apiVersion")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, ownerReferences: [{apiVersion: a/, kind: A, name: a, uid: a}]}}", "metadata.ownerReferences[0].apiVersion")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web, ownerReferences: [{apiVersion: a/v1, kind: A, name: a, uid: a}]}}", "")]
    [InlineData("V1Container {name: <a*64>}", "name")]
    [InlineData("V1Container {name: a.b}", "name")]
    [InlineData("V1EnvVar {name: 'a b'}", "")]
    [InlineData("V1EnvVar {name: 'ä'}", "name")]
    [InlineData("V1PodSpec {serviceAccountName: A}", "serviceAccountName")]
    [InlineData("V1PodSpec {serviceAccount: A}", "serviceAccountName")]
    [InlineData("V1PodSpec {nodeName: <a*254>}", "nodeName")]
    [InlineData("V1PodSpec {hostAliases: [{ip: 010.0.0.1, hostnames: [a, B]}]}", "hostAliases[0].hostnames[1] hostAliases[0].ip")]
    [InlineData("V1PodSpec {dnsConfig: {searches: [a.b., ., _a.b, 'a b']}}", "dnsConfig.searches[3]")]
    [InlineData("V1PodSpec {nodeSelector: {'a b': c}}", "nodeSelector")]
    [InlineData("V1ConfigMapKeySelector {name: a, key: 'b c'}", "key")]
    [InlineData("V1PodTemplateSpec {spec: {hostname: A.b}}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {hostname: A, subdomain: b.c, containers: [{name: a, image: 'a:1'}]}}", "spec.hostname spec.subdomain")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: ' a:1'}]}}", "")]
    [InlineData("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: ' nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {managedBy: acme.io/controller, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "")]
    [InlineData("{apiVersion: batch/v1, kind: Job, metadata: {name: web}, spec: {managedBy: controller, template: {spec: {restartPolicy: Never, containers: [{name: web, image: 'nginx:1.27'}]}}}}", "spec.managedBy")]
    [InlineData("V1Toleration {key: 'a b', operator: Exists}", "key")]
    [InlineData("V1PodReadinessGate {conditionType: 'a b'}", "conditionType")]
    [InlineData("V1Sysctl {name: Net.core, value: a}", "name")]
    [InlineData("V1ResourceRequirements {limits: {gpu: 1}}", "limits.gpu")]
    [InlineData("V1FlexVolumeSource {driver: a}", "")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: 'a:1'}], schedulingGates: [{name: 'a b'}]}}", "spec.schedulingGates[0]")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: 'a:1'}], schedulingGates: [{name: !unknown }]}}", "")]
    public void Text_HasAForm(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1EnvVar {name: 'A=B'}", "'A=B' has the wrong form, and the API server refuses the object: it has to be printable characters of ASCII other than '='")]
    [InlineData("V1HostAlias {ip: 10.0.0.256}", "'10.0.0.256' has the wrong form, and the API server refuses the object: it has to be an IP address, like '10.9.8.7' or '2001:db8::ffff'")]
    [InlineData("V1HostAlias {ip: 010.0.0.1}", "'010.0.0.1' has the wrong form, and the API server refuses the object: its numbers cannot begin with 0")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: Web, image: 'nginx:1.27'}]}}", "'Web' has the wrong form, and the API server refuses the object: it has to be lowercase letters, digits and '-', and to begin and to end with a letter or a digit, like 'my-name' or '123-abc'")]
    [InlineData("V1PodSpec {serviceAccount: A}", "'A' has the wrong form, and the API server refuses the object: it has to be lowercase letters, digits, '-' and '.', and to begin and to end with a letter or a digit, like 'example.com'")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: Web, image: 'nginx:1.27'}]}}", "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1.27'}]}}", true)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("V1EnvVar {name: 'A=B'}")]
    [InlineData("V1Container {name: My_Web}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
