using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Generators.Tests;

public sealed class CachingTests
{
    private const string Manifests = Source.Usings + "public static class Shop { [Manifest] public static V1Pod Web => new(); }";
    private const string Other = "public static class Other { public static int Number => 1; }";

    [Fact]
    public void UnrelatedFileEdited_NothingIsMadeAgain() => Assert.All(
        RunTwice("/src/shop/Other.cs", Other.Replace("1", "2", StringComparison.Ordinal)),
        reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));

    [Fact]
    public void BodyOfMemberEdited_NothingIsMadeAgain() => Assert.All(
        RunTwice("/src/shop/Shop.cs", Manifests.Replace("new()", "new() { Kind = \"Pod\" }", StringComparison.Ordinal)),
        reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString()));

    [Fact]
    public void FindingChanged_CatalogIsMadeAgain() => Assert.Contains(
        IncrementalStepRunReason.Modified,
        RunTwice("/src/shop/Shop.cs", Manifests.Replace("new()", "new() { Spec = new() { Containers = [new() { Image = \"A:B:C\" }] } }", StringComparison.Ordinal)));

    [Fact]
    public void MemberRenamed_CatalogIsMadeAgain() => Assert.Contains(
        IncrementalStepRunReason.Modified,
        RunTwice("/src/shop/Shop.cs", Manifests.Replace("Web", "Api", StringComparison.Ordinal)));

    private static IEnumerable<IncrementalStepRunReason> RunTwice(string editedPath, string newText)
    {
        var token = TestContext.Current.CancellationToken;
        var first = Source.Compile(("/src/shop/Shop.cs", Manifests), ("/src/shop/Other.cs", Other));
        var edited = first.SyntaxTrees.Single(t => t.FilePath == editedPath);
        var second = first.ReplaceSyntaxTree(edited, edited.WithChangedText(SourceText.From(newText)));

        var result = Source.Driver().RunGenerators(first, token).RunGenerators(second, token).GetRunResult().Results.Single();

        string[] names = [TrackingNames.Members, TrackingNames.ProjectDir, TrackingNames.Catalog, TrackingNames.Handover];
        var steps = names.SelectMany(name => result.TrackedSteps[name]).Concat(result.TrackedOutputSteps.SelectMany(s => s.Value)).ToArray();
        Assert.True(steps.Length >= 5);
        return steps.SelectMany(s => s.Outputs).Select(o => o.Reason);
    }
}
