namespace K8sSharpManifests.Build.Tests;

/// <summary>YAML that a project has beside its members: emitted with them, or the definitions of custom resources.</summary>
public sealed class IncludedYamlTests(PackageFixture package)
{
    private const string Items = """<KubernetesYaml Include="vendor/*.yaml" />""";

    private const string Definition =
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: widgets.example.com
        spec:
          group: example.com
          names:
            kind: Widget
            plural: widgets
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
                    properties:
                      size:
                        type: integer
        """;

    [Fact]
    public async Task OptionsOfTheRules_AreThoseOfTheFile()
    {
        const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: redis}\nspec:\n  containers:\n  - name: redis\n    image: registry.acme.io/redis:7.4\n";
        var project = package.NewProject(UserProject.ProjectFile(items: Items));
        project.Write("vendor/redis.yaml", Pod);
        project.Write("vendor/other.yaml", Pod.Replace("{name: redis}", "{name: other}", StringComparison.Ordinal));
        project.Write(".editorconfig", "root = true\n[vendor/redis.yaml]\nk8s_public_registries = registry.acme.io\n");

        project.WriteShop("""[Manifest] public static V1ConfigMap M => K8s.ConfigMap("own");""");
        Assert.StartsWith("vendor/other.yaml(4,1): warning K8S112", Assert.Single((await project.Build()).Problems), StringComparison.Ordinal);

        // Without a member as with one.
        project.Write("Shop.cs", "");
        Assert.StartsWith("vendor/other.yaml(4,1): warning K8S112", Assert.Single((await project.Build()).Problems), StringComparison.Ordinal);

        project.Write(".editorconfig", "root = true\n[*.yaml]\nk8s_public_registries = registry.acme.io\n");
        Assert.Empty((await project.Build()).Problems);
    }

    // The SDK looks for .editorconfig where there is C#.
    [Fact]
    public async Task OptionsOfTheRules_AreReadWhereThereIsNoCode()
    {
        const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: redis}\nspec:\n  containers:\n  - name: redis\n    image: registry.acme.io/redis:7.4\n";
        var project = package.NewProject(UserProject.ProjectFile(items: """<KubernetesYaml Include="own.yaml;../elsewhere/*.yaml" />"""));
        project.Write("own.yaml", Pod.Replace("{name: redis}", "{name: own}", StringComparison.Ordinal));
        project.Write("../elsewhere/a.yaml", Pod);
        project.Write("../elsewhere/b.yaml", Pod.Replace("{name: redis}", "{name: b}", StringComparison.Ordinal));
        Assert.Equal(3, (await project.Build()).Problems.Count(problem => problem.Contains("warning K8S112", StringComparison.Ordinal)));

        project.Write(".editorconfig", "root = true\n[own.yaml]\nk8s_public_registries = registry.acme.io\n");
        project.Write("../elsewhere/.editorconfig", "root = true\n[a.yaml]\nk8s_public_registries = registry.acme.io\n");
        Assert.EndsWith("b.yaml(4,1): warning K8S112", Assert.Single((await project.Build()).Problems).Split(':')[..2] is [var place, var rule] ? place + ":" + rule : "", StringComparison.Ordinal);
        project.WriteShop("");
        Assert.Single((await project.Build()).Problems);
    }

    [Fact]
    public async Task DefinitionThatIsEmittedAsWell_StillGivesATypeAndIsReadByMembers()
    {
        var project = package.NewProject(UserProject.ProjectFile(items: """<KubernetesYaml Include="crds/*.yaml" /><ManifestFile Include="crds/*.yaml" />"""));
        project.Write("crds/widgets.yaml", Definition);
        project.WriteShop("""[Manifest] public static k8s.IKubernetesObject<V1ObjectMeta> M(ManifestContext context) => K8s.Widget("own").WithSpec(s => s.WithSize(context.ReadText("crds/widgets.yaml").Length));""");

        var built = await project.Build();

        Assert.Empty(built.Problems);
        Assert.Contains("2 manifests → bin/Debug/net10.0/manifests (1 proved at compile time)", built.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task IncludedFile_IsEmittedWithTheRest()
    {
        var project = package.NewProject(UserProject.ProjectFile(items: Items, properties: "<ManifestLayout>single</ManifestLayout>"));
        project.WriteShop("""[Manifest] public static V1ConfigMap M => K8s.ConfigMap("own");""");
        project.Write("vendor/redis.yaml", "# rendered\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: redis\ndata:\n  port: \"6379\"\n---\napiVersion: v1\nkind: Service\nmetadata:\n  name: redis\nspec:\n  ports:\n  - port: 6379\n");
        Assert.Empty((await project.Build()).Problems);
        Assert.Equal(
            """
            # Generated by K8sSharpManifests from Acme.Shop.M
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: own
            ---
            # Generated by K8sSharpManifests from vendor/redis.yaml
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: redis
            data:
              port: "6379"
            ---
            # Generated by K8sSharpManifests from vendor/redis.yaml
            apiVersion: v1
            kind: Service
            metadata:
              name: redis
            spec:
              ports:
              - port: 6379

