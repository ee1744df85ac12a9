using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>K8S913: where the text would not do what the compiled code does nothing is embedded, nothing is proved, and it is said.</summary>
public sealed class EmbedRefusalTests
{
    private const string WayOut = "make what it uses public, or mark its class [EmbedSource] as well";
    private const string Member = "[Manifest] public static V1Pod P => Acme.AcmeK8s.Of(\"p\");";

    [Theory]
    [InlineData(
        "public static V1Pod Of(string name) => K8s.Pod(Hidden.Name);", "internal static class Hidden { public const string Name = \"x\"; }",
        "Hidden", $"to those who use the package the compiler would say ''Hidden' is inaccessible due to its protection level': {WayOut}")]
    [InlineData(
        "public static V1Pod Of(string name) => K8s.Pod(name.Mine());", "internal static class Hidden { public static string Mine(this string self) => self; }",
        "Mine", $"to those who use the package the compiler would say ''string' does not contain a definition for 'Mine' and no accessible extension method 'Mine' accepting a first argument of type 'string' could be found (are you missing a using directive or an assembly reference?)': {WayOut}")]
    [InlineData(
        "public static V1Pod Of(string name) => K8s.Pod(Names.Of(name));", "public static class Names { public static string Of(object name) => \"public\"; internal static string Of(string name) => \"internal\"; }",
        "Names.Of(name)", $"this is not the same to those who use the package (here: Invocation Acme.Names.System.String Of(System.String): System.String; there: Invocation Acme.Names.System.String Of(System.Object): System.String): {WayOut}")]
    [InlineData(
        "\n\n\npublic static V1Pod Of(string name) => K8s.Pod(Names.Of());", "public static class Names { public static string Of([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => $\"line{line}\"; }",
        "Names.Of()", $"this is not the same to those who use the package (here: Literal : System.Int32=11; there: Literal : System.Int32=9): {WayOut}")]
    [InlineData(
        "public static V1Pod Of(string name) => K8s.Pod(typeof(AcmeK8s).Namespace!);", "",
        "typeof(AcmeK8s)", $"this is not the same to those who use the package (here: TypeOf Acme.AcmeK8s: System.Type; there: TypeOf Acme.Embedded.AcmeK8s: System.Type): {WayOut}")]
    [InlineData(
        "public static V1Pod Of(string name) { var pod = K8s.Pod(name); Changes.Rename(pod); return pod; }", "public static class Changes { [System.Diagnostics.Conditional(\"DEBUG\")] public static void Rename(V1Pod pod) => pod.Metadata.Name = \"x\"; }",
        "Changes.Rename(pod)", "whether this call is made depends on symbols of the project: write it without [Conditional]")]
    [InlineData(
        "public static readonly V1Pod Shared = K8s.Pod(\"p\"); public static V1Pod Of(string name) => Shared;", "",
        "Shared", "a field holds one object for the compiled code and another one for the text: make it a constant or a computed property, or move it to a class of its own")]
    [InlineData(
        "public static string Team { get; set; } = \"acme\"; public static V1Pod Of(string name) => K8s.Pod(name).AddLabel(\"team\", Team);", "",
        "Team", "a field holds one object for the compiled code and another one for the text: make it a constant or a computed property, or move it to a class of its own")]
    [InlineData(
        "public static V1Pod Of(string name) => K8s.Pod(new Names(name).First); private sealed record Names(string First);", "",
        "Names", "a type inside it would be two types: move it out of the class")]
    [InlineData(
        "static AcmeK8s() => Console.WriteLine(); public static V1Pod Of(string name) => K8s.Pod(name);", "",
        "AcmeK8s", "it has a static constructor, which would not run")]
    [InlineData(
        "public static event Action? Made; public static V1Pod Of(string name) { Made?.Invoke(); return K8s.Pod(name); }", "",
        "Made", "it holds more than methods, computed properties and constants")]
    [InlineData(
        "public static V1Pod Of(string name) => K8s.Pod(name).Owned(); extension(V1Pod pod) { public V1Pod Owned() => pod.AddLabel(\"team\", \"acme\"); }", "",
        "extension", "it has an extension block: write extension methods with 'this'")]
    [InlineData(
        "public static V1Pod Of(string name) => K8s.Pod(name); public static extern int Native();", "",
        "Native", "'Native' has no body")]
    public async Task TextThatWouldDoSomethingElse_IsNotEmbedded(string members, string others, string code, string problem)
    {
        var package = DslPackage.Of($"namespace Acme;\n[EmbedSource] public static class AcmeK8s {{ {members} }}\n{others}");

        Assert.Equal([(code, $"Nothing of 'AcmeK8s' is embedded: {problem}")], await package.Problems());
        Assert.Empty(package.Embedded());
        Assert.Empty(package.Proved(Member));
    }

    [Theory]
    [InlineData("[EmbedSource] public class [|AcmeK8s|] { public static V1Pod Of(string name) => K8s.Pod(name); }")]
    [InlineData("[EmbedSource] public record [|AcmeK8s|](string Name) { public static V1Pod Of(string name) => K8s.Pod(name); }")]
    [InlineData("[EmbedSource] public sealed class [|AcmeK8s|](string name) { public V1Pod Of() => K8s.Pod(name); }")]
    [InlineData("public interface Outer { [EmbedSource] public record [|AcmeK8s|]; }")]
    [InlineData("[EmbedSource] public static class [|AcmeK8s|]<T> { public static V1Pod Of(string name) => K8s.Pod(name); }")]
    [InlineData("[EmbedSource] file static class [|AcmeK8s|] { public static V1Pod Of(string name) => K8s.Pod(name); }")]
    [InlineData("public static class Outer { [EmbedSource] public static class [|AcmeK8s|] { public static V1Pod Of(string name) => K8s.Pod(name); } }")]
    public async Task ClassOfAnotherKind_IsNotEmbedded(string text)
    {
        var package = DslPackage.Of("namespace Acme;\n" + text.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));

