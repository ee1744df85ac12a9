using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>What is embedded of a team's DSL package, and what it is good for where the package is used.</summary>
public sealed class EmbedSourceTests
{
    private const string Member = "[Manifest] public static V1Pod P => Acme.AcmeK8s.Of(\"p\");";

    private const string Yaml = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
          labels:
            team: acme
        spec:
          containers:
          - name: p
            image: registry.acme.io/p:1.2

        """;

    // The text of the name is the same wherever the class is.
    [Theory]
    [InlineData("AcmeK8s")]
    [InlineData("AcmeK8s.Of")]
    [InlineData("Acme.AcmeK8s")]
    public async Task NameOfTheClassItself_IsEmbedded(string name)
    {
        var package = DslPackage.Of($"namespace Acme;\n[EmbedSource] public static class AcmeK8s {{ public static V1Pod Of(string name) => K8s.Pod(name).AddLabel(\"by\", nameof({name})); }}");

        Assert.Empty(await package.Problems());
        Assert.Single(package.Proved(Member));
    }

    [Fact]
    public void MarkedClass_IsEmbeddedAsTheCompilerSawIt() => Assert.Equal(
        """
        == Acme.AcmeK8s.cs
        using System;
        using System.Linq;
        using System.Collections.Generic;
        using k8s;
        using k8s.Models;
        using K8sSharpManifests;
        namespace Acme.Embedded;
        using System.Text;
            [EmbedSource]
            public static partial class AcmeK8s
            {
                public const string Registry = "registry.acme.io";
                public static V1Pod Of(string name) => K8s.Pod(name) .AddContainer(name, $"{Registry}/{name}:1.2").Owned();
            }

        == Acme.AcmeK8s.2.cs
        using System;
        using System.Linq;
        using System.Collections.Generic;
        using k8s;
        using k8s.Models;
        using K8sSharpManifests;
        namespace Acme.Embedded;
        static partial class AcmeK8s { internal static V1Pod Owned(this V1Pod self) => self.AddLabel("team", "acme"); }

        """,
        string.Concat(DslPackage.Of(
            """
            namespace Acme
            {
                using System.Text;

                /// <summary>Ours.</summary>
                [EmbedSource]
                public static partial class AcmeK8s // all of it
                {
                    /// <summary>Where images are.</summary>
                    public const string Registry = "registry.acme.io";

