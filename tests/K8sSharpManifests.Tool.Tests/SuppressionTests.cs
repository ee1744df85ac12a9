namespace K8sSharpManifests.Tool.Tests;

public sealed class SuppressionTests
{
    [Theory]
    [InlineData("  - image: web:latest # k8ssharp: ignore K8S104 the team's own tool watches it")]
    [InlineData("  - image: web:latest # k8ssharp:ignore k8s104")]
    [InlineData("  - image: web:latest # k8ssharp: ignore K8S105, K8S104")]
    [InlineData("  # k8ssharp: ignore K8S104 reason\n  - image: web:latest")]
    [InlineData("  # k8ssharp: ignore K8S104\n  # another comment\n\n  - image: web:latest")]
    [InlineData("  - # k8ssharp: ignore K8S106\n    # k8ssharp: ignore K8S104\n    image: web:latest")]
    [InlineData("  - image:\n      # k8ssharp: ignore K8S104\n      web:latest")]
    public void Comment_Suppresses(string container)
    {
        var ran = Run(container);
        Assert.Equal("Nothing found, 1 suppressed: 1 object in 1 file.\n", ran.Output);
        Assert.Equal(0, ran.ExitCode);
    }

    [Theory]
    [InlineData("  # k8ssharp: ignore K8S104\n  - name: web\n    image: web:latest")]
    [InlineData("  - image: web:latest\n  # k8ssharp: ignore K8S104")]
    [InlineData("  - image: web:latest # k8ssharp: ignore K8S105")]
    [InlineData("  - image: web:latest # ignore K8S104")]
    [InlineData("  - image: web:latest\n    command: ['# k8ssharp: ignore K8S104']")]
    [InlineData("  - command:\n    - |\n      # k8ssharp: ignore K8S104\n    image: web:latest")]
    public void CommentElsewhere_SuppressesNothing(string container) => Assert.Equal("K8S104", Run(container).Ids);

    // A list is told at its key; its own first line counts, too.
    [Theory]
    [InlineData("  imagePullSecrets: # k8ssharp: ignore K8S118\n  - name: a", "")]
    [InlineData("  # k8ssharp: ignore K8S118\n  imagePullSecrets:\n  - name: a", "")]
    [InlineData("  imagePullSecrets:\n  - name: a # k8ssharp: ignore K8S118", "")]
    [InlineData("  imagePullSecrets:\n  - name: a\n  - name: b # k8ssharp: ignore K8S118", "t.yaml:11:3 warning K8S118")]
    public void FindingOfSeveralLines_IsAtItsKey(string secrets, string expected)
    {
        using var folder = new LintFolder().Write(
            "t.yaml",
            $$"""
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: web, namespace: shop}
            imagePullSecrets: [{name: c}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec:
              serviceAccountName: web
            {{secrets}}
              containers: [{name: web, image: acme/web:1.4.2}]
            """);
        Assert.Equal(expected, string.Join('\n', folder.Lint("t.yaml").Findings));
    }

    [Theory]
    [InlineData("ignore K8S999", "there is no rule 'K8S999': did you mean K8S909?")]
    [InlineData("ignore K8S104, X9", "there is no rule 'X9'")]
    [InlineData("ignore", "this names no rule, and ignores nothing: write 'k8ssharp: ignore K8S106 reason', and several ids with commas")]
    [InlineData("ignore the tag", "this names no rule, and ignores nothing: write 'k8ssharp: ignore K8S106 reason', and several ids with commas")]
    [InlineData("disable K8S104", "'k8ssharp: disable K8S104' says nothing: write 'k8ssharp: ignore K8S106 reason'")]
    [InlineData("ignore K8S915", "K8S915 cannot be ignored, since a document that was not judged would look like success")]
    public void CommentThatSaysNothing_IsAWarning(string directive, string message)
    {
        var ran = Run($"  - image: acme/web:1.4.2 # k8ssharp: {directive}");
        Assert.Equal($"t.yaml:6:27: warning K8S921: {message}", ran.Output.Split('\n')[0]);
        Assert.Equal(0, ran.ExitCode);
    }

    [Fact]
    public void ProblemOfTheText_CanBeSuppressed() =>
        Assert.Equal("Nothing found, 1 suppressed: 1 object in 1 file.", Run("  - image: acme/web:1.4.2\n    image: acme/web:1.4.3 # k8ssharp: ignore K8S918").Summary);

    private static Ran Run(string container)
    {
        using var folder = new LintFolder().Write("t.yaml", $"apiVersion: v1\nkind: Pod\nmetadata: {{name: web}}\nspec:\n  containers:\n{container}\n");

        // A container without a name is another matter.
        return folder.Lint("t.yaml", "--ignore", "K8S204");
    }
}
