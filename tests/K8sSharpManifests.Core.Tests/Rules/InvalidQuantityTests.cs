using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

public sealed class InvalidQuantityTests
{
    private const string Id = "K8S208";

    public static RuleRows Rows => new(Id)
    {
        { "{memory: '1,5Gi'}", Expected.True },
        { "{memory: '1/3Gi'}", Expected.True },
        { "{memory: '64 Mi'}", Expected.True },
        { "{memory: abc}", Expected.True },
        { "{memory: ''}", Expected.True },
        { "{memory: ' '}", Expected.True },
        { "{memory: 128MB}", Expected.True },
        { "{cpu: !unknown , memory: '1,5Gi'}", Expected.True },
        { "!open {memory: '1,5Gi'}", Expected.True },
        { "{memory: 1.5Gi, cpu: '+1', a: '.5', b: '5.', c: 1e3, d: 1E, e: '-1'}", Expected.False },
        { "{memory: ' 64Mi '}", Expected.False },
        { "{memory: k}", Expected.False },
        { "{memory: null}", Expected.False },
        { "{memory: !unknown }", Expected.Unknown },
        { "!open {cpu: 1}", Expected.Unknown },
    };

    public static TheoryData<string, string, bool> Guesses => new()
    {
        { "1,5Gi", "1.5Gi", false },
        { "0,5", "0.5", false },
        { "128MB", "128Mi", false },
        { "128mb", "128Mi", false },
        { "2GB", "2Gi", false },
        { "10KB", "10Ki", false },
        { "128MiB", "128Mi", false },
        { "10K", "10k", false },
        { "512bytes", "512", false },
        { "100mCPU", "100m", false },
        { "500 millicores", "500m", false },
        { "2 cores", "2", false },
        { "1_000Mi", "1000Mi", false },
        { "1 000Mi", "1000Mi", false },
        { "1/2Gi", "0.5Gi", false },
        { "3/4", "0.75", false },
        { "64 Mi", "64Mi", true },
        { "1.5 G", "1.5G", true },
        { "128mi", "128Mi", true },
        { "1KI", "1Ki", true },
        { " 1.5 gi ", "1.5Gi", true },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Quantities_AreJudged(string limits, Expected expected)
    {
        var containers = $"[{{name: web, resources: {{limits: {limits}}}}}]";
        var findings = Judge.Run(YamlTree.Parse($"{{apiVersion: apps/v1, kind: Deployment, spec: {{template: {{spec: {{containers: {containers}}}}}}}}}"), Verify.Defaults).Where(f => f.Info.Id == Id);
        Assert.Equal(expected == Expected.True ? [("spec.template.spec.containers[0].resources.limits.memory", Id)] : [], findings.Select(f => (f.Path, f.Info.Id)));
    }

    [Theory]
    [InlineData("{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, spec: {metrics: [{pods: {target: {averageValue: '1,5'}}}]}}", "spec.metrics[0].pods.target.averageValue")]
    [InlineData("{apiVersion: v1, kind: LimitRange, spec: {limits: [{max: {memory: 1GB}}]}}", "spec.limits[0].max.memory")]
    [InlineData("{validValues: [1, x]}", "validValues[1]", "V1CapacityRequestPolicy")]
    [InlineData("{containers: !open [{name: web, resources: {limits: {cpu: x}}}]}", "containers[name=web].resources.limits.cpu", "V1PodSpec")]
    public void AnyQuantity_IsJudgedWhereverItStands(string yaml, string path, string? type = null) =>
        Assert.Equal([path], Judge.Run(YamlTree.Parse(yaml, type), Verify.Defaults).Where(f => f.Info.Id == Id).Select(f => f.Path));

    [Fact]
    public void Finding_IsAtTheQuantity()
    {
        var finding = Verify.InContainer(Id, "{image: 'nginx:1.27', resources: {limits: {memory: '1,5Gi'}}}");
        Assert.Equal("spec.containers[0].resources.limits.memory", finding.At.Origin);
        Assert.Equal("'1,5Gi' is no quantity, and the API server refuses the object: did you mean 1.5Gi?", finding.Message);
    }

    [Fact]
    public void TextWithoutAGuess_SaysWhatThereIs()
    {
        var finding = Verify.InContainer(Id, "{image: 'nginx:1.27', resources: {limits: {memory: much}}}");
        Assert.Equal("'much' is no quantity, and the API server refuses the object: it takes numbers such as 0.5, 250m, 64Mi or 1e3", finding.Message);
        Assert.Empty(finding.Fixes);
    }

    [Theory]
    [MemberData(nameof(Guesses))]
    public void Fix_WritesWhatWasMeant(string text, string meant, bool isCertain)
    {
        string Container(string quantity) => $"{{image: 'nginx:1.27', resources: {{limits: {{memory: '{quantity}'}}}}}}";
        Assert.True(Quantity.TryParse(meant, out var quantity));
        Verify.Fixed(Id, Container(text), Container(quantity.ToString()), Place.Pod.In("containers"));
        var fix = Verify.InContainer(Id, Container(text)).Fixes[0];
        Assert.Equal((meant, isCertain), (fix.Changes[0].Value.ToString(), fix.IsSafeForFixAll));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1/3Gi")]
    [InlineData("1/0")]
    [InlineData("79228162514264337593543950335/0.1")]
    [InlineData("79228162514264337593543950335/1")]
    [InlineData("1,000")]
    [InlineData("1,2,3")]
    [InlineData("1.000,5")]
    [InlineData("1.2.3")]
    [InlineData("5-")]
    [InlineData("--1")]
    [InlineData("50%")]
    [InlineData("1e")]
    [InlineData("1e3Gi")]
    [InlineData("one")]
    [InlineData("99999999999999999999999999999999999999999999999999999999999999999 Mi")]
    public void WhatNobodyCanTell_HasNoFix(string text) =>
        Assert.Empty(Verify.InContainer(Id, $"{{image: 'nginx:1.27', resources: {{limits: {{memory: '{text}'}}}}}}").Fixes);
}