            #if DEBUG
                    public static V1Pod Of(string name) => K8s.Pod(name);
            #else
                    public static V1Pod Of(string name) => K8s.Pod(name) /* a pod */.AddContainer(name, $"{Registry}/{name}:1.2").Owned();
            #endif
                }
            }
            """,
            "namespace Acme;\nstatic partial class AcmeK8s { internal static V1Pod Owned(this V1Pod self) => self.AddLabel(\"team\", \"acme\"); }").Embedded().Select(e => $"== {e.Name}\n{e.Text}")));

    [Theory]
    [InlineData("""[EmbedSource] public static class AcmeK8s { public static V1Pod Of(string name) => K8s.Pod(name).AddLabel("team", "acme").AddContainer(name, $"registry.acme.io/{name}:1.2"); }""")]
    [InlineData("""[EmbedSource] public static class AcmeK8s { public static V1Pod Of(string name) { var pod = K8s.Pod(name).WithLabels(Labels); foreach (var n in new[] { name }) { pod = pod.AddContainer(n, Image(n)); } return pod; } private static Dictionary<string, string> Labels => new() { ["team"] = "acme" }; private static string Image(string n) => $"registry.acme.io/{n}:1.2"; }""")]
    [InlineData("""[EmbedSource] public static class AcmeK8s { public static V1Pod Of(string name, string tag = "1.2") => K8s.Pod(name).Team().With(name, Images.Of(name, tag)); private static V1Pod With(this V1Pod self, string name, string image) => self.AddContainer(name, image); } [EmbedSource] internal static class Images { public static V1Pod Team<T>(this T self) where T : V1Pod => self.AddLabel("team", "acme"); public static string Of(string name, string tag) => string.Join(':', "registry.acme.io/" + name, tag); }""")]
    public async Task MethodOfAPackage_IsProvedWhereItIsUsed(string text)
    {
        var package = DslPackage.Of("namespace Acme;\n" + text);

        Assert.Empty(await package.Problems());
        Assert.Equal([Yaml], package.Proved(Member));
    }

    [Fact]
    public void MethodOfAPackageInNoNamespace_IsProved() => Assert.Equal(
        [Yaml],
        DslPackage.Of("""[EmbedSource] public static class AcmeK8s { public static V1Pod Of(string name) => K8s.Pod(name).AddLabel("team", "acme").AddContainer(name, $"registry.acme.io/{name}:1.2"); }""")
            .Proved("[Manifest] public static V1Pod P => AcmeK8s.Of(\"p\");"));

    [Fact]
    public async Task ValueFromAPackage_IsReportedAtTheCall()
    {
        var package = DslPackage.Of("""namespace Acme; [EmbedSource] public static class AcmeK8s { public static V1Pod Of(string name) => K8s.Pod(name).AddContainer(name, "nginx:latest", c => c.WithImagePullPolicy("IfNotPresent")); }""");

        Assert.Equal([("K8S106", "Of(\"p\")")], await package.Findings(Member));
    }

    // Defaults for containers to come live in a type that is internal to the DSL.
    [Fact]
    public void DefaultsThatAPackageSets_ReachContainersThatItsUserAdds() => Assert.Equal(
        [
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: p
            spec:
              containers:
              - name: a
                image: b:1
                imagePullPolicy: Always
                securityContext:
                  runAsNonRoot: true

            """,
        ],
        DslPackage.Of("""
            namespace Acme;
            [EmbedSource] public static class AcmeK8s
            {
                public static V1Pod Of(string name) => K8s.Pod(name).WithDefaultImagePullPolicy(ImagePullPolicy.Always).WithDefaultSecurityContext(new V1SecurityContext { RunAsNonRoot = true });
            }
            """).Proved("[Manifest] public static V1Pod P => Acme.AcmeK8s.Of(\"p\").AddContainer(\"a\", \"b:1\");"));

    [Fact]
    public void TypeArgumentsOfAMethod_AreThoseOfItsCall() => Assert.Equal(
        ["apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n"],
        DslPackage.Of("namespace Acme; [EmbedSource] public static class AcmeK8s { public static T Named<T>(string name) where T : class, IKubernetesObject<V1ObjectMeta>, new() => new T().WithName(name); }")
            .Proved("[Manifest] public static V1Pod P => Acme.AcmeK8s.Named<V1Pod>(\"p\");"));

    [Fact]
    public void PackagesWithAClassOfOneName_AreNotMixed()
    {
        var first = DslPackage.Of(Class("first"));
        var second = DslPackage.From(DslPackage.Compile("Other.Dsl", [Source.Usings + Class("second")], []));

        Assert.Equal(
            ["apiVersion: v1\nkind: Pod\nmetadata:\n  name: first\nspec: {}\n", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: second\nspec: {}\n"],
            DslPackage.ProvedWith(
                "[Manifest] public static V1Pod A => first::Acme.AcmeK8s.Of();\n[Manifest] public static V1Pod B => second::Acme.AcmeK8s.Of();",
                [first.Reference().WithAliases(["first"]), second.Reference().WithAliases(["second"])],
                "extern alias first;\nextern alias second;\n"));

        static string Class(string name) => $"namespace Acme; [EmbedSource] public static class AcmeK8s {{ public static V1Pod Of() => K8s.Pod(\"{name}\"); }}";
    }

    // Another version of what the package uses, or another package beside it, can make another method the better one: the compiled code calls the old one.
    [Fact]
    public void NameThatStandsForSomethingElseWhereThePackageIsUsed_IsNotProved()
    {
        const string old = "public static string Of(object name) => \"old\";";
        var before = Library(old);
        var after = Library(old + " public static string Of(string name) => \"new\";");
        var package = DslPackage.From(DslPackage.Compile("Acme.Dsl", [Source.Usings + "namespace Acme; [EmbedSource] public static class AcmeK8s { public static V1Pod Of(string name) { Names.Of(name); return K8s.Pod(name); } public static V1Pod Other(string name) => K8s.Pod(name); }"], [before]));
        const string members = "[Manifest] public static V1Pod P => Acme.AcmeK8s.Of(\"p\");\n[Manifest] public static V1Pod Q => Acme.AcmeK8s.Other(\"q\");";

        Assert.Equal(2, package.Proved(members, before).Length);
        Assert.Equal(["apiVersion: v1\nkind: Pod\nmetadata:\n  name: q\nspec: {}\n"], package.Proved(members, after));

        static MetadataReference Library(string members) =>
            DslPackage.From(DslPackage.Compile("Names", [$"public static class Names {{ {members} }}"], [])).Reference();
    }

    [Fact]
    public void ProjectWithoutMarkedClasses_GetsNoFile() => Assert.Single(DslPackage.Of("public static class AcmeK8s { public static V1Pod Of() => new(); }").Compilation.SyntaxTrees);

    [Fact]
    public void UnrelatedFileEdited_NothingIsWrittenAgain()
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new EmbedSourceGenerator().AsSourceGenerator()], driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(Package("1"), TestContext.Current.CancellationToken);
        Assert.Equal([IncrementalStepRunReason.New], Reasons());

        driver = driver.RunGenerators(Package("2"), TestContext.Current.CancellationToken);
        Assert.Equal([IncrementalStepRunReason.Cached], Reasons());

        static CSharpCompilation Package(string number) => DslPackage.Compile(
            "Acme.Dsl", [Source.Usings + "[EmbedSource] public static class AcmeK8s { public static V1Pod Of() => K8s.Pod(\"p\"); }", $"public static class Other {{ public static int Number => {number}; }}"], []);

        IncrementalStepRunReason[] Reasons() =>
            [.. driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason)];
    }
}
