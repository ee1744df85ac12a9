namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>Quantities that the API server refuses, at their literal.</summary>
public sealed class QuantityTests
{
    private const string Web = """K8s.Pod("web").AddContainer("web", "nginx:1.27", c => c""";

    public static TheoryData<string> Literals =>
    [
        $$"""public static V1Pod A => {{Web}}.WithRequests(cpu: {|K8S208:"0,5"|}, memory: "64Mi"));""",
        $$"""public static V1Pod A => {{Web}}.WithLimits("1", {|K8S208:"128MB"|}));""",
        $$"""public static V1Pod A => {{Web}}.WithLimits(One, {|K8S208:"128MB"|})); private static readonly ResourceQuantity One = new("1");""",
        $$"""public static V1Pod A => {{Web}}.WithResources(r => r.AddLimit("memory", {|K8S208:"64 Mi"|}).AddRequest("cpu", {|K8S208:"abc"|})));""",
        $$"""public static V1Pod A => {{Web}}.WithResources(r => r.WithLimits(new Dictionary<string, ResourceQuantity> { ["memory"] = {|K8S208:"1,5Gi"|} })));""",
        $$"""public static V1Pod A => {{Web}}.WithResources(new() { Limits = new Dictionary<string, ResourceQuantity> { { "memory", {|K8S208:"1,5Gi"|} } } }));""",
        $$"""public static V1Pod A => {{Web}}.AddEnv(new() { Name = "M", ValueFrom = new() { ResourceFieldRef = new() { Resource = "limits.memory", Divisor = {|K8S208:"1MB"|} } } }));""",
        $$"""public static V1Pod A => {{Web}}).MountEmptyDir("tmp", "/tmp", sizeLimit: {|K8S208:"1 G"|});""",
        """public static V1Pod A => new() { Spec = new() { Volumes = [new() { Name = "a", EmptyDir = new() { SizeLimit = {|K8S208:""|} } }] } };""",
        """public static V1Pod A => new() { Spec = new() { Overhead = new Dictionary<string, ResourceQuantity> { ["cpu"] = new ResourceQuantity({|K8S208:"1/3"|}) } } };""",
        """public static V1Pod A => new() { Spec = new() { Overhead = new Dictionary<string, ResourceQuantity> { ["cpu"] = (ResourceQuantity){|K8S208:"1/3"|}, ["a"] = new({|K8S208:"x"|}) } } };""",
        """public static V1Pod A => new() { Spec = new() { Overhead = new Dictionary<string, ResourceQuantity> { ["cpu"] = K8s.ParseQuantity({|K8S208:"1/3"|}) } } };""",
        """public static V1PersistentVolumeClaim A => K8s.PersistentVolumeClaim("a", {|K8S208:"10GB"|});""",
        """public static V1PersistentVolumeClaim A => K8s.PersistentVolumeClaim("a").WithSpec(s => s.WithResources(r => r.AddRequest("storage", {|K8S208:"10GB"|})));""",
        """public static V2HorizontalPodAutoscaler A => K8s.HorizontalPodAutoscaler("a", 1, 2).AddMetric(m => m.WithPods(p => p.WithTarget(t => t.WithAverageValue({|K8S208:"1,5"|}))));""",
        """public static V1ResourceQuota A => new() { Spec = new() { Hard = new Dictionary<string, ResourceQuantity> { ["pods"] = {|K8S208:"ten"|} } } };""",
        """public static V1Container A(V1Container c) => c.WithLimits(memory: {|K8S208:"1,5Gi"|});""",
        """public static V1ResourceRequirements A { get; } = new() { Limits = new Dictionary<string, ResourceQuantity> { ["memory"] = {|K8S208:"1,5Gi"|} } };""",
        """public static V1Volume A => new() { Name = "a", EmptyDir = new() { SizeLimit = {|K8S208:"1GB"|} } };""",
        """public static V1StatefulSetSpec A => new() { VolumeClaimTemplates = [K8s.PersistentVolumeClaim("a", {|K8S208:"10GB"|})] };""",
    ];

