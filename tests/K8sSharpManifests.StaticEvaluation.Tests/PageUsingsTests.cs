namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Who copies an example has the implicit usings, and they do not bring the namespace k8s.</summary>
public class PageUsingsTests
{
    public static TheoryData<string> Pages => [.. Directory.GetFiles(Path.Combine(Code.Repository, "docs"), "*.md", SearchOption.AllDirectories)
        .Append(Path.Combine(Code.Repository, "README.md"))
        .Where(page => Examples(page).Any(example => example.Contains("IKubernetesObject", StringComparison.Ordinal)))
        .Select(page => Path.GetRelativePath(Code.Repository, page))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void PageThatNamesIKubernetesObject_SaysWhichUsingItNeeds(string page) =>
        Assert.Contains("using k8s;", File.ReadAllText(Path.Combine(Code.Repository, page)), StringComparison.Ordinal);

    private static IEnumerable<string> Examples(string page) => File.ReadAllText(page).ReplaceLineEndings("\n").Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0]);
}
