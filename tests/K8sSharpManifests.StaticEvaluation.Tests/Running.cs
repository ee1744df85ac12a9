using System.Runtime.Loader;
using k8s;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Runs compiled manifests and reads the objects.</summary>
internal static class Running
{
    /// <summary>The tree of the [Manifest] member that a root stands in.</summary>
    public static Node Read(System.Reflection.Assembly assembly, EvaluationRoot root)
    {
        var member = root.Operation.Syntax.AncestorsAndSelf().Select(n => root.Operation.SemanticModel!.GetDeclaredSymbol(n)).First(s => s is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } or IFieldSymbol)!;
        var type = assembly.GetType(Name(member.ContainingType))!;
        var value = member switch
        {
            IMethodSymbol => type.GetMethod(member.Name)!.Invoke(null, null),
            IFieldSymbol => type.GetField(member.Name)!.GetValue(null),
            _ => type.GetProperty(member.Name)!.GetValue(null),
        };
        return value is IKubernetesObject or null ? One((IKubernetesObject?)value) : new Sequence([.. ((IEnumerable<IKubernetesObject?>)value).Select(One)]);

        static Node One(IKubernetesObject? given) => given is null ? new Scalar(ScalarKind.Null, "null") : ObjectReader.Read(given);
    }

    /// <summary>A type's name as reflection has it.</summary>
    private static string Name(INamedTypeSymbol type) => type.ContainingType is { } outer ? $"{Name(outer)}+{type.Name}" : type.ToDisplayString();

    public static System.Reflection.Assembly Load(CSharpCompilation compilation)
    {
        var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        stream.Position = 0;

        // A context of its own: all tests' assemblies have the same name.
        return new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
    }
}
