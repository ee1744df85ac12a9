using K8sSharpManifests.Emission.Layouts;

namespace K8sSharpManifests.Emission.Tests;

public sealed class FolderNameTests
{
    [Theory]
    [InlineData("shop", "shop")]
    [InlineData("shop-2", "shop-2")]
    [InlineData("..", "_2e__2e_")]
    [InlineData(".", "_2e_")]
    [InlineData("../../etc", "_2e__2e__2f__2e__2e__2f_etc")]
    [InlineData("/etc", "_2f_etc")]
    [InlineData("C:\\x", "_43__3a__5c_x")]
    [InlineData("Shop", "_53_hop")]
    [InlineData("a.", "a_2e_")]
    [InlineData("a ", "a_20_")]
    [InlineData("a_b", "a_5f_b")]
    [InlineData("con", "_63_on")]
    [InlineData("con.txt", "con_2e_txt")]
    [InlineData("console", "console")]
    [InlineData("com1", "_63_om1")]
    [InlineData("lpt0", "_6c_pt0")]
    [InlineData("comx", "comx")]
    [InlineData("kustomization", "_6b_ustomization")]
    [InlineData("ü\0", "_fc__00_")]
    public void Name_IsHarmless(string @namespace, string folder) => Assert.Equal(folder, FolderName.Of(@namespace));

    // So that kubectl comes to the folder when it has been through the files beside it.
    [Theory]
    [InlineData("1st", "_31_st")]
    [InlineData("60-pod-web.yaml", "_36_0-pod-web_2e_yaml")]
    [InlineData("0", "_30_")]
    public void Name_ComesAfterThoseOfFiles(string @namespace, string folder)
    {
        Assert.Equal(folder, FolderName.Of(@namespace));
        Assert.True(string.CompareOrdinal("99", FolderName.Of(@namespace)) < 0);
    }

    [Fact]
    public void LongName_IsCutAndStaysItsOwn()
    {
        var one = FolderName.Of(new string('a', 253));
        var other = FolderName.Of(new string('a', 252) + "b");

        Assert.Equal(120, one.Length);
        Assert.NotEqual(one, other);
    }
}
