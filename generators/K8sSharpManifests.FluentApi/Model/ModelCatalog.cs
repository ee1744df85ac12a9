using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.FluentApi.Model;

/// <summary>The kinds that one can apply, and every record that they lead to.</summary>
internal sealed class ModelCatalog
{
    private ModelCatalog(IReadOnlyList<ModelType> types)
    {
        Types = types;
        Kinds = [.. types.Where(t => t.Kind is not null && t.HasMetadata && !IsEmbeddedOnly(t))];
    }

    /// <summary>All reachable records, by name.</summary>
    public IReadOnlyList<ModelType> Types { get; }

    /// <summary>The records among them that are kinds.</summary>
    public IReadOnlyList<ModelType> Kinds { get; }

    public ModelType Type(string name) => Types.First(t => t.Name == name);

    public static ModelCatalog? From(Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.GetTypeByMetadataName("k8s.Models.V1Pod") is not { } pod)
        {
            return null;
        }

        var found = new SortedDictionary<string, ModelType>(StringComparer.Ordinal);
        var pending = new Stack<INamedTypeSymbol>(AppliedKinds(pod.ContainingAssembly, cancellationToken));
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var symbol = pending.Pop();
            if (found.ContainsKey(symbol.Name))
            {
                continue;
            }

            var type = new ModelType(symbol);
            found.Add(type.Name, type);
            foreach (var reference in type.References)
            {
                pending.Push(reference);
            }
        }

        return new([.. found.Values]);
    }

    /// <summary>
    /// What the API lets a client replace is what one can apply: lists, reviews, bindings and evictions have no PUT. A Scale is a view of another
    /// object.
    /// </summary>
    private static IEnumerable<INamedTypeSymbol> AppliedKinds(IAssemblySymbol client, CancellationToken cancellationToken)
    {
        var k8s = client.GlobalNamespace.GetNamespaceMembers().First(n => n.Name == "k8s");
        foreach (var type in k8s.GetTypeMembers().Where(t => t.IsStatic && t.Name.EndsWith("OperationsExtensions", StringComparison.Ordinal)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.Name.StartsWith("Replace", StringComparison.Ordinal)
                    && method.Parameters.FirstOrDefault(p => p.Name == "body")?.Type is INamedTypeSymbol { Name: not "V1Scale" } body
                    && ModelType.IsModel(body))
                {
                    yield return body;
                }
            }
        }
    }

    private static bool IsEmbeddedOnly(ModelType type) => type.Name is "V1Status" or "V1DeleteOptions";
}
