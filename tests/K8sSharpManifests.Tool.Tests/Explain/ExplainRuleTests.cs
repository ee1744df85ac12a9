using K8sSharpManifests.Tool.Explain;

namespace K8sSharpManifests.Tool.Tests.Explain;

public sealed partial class ExplainRuleTests
{
    private static string[] PagesOnDisk => [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "*.md").Order(StringComparer.Ordinal)];

    [Fact]
    public void AllPages_AreInTheTool()
    {
        Assert.Equal(PagesOnDisk.Select(Path.GetFileNameWithoutExtension), RulePages.Ids);
        Assert.All(PagesOnDisk, path => Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), RulePages.Find(Path.GetFileNameWithoutExtension(path)).Single().Markdown));
    }

    [Fact]
    public void Page_IsShownAsItStands()
    {
        using var folder = new LintFolder();
        Assert.Equal(
            """
            K8S106: Mutable tag with IfNotPresent

              Severity: warning

            Why

              With `IfNotPresent` a node pulls an image once, and from then on takes what it has. That is right
              for a tag that never moves. `latest`, written or implied, moves: the node that pulled it in spring
              runs the image of spring, a new node runs today's, and a restart changes nothing. Nothing fails,
              so nobody looks.

            Example

                  K8s.Pod("web").AddContainer("web", "ghcr.io/acme/web:latest", c => c
                      .WithImagePullPolicy(ImagePullPolicy.IfNotPresent))   // K8S106, at the image

                  containers:
                  - name: web
                    image: ghcr.io/acme/web:latest
                    imagePullPolicy: IfNotPresent

              Name a version, for which the policy is right; or let the node ask each time, which is what the
              first fix does (a second one writes `:<version>` for you to fill in):

                  K8s.Pod("web").AddContainer("web", "ghcr.io/acme/web:latest", c => c
                      .WithImagePullPolicy(ImagePullPolicy.Always))

                  containers:
                  - name: web
                    image: ghcr.io/acme/web:latest
                    imagePullPolicy: Always

            Options

              None.

            Exemptions

              - An image with a digest cannot go stale.
              - Tags other than `latest` are taken to stay what they are.
              - Without a policy a mutable tag is always pulled: K8S104, K8S105.

            Source

              Kubernetes v1.32: `pkg/kubelet/images/image_manager.go` (shouldPullImage). The policy that
              `pkg/apis/core/v1/defaults.go` computes is stored in the object, and not computed again when the
              tag changes.

            """,
            folder.Run("explain", "K8S106").Output);
        Assert.Equal(folder.Run("explain", "K8S106"), folder.Run("explain", "k8s106"));
    }

    // Whatever a page may get that this does not render: it would stand there as Markdown.
    [Fact]
    public void NoPage_LeavesMarkdown()
    {
        using var folder = new LintFolder();
        Assert.All(RulePages.Ids, id =>
        {
            var lines = folder.Run("explain", id).Output.Split('\n');
            var text = lines.Where(line => !line.StartsWith("      ", StringComparison.Ordinal)).Select(line => InlineCode().Replace(line, "code")).ToList();
            Assert.DoesNotContain(text, line => line.Contains("**", StringComparison.Ordinal) || line.Contains("](", StringComparison.Ordinal) || line.StartsWith('#') || line.Contains("|--", StringComparison.Ordinal) || line.Contains("```", StringComparison.Ordinal));
            Assert.DoesNotContain(lines, line => !line.StartsWith("      ", StringComparison.Ordinal) && line.Length > 100 && line.Trim().Contains(' ', StringComparison.Ordinal) && !line.Contains("https://", StringComparison.Ordinal));
            Assert.DoesNotContain('\e', string.Concat(lines));
        });
    }

    [Fact]
    public void Colors_AreForATerminal()
    {
        using var folder = new LintFolder { HasColor = true };
        Assert.StartsWith("\e[1mK8S106:\e[0m \e[1mMutable\e[0m", folder.Run("explain", "K8S106").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("K8S130", "there is no rule 'K8S130': near are K8S110, K8S120; 'k8ssharp explain' lists them all.")]
    [InlineData("K8S1O6", "there is no rule 'K8S1O6': near are K8S106, K8S116; 'k8ssharp explain' lists them all.")]
    [InlineData("k8s1xxxxxxxxxxx", "there is no rule 'k8s1xxxxxxxxxxx': 'k8ssharp explain' lists them all.")]
    public void UnknownRule_NamesTheNearOnes(string id, string message)
    {
        using var folder = new LintFolder();
        Assert.Equal(new Ran(2, "", $"k8ssharp: {message}\n"), folder.Run("explain", id));
    }

    [Fact]
    public void ImageThatBeginsAsARule_IsAnImage()
    {
        using var folder = new LintFolder();
        Assert.StartsWith("k8ssharp\n  registry:   docker.io", folder.Run("explain", "k8ssharp").Output, StringComparison.Ordinal);
        Assert.StartsWith("docker.io/library/k8s106\n  registry:   docker.io\n", folder.Run("explain", "docker.io/library/k8s106").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_HasExamples()
    {
        using var folder = new LintFolder();
        var ran = folder.Run("explain", "--help");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("  <WHAT>  A rule (K8S106, ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("  k8ssharp explain K8S106                            the rule's page\n", ran.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutArgument_AllAreListed()
    {
        using var folder = new LintFolder();
        var ran = folder.Run("explain");
        var lines = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(PagesOnDisk.Length + 1, lines.Length);
        Assert.Equal("RULE    SEVERITY  TITLE", lines[0]);
        Assert.Contains("K8S106  warning   Mutable tag with IfNotPresent", lines);
        Assert.Equal(["{\"rule\":\"K8S101\",\"title\":\"Malformed image reference\",\"severity\":\"error\"}"], folder.Run("explain", "--format", "json").Output.Split('\n').Take(1));
    }

    [Fact]
    public void StartOfIds_ListsThese()
    {
        using var folder = new LintFolder();
        Assert.Equal(
            """
            RULE    SEVERITY  TITLE
            K8S120  error     Secret data that is not base64
            K8S121  info      Mutable tag that is always pulled
            K8S122  warning   Secret data that is encoded twice
            K8S123  warning   Image lock that is out of date

            """,
            folder.Run("explain", "k8s12").Output);
    }

    [Fact]
    public void Json_HasThePage()
    {
        using var folder = new LintFolder();
        var ran = folder.Run("explain", "K8S106", "--format", "json");
        using var json = System.Text.Json.JsonDocument.Parse(ran.Output);
        Assert.Equal("K8S106 Mutable tag with IfNotPresent warning", string.Join(' ', new[] { "rule", "title", "severity" }.Select(key => json.RootElement.GetProperty(key).GetString())));
        Assert.Equal(File.ReadAllText(PagesOnDisk.Single(path => path.EndsWith("K8S106.md", StringComparison.Ordinal))).ReplaceLineEndings("\n"), json.RootElement.GetProperty("markdown").GetString());
    }

    [System.Text.RegularExpressions.GeneratedRegex("`[^`]+`")]
    private static partial System.Text.RegularExpressions.Regex InlineCode();
}
