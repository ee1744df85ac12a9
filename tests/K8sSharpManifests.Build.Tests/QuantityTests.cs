namespace K8sSharpManifests.Build.Tests;

/// <summary>A quantity that the API server would refuse never becomes another one.</summary>
public sealed class QuantityTests(PackageFixture package)
{
    private const string Literal =
        """[Manifest] public static V1Pod P => new() { Metadata = new() { Name = "p" }, Spec = new() { Containers = [new() { Name = "c", Image = "nginx:1.27" }], RuntimeClassName = "kata", Overhead = new Dictionary<string, ResourceQuantity> { ["memory"] = "1,5Gi" } } };""";

    private const string Message = "error K8S208: '1,5Gi' is no quantity, and the API server refuses the object: did you mean 1.5Gi?";

    private static readonly string AtTheLiteral = $"Shop.cs(4,{Literal.IndexOf("\"1,5", StringComparison.Ordinal) + 1})";

    [Fact]
    public async Task RefusedQuantity_EndsTheBuildWhateverTheModelsMakeOfIt()
    {
        var project = package.NewProject(UserProject.ProjectFile());
        project.WriteShop(Literal);
        var compiler = Assert.Single((await project.Build()).Problems);
        Assert.StartsWith($"{AtTheLiteral}: {Message}", compiler, StringComparison.Ordinal);

        // Where no analyzer runs, or none reports, the build says it.
        Assert.Equal([$"{AtTheLiteral}: {Message}"], (await project.Build("-p:RunAnalyzers=false")).Problems);
        Assert.Equal("", project.Emitted());
        project.WriteShop("#pragma warning disable K8S208", Literal);
        Assert.Empty((await project.Build("-p:RunAnalyzers=false")).Problems);
        Assert.Contains("memory: 15Gi", project.Emitted(), StringComparison.Ordinal);

        // What only runs is read by the DSL as the API server reads it.
        project.WriteShop(
            """[Manifest] public static V1Pod P => K8s.Pod("r").AddContainer("c", "nginx:1.27", c => c""",
            """    .WithLimits(cpu: Environment.GetEnvironmentVariable("CPU_OF_P"), memory: Environment.GetEnvironmentVariable("MEMORY_OF_P")));""",
            """[Manifest] public static V1Pod Q => K8s.Pod("q").AddContainer("c", "nginx:1.27").WithSpec(s => s.WithRuntimeClassName("kata").WithOverhead(new Dictionary<string, ResourceQuantity> { ["memory"] = Small }));""",
            """private static ResourceQuantity Small =>""",
            """    Environment.GetEnvironmentVariable("SMALL") ?? "64Mi";""");
        project.Variables["MEMORY_OF_P"] = "1,5Gi";
        project.Variables["SMALL"] = "128MB";
        Assert.Equal(
            [
                "Shop.cs(4,87): error K8S208: '1,5Gi' is no quantity: did you mean 1.5Gi? (in Acme.Shop.P)",
                "Shop.cs(8,5): error K8S208: A text is no quantity, and K8s.ParseQuantity would say which: unable to parse quantity's suffix (in Acme.Shop.Q)",
            ],
            (await project.Build()).Problems);
        project.Variables["MEMORY_OF_P"] = "1.5Gi";
        project.Variables["SMALL"] = "128Mi";
        Assert.Empty((await project.Build()).Problems);
        Assert.Contains("      limits:\n        memory: 1536Mi\n", project.Emitted(), StringComparison.Ordinal);
    }
}
