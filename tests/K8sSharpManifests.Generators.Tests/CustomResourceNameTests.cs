using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>Any kind that the API server takes has types, however it is called.</summary>
public sealed class CustomResourceNameTests
{
    // What the generator writes has these names, and so have the class of factories, every record, and every object.
    private static readonly string[] Taken =
    [
        "ApiVersion", "Clone", "CustomK8s", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "K8s", "Kind", "KubeApiVersion", "KubeGroup", "KubeKind", "KubePluralName", "MemberwiseClone", "Metadata",
        "Object", "OtherFields", "ParseQuantity", "PrintMembers", "ReferenceEquals", "ToString",
    ];

    private static readonly string[] Free =
    [
        "ConfigMaps", "CustomMethods", "CustomResource", "CustomResources", "EmbeddedSources", "Extension", "Fields", "Fluent", "Func", "Global", "IManifestPart", "K8sSharpManifests", "Manifest", "ManifestCatalog", "ManifestYaml",
        "Microsoft", "Models", "Name", "Record", "Self", "Spec", "SizeIsNull", "String", "System", "Type", "UntypedObject", "V1ObjectMeta", "Value", "With", "Yaml",
    ];

    [Theory]
    [InlineData(LanguageVersion.CSharp14, "K8s")]
    [InlineData(LanguageVersion.CSharp13, "CustomK8s")]
    public void KindOfAnyName_HasTypesThatCompile(LanguageVersion language, string factories)
    {
        string[] calls = [.. Free, .. Taken.Select(name => "TExample" + name)];
        var (compilation, said, result) = CustomSource.Generate(
            [CustomSource.File("/crds/all.yaml", string.Join("\n---\n", Taken.Concat(Free).Select(kind => Definition(kind))))],
            [("/src/ManifestCatalog.cs", $$"""
                using K8sSharpManifests;
                using K8sSharpManifests.CustomResources;
                public static class All
                {
                    public static object[] Made => [{{string.Join(", ", calls.Select(call => $"{factories}.{call}(\"a\").WithSize(1).WithOwnSizeNull()"))}}];
                    [Manifest] public static SizeIsNull One => {{factories}}.SizeIsNull("one").WithSize(2);
                }
                """)],
            language);

        Assert.Null(result.Exception);
        Assert.Equal(Taken.Select(name => $"{name} is a name of Kubernetes itself, of the class K8s, or of what every resource has, too, so that of t.example.com is called TExample{name}: K8s.TExample{name}(…)"), said.Select(d => d.GetMessage(null)).Order(StringComparer.Ordinal));
        Assert.Empty(Faults(compilation));
    }

    // The group of one that is renamed, a version, or a field may make a word that is taken, too.
    [Theory]
    [InlineData("Kube", "get.io", "group: {type: object, properties: {a: {type: string}}}")]
    [InlineData("Get", "t.io", "hashCode: {type: object, properties: {a: {type: string}}}")]
    [InlineData("To", "t.io", "string: {type: object, properties: {a: {type: string}}}")]
    [InlineData("Print", "t.io", "members: {type: array, items: {type: object, properties: {a: {type: string}}}}")]
    [InlineData("Equality", "t.io", "contract: {type: object, properties: {a: {type: string}}}")]
    [InlineData("A", "t.io", "isNull: {type: object, properties: {b: {type: string}}}")]
    [InlineData("A", "t.io", "isNull: {type: object, properties: {a: {type: string, nullable: true}}}")]
    [InlineData("Nulls", "t.io", "a: {type: string, nullable: true}, aIsNull: {type: string, nullable: true}, aIsNullFlag: {type: string, nullable: true}")]
    public void PartOfAnyName_HasATypeThatCompiles(string kind, string group, string properties)
    {
        var (compilation, _, result) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Definition(kind, group, properties))], []);

        Assert.Null(result.Exception);
        Assert.Empty(Faults(compilation));
    }

    [Fact]
    public void NameThatTheGroupMakes_IsNoneThatIsTaken()
    {
        var (compilation, said, _) = CustomSource.Generate(
            [CustomSource.File("/crds/a.yaml", $"{Definition("HashCode", "get.io")}\n---\n{Definition("HashCode", "u.io")}\n---\n{Definition("Api", "u.io").Replace("versions: [", "versions: [{name: version, served: true, storage: false, schema: {openAPIV3Schema: {type: object}}}, ", StringComparison.Ordinal)}")],
            [("/src/A.cs", "using K8sSharpManifests; public static class A { public static object[] All => [K8s.GetHashCode2(\"a\"), K8s.UHashCode(\"b\"), K8s.Api(\"c\"), K8s.ApiVersion2(\"c\")]; }")]);

        Assert.Equal(2, said.Count(d => d.Id == "K8S923"));
        Assert.Empty(Faults(compilation));
    }

    [Fact]
    public void KindsThatDifferInCapitals_CarryTheirGroups()
    {
        var (compilation, said, _) = CustomSource.Generate(
            [CustomSource.File("/crds/a.yaml", $"{Definition("HTTPThing", "t.example.com")}\n---\n{Definition("HttpThing", "u.example.com")}")],
            [("/src/A.cs", "using K8sSharpManifests; public static class A { public static object[] All => [K8s.TExampleHTTPThing(\"a\"), K8s.UExampleHttpThing(\"b\")]; }")]);

        Assert.Equal(
            [
                "HTTPThing differs in nothing but capitals from HttpThing of u.example.com, so that of t.example.com is called TExampleHTTPThing: K8s.TExampleHTTPThing(…)",
                "HttpThing differs in nothing but capitals from HTTPThing of t.example.com, so that of u.example.com is called UExampleHttpThing: K8s.UExampleHttpThing(…)",
            ],
            said.Select(d => d.GetMessage(null)).Order(StringComparer.Ordinal));
        Assert.Empty(Faults(compilation));
    }

    // The group says nothing there, so that a number has to.
    [Fact]
    public void KindsOfOneGroupThatDifferInCapitals_AreToldApart()
    {
        var (compilation, said, _) = CustomSource.Generate(
            [CustomSource.File("/crds/a.yaml", $"{Definition("HTTPThing", "t.example.com")}\n---\n{Definition("HttpThing", "t.example.com").Replace("httpthing", "webthing", StringComparison.Ordinal)}")],
            [("/src/A.cs", "using K8sSharpManifests; public static class A { public static object[] All => [K8s.HTTPThing(\"a\"), K8s.HttpThing2(\"b\")]; }")]);

        Assert.Equal(["HttpThing differs in nothing but capitals from HTTPThing of t.example.com, so that of t.example.com is called HttpThing2: K8s.HttpThing2(…)"], said.Select(d => d.GetMessage(null)));
        Assert.Empty(Faults(compilation));
    }

    private static string Definition(string kind, string group = "t.example.com", string properties = "spec: {type: object, properties: {size: {type: integer}}}, ownSize: {type: integer, nullable: true}, size: {type: integer, nullable: true}") => $$"""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: {{kind.ToLowerInvariant()}}s.{{group}}}
        spec:
          group: {{group}}
          scope: Namespaced
          names: {kind: {{kind}}, plural: {{kind.ToLowerInvariant()}}s, singular: {{kind.ToLowerInvariant()}}, listKind: {{kind}}List}
          versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true, properties: { {{properties}} } } } }]
        """;

    private static IEnumerable<string> Faults(Compilation compilation) =>
        compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity > DiagnosticSeverity.Hidden).Select(d => d.ToString());
}
