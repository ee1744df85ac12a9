namespace K8sSharpManifests.Tool.Tests;

/// <summary>Custom resources are judged by the definitions that are given.</summary>
public sealed class DefinitionTests
{
    private const string Definition =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.com}
        spec:
          group: example.com
          names: {kind: Widget, plural: widgets}
          scope: Namespaced
          versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties: {size: {type: integer}, max: {type: integer}, name: {type: string, pattern: '^[a-z]+$'}}
                    x-kubernetes-validations:
                    - {rule: '!has(self.max) || self.size <= self.max', message: size cannot be more than max}

        """;

    private static string Widget(string spec) => $"apiVersion: example.com/v1\nkind: Widget\nmetadata: {{name: w}}\nspec: {spec}\n";

    [Theory]
    [InlineData("{size: big}", "K8S228")]
    [InlineData("{sise: 1}", "K8S227")]
    [InlineData("{size: 1, name: A1}", "K8S229")]
    [InlineData("{size: 3, max: 2}", "K8S229")]
    [InlineData("{size: 1, max: 2, name: abc}", "")]
    public void CustomResource_IsJudgedByTheDefinitionOfAnOption(string spec, string ids)
    {
        using var folder = new LintFolder().Write("crds/widget.yaml", Definition).Write("w.yaml", Widget(spec));
        Assert.Equal(ids, folder.Lint("w.yaml", "--crd", "crds").Ids);
        Assert.Equal(ids, folder.Lint("w.yaml", "--crd", "crds/widget.yaml").Ids);
    }

    [Fact]
    public void DefinitionThatIsLinted_CountsForAllFiles()
    {
        using var folder = new LintFolder().Write("b.yaml", Definition).Write("a.yaml", Widget("{size: 3, max: 2}"));
        var run = folder.Lint(".");
        Assert.Equal("K8S229", run.Ids);
        Assert.Contains("a.yaml:4:1: error K8S229: 'spec' is not as the definition of the custom resource demands, and the API server refuses the object: size cannot be more than max (spec)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void CustomResourceWithoutDefinition_IsNotJudged()
    {
        using var folder = new LintFolder().Write("w.yaml", Widget("{sise: 1}"));
        Assert.Equal("", folder.Lint("w.yaml").Ids);
    }

    [Fact]
    public void PathWithoutDefinition_IsAnError()
    {
        using var folder = new LintFolder().Write("w.yaml", Widget("{}")).Write("x.yaml", Widget("{}"));
        var run = folder.Lint("w.yaml", "--crd", "x.yaml");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("k8ssharp: --crd: 'x.yaml' has no CustomResourceDefinition of apiextensions.k8s.io/v1 with a served version and its schema.\n", run.Error);
    }

    [Fact]
    public void RuleThatNobodyCanEvaluate_IsNamedAndCounted()
    {
        using var folder = new LintFolder()
            .Write("widget.yaml", Definition.Replace("!has(self.max) || self.size <= self.max", "authorizer.group(\"\").resource(\"pods\").check(\"get\").allowed()", StringComparison.Ordinal))
            .Write("w.yaml", Widget("{size: 1}"));
        var run = folder.Lint("w.yaml", "--crd", "widget.yaml");
        Assert.Contains("Left to the API server, which alone can evaluate them: 1 rule in CEL.", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("k8ssharp: not evaluated: spec: ", run.Error, StringComparison.Ordinal);
    }
}
