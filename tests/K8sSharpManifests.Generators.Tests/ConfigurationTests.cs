using K8sSharpManifests.Core;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>Where no analyzer runs, the build says what is wrong with the configuration.</summary>
public sealed class ConfigurationTests
{
    private const string Shop = Source.Usings + "public static class Shop { [Manifest] public static V1Pod Web => new(); }";
    private const string Wrong = "[*.cs]\nk8s_always_pull = yes\nk8s_external = db, Secret/db\n";

    [Fact]
    public void WrongValues_AreHandedOverWithTheirLines() => Assert.Equal(
        [
            new("../.editorconfig", 2, 19, "K8S909", "warning", "k8s_always_pull: 'yes' is ignored: the only value is 'required'"),
            new("../.editorconfig", 3, 16, "K8S909", "warning", "k8s_external: 'db' is ignored: an object is Kind/name or Kind/namespace/name, like Secret/db"),
        ],
        Problems(Source.DriverWithoutAnalyzers("/src/.editorconfig", Wrong, ("k8s_always_pull", "yes"), ("k8s_external", "db, Secret/db"))));

    [Fact]
    public void ValueOfAFileThatIsNotPassedOn_IsHandedOverWithoutAPlace() => Assert.Equal(
        [new("", 1, 1, "K8S909", "warning", "k8s_always_pull: 'yes' is ignored: the only value is 'required'")],
        Problems(Source.DriverWithoutAnalyzers("/src/other.txt", Wrong, ("k8s_always_pull", "yes"))));

    [Fact]
    public void AnalyzersRun_NothingIsHandedOver() => Assert.Empty(Problems(Source.Driver(options: ("k8s_always_pull", "yes"))));

    [Fact]
    public void NothingIsWrong_NothingIsHandedOver() =>
        Assert.Empty(Problems(Source.DriverWithoutAnalyzers("/src/.editorconfig", "[*.cs]\nk8s_always_pull = required\n", ("k8s_always_pull", "required"))));

    [Fact]
    public void TargetVersionOfTheProject_IsNamedWhereItIsWrong() => Assert.Equal(
        [new("", 1, 1, "K8S909", "warning", "ManifestTargetVersion: 'latest' is ignored: a version is like 1.34")],
        Problems(Source.DriverWithoutAnalyzers("/src/other.txt", "", ("build_property.ManifestTargetVersion", "latest"))));

    // Where the catalog has no entry, too.
    [Theory]
    [InlineData("private static V1Pod Web => new();", "'Shop.Web' cannot be emitted: the rest of the assembly cannot reach it: make it internal or public")]
    [InlineData("public static System.Threading.Tasks.Task<V1Pod> Web => null!;", "'Shop.Web' cannot be emitted: the build does not wait for a Task<V1Pod>: return the object itself")]
    public void MemberThatIsLeftOut_IsHandedOver(string member, string text)
    {
        var file = ("/src/shop/Shop.cs", Source.Usings + $"public static class Shop {{ [Manifest] {member} }}");
        var column = file.Item2.Split('\n')[^1].IndexOf(" Web", StringComparison.Ordinal) + 2;

        Assert.Equal([new("Shop.cs", 5, column, "K8S902", "error", text)], Source.Problems(Source.DriverWithoutAnalyzers("/src/other.txt", ""), file));
        Assert.Empty(Source.Problems(Source.Driver(), file));
        Assert.Empty(Source.Problems(
            Source.DriverWithoutAnalyzers("/src/other.txt", ""), (file.Item1, "#pragma warning disable K8S902\n" + file.Item2), ("/src/shop/Second.cs", Shop.Replace("Shop", "Second", StringComparison.Ordinal))));
    }

    private static CatalogProblem[] Problems(Microsoft.CodeAnalysis.GeneratorDriver driver) =>
        Source.Problems(driver, ("/src/shop/Shop.cs", Shop), ("/src/shop/Second.cs", Shop.Replace("Shop", "Second", StringComparison.Ordinal)));
}