    public static TheoryData<string> Good =>
    [
        $$"""public static V1Pod A => {{Web}}.WithRequests(".5", "1e9", "5.").WithLimits("+1", "-1", "1E"));""",
        $$"""public static V1Pod A => {{Web}}.WithRequests(" 64Mi ", null, Environment.GetEnvironmentVariable("M")));""",
        $$"""public static V1Pod A => {{Web}}.AddEnv("SIZE", "1,5Gi").AddEnv("OTHER", "128MB"));""",
        """public static V1ConfigMap A => K8s.ConfigMap("a").AddData("size", "1,5Gi");""",
        """public static Dictionary<string, string> A => new() { ["a"] = "1,5Gi" }; public static void Take(ResourceQuantity q, string text) { } public static void B() => Take(null!, "1,5Gi");""",
    ];

    /// <summary>Where the evaluator loses track, the models have read the text all the same.</summary>
    public static TheoryData<string> Lost =>
    [
        """public static string A => new ResourceQuantity({|K8S208:"1,5Gi"|}).ToString();""",
        """private static readonly Dictionary<string, ResourceQuantity> Sizes = new() { ["a"] = {|K8S208:"1,5Gi"|}, ["b"] = "1Gi" }; public static void Set() => Sizes["c"] = {|K8S208:"1 Gi"|};""",
        """public static ResourceQuantity A => DateTime.Now.Year > 2000 ? {|K8S208:"1,5Gi"|} : "2Gi";""",
        """public static ResourceQuantity A(string? s) => s ?? ({|K8S208:"1,5Gi"|});""",
        """public static ResourceQuantity A(int i) => i switch { 1 => "1Gi", 2 => {|K8S208:"2GB"|}, _ => throw new InvalidOperationException() };""",
        """public static Queue<ResourceQuantity> A => new([{|K8S208:"1,5Gi"|}, "2"]);""",
        """public static Lazy<ResourceQuantity> A = new(() => {|K8S208:"1,5Gi"|});""",
        """public static ResourceQuantity A() { try { return {|K8S208:"1,5Gi"|}; } catch { return new({|K8S208:"x"|}); } }""",
        """private const string Large = "1,5Gi"; public static object A => (ResourceQuantity){|K8S208:Large|}; public static object B => (ResourceQuantity)({|K8S208:Large + "B"|});""",
        """public static KeyValuePair<string, ResourceQuantity>[] A => [new("memory", {|K8S208:"1,5Gi"|})];""",
        """public static object A() { try { return K8s.ParseQuantity({|K8S208:"1,5Gi"|}); } catch { return ""; } }""",
        """public static (ResourceQuantity, int) A => ({|K8S208:"1,5Gi"|}, 1);""",
    ];

    [Theory]
    [MemberData(nameof(Literals))]
    public Task Refused_IsReportedAtItsLiteral(string member) => Verify.Findings(Verify.Shop(member));

    [Theory]
    [MemberData(nameof(Lost))]
    public Task RefusedWhereverItGoes_IsReportedAtItsLiteral(string member) => Verify.Findings(Verify.Shop(member));

    // The file at hand names no model.
    [Theory]
    [InlineData("public static void Take(ResourceQuantity quantity) { }", "Shop.Take({0})")]
    [InlineData("public static ResourceQuantity? Field, Other;", "Shop.Other = {0}")]
    [InlineData("public static Dictionary<string, ResourceQuantity> Sizes { get; } = [];", "Shop.Sizes[\"a\"] = {0}")]
    [InlineData("public delegate void Taker(ResourceQuantity quantity); public static Taker Get() => _ => { };", "((Shop.Taker)(_ => { }))({0})")]
    [InlineData("public sealed record Size(ResourceQuantity Quantity);", "_ = new Shop.Size({0})")]
    [InlineData("public sealed class Sizes : List<ResourceQuantity>;", "_ = new Shop.Sizes { {0} }")]
    public Task QuantityOfAnotherFile_IsAQuantityHere(string declared, string use) => Verify.Findings(
    [
        Verify.Shop(declared),
        "public static class Other { public static void Go() { " + use.Replace("{0}", "{|K8S208:\"1,5Gi\"|}", StringComparison.Ordinal) + "; } }",
    ]);

    [Fact]
    public Task QuantityByAnotherName_IsAQuantityHere() => Verify.Findings(
    [
        "global using Amount = k8s.Models.ResourceQuantity;",
        "public static class Other { public static Amount Go() => {|K8S208:\"1,5Gi\"|}; }",
    ]);

