namespace K8sSharpManifests.Tool.Tests;

public sealed class WholeSetTests
{
    private static readonly string Web = LintFolder.Pod("registry.acme.io/web:1.4.2", "  imagePullSecrets: [{name: regcred}]\n");

    // Somebody else may apply the rest.
    [Fact]
    public void WhatIsNotGiven_IsNotMissing()
    {
        using var folder = new LintFolder().Write("web.yaml", Web);
        Assert.Equal("", folder.Lint("web.yaml").Ids);
    }

    [Fact]
    public void WhatIsNotInACompleteSet_IsMissing()
    {
        using var folder = new LintFolder().Write("web.yaml", Web);
        Assert.Equal("K8S113", folder.Lint("web.yaml", "--complete").Ids);
        Assert.Equal("", folder.Lint("web.yaml", "--complete", "--option", "k8s_external=Secret/regcred").Ids);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--complete")]
    public void WhatIsGiven_IsLookedAt(string option)
    {
        using var folder = new LintFolder { Input = "apiVersion: v1\nkind: Secret\nmetadata: {name: regcred}\ntype: Opaque\nstringData: {a: b}\n" }.Write("web.yaml", Web);
        Assert.Equal("K8S114", folder.Lint(["web.yaml", "-", .. option.Length > 0 ? [option] : Array.Empty<string>()]).Ids);
    }
}
