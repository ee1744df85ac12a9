using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>Types from the definitions of custom resources.</summary>
public sealed class CustomResourceTests
{
    [Fact]
    public void EveryDefinition_CompilesInOneProjectWithoutAWarning()
    {
        var definitions = CustomSource.Folder();
        Assert.SkipWhen(definitions.Count == 0, "The definitions are not there.");

        var (compilation, said, result) = CustomSource.Generate(definitions, []);

        Assert.Null(result.Exception);
        Assert.DoesNotContain(said, d => d.Id != "K8S923");
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity > DiagnosticSeverity.Hidden).Select(d => d.ToString()).Take(10));

        // All warnings are off in what is written, so that nothing is said of a member that hides another: it is looked for.
        var taken = compilation.GetSpecialType(SpecialType.System_Object).GetMembers().Select(m => m.Name).Append("EqualityContract").ToHashSet();
        var types = compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type, TestContext.Current.CancellationToken).OfType<INamedTypeSymbol>().Where(t => t.IsRecord).ToArray();
        Assert.NotEmpty(types);
        var hidden = types.SelectMany(t => t.GetMembers().OfType<IPropertySymbol>()).Where(p => p.DeclaredAccessibility == Accessibility.Public && taken.Contains(p.Name)).Select(p => p.ToString());
        Assert.Empty(hidden);
    }

    [Fact]
    public void StoredVersion_HasThePlainNameAndTheOthersTheirs()
    {
        var (compilation, said, _) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Widgets)], [("/src/A.cs", """
            using K8sSharpManifests;
            public static class A
            {
                public static object Plain => K8s.Widget("web").WithSize(3).AddTag("a").WithBox(box => box.WithColor(K8sSharpManifests.CustomResources.WidgetSpecBoxColor.Red));
            #pragma warning disable CS0618
                public static object Old => K8s.WidgetV1alpha1("web");
            }
            """)]);

        Assert.Empty(said);
        Assert.Empty(Faults(compilation));
    }

    [Fact]
    public void DeprecatedVersion_IsObsolete()
    {
        var (compilation, _, _) = CustomSource.Generate(
            [CustomSource.File("/crds/a.yaml", Widgets)], [("/src/A.cs", "using K8sSharpManifests; public static class A { public static object Old => K8s.WidgetV1alpha1(\"web\"); }")]);

        Assert.Equal(["CS0618"], Faults(compilation).Select(d => d.Id));
    }

    [Fact]
    public void LanguageWithoutExtensionMembers_HasAClassOfFactories()
    {
        var (compilation, _, _) = CustomSource.Generate(
            [CustomSource.File("/crds/a.yaml", Widgets)], [("/src/A.cs", "using K8sSharpManifests; public static class A { public static object Web => CustomK8s.Widget(\"web\").WithSize(3); }")],
            Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp13);

        Assert.Empty(Faults(compilation));
    }

    [Fact]
    public void KindsOfOneName_CarryTheirGroups()
    {
        var (compilation, said, _) = CustomSource.Generate(
            [
                CustomSource.File("/crds/a.yaml", Widgets),
                CustomSource.File("/crds/b.yaml", Widgets.Replace("acme.example.com", "other.example.com", StringComparison.Ordinal)),
                CustomSource.File("/crds/c.yaml", Widgets.Replace("Widget", "Service", StringComparison.Ordinal).Replace("widgets", "services", StringComparison.Ordinal)),
            ],
            [("/src/A.cs", "using K8sSharpManifests; public static class A { public static object[] All => [K8s.AcmeExampleWidget(\"a\"), K8s.OtherExampleWidget(\"b\"), K8s.AcmeExampleService(\"c\"), K8s.Service(\"d\")]; }")]);

        Assert.Empty(Faults(compilation));
        Assert.Equal(
            [
                "/crds/a.yaml(7,17): info K8S923: Widget is a name of other.example.com, too, so that of acme.example.com is called AcmeExampleWidget: K8s.AcmeExampleWidget(…)",
                "/crds/b.yaml(7,17): info K8S923: Widget is a name of acme.example.com, too, so that of other.example.com is called OtherExampleWidget: K8s.OtherExampleWidget(…)",
                "/crds/c.yaml(7,17): info K8S923: Service is a name of Kubernetes itself, of the class K8s, or of what every resource has, too, so that of acme.example.com is called AcmeExampleService: K8s.AcmeExampleService(…)",
            ],
            said.Select(d => d.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("scope: Namespaced", "scope: [", "/crds/a.yaml(8,3)")]
    [InlineData("type: integer", "type: number of", "/crds/a.yaml(27,28)")]
    [InlineData("type: string, enum", "type: [], enum", "/crds/a.yaml(")]
    public void FaultInADefinition_IsToldAtItsLine(string old, string replacement, string place)
    {
        var (_, said, _) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Widgets.Replace(old, replacement, StringComparison.Ordinal))], []);

        Assert.All(said, d => Assert.Equal("K8S922", d.Id));
        Assert.Contains(said, d => d.ToString().StartsWith(place, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("apiextensions.k8s.io/v1beta1", "/crds/a.yaml(1,13): error K8S922: apiextensions.k8s.io/v1beta1 is not served since Kubernetes 1.22: write the definition as apiextensions.k8s.io/v1")]
    [InlineData("apiextensions.k8s.io/v2", "/crds/a.yaml(1,13): error K8S922: apiextensions.k8s.io/v2 is no version of it: write the definition as apiextensions.k8s.io/v1")]
    public void DefinitionOfAnotherVersion_SaysWhichOneToWrite(string apiVersion, string message)
    {
        var (_, said, _) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Widgets.Replace("apiextensions.k8s.io/v1", apiVersion, StringComparison.Ordinal) + "\n---\n" + Widgets)], []);

        Assert.Equal([message], said.Select(d => d.ToString()));
    }

    [Fact]
    public void DefinitionOfWhichNoVersionIsServed_IsNoError()
    {
        var (compilation, said, _) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Widgets.Replace("served: true", "served: false", StringComparison.Ordinal))], []);

        Assert.Equal(["/crds/a.yaml(10,13): info K8S922: no version of it is served, so that there are no types of it"], said.Select(d => d.ToString()));
        Assert.Empty(Faults(compilation));
    }

    [Fact]
    public void MemberOfACustomResource_IsProved()
    {
        var (compilation, _, result) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Widgets)], [("/src/shop/Shop.cs", """
            using K8sSharpManifests;
            using K8sSharpManifests.CustomResources;
            public static class Shop
            {
                [Manifest] public static Widget Web => K8s.Widget("web").WithLabels(null).WithSize(3).AddTag("a").AddTag("b").WithBox(box => box.WithColor("Red")).WithTemplate(t => t.WithSpec(s => s.AddContainer("web", "nginx:1.27")));
                [Manifest] public static Widget Own => new() { Metadata = new() { Name = "own" }, Spec = new() { Size = 4, Other = new System.Collections.Generic.Dictionary<string, object> { ["a"] = 1 } } };
            }
            """)]);

        Assert.Empty(Faults(compilation));
        var yaml = compilation.GetTypeByMetadataName("K8sSharpManifests.Generated.ManifestYaml");
        Assert.Equal(
            """
            apiVersion: acme.example.com/v1
            kind: Widget
            metadata:
              name: own
            spec:
              other:
                a: 1
              size: 4

            ---
            apiVersion: acme.example.com/v1
            kind: Widget
            metadata:
              name: web
            spec:
              box:
                color: Red
              size: 3
              tags:
              - a
              - b
              template:
                spec:
                  containers:
                  - name: web
                    image: nginx:1.27

            """,
            string.Join("\n---\n", yaml?.GetMembers().OfType<IFieldSymbol>().OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => (string)f.ConstantValue!) ?? [string.Join("\n", result.GeneratedSources.Select(s => s.HintName))]));
    }

    [Fact]
    public void DefinitionThatDidNotChange_CostsNothing()
    {
        var (a, b) = (CustomSource.File("/crds/a.yaml", Widgets), CustomSource.File("/crds/b.yaml", Widgets.Replace("Widget", "Gadget", StringComparison.Ordinal).Replace("widgets", "gadgets", StringComparison.Ordinal)));
        var compilation = Source.Compile(("/src/A.cs", "public static class A;"));
        var first = CustomSource.Driver([a, b]).RunGenerators(compilation, TestContext.Current.CancellationToken);

        Assert.Equal("DefinitionFiles: Cached 2; KindNames: Cached 1; Definitions: Cached 2; CustomResources: Cached 2", Steps(first.RunGenerators(Source.Compile(("/src/A.cs", "public static class B;")), TestContext.Current.CancellationToken)));
        Assert.Equal(
            "DefinitionFiles: Cached 1, Modified 1; KindNames: Cached 1; Definitions: Cached 1, Modified 1; CustomResources: Cached 1, Modified 1",
            Steps(first.ReplaceAdditionalText(b, CustomSource.File("/crds/b.yaml", ((string)b.GetText(TestContext.Current.CancellationToken)!.ToString()).Replace("format: int32", "format: int64", StringComparison.Ordinal)))
                .RunGenerators(compilation, TestContext.Current.CancellationToken)));
        Assert.Equal(
            "DefinitionFiles: Cached 1, Modified 1; KindNames: Cached 1; Definitions: Cached 2; CustomResources: Cached 2",
            Steps(first.ReplaceAdditionalText(b, CustomSource.File("/crds/b.yaml", "# a comment\n" + b.GetText(TestContext.Current.CancellationToken)))
                .RunGenerators(compilation, TestContext.Current.CancellationToken)));

        static string Steps(GeneratorDriver driver)
        {
            var steps = driver.GetRunResult().Results.Single().TrackedSteps;
            return string.Join("; ", new[] { "DefinitionFiles", "KindNames", "Definitions", "CustomResources" }.Select(name => $"{name}: " + string.Join(", ", steps[name]
                .SelectMany(s => s.Outputs).GroupBy(o => o.Reason == IncrementalStepRunReason.Unchanged && name is "KindNames" ? IncrementalStepRunReason.Cached : o.Reason).OrderBy(g => g.Key.ToString(), StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"))));
        }
    }

    [Fact]
    public async Task RulesJudge_WhileOneTypes()
    {
        var (compilation, _, _) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Widgets)], [("/src/shop/Shop.cs", """
            using K8sSharpManifests;
            public static class Shop
            {
                [Manifest] public static K8sSharpManifests.CustomResources.Widget Web => K8s.Widget("web")
                    .WithBox(box => box.WithColor("Green"))
                    .WithTemplate(t => t.WithSpec(s => s.AddContainer("web", "nginx:latest")
                        .WithHostNetwork(true)));
            }
            """)]);

        var found = await compilation.WithAnalyzers([new Analyzers.ManifestAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal("""
            (5,39): K8S222
            (6,66): K8S104
            (7,30): K8S227
            """, string.Join('\n', found.Where(d => d.Severity > DiagnosticSeverity.Info).OrderBy(d => d.Location.SourceSpan.Start)
                .Select(d => $"({d.Location.GetLineSpan().StartLinePosition.Line + 1},{d.Location.GetLineSpan().StartLinePosition.Character + 1}): {d.Id}").Distinct()));
    }

    [Fact]
    public async Task EachMissingField_IsTold()
    {
        var (compilation, _, _) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Widgets.Replace("box: {type: object,", "box: {type: object, required: [color, storage.path],", StringComparison.Ordinal))], [("/src/shop/Shop.cs", """
            using K8sSharpManifests;
            public static class Shop
            {
                [Manifest] public static K8sSharpManifests.CustomResources.Widget Web => K8s.Widget("web").WithBox(box => box);
            }
            """)]);

        var found = await compilation.WithAnalyzers([new Analyzers.ManifestAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["'color' is missing, and the API server refuses the object: it is required", "'storage.path' is missing, and the API server refuses the object: it is required"],
            found.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.GetMessage(null)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TypesOfALibrary_AreProvedWhereItIsReferenced()
    {
        var (library, _, _) = CustomSource.Generate([CustomSource.File("/crds/a.yaml", Widgets)], []);
        using var image = new MemoryStream();
        Assert.True(library.WithAssemblyName("Types").Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        var (compilation, said, _) = CustomSource.Generate([], [("/src/shop/Shop.cs", """
            using K8sSharpManifests;
            public static class Shop
            {
                [Manifest] public static K8sSharpManifests.CustomResources.Widget Web => K8s.Widget("web").WithSize(3);
            }
            """)], libraries: MetadataReference.CreateFromImage(image.ToArray()));

        Assert.Empty(said);
        Assert.Empty(Faults(compilation));
        Assert.Equal(
            "apiVersion: acme.example.com/v1\nkind: Widget\nmetadata:\n  name: web\nspec:\n  size: 3\n",
            compilation.GetTypeByMetadataName("K8sSharpManifests.Generated.ManifestYaml")?.GetMembers().OfType<IFieldSymbol>().Select(f => (string)f.ConstantValue!).Single());
    }

    private const string Widgets = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.acme.example.com}
        spec:
          group: acme.example.com
          scope: Namespaced
          names: {kind: Widget, listKind: WidgetList, plural: widgets, singular: widget}
          versions:
          - name: v1alpha1
            served: true
            storage: false
            deprecated: true
            schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                required: [spec]
                properties:
                  spec:
                    type: object
                    properties:
                      box: {type: object, properties: {color: {type: string, enum: [Red, Blue]}}}
                      other: {type: object, x-kubernetes-preserve-unknown-fields: true}
                      size: {type: integer, format: int32}
                      tags: {type: array, items: {type: string}}
                      template:
                        type: object
                        properties:
                          spec: {type: object, properties: {containers: {type: array, items: {type: object, required: [name], properties: {name: {type: string}, image: {type: string}, command: {type: array, items: {type: string}}}}}}}
        """;

    private static IReadOnlyList<Diagnostic> Faults(Compilation compilation) =>
        [.. compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity > DiagnosticSeverity.Hidden)];
}
