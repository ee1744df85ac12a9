using K8sSharpManifests.Emission.Layouts;

namespace K8sSharpManifests.Emission.Tests;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Deployment", "", "web", "60-deployment-web.yaml")]
    [InlineData("Deployment", "shop", "web", "60-deployment-shop-web.yaml")]
    [InlineData("ClusterRole", "", "system:reader", "25-clusterrole-system_3a_reader.yaml")]
    [InlineData("Pod", "", "../../etc/passwd", "60-pod-.._2f_.._2f_etc_2f_passwd.yaml")]
    [InlineData("Pod", "", "C:\\x", "60-pod-_43__3a__5c_x.yaml")]
    [InlineData("Pod", "", "con", "60-pod-con.yaml")]
    [InlineData("Pod", "", "Web", "60-pod-_57_eb.yaml")]
    [InlineData("Pod", "", "a_b", "60-pod-a_5f_b.yaml")]
    [InlineData("Pod", "", "ü\0", "60-pod-_fc__00_.yaml")]
    [InlineData("../Evil", "..", "x", "90-.._2f_evil-..-x.yaml")]
    public void Name_IsHarmless(string kind, string @namespace, string name, string file) =>
        Assert.Equal(file, FileName.Of(new("", kind, @namespace, name)));

    [Fact]
    public void LongName_IsCutAndStaysItsOwn()
    {
        var one = FileName.Of(new("", "ConfigMap", "", new string('a', 253)));
        var other = FileName.Of(new("", "ConfigMap", "", new string('a', 252) + "b"));

        Assert.Equal(125, one.Length);
        Assert.NotEqual(one, other);
    }
}
