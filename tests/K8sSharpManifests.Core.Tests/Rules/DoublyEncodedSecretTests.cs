using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class DoublyEncodedSecretTests
{
    private const string Id = "K8S122";

    public static RuleRows Rows => new(Id)
    {
        { "{a: Y0dGemMzZHZjbVE9}", Expected.True },
        { "{a: Y0dGemMzZHZjbVE9Cg==}", Expected.True },
        { "{a: WTJoaGJtZGxMVzFsTFc1dmR3PT0=}", Expected.True },
        { "{a.b64: Y0dGemMzZHZjbVE9}", Expected.False },
        { "{A.B64: Y0dGemMzZHZjbVE9}", Expected.False },
        { "{a: cGFzc3dvcmQ=}", Expected.False },
        { "{a: cGFzc3dvcmQxMjM0NQ==}", Expected.False },
        { "{a: aHVudGVyMg==}", Expected.False },
        { "{a: AAECAw==}", Expected.False },
        { "{a: ''}", Expected.False },
        { "{a: !unknown }", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Data_IsJudged(string data, Expected expected)
    {
        var verdict = Assert.Single(Judge.All(YamlTree.Parse($"{{apiVersion: v1, kind: Secret, data: {data}}}"), Verify.Defaults).Verdicts, v => v.Info.Id == Id);
        Assert.Equal(expected.ToString(), verdict.Truth.ToString());
    }

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, data: {a: Y0dGemMzZHZjbVE9, b: '!'}}")]
    [InlineData("{apiVersion: v1, kind: Secret, stringData: {a: Y0dGemMzZHZjbVE9, b: '!'}}")]
    [InlineData("{apiVersion: acme.io/v1, kind: Secret, data: {a: Y0dGemMzZHZjbVE9, b: '!'}}")]
    public void WhatIsNoSecretData_IsLeftAlone(string yaml) => Assert.Equal("", Verify.Ids(YamlTree.Parse(yaml), Verify.Defaults, ["K8S120", "K8S122"]));

    [Fact]
    public void Finding_IsAtTheValueAndDoesNotShowIt()
    {
        var finding = Assert.Single(
            Judge.Run(YamlTree.Parse("{apiVersion: v1, kind: Secret, data: {ok: aGk=, password: Y0dGemMzZHZjbVE9}}"), Verify.Defaults), f => f.Info.Id == Id);
        Assert.Equal("data.password", finding.At.Origin);
        Assert.StartsWith("'password' in a Secret's data is base64 before", finding.Message);
    }
}
