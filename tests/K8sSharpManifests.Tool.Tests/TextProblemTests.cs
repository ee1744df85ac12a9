namespace K8sSharpManifests.Tool.Tests;

public sealed class TextProblemTests
{
    private static readonly string Good = LintFolder.Pod("acme/web:1.4.2");

    [Theory]
    [InlineData("a: [\n", "t.yaml:10:1 error K8S915")]
    [InlineData("a: {{ .Values.a }}\n", "t.yaml:9:4 error K8S916")]
    [InlineData("apiVersion: v1\nkind: A\nkind: B\n", "t.yaml:11:1 error K8S918")]
    [InlineData("apiVersion: v1\nkind: A\n...\nkind: B\n", "t.yaml:12:1 error K8S919")]
    [InlineData("apiVersion: v1\n", "t.yaml:9:1 error K8S920")]
    [InlineData("a: 1\n", "t.yaml:9:1 error K8S920")]
    [InlineData("kind: Pod\nmetadata: {name: a}\n", "t.yaml:9:1 error K8S920")]
    [InlineData("- a\n", "t.yaml:9:1 error K8S920")]
    public void ProblemOfTheText_IsAFinding(string document, string expected)
    {
        using var folder = new LintFolder().Write("t.yaml", Good + "---\n" + document);
        var ran = folder.Lint("t.yaml");
        Assert.Equal(expected, Assert.Single(ran.Findings));
        Assert.Equal(1, ran.ExitCode);
    }

    // Whatever somebody sets.
    [Theory]
    [InlineData("a: [\n", "K8S915")]
    [InlineData("a: {{ x }}\n", "K8S916")]
    [InlineData("apiVersion: v1\n", "K8S920")]
    public void DocumentThatWasNotJudged_IsNeverASuccess(string document, string id)
    {
        using var folder = new LintFolder()
            .Write(".editorconfig", $"root = true\n[*]\ndotnet_diagnostic.{id}.severity = none\ndotnet_analyzer_diagnostic.severity = none\n")
            .Write("t.yaml", Good + "---\n# k8ssharp: ignore " + id + "\n" + document);
        var ran = folder.Lint("t.yaml", "--select", "K8S1", "--option", $"dotnet_diagnostic.{id}.severity=none");
        Assert.Equal([id], ran.Findings.Select(finding => finding.Split(' ')[^1]));
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public void Template_IsOneMessage()
    {
        using var folder = new LintFolder().Write(
            "chart/templates/web.yaml",
            "{{- if .Values.web }}\napiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n---\na: [\n---\n" + LintFolder.Pod("web:latest") + "---\nb: {{ .Values.b }}\n{{- end }}\n");
        Assert.Equal(
            """
            chart/templates/web.yaml:1:1: error K8S916: '{{- if .Values.web }}' is a template that was not rendered: render the chart first, as 'helm template' does, and read what it writes.
            1 error: 0 objects in 1 file.

            """,
            folder.Lint("chart").Output);
    }

    [Theory]
    [InlineData("kustomization.yaml", "resources: [web.yaml]\n")]
    [InlineData("kustomization.yml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n")]
    [InlineData("any.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages: [{name: web, newTag: latest}]\n")]
    [InlineData("Chart.yaml", "apiVersion: v2\nname: shop\n")]
    public void FileOfAnotherTool_IsOneNote(string name, string text)
    {
        using var folder = new LintFolder().Write(name, text).Write("web.yaml", Good);
        var what = name == "Chart.yaml"
            ? "a chart is no object of a cluster: lint what it renders, by 'helm template FOLDER | k8ssharp lint -'."
            : "a kustomization is no object of a cluster: lint the files that it names, or what comes of it, by 'kubectl kustomize FOLDER | k8ssharp lint -'.";
        Assert.Equal(new Ran(0, $"{name}:1:1: info K8S917: {what}\n1 note: 1 object in 2 files.\n", ""), folder.Lint("."));
    }

    [Fact]
    public void KustomizationThatIsBroken_IsBroken()
    {
        using var folder = new LintFolder().Write("kustomization.yaml", "resources: [\n").Write("web.yaml", Good);
        Assert.Equal("K8S917 K8S915", folder.Lint(".").Ids);
    }

    [Fact]
    public void BytesThatAreNoUtf8_AreAtTheirLine()
    {
        using var folder = new LintFolder().Write("t.yaml", [.. "kind: Pod\na: "u8, 0xE4, .. "\nb: 1\n"u8]);
        Assert.Equal(
            "t.yaml:2:1: error K8S915: these bytes are no UTF-8, which YAML is written in: save the file with that encoding.\n1 error: 0 objects in 1 file.\n",
            folder.Lint("t.yaml").Output);
    }

    [Fact]
    public void Document_IsCountedAsTheTextHasIt()
    {
        using var folder = new LintFolder().Write("t.yaml", "---\n# nothing\n---\n" + Good + "---\na: [\n---\n" + LintFolder.Pod("web:latest"));
        Assert.Equal(["1", "2"], folder.Lint("t.yaml", "--format", "json").Output.Split("\"document\":").Skip(1).Select(rest => rest.Split(',')[0]));
    }

    [Fact]
    public void MessageWithALineBreak_IsOneLine()
    {
        using var folder = new LintFolder().Write("t.yaml", Good + "---\n\"a\\nb\": 1\n\"a\\nb\": 2\napiVersion: v1\nkind: A\n");
        Assert.Contains("the key 'a\\nb' stands here", Assert.Single(folder.Lint("t.yaml").Output.Split('\n')[..^2]), StringComparison.Ordinal);
    }

    [Fact]
    public void AliasThatIsMetTwice_IsToldOnce()
    {
        using var folder = new LintFolder().Write(
            "t.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  initContainers: &c\n  - {name: web, image: web:latest}\n  containers: *c\n");
        Assert.Equal("t.yaml:6:24 warning K8S104", Assert.Single(folder.Lint("t.yaml", "--select", "K8S104").Findings));
    }
}
