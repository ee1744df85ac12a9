namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>The example says in its README what the compiler says of it: just that, and nothing of the right versions.</summary>
public sealed class PullPoliciesTests
{
    [Fact]
    public Task MutableTag_IsFoundInTheWrongVersionOnly() => Verify.Findings(Marked("MutableTag.cs", "\"container-image:latest\"", "K8S106"));

    [Fact]
    public Task PrivateImage_IsFoundInTheWrongVersionOnly() =>
        Verify.Findings(Marked("PrivateImage.cs", "\"private-registry/container-image:latest\"", "K8S104"));

    private static string Marked(string file, string literal, string id)
    {
        var text = File.ReadAllText(Path.Combine(AnalyzerAssemblyTests.Repository, "examples", "PullPolicies", file));
        Assert.Contains(literal, text, StringComparison.Ordinal);
        return text.Replace(literal, $"{{|{id}:{literal}|}}", StringComparison.Ordinal);
    }
}
