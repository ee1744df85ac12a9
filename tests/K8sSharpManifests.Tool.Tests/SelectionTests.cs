namespace K8sSharpManifests.Tool.Tests;

public sealed class SelectionTests
{
    // K8S104 and K8S107 of images, K8S208 of validity, K8S918 of usage.
    private static readonly string Manifest = LintFolder.Pod("web:latest", "  - image: acme/web:1.4.2\n    imagePullPolicy: never\n    name: a\n    name: b\n    resources: {limits: {memory: '1,5Gi'}}\n");

    [Theory]
    [InlineData("", "", "K8S104 K8S107 K8S918 K8S208")]
    [InlineData("K8S104", "", "K8S104")]
    [InlineData("K8S104, k8s208", "", "K8S104 K8S208")]
    [InlineData("K8S10", "", "K8S104 K8S107")]
    [InlineData("K8s.Images", "", "K8S104 K8S107")]
    [InlineData("k8s.validity", "", "K8S208")]
    [InlineData("K8S9", "", "K8S918")]
    [InlineData("K8S110", "", "K8S110")]
    [InlineData("K8S", "", "K8S104 K8S107 K8S918 K8S208")]
    [InlineData("K8S", "K8S1", "K8S918 K8S208")]
    [InlineData("K8S11", "", "")]
    [InlineData("", "K8S104", "K8S107 K8S918 K8S208")]
    [InlineData("", "K8s.Images,K8S918", "K8S208")]
    [InlineData("K8S1", "K8S104", "K8S107")]
    [InlineData("K8S104", "K8S1", "")]
    public void Rules_AreThoseThatCount(string select, string ignore, string expected)
    {
        using var folder = new LintFolder().Write("t.yaml", Manifest);
        var ran = folder.Lint(["t.yaml", .. select.Length > 0 ? ["--select", select] : Array.Empty<string>(), .. ignore.Length > 0 ? ["--ignore", ignore] : Array.Empty<string>()]);
        Assert.Equal(expected, ran.Ids);
    }

    [Fact]
    public void RepeatedOption_Adds()
    {
        using var folder = new LintFolder().Write("t.yaml", Manifest);
        Assert.Equal("K8S104 K8S208", folder.Lint("--select", "K8S104", "--select", "K8S2", "t.yaml").Ids);
    }

    [Theory]
    [InlineData("web:latest", "", 0)]
    [InlineData("web:latest", "error", 0)]
    [InlineData("web:latest", "warning", 1)]
    [InlineData("web:latest", "never", 0)]
    [InlineData("acme/Web:1.4.2", "", 1)]
    [InlineData("acme/Web:1.4.2", "warning", 1)]
    [InlineData("acme/Web:1.4.2", "never", 0)]
    [InlineData("acme/web:1.4.2", "warning", 0)]
    public void ExitCode_IsThatOfTheWorstFinding(string image, string failOn, int expected)
    {
        using var folder = new LintFolder().Write("t.yaml", LintFolder.Pod(image));
        Assert.Equal(expected, folder.Lint(["t.yaml", .. failOn.Length > 0 ? ["--fail-on", failOn] : Array.Empty<string>()]).ExitCode);
    }
}
