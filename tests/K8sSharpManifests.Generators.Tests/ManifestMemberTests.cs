using K8sSharpManifests.Analyzers;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace K8sSharpManifests.Generators.Tests;

public sealed class ManifestMemberTests
{
    [Theory]
    [InlineData("[Manifest] public static V1Pod P => new();")]
    [InlineData("[Manifest] internal static IKubernetesObject P = new V1Pod();")]
    [InlineData("[Manifest] public static IKubernetesObject<V1ObjectMeta> P { get; } = new V1Pod();")]
    [InlineData("[Manifest] public static IReadOnlyList<V1Service> P() => [];")]
    [InlineData("[Manifest] public static Dictionary<string, V1Pod>.ValueCollection P => new Dictionary<string, V1Pod>().Values;")]
    [InlineData("[Manifest] public static Own P(ManifestContext c) => new(); public sealed class Own : V1Pods, IKubernetesObject { public string ApiVersion { get; set; } = \"\"; public string Kind { get; set; } = \"\"; } public class V1Pods;")]
    [InlineData("public static V1PodList NotMarked() => new();")]
    public Task EmittableMember_DoesNotTrigger(string member) => Verify("public static class Shop\n{\n    " + member + "\n}");

    [Theory]
    [InlineData("[Manifest] public V1Pod [|P|] => new();", "it is not static: make it static")]
    [InlineData("[Manifest] static V1Pod [|P|] => new();", "the rest of the assembly cannot reach it: make it internal or public")]
    [InlineData("[Manifest] public static V1Pod [|P|] { private get; set; } = new();", "the rest of the assembly cannot reach it: make it internal or public")]
    [InlineData("[Manifest] public static V1Pod [|P|] { set { } }", "it has no getter: add one")]
    [InlineData("[Manifest] public static V1Pod [|P|]<T>() => new();", "it has type parameters: remove them", "Shop.P<T>")]
    [InlineData("[Manifest] public static V1Pod [|P|](int replicas = 3) => new();", "the build cannot fill its parameters: take none, or one ManifestContext")]
    [InlineData("[Manifest] public static V1Pod [|P|](ref ManifestContext c) => new();", "the build cannot fill its parameters: take none, or one ManifestContext")]
    [InlineData("[Manifest] public static void [|P|]() { }", "it returns nothing: return the object")]
    [InlineData("[Manifest] public static V1PodList [|P|] => new();", "a V1PodList is what an API server answers with: return its items, as an array or another sequence")]
    [InlineData("[Manifest] public static List<V1PodList> [|P|] => new();", "a V1PodList is what an API server answers with: return its items, as an array or another sequence")]
    [InlineData("[Manifest] public static V1Status [|P|] => new();", "a V1Status is nothing that one can apply: return an object that has a name")]
    [InlineData("[Manifest] public static V1PodSpec [|P|] => new();", "V1PodSpec is no Kubernetes object and no sequence of them: declare the object's own type, or k8s.IKubernetesObject")]
    [InlineData("[Manifest] public static object [|P|] => new();", "object does not say what it holds: declare the object's own type, or k8s.IKubernetesObject")]
    [InlineData("[Manifest] public static dynamic? [|P|] => null;", "dynamic does not say what it holds: declare the object's own type, or k8s.IKubernetesObject")]
    [InlineData("[Manifest] public static string [|P|] => \"\";", "a string is no Kubernetes object: declare the object's own type, or k8s.IKubernetesObject")]
    [InlineData("[Manifest] public static (V1Pod, V1Service) [|P|] => default;", "a tuple is no sequence: declare IEnumerable<k8s.IKubernetesObject> or an array")]
    [InlineData("[Manifest] public static System.Func<V1Pod> [|P|] = () => new();", "Func<V1Pod> is not called by the build: return what it returns")]
    [InlineData("[Manifest] public static Task<V1Pod> [|P|]() => Task.FromResult(new V1Pod());", "the build does not wait for a Task<V1Pod>: return the object itself")]
    [InlineData("[Manifest] public static IAsyncEnumerable<V1Pod> [|P|]() => null!;", "the build does not wait for an IAsyncEnumerable<V1Pod>: declare IEnumerable<k8s.IKubernetesObject>")]
    [InlineData("[Manifest] public static System.Collections.IEnumerable [|P|]() => null!;", "IEnumerable does not say what it holds: declare IEnumerable<k8s.IKubernetesObject>")]
    [InlineData("[Manifest] public static IEnumerable<object?>? [|P|]() => null!;", "object is no Kubernetes object: declare IEnumerable<k8s.IKubernetesObject>")]
    [InlineData("[Manifest] public static V1Pod[][] [|P|]() => null!;", "V1Pod[][] is a sequence of sequences: flatten it with SelectMany")]
    [InlineData("[Manifest] public static Dictionary<string, V1Pod> [|P|] = new();", "Dictionary<string, V1Pod> is a sequence of pairs: return its values")]
    [InlineData("public static V1Pod P { [Manifest] [|get|] => new(); }", "[Manifest] is on an accessor: put it on the property", "Shop.P.get")]
    [InlineData("[field: Manifest] public static V1Pod [|P|] { get; } = new();", "[field: Manifest] marks a field that has no name: write [Manifest]")]
    [InlineData("public record R([property: Manifest] V1Pod [|P|]);", "it is not static: make it static", "Shop.R.P")]
    [InlineData("[System.Obsolete, K8sSharpManifests.ManifestAttribute, System.ComponentModel.Browsable(true)] public V1Pod [|P|] => new();", "it is not static: make it static")]
    [InlineData("void M() { var f = [Manifest] V1Pod () [|=>|] new(); }", "nothing outside can call it: make it a static member of a class", "lambda expression")]
    [InlineData("[Manifest] V1Pod? [|P|];", "it is not static: make it static; the rest of the assembly cannot reach it: make it internal or public")]
    public Task MemberThatCannotBeEmitted_Triggers(string member, string problem, string name = "Shop.P") =>
        Verify("public class Shop\n{\n    " + member + "\n}", name, problem);

