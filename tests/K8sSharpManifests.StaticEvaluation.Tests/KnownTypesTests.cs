using System.Runtime.CompilerServices;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

public sealed class KnownTypesTests
{
    [Theory]
    [InlineData("Other", "KubernetesClient", "KubernetesClient")]
    [InlineData("KubernetesClient", "Other", "KubernetesClient")]
    [InlineData("Other", "Another", "Other")]
    public void TypeOfTwoReferences_IsTheModelsOwn(string first, string second, string expected) =>
        Assert.Equal(expected, KnownTypes.Pod(Compile("A", "", Compile(first, "namespace k8s.Models { public class V1Pod; }"), Compile(second, "namespace k8s.Models { public class V1Pod; }")))!.ContainingAssembly.Name);

    [Fact]
    public void NoType_IsNone() => Assert.Null(KnownTypes.Pod(Compile("A", "")));

    // In an editor another project is a reference that holds all of its code: a new one after each edit.
    [Fact]
    public void WhatIsBoundForAll_HoldsNoOtherProject()
    {
        var other = Evaluate();
        for (var i = 0; i < 10 && other.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(other.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Evaluate()
    {
        var other = Compile("Other", "public static class Other { public static int Number => 1; }");
        var compilation = Code.Compile("public static class Shop { [Manifest] public static V1Pod Web => K8s.Pod(\"web\").Restrict(); }").AddReferences(other.ToMetadataReference());
        EmbeddedSources.Of(compilation, TestContext.Current.CancellationToken);
        return new(other);
    }

    private static CSharpCompilation Compile(string name, string code, params CSharpCompilation[] references) => CSharpCompilation.Create(
        name, [CSharpSyntaxTree.ParseText(code)], [.. Net100.References.All, .. references.Select(r => r.ToMetadataReference())], new(OutputKind.DynamicallyLinkedLibrary));
}
