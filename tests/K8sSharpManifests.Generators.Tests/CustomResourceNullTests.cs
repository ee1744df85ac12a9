using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>Nulls in lists and dictionaries of custom resources: they are written, they are proved, and the rules judge them.</summary>
public sealed class CustomResourceNullTests
{
    private const string Nulls = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: nls.acme.example.com}
        spec:
          group: acme.example.com
          scope: Namespaced
          names: {kind: Nl, listKind: NlList, plural: nls, singular: nl}
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
                      bags: {type: array, items: {type: object, nullable: true, x-kubernetes-preserve-unknown-fields: true}}
                      containers: {type: array, items: {type: object, required: [name], properties: {name: {type: string}, image: {type: string}, command: {type: array, items: {type: string}}}}}
                      deep: {type: array, items: {type: array, nullable: true, items: {type: string, nullable: true}}}
                      items: {type: array, items: {type: string, nullable: true}}
                      keeper: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: {k: {type: string}}}
                      map: {type: object, additionalProperties: {type: string, nullable: true}}
                      numbers: {type: array, items: {type: integer, nullable: true}}
                      numberMap: {type: object, additionalProperties: {type: number, nullable: true}}
                      open: {type: array, items: {x-kubernetes-preserve-unknown-fields: true}}
                      openDeep: {type: object, additionalProperties: {type: array, items: {x-kubernetes-preserve-unknown-fields: true}}}
                      openMap: {type: object, additionalProperties: {x-kubernetes-preserve-unknown-fields: true}}
                      other: {type: object, x-kubernetes-preserve-unknown-fields: true}
                      partMap: {type: object, additionalProperties: {type: object, nullable: true, properties: {size: {type: integer}}}}
                      parts: {type: array, items: {type: object, nullable: true, properties: {color: {type: string}}}}
                      strict: {type: array, items: {type: string}}
                      strictMap: {type: object, additionalProperties: {type: string}}
        """;

    [Theory]
    [InlineData("""K8s.Nl("a").WithItems("a", null, "b")""", "items:\n  - a\n  - null\n  - b")]
    [InlineData("""K8s.Nl("a").AddItem("a").AddItem((string?)null)""", "items:\n  - a\n  - null")]
    [InlineData("""new() { Metadata = new() { Name = "a" }, Spec = new() { Items = [null, "b"] } }""", "items:\n  - null\n  - b")]
    [InlineData("""K8s.Nl("a").WithNumbers(1, null)""", "numbers:\n  - 1\n  - null")]
    [InlineData("""new() { Metadata = new() { Name = "a" }, Spec = new() { Numbers = [1, null, 3] } }""", "numbers:\n  - 1\n  - null\n  - 3")]
    [InlineData("""K8s.Nl("a").AddNumberMap("x", null).AddNumberMap("z", 1.5)""", "numberMap:\n    x: null\n    z: 1.5")]
    [InlineData("""K8s.Nl("a").WithMap(new Dictionary<string, string?> { ["a"] = null, ["b"] = "c" })""", "map:\n    a: null\n    b: c")]
    [InlineData("""K8s.Nl("a").AddMap("a", null)""", "map:\n    a: null")]
    [InlineData("""K8s.Nl("a").WithDeep(["a", null], null)""", "deep:\n  - - a\n    - null\n  - null")]
    [InlineData("""K8s.Nl("a").WithParts(null, new NlSpecParts { Color = "Red" })""", "parts:\n  - null\n  - color: Red")]
    [InlineData("""K8s.Nl("a").AddPart(p => p.WithColor("Red"))""", "parts:\n  - color: Red")]
    [InlineData("""K8s.Nl("a").AddPartMap("x", (NlSpecPartMap?)null).AddPartMap("x", p => p.WithSize(1)).AddPartMap("z", (NlSpecPartMap?)null)""", "partMap:\n    x:\n      size: 1\n    z: null")]
    [InlineData("""new() { Metadata = new() { Name = "a" }, Spec = new() { Open = [new object?[] { null, 1 }, null] } }""", "open:\n  - - null\n    - 1\n  - null")]
    [InlineData("""new() { Metadata = new() { Name = "a" }, Spec = new() { OpenMap = new Dictionary<string, object> { ["k"] = new Dictionary<string, object?> { ["x"] = null } } } }""", "openMap:\n    k:\n      x: null")]
    [InlineData("""new() { Metadata = new() { Name = "a" }, Spec = new() { OpenMap = new Dictionary<string, object?> { ["k"] = null } } }""", "openMap:\n    k: null")]
    [InlineData("""K8s.Nl("a").AddOpenMap("z", new object?[] { null, 1 }).AddOpenMap("e", null)""", "openMap:\n    z:\n    - null\n    - 1\n    e: null")]
    [InlineData("""K8s.Nl("a").AddOpenDeep("z", [null, 1, new object?[] { null }])""", "openDeep:\n    z:\n    - null\n    - 1\n    - - null")]
    [InlineData("""K8s.Nl("a").AddOpenDeep("z", [K8s.ConfigMap("c")])""", "openDeep:\n    z:\n    - apiVersion: v1\n      kind: ConfigMap\n      metadata:\n        name: c")]
    [InlineData("""K8s.Nl("a").WithBags(new Dictionary<string, object> { ["a"] = 1 }, null)""", "bags:\n  - a: 1\n  - null")]
    [InlineData("""K8s.Nl("a").AddOther("k", null).AddOther("l", new object?[] { null })""", "other:\n    k: null\n    l:\n    - null")]
    [InlineData("""K8s.Nl("a").WithOther(new Dictionary<string, object> { ["k"] = true })""", "other:\n    k: true")]
    [InlineData("""K8s.Nl("a").WithStrict("a", null!)""", "strict:\n  - a\n  - null")]
    [InlineData("""K8s.Nl("a").AddStrictMap("a", null!)""", "strictMap:\n    a: null")]
    public void Null_IsWrittenAndProved(string code, string spec)
    {
        var (compilation, yaml) = Run(code);

        var expected = $"apiVersion: acme.example.com/v1\nkind: Nl\nmetadata:\n  name: a\nspec:\n  {spec}\n";
        Assert.Equal(expected, yaml);
        Assert.Equal(expected, compilation.GetTypeByMetadataName("K8sSharpManifests.Generated.ManifestYaml")?.GetMembers().OfType<IFieldSymbol>().Select(f => (string)f.ConstantValue!).Single());
    }

    [Theory]
    [InlineData("""K8s.Nl("a").WithItems("a", null).AddMap("a", null).WithDeep((IList<string?>?)null).AddPart((NlSpecParts?)null).AddOpenDeep("z", [null]).WithBags((IDictionary<string, object>?)null)""", "")]
    [InlineData("""K8s.Nl("a").WithStrict("a", null!)""", "K8S228")]
    [InlineData("""K8s.Nl("a").WithContainers([new() { Name = "a", Image = "nginx:1.27" }, null!])""", "K8S228")]
    public async Task NullItem_IsAnErrorWhereTheDefinitionHasNone(string code, string rules)
    {
        var (compilation, _) = Run(code);

        var found = await compilation.WithAnalyzers([new Analyzers.ManifestAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(rules, string.Join(' ', found.Where(d => d.Severity > DiagnosticSeverity.Info).Select(d => d.Id)));
    }

    [Fact]
    public void OtherFieldThatTheRecordHas_IsRefused()
    {
        var refused = Assert.Throws<NotSupportedException>(() => Run("""K8s.Nl("a").WithKeeper(k => k.WithK("a") with { OtherFields = new Dictionary<string, object> { ["z"] = 1, ["k"] = "dup" } })"""));

        Assert.Equal("NlSpecKeeper has 'k' twice, once in OtherFields: leave one out", refused.Message);
    }

    [Fact]
    public void OtherFieldThatTheRecordDoesNotSet_IsWritten()
    {
        var (_, yaml) = Run("""K8s.Nl("a").WithKeeper(k => k with { OtherFields = new Dictionary<string, object?> { ["k"] = "own", ["z"] = null } })""");

        Assert.Equal("apiVersion: acme.example.com/v1\nkind: Nl\nmetadata:\n  name: a\nspec:\n  keeper:\n    k: own\n    z: null\n", yaml);
    }

    // What the code gives, and what is known of it without running it. The compiler has no error and no warning.
    private static (Compilation Compilation, string Yaml) Run(string code)
    {
        var (compilation, said, _) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Nulls)], [("/src/shop/Shop.cs", $$"""
            using System.Collections.Generic;
            using K8sSharpManifests;
            using K8sSharpManifests.CustomResources;
            public static class Shop
            {
                [Manifest] public static Nl Web => {{code}};
            }
            """)]);
        Assert.Empty(said);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity > DiagnosticSeverity.Hidden));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("nulls", isCollectible: true);
        try
        {
            var member = context.LoadFromStream(image).GetType("Shop")!.GetProperty("Web")!;
            return (compilation, ((k8s.IKubernetesObject)member.GetValue(null)!).ToYaml());
        }
        finally
        {
            context.Unload();
        }
    }
}
