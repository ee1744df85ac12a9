namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Keys that the API does not know.</summary>
public sealed class UnknownFieldTests
{
    private const string Id = "K8S227";

    public static RuleRows Rows => new(Id)
    {
        { "V1Container {name: a, image: 'a:1'}", Expected.False },
        { "V1Container {name: a, imagee: 'a:1'}", Expected.True },
        { "V1Container !open {name: a}", Expected.Unknown },
        { "V1Container {name: !unknown }", Expected.Unknown },
    };

    // Of a null nothing is written.
    [Fact]
    public void FieldWhoseValueIsNotKnown_MayNotBeThere() => Assert.Equal(Expected.Unknown, FindingsOf.Verdict(Id, "{imagee: !unknown }", "V1Container"));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected, isSilent: true);

    // What kube-apiserver v1.36 says of a create with strict decoding.
    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, spec: {}}", "spec")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, Data: {}}", "Data")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: a, image: 'a:1', Image: b}], replicas: 1}}", "spec.containers[0].Image spec.replicas")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, label: {}}}", "metadata.label")]
    [InlineData("{apiVersion: v1, kind: Pod, metadata: {name: web}, status: {fase: a}}", "status.fase")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {any: a}}", "")]
    [InlineData("{apiVersion: acme.io/v1, kind: Shop, anything: 1}", "")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, a: null}", "a")]
    [InlineData("V1JSONSchemaProps {typ: object}", "typ")]
    [InlineData("V1JSONSchemaProps {items: {typ: object}}", "")]
    public void Field_IsNotOfTheApi(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1Container {imagee: 'a:1'}", "'imagee' is a field that the API does not have here: did you mean 'image'?")]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, something: a}", "'something' is a field that the API does not have here: it has 'apiVersion', 'binaryData', 'data', 'immutable', 'kind', 'metadata'")]
    [InlineData("V1KeyToPath {zzzzzzzz: a}", "'zzzzzzzz' is a field that the API does not have here: it has 'key', 'mode', 'path', 'user'")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("V1Container {imagee: 'a:1'}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
