using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Tests;

public sealed class OutputPathTests
{
    [Theory]
    [InlineData("a.yaml", true)]
    [InlineData("shop/a.yaml", true)]
    [InlineData("a/b/c.yaml", true)]
    [InlineData("..a/b..", true)]
    [InlineData("", false)]
    [InlineData("..", false)]
    [InlineData("../a", false)]
    [InlineData("shop/../../a", false)]
    [InlineData("shop/.. /a", false)]
    [InlineData("shop/ /a", false)]
    [InlineData("shop/.../a", false)]
    [InlineData("./a", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("shop//a", false)]
    [InlineData("shop/", false)]
    [InlineData("shop\\..\\a", false)]
    [InlineData("C:/a", false)]
    [InlineData("shop/a:b", false)]
    public void Path_LeadsIntoTheFolderOrIsNone(string path, bool isInside) => Assert.Equal(isInside, OutputPath.IsInside(path));

    [Fact]
    public void Folders_ComeOnceAndEachBehindThoseAroundIt()
    {
        Assert.Equal(["a", "a/b", "c"], OutputPath.Folders(["a/b/x.yaml", "y.yaml", "a/z.yaml", "c/x.yaml"]));
        Assert.Empty(OutputPath.Folders("x.yaml"));
    }
}