        Assert.Equal(
            [("AcmeK8s", "Nothing of 'AcmeK8s' is embedded: only a static class without type parameters that stands in no other type and is not local to its file can be")],
            await package.Problems());
        Assert.Empty(package.Embedded());
    }

    [Fact]
    public async Task ProjectThatChecksForOverflow_EmbedsNoArithmetic()
    {
        var compilation = DslPackage.Compile("Acme.Dsl", [Source.Usings + "namespace Acme; [EmbedSource] public static class AcmeK8s { public static int Next(int port) => port + 1; }"], []);
        var package = DslPackage.From(compilation.WithOptions(compilation.Options.WithOverflowChecks(true)));

        var (code, message) = Assert.Single(await package.Problems());
        Assert.Equal("port + 1", code);
        Assert.StartsWith("Nothing of 'AcmeK8s' is embedded: this is not the same to those who use the package", message, StringComparison.Ordinal);
        Assert.Empty(package.Embedded());
    }

    [Fact]
    public async Task NameBehindAnExternAlias_IsNotEmbedded()
    {
        var names = DslPackage.From(DslPackage.Compile("Names", ["public static class Names { public const string First = \"x\"; }"], [])).Reference().WithAliases(["names"]);
        var package = DslPackage.From(DslPackage.Compile("Acme.Dsl", ["extern alias names;\n" + Source.Usings + "namespace Acme; [EmbedSource] public static class AcmeK8s { public static V1Pod Of() => K8s.Pod(names::Names.First); }"], [names]));

        Assert.Equal(
            [("names", $"Nothing of 'AcmeK8s' is embedded: to those who use the package the compiler would say 'Alias 'names' not found': {WayOut}")],
            await package.Problems());
        Assert.Empty(package.Embedded());
    }

    // What a generator writes other generators do not see: it is said, lest the editor and the build tell different stories.
    [Theory]
    [InlineData("public static partial class AcmeK8s { public static V1Pod Of(string name) => K8s.Pod(name); }", "AcmeK8s", "a source generator writes a part of it, which the text would lack")]
    [InlineData("public static class Names { public static string Of(string name) => name; }", "Names.Of(name)", "a source generator writes what this calls, and other generators do not see that: write it by hand")]
    public async Task CodeOfAGenerator_IsNotEmbedded(string generated, string code, string problem)
    {
        var compilation = DslPackage.Compile("Acme.Dsl", [Source.Usings + "namespace Acme; [EmbedSource] public static partial class AcmeK8s { public static V1Pod Named(string name) => K8s.Pod(" + (code == "AcmeK8s" ? "name" : code) + "); }"], []);
        var package = DslPackage.From(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Source.Usings + "namespace Acme; " + generated, new(LanguageVersion.CSharp14), "/obj/Names.g.cs", cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal([(code, $"Nothing of 'AcmeK8s' is embedded: {problem}")], await package.Problems());
        Assert.Empty(package.Embedded());
    }

    [Fact]
    public async Task ClassThatUsesOneThatIsNotEmbedded_IsBoundWithoutIt()
    {
        var package = DslPackage.Of("""
            namespace Acme;
            [EmbedSource] public static class AcmeK8s { public static V1Pod Of(string name) => K8s.Pod(Hidden.Name); }
            [EmbedSource] public static class Other { public static V1Pod Of(string name) => K8s.Pod(Names.First); }
            [EmbedSource] internal static class Hidden { public static string Name => Stateful; private static string Stateful { get; } = "x"; }
            [EmbedSource] public static class Names { public static string First => Second; private static string Second { get; } = "x"; }
            """);

        Assert.Equal(["Hidden", "Stateful", "Second"], (await package.Problems()).Select(p => p.Code).Order(StringComparer.Ordinal).OrderByDescending(c => c == "Hidden").ThenByDescending(c => c, StringComparer.Ordinal));
        Assert.Equal(["Acme.Other.cs"], package.Embedded().Select(e => e.Name));
    }

    [Theory]
    [InlineData("[EmbedSource")]
    [InlineData("[EmbedSource] static")]
    [InlineData("[EmbedSource] public static class AcmeK8s { public static V1Pod Of( => K8s. }")]
    [InlineData("[EmbedSource] public static class AcmeK8s { public static V1Pod Of() => K8s.Pod(nothing); }")]
    [InlineData("[EmbedSource] public static class AcmeK8s { public static partial V1Pod Of(); }")]
    [InlineData("[EmbedSource] public static class AcmeK8s { } [EmbedSource] public static class AcmeK8s { }")]
    public void HalfTypedClass_IsNoReasonToThrow(string text)
    {
        var compilation = DslPackage.Compile("Acme.Dsl", [Source.Usings + text], []);

        var (texts, problems) = StaticEvaluation.SourceEmbedding.Of(compilation, StaticEvaluation.SourceEmbedding.Marked(compilation, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(texts, t => t.Bindings.Length > 0);
        Assert.DoesNotContain(problems, p => p.Severity == DiagnosticSeverity.Error);
    }
}
