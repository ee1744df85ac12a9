namespace K8sSharpManifests.Core.Tests.Rules.Validity;

public sealed class SuspiciousQuantityTests
{
    private const string Id = "K8S209";

    public static RuleRows Rows => new(Id)
    {
        { "{limits: {memory: 128m}}", Expected.True },
        { "{limits: {memory: '1.5'}}", Expected.True },
        { "{requests: {memory: '128'}}", Expected.True },
        { "{requests: {memory: 64Ki}}", Expected.True },
        { "{requests: {ephemeral-storage: 100m}}", Expected.True },
        { "{requests: {cpu: '256'}}", Expected.True },
        { "!open {requests: {cpu: 1k}}", Expected.True },
        { "{limits: {memory: 128Mi}, requests: {memory: 1Mi}}", Expected.False },
        { "{limits: {memory: '0'}}", Expected.False },
        { "{limits: {memory: 128MB}}", Expected.False },
        { "{limits: {memory: -1m}}", Expected.False },
        { "{limits: {memory: 0.3Gi}}", Expected.False },
        { "{limits: {ephemeral-storage: 100Ki}}", Expected.False },
        { "{limits: {cpu: '255'}, requests: {cpu: 500m}}", Expected.False },
        { "{limits: {'example.com/gpu': '1000'}}", Expected.False },
        { "{limits: {memory: !unknown }}", Expected.Unknown },
        { "{limits: {cpu: !unknown }}", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Amount_IsJudged(string resources, Expected expected) => Assert.Equal(expected, FindingsOf.Verdict(Id, resources, "V1ResourceRequirements"));

    [Theory]
    [InlineData("memory: 128m", "it has thousandths of a byte; did you mean '128Mi'?", "128Mi")]
    [InlineData("memory: '1.5'", "it has thousandths of a byte; did you mean '1536Mi'?", "1536Mi")]
    [InlineData("memory: '512'", "it is less memory than a process takes to start; did you mean '512Mi'?", "512Mi")]
    [InlineData("memory: 64Ki", "it is less memory than a process takes to start; did you mean '64Mi'?", "64Mi")]
    [InlineData("memory: 64k", "it is less memory than a process takes to start; did you mean '64M'?", "64M")]
    [InlineData("cpu: '500'", "it counts whole cores, and hardly a node has as many; did you mean '500m'?", "500m")]
    public void Fix_WritesWhatIsMeant(string limit, string because, string meant)
    {
        var finding = Assert.Single(FindingsOf.All(Id, $"{{limits: {{{limit}}}}}", "V1ResourceRequirements"));
        Assert.EndsWith(" is hardly the quantity that is meant: " + because, finding.Message);
        var fix = Assert.Single(finding.Fixes);
        Assert.Equal((meant, false), (((Scalar)fix.Changes[0].Value).Text, fix.IsSafeForFixAll));
    }

    // An amount that bounds others may be small or large.
    [Theory]
    [InlineData("V1LimitRangeItem", "{min: {memory: 128m}, max: {cpu: '1000', memory: '100'}}", "min.memory")]
    [InlineData("V1ResourceQuotaSpec", "{hard: {requests.memory: 128m, limits.cpu: 1k, requests.storage: 1m}}", "hard.requests.memory hard.requests.storage")]
    [InlineData("V1VolumeResourceRequirements", "{requests: {storage: 10m}, limits: {storage: '10'}}", "requests.storage")]
    [InlineData("V1EmptyDirVolumeSource", "{sizeLimit: 100m}", "sizeLimit")]
    [InlineData("V1EmptyDirVolumeSource", "{sizeLimit: 100Ki}", "")]
    [InlineData("V1PodSpec", "{overhead: {memory: 128m}}", "overhead.memory")]
    public void OtherAmounts_AreJudgedByTheirUnits(string type, string part, string paths) => Assert.Equal(paths, FindingsOf.Paths(Id, part, type));

    [Fact]
    public void ThousandthsOfAByte_AreNotToldTwice() => Assert.Equal("", FindingsOf.Paths("K8S206", "{resources: {limits: {memory: 128m}}}", "V1Container"));
}
