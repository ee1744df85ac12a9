using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class InvalidBase64Tests
{
    private const string Id = "K8S120";

    public static RuleRows Rows => new(Id)
    {
        { "{a: 'not base64!'}", Expected.True },
        { "{a: password}", Expected.False },
        { "{a: pass}", Expected.False },
        { "{a: passw}", Expected.True },
        { "{a: 'cGFzcw=='}", Expected.False },
        { "{a: 'cGFz cw=='}", Expected.True },
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
            Judge.Run(YamlTree.Parse("{apiVersion: v1, kind: Secret, data: {ok: aGk=, password: hunter2!}}"), Verify.Defaults), f => f.Info.Id == Id);
        Assert.Equal("data.password", finding.At.Origin);
        Assert.StartsWith("'password' in a Secret's data is not base64", finding.Message);
    }
}