            """, File.ReadAllText(Path.Combine(project.Manifests, "manifests.yaml")));

        // It is an input of the build.
        project.Write("vendor/redis.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: other\n");
        Assert.Empty((await project.Build()).Problems);
        Assert.Contains("name: other", project.Emitted(), StringComparison.Ordinal);
        Assert.DoesNotContain("redis\n", project.Emitted().Replace("vendor/redis", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MistakeInAnIncludedFile_IsToldAtItsLine()
    {
        var project = package.NewProject(UserProject.ProjectFile(items: Items));
        project.WriteShop("""[Manifest] public static V1ConfigMap M => K8s.ConfigMap("own");""");
        project.Write("vendor/a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: A_B\n  label: x # k8ssharp: ignore K8S227 on purpose\n");
        Assert.StartsWith("vendor/a.yaml(4,9): error K8S201: 'A_B' cannot be the name or the namespace", Assert.Single((await project.Build()).Problems), StringComparison.Ordinal);
        Assert.Equal("", project.Emitted());
    }

    [Theory]
    [InlineData("values: {{ .Values.x }}\n", "K8S916")]
    [InlineData("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n", "K8S917")]
    [InlineData("a: [\n", "K8S915")]
    [InlineData("a: 1\n", "K8S920")]
    public async Task WhatIsNoManifest_IsOneError(string text, string id)
    {
        var project = package.NewProject(UserProject.ProjectFile(items: Items));
        project.WriteShop("""[Manifest] public static V1ConfigMap M => K8s.ConfigMap("own");""");
        project.Write("vendor/a.yaml", text);
        Assert.StartsWith("vendor/a.yaml(", Assert.Single((await project.Build()).Problems, p => p.Contains($"error {id}: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("", project.Emitted());
    }

    [Fact]
    public async Task CustomResource_IsJudgedByItsDefinition()
    {
        var project = package.NewProject(UserProject.ProjectFile(items: Items));
        project.WriteShop("""[Manifest] public static V1ConfigMap M => K8s.ConfigMap("own");""");
        project.Write("crds/widget.yaml", Definition);
        project.Write("vendor/w.yaml", "apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: w\nspec:\n  size: big\n");
        Assert.Equal(
            ["vendor/w.yaml(6,9): error K8S228: 'big' has the wrong type, and the API server cannot read the object: it has to be a whole number, and is a text"],
            (await project.Build()).Problems);

        project.Write("crds/widget.yaml", Definition.Replace("type: integer", "type: string", StringComparison.Ordinal));
        Assert.Empty((await project.Build()).Problems);
        Assert.Contains("size: big", project.Emitted(), StringComparison.Ordinal);
        Assert.DoesNotContain("CustomResourceDefinition", project.Emitted(), StringComparison.Ordinal);
    }
}