    [Theory]
    [InlineData("public class Shop<T> { [Manifest] public static V1Pod [|P|] => new(); }", "Shop<T>.P", "'Shop' is generic: move the member into a class that is not")]
    [InlineData("public class Shop { class Inner { [Manifest] public static V1Pod [|P|] => new(); } }", "Shop.Inner.P", "the rest of the assembly cannot reach 'Inner': make it internal or public")]
    [InlineData("file class Shop { [Manifest] public static V1Pod [|P|] => new(); }", "Shop.P", "'Shop' is local to its file: make it internal or public")]
    [InlineData("public interface Shop { [Manifest] public static abstract V1Pod [|P|] { get; } }", "Shop.P", "only an implementing type can be asked for it: put [Manifest] on the implementation")]
    [InlineData("public class Shop { void M() { F(); [Manifest] static V1Pod [|F|]() => new(); } }", "F", "nothing outside can call it: make it a static member of a class")]
    public Task PlaceThatCannotBeReached_Triggers(string source, string name, string problem) => Verify(source, name, problem);

    [Fact]
    public Task AttributeByAnotherName_Triggers() => Verify(
        "public static class Shop { [M] public static string [|P|] => \"\"; }", "Shop.P", "a string is no Kubernetes object: declare the object's own type, or k8s.IKubernetesObject",
        "global using M = K8sSharpManifests.ManifestAttribute;");

    private static Task Verify(string source, string? name = null, string? problem = null, string other = "")
    {
        var test = new CSharpAnalyzerTest<ManifestMemberAnalyzer, DefaultVerifier>
        {
            ReferenceAssemblies = new("net10.0"),
            TestCode = Source.Usings + "using System.Threading.Tasks;\n" + (name is null ? source : source.Replace("[|", "{|#0:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal)),
            CompilerDiagnostics = CompilerDiagnostics.Errors,
        };
        test.TestState.AdditionalReferences.AddRange(Source.References);
        test.SolutionTransforms.Add((solution, id) => solution.WithProjectParseOptions(
            id, new Microsoft.CodeAnalysis.CSharp.CSharpParseOptions(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14)));
        test.TestState.Sources.Add(other);
        if (name is not null)
        {
            test.ExpectedDiagnostics.Add(DiagnosticResult.CompilerError(MemberCheck.Id).WithLocation(0).WithArguments(name, problem!));
        }

        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
