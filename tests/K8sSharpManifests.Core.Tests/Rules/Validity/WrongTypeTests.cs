namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Values that cannot be read.</summary>
public sealed class WrongTypeTests
{
    private const string Id = "K8S228";

    public static RuleRows Rows => new(Id)
    {
        { "V1DeploymentSpec {replicas: 1}", Expected.False },
        { "V1DeploymentSpec {replicas: '1'}", Expected.True },
        { "V1DeploymentSpec {replicas: !unknown }", Expected.Unknown },
        { "V1DeploymentSpec {template: []}", Expected.True },
        { "V1EnvVar {name: A, value: 1}", Expected.True },
        { "V1EnvVar {name: A, value: !unknown }", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected, isSilent: true);

    // What kube-apiserver v1.36 says.
    [Theory]
    [InlineData("V1DeploymentSpec {replicas: 1.5}", "replicas")]
    [InlineData("V1DeploymentSpec {replicas: 2147483647}", "")]
    [InlineData("V1DeploymentSpec {replicas: 2147483648}", "replicas")]
    [InlineData("V1PodSpec {activeDeadlineSeconds: 9223372036854775807}", "")]
    [InlineData("V1PodSpec {activeDeadlineSeconds: 9223372036854775808}", "activeDeadlineSeconds")]
    [InlineData("V1DeploymentSpec {paused: 'true'}", "paused")]
    [InlineData("V1DeploymentSpec {paused: null}", "")]
    [InlineData("V1PodSpec {containers: {}}", "containers")]
    [InlineData("V1PodSpec {containers: [a]}", "containers[0]")]
    [InlineData("V1Container {args: [1, true, a, null]}", "args[0] args[1]")]
    [InlineData("V1ObjectMeta {labels: {a: 1, b: true, c: d}}", "labels.a labels.b")]
    [InlineData("V1ObjectMeta {labels: []}", "labels")]
    [InlineData("V1ObjectMeta {creationTimestamp: yesterday}", "creationTimestamp")]
    [InlineData("V1ObjectMeta {creationTimestamp: '2026-01-31T12:00:00Z'}", "")]
    [InlineData("V1ObjectMeta {creationTimestamp: ''}", "creationTimestamp")]
    [InlineData("V1ObjectMeta {creationTimestamp: null}", "")]
    [InlineData("V1ObjectMeta {creationTimestamp: '2026-01-31T1:00:00,5+24:60'}", "")]
    [InlineData("V1ObjectMeta {creationTimestamp: '0000-02-29T00:00:00Z'}", "")]
    [InlineData("V1ObjectMeta {creationTimestamp: '2026-02-29T00:00:00Z'}", "creationTimestamp")]
    [InlineData("V1ObjectMeta {creationTimestamp: '2026-01-31T24:00:00Z'}", "creationTimestamp")]
    [InlineData("V1ObjectMeta {creationTimestamp: '2026-01-31T12:00:00+25:00'}", "creationTimestamp")]
    [InlineData("V1ObjectMeta {creationTimestamp: '2026-01-31T12:00:00z'}", "creationTimestamp")]
    [InlineData("V1LeaseSpec {renewTime: '2026-01-31T12:00:00.0000000Z'}", "renewTime")]
    [InlineData("V1LeaseSpec {renewTime: '2026-01-31T12:00:00,000000+01:00'}", "")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, data: {a: [104, 0, 255], b: [], c: [256], d: [a], e: [-1], f: [1.5], g: [null, !unknown ]}}", "data.c data.d data.e data.f")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, binaryData: {a: [104, 105]}}", "")]
    [InlineData("V1LeaseSpec {renewTime: '2026-01-31T12:00:00Z'}", "renewTime")]
    [InlineData("V1LeaseSpec {renewTime: '2026-01-31T12:00:00.000000Z'}", "")]
    [InlineData("V1ServicePort {port: 80, targetPort: true}", "targetPort")]
    [InlineData("V1ServicePort {port: 80, targetPort: 1.5}", "targetPort")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, data: {a: '%', b: 1, c: YQ==}}", "data.b")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, stringData: {a: 1, b: null}}", "stringData.a")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, binaryData: {a: '%'}}", "binaryData.a")]
    public void Value_HasTheTypeOfItsField(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1DeploymentSpec {replicas: '1'}", "'1' has the wrong type, and the API server cannot read the object: it has to be a whole number of 32 bits, and is a text")]
    [InlineData("V1EnvVar {name: A, value: 1}", "'1' has the wrong type, and the API server cannot read the object: it has to be a text, and is 1; put it in quotes, as it is written")]
    [InlineData("V1EnvVar {name: A, value: 123e4}", "'1230000' has the wrong type, and the API server cannot read the object: it has to be a text, and is 1230000; put it in quotes, as it is written")]
    [InlineData("V1EnvVar {name: A, value: 08057}", "'8057' has the wrong type, and the API server cannot read the object: it has to be a text, and is 8057; put it in quotes, as it is written")]
    [InlineData("V1PodSpec {containers: {}}", "'containers' has the wrong type, and the API server cannot read the object: it has to be a list, and is an object")]
    [InlineData("V1ObjectMeta {creationTimestamp: yesterday}", "'yesterday' has the wrong type, and the API server cannot read the object: 'yesterday' is no time as RFC 3339 has it, like 2026-01-31T12:00:00Z")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, binaryData: {a: '%'}}", "'%' has the wrong type, and the API server cannot read the object: it has to be base64")]
    [InlineData("V1DeploymentSpec {paused: 'yes'}", "'yes' has the wrong type, and the API server cannot read the object: it has to be true or false, and is a text")]
    [InlineData("{apiVersion: v1, kind: Secret, metadata: {name: web}, stringData: {pin: 4711}}", "'pin' has the wrong type, and the API server cannot read the object: it has to be a text; put it in quotes, as it is written")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("V1DeploymentSpec {replicas: '1'}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
