namespace K8sSharpManifests.Tool.Tests;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("dotnet_diagnostic.K8S104.severity = error", "error K8S104", 1)]
    [InlineData("dotnet_diagnostic.K8S104.severity = suggestion", "info K8S104", 0)]
    [InlineData("dotnet_diagnostic.K8S104.severity = silent", "", 0)]
    [InlineData("dotnet_diagnostic.K8S104.severity = none", "", 0)]
    [InlineData("dotnet_diagnostic.K8S104.severity = default", "warning K8S104", 0)]
    [InlineData("dotnet_diagnostic.k8s104.severity = ERROR", "error K8S104", 1)]
    [InlineData("dotnet_analyzer_diagnostic.category-K8s.Images.severity = error", "error K8S104", 1)]
    [InlineData("dotnet_analyzer_diagnostic.category-K8s.Validity.severity = error", "warning K8S104", 0)]
    [InlineData("dotnet_analyzer_diagnostic.severity = none", "", 0)]
    [InlineData("dotnet_analyzer_diagnostic.severity = error\ndotnet_analyzer_diagnostic.category-K8s.Images.severity = suggestion", "info K8S104", 0)]
    [InlineData("dotnet_analyzer_diagnostic.category-K8s.Images.severity = none\ndotnet_diagnostic.K8S104.severity = error", "error K8S104", 1)]
    public void Severity_IsThatOfTheConfiguration(string lines, string expected, int exitCode)
    {
        var ran = Run(lines, "web:latest");
        Assert.Equal(expected, string.Join('\n', ran.Findings.Select(finding => finding[(finding.IndexOf(' ', StringComparison.Ordinal) + 1)..])));
        Assert.Equal(exitCode, ran.ExitCode);
    }

    // As the compiler has it: by its own id only.
    [Theory]
    [InlineData("dotnet_diagnostic.K8S110.severity = warning", "K8S110")]
    [InlineData("dotnet_analyzer_diagnostic.category-K8s.Images.severity = warning", "")]
    public void RuleThatIsOff_IsSwitchedOnByItsId(string line, string expected) => Assert.Equal(expected, Run(line, "acme/web:1.4.2").Ids);

    [Theory]
    [InlineData("*", true)]
    [InlineData("*.yaml", true)]
    [InlineData("*.{yml,yaml}", true)]
    [InlineData("deploy/**.yaml", true)]
    [InlineData("deploy/**/web.yaml", true)]
    [InlineData("/deploy/*/web.yaml", true)]
    [InlineData("deploy/prod/web.yaml", true)]
    [InlineData("w[ae]b.yaml", true)]
    [InlineData("*.cs", false)]
    [InlineData("*.yml", false)]
    [InlineData("deploy/*.yaml", false)]
    [InlineData("w[!ae]b.yaml", false)]
    public void Section_HoldsForTheFilesItMatches(string section, bool isHeld)
    {
        using var folder = new LintFolder().Write(".editorconfig", $"root = true\n[{section}]\nk8s_private_registries = ghcr.io/acme/*\n")
            .Write("deploy/prod/web.yaml", LintFolder.Pod("ghcr.io/acme/web:1.4.2"));
        Assert.Equal(isHeld ? "K8S112" : "", folder.Lint("deploy").Ids);
    }

    [Fact]
    public void NearerFile_Wins()
    {
        using var folder = new LintFolder()
            .Write(".editorconfig", "root = true\n[*.yaml]\ndotnet_diagnostic.K8S104.severity = error\ndotnet_diagnostic.K8S107.severity = warning\n")
            .Write("a/.editorconfig", "[*.yaml]\ndotnet_diagnostic.K8S104.severity = suggestion\n")
            .Write("b/.editorconfig", "root = true\n");
        foreach (var name in new[] { "a/t.yaml", "b/t.yaml", "t.yaml" })
        {
            folder.Write(name, LintFolder.Pod("web:latest", "  - {name: two, image: acme/web:1.4.2,\n    imagePullPolicy: never}\n"));
        }

        Assert.Equal(
            [
                "a/t.yaml:6:12 info K8S104", "a/t.yaml:9:22 warning K8S107", "b/t.yaml:6:12 warning K8S104", "b/t.yaml:9:22 error K8S107", "t.yaml:6:12 error K8S104",
                "t.yaml:9:22 warning K8S107",
            ],
            folder.Lint(".").Findings);
    }

    [Fact]
    public void StandardInput_IsAYamlFileOfTheFolder()
    {
        using var folder = new LintFolder { Input = LintFolder.Pod("web:latest") }.Write(".editorconfig", "root = true\n[*.yaml]\ndotnet_diagnostic.K8S104.severity = error\n");
        Assert.Equal(["-:6:12 error K8S104"], folder.Lint("-").Findings);
    }

    [Fact]
    public void LineThatSaysNothing_IsToldOnceAtItsPlace()
    {
        using var folder = new LintFolder()
            .Write(
                "sub/.editorconfig",
                """
                root = true
                [*.yaml]
                k8s_externl = Secret/db
                k8s_private_registries = ghcr.io/acme/*, acme
                k8s_target_version = 34
                dotnet_diagnostic.K8S104.severity = off
                dotnet_analyzer_diagnostic.category-K8s.Images.severity = high
                [*.cs]
                k8s_always_pull = yes

                """)
            .Write("sub/a.yaml", LintFolder.Pod("acme/web:1.4.2")).Write("sub/b/b.yaml", LintFolder.Pod("acme/web:1.4.2"));
        Assert.Equal(
            """
            sub/.editorconfig:3:1: warning K8S909: 'k8s_externl' is ignored: there is no such option; did you mean k8s_external?
            sub/.editorconfig:4:1: warning K8S909: k8s_private_registries: 'acme' is ignored: this is no registry host; on Docker Hub write docker.io/acme
            sub/.editorconfig:5:1: warning K8S909: k8s_target_version: '34' is ignored: a version is like 1.34
            sub/.editorconfig:6:1: warning K8S909: dotnet_diagnostic.K8S104.severity: 'off' is ignored: severities are error, warning, suggestion, silent, none and default
            sub/.editorconfig:7:1: warning K8S909: dotnet_analyzer_diagnostic.category-k8s.images.severity: 'high' is ignored: severities are error, warning, suggestion, silent, none and default
            5 warnings: 2 objects in 2 files.

            """,
            folder.Lint(".").Output);
        Assert.Equal("", folder.Lint(".", "--ignore", "K8S909").Ids);
    }

    [Fact]
    public void Flag_GoesBeforeTheFiles()
    {
        using var folder = new LintFolder()
            .Write(".editorconfig", "root = true\n[*]\ndotnet_diagnostic.K8S104.severity = none\nk8s_private_registries = docker.io/acme\n")
            .Write("t.yaml", LintFolder.Pod("docker.io/acme/web:latest"));
        Assert.Equal("K8S112", folder.Lint("t.yaml").Ids);
        Assert.Equal(
            ["t.yaml:6:12 error K8S104"],
            folder.Lint("t.yaml", "--option", "dotnet_diagnostic.K8S104.severity=error", "--option", "K8S_Private_Registries = other.io").Findings);
    }

    [Theory]
    [InlineData("--option", "k8s_external", "--option: 'k8s_external' is not of the form KEY=VALUE.")]
    [InlineData("--option", "k8s_externl=Secret/db", "--option: 'k8s_externl': there is no such option; did you mean k8s_external?")]
    [InlineData("--option", "k8s_external=db", "--option: k8s_external: 'db': an object is Kind/name or Kind/namespace/name, like Secret/db")]
    [InlineData("--option", "dotnet_diagnostic.K8S104.severity=off", "--option: dotnet_diagnostic.k8s104.severity: 'off' is no severity: they are error, warning, suggestion, silent, none and default.")]
    [InlineData("--option", "dotnet_diagnostic.K8S999.severity=error", "--option: 'dotnet_diagnostic.k8s999.severity' is no option: did you mean dotnet_diagnostic.k8s909.severity?")]
    [InlineData("--option", "x=1", "--option: 'x' is no option: they begin with k8s_, dotnet_diagnostic. or dotnet_analyzer_diagnostic.")]
    [InlineData("--target-version", "34", "--target-version: '34': a version is like 1.34")]
    [InlineData("--select", "K8S999", "--select: there is no rule 'K8S999': did you mean K8S909?")]
    [InlineData("--select", "K8s.Image", "--select: there is no rule 'K8s.Image': did you mean K8s.Images?")]
    [InlineData("--ignore", "K8S104,all", "--ignore: there is no rule 'all': write an id like K8S106, the start of one, like K8S1, or a category like K8s.Images.")]
    [InlineData("--ignore", "K8S104,K8S915", "--ignore: K8S915 cannot be ignored, since a document that was not judged would look like success: leave out the file.")]
    public void FlagThatSaysNothing_CannotRun(string option, string value, string message)
    {
        using var folder = new LintFolder().Write("t.yaml", LintFolder.Pod("web:latest"));
        var ran = folder.Lint("t.yaml", option, value);
        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Equal($"k8ssharp: {message}", ran.Error.Split('\n')[0]);
    }

    [Fact]
    public void TargetVersion_IsTaken()
    {
        using var folder = new LintFolder().Write("t.yaml", LintFolder.Pod("acme/web:1.4.2"));
        Assert.Equal(0, folder.Lint("t.yaml", "--target-version", "1.34").ExitCode);
    }

    private static Ran Run(string lines, string image)
    {
        using var folder = new LintFolder().Write(".editorconfig", $"root = true\n[*.yaml]\n{lines}\n").Write("t.yaml", LintFolder.Pod(image));
        return folder.Lint("t.yaml");
    }
}