    [Theory]
    [InlineData("public static ResourceQuantity A => DateTime.Now.Year > 2000 ? {0} : \"2Gi\";")]
    [InlineData("public static Queue<ResourceQuantity> A => new([{0}]);")]
    public Task Lost_HasTheFix(string member) => Verify.Fix(
        Verify.Shop(string.Format(System.Globalization.CultureInfo.InvariantCulture, member, "{|K8S208:\"64 Mi\"|}")),
        Verify.Shop(string.Format(System.Globalization.CultureInfo.InvariantCulture, member, "\"64Mi\"")));

    [Theory]
    [MemberData(nameof(Good))]
    public Task WhatIsNoRefusedQuantity_IsLeftAlone(string member) => Verify.Findings(Verify.Shop(member));

    [Fact]
    public Task ThroughAHelper_ItIsReportedWhereItStands() => Verify.Findings(Verify.Shop(
        $$"""public static V1Pod A => {{Web}}.Small({|K8S208:"128MB"|}));""",
        $$"""public static V1Pod B => {{Web}}.Small(Size));""",
        """private const string Size = "1,5Gi";""").Replace("Small(Size)", "Small({|K8S208:Size|})", StringComparison.Ordinal)
        + "public static class Sizes { public static V1Container Small(this V1Container c, string memory) => c.WithLimits(memory: memory); }");

    [Fact]
    public Task AField_IsReportedThere() => Verify.Findings(Verify.Shop(
        $$"""public static V1Pod A => {{Web}}.WithLimits(memory: Large));""",
        """private static readonly ResourceQuantity Large = {|K8S208:"1,5Gi"|};"""));

    [Fact]
    public Task Blank_IsTakenOutEverywhere() => Verify.Fix(
        Verify.Shop($$"""public static V1Pod A => {{Web}}.WithLimits({|K8S208:"500 m"|}, {|K8S208:"64 Mi"|}));"""),
        Verify.Shop($$"""public static V1Pod A => {{Web}}.WithLimits("500m", "64Mi"));"""));

    [Theory]
    [InlineData("128MB", "128Mi")]
    [InlineData("1,5Gi", "1.5Gi")]
    [InlineData("1/2Gi", "0.5Gi")]
    public Task Guess_IsNotForFixAll(string before, string after) => Verify.Fix(
        [Verify.Shop($$"""public static V1Pod A => new() { Spec = new() { Overhead = new Dictionary<string, ResourceQuantity> { ["memory"] = {|K8S208:"{{before}}"|} } } };""")],
        [Verify.Shop($$"""public static V1Pod A => new() { Spec = new() { Overhead = new Dictionary<string, ResourceQuantity> { ["memory"] = "{{after}}" } } };""")],
        $"Change to '{after}'",
        isSafe: false);

    [Theory]
    [InlineData("c.WithLimits(memory: {0})")]
    [InlineData("c.WithResources(r => r.AddLimit(\"memory\", {0}))")]
    [InlineData("c.WithResources(new() {{ Limits = new Dictionary<string, ResourceQuantity> {{ {{ \"memory\", {0} }} }} }})")]
    [InlineData("c.WithResources(new() {{ Limits = new Dictionary<string, ResourceQuantity> {{ [\"memory\"] = new ResourceQuantity({0}) }} }})")]
    public async Task Blank_IsTakenOutInEachStyle(string style)
    {
        string Code(string value, string more = "") => Verify.Shop($"""public static V1Pod A => K8s.Pod("web").AddContainer("web", "nginx:1.27", c => {string.Format(System.Globalization.CultureInfo.InvariantCulture, style, value)});{more}""");
        await Verify.Fix(Code("{|K8S208:\"64 Mi\"|}"), Code("\"64Mi\""));
        await Verify.Fix(Code("{|K8S208:Size|}", " private const string Size = \"64 Mi\";"), Code("Size", " private const string Size = \"64Mi\";"));
    }

    // Of bytes nearly everybody means powers of 1024, but what is written says something else.
    [Fact]
    public Task PowersOf1000_AreOfferedToo()
    {
        string Code(string value) => Verify.Shop($$"""public static V1Pod A => {{Web}}.WithLimits(memory: {{value}}));""");
        return Verify.Fix([Code("{|K8S208:\"128MB\"|}")], [Code("\"128M\"")], "Change to '128M'", isSafe: false, index: 1);
    }

    [Fact]
    public Task WhatNobodyCanTell_HasNoFix() => Verify.NoFix(Verify.Shop($$"""public static V1Pod A => {{Web}}.WithLimits(memory: {|K8S208:"1/3Gi"|}));"""));
}
