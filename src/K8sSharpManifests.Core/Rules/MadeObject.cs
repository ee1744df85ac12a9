using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>An object that somebody makes in the cluster from one that is emitted.</summary>
internal sealed class MadeObject
{
    // External Secrets Operator, Sealed Secrets, Vault Secrets Operator, cert-manager: where the name of the Secret stands that they make; without one it is their own.
    private static readonly Dictionary<string, Maker> Makers = new(StringComparer.Ordinal)
    {
        ["ExternalSecret"] = new("Secret", ["spec", "target", "name"], false),
        ["ClusterExternalSecret"] = new("Secret", ["spec", "externalSecretName"], true),
        ["SealedSecret"] = new("Secret", ["spec", "template", "metadata", "name"], false),
        ["VaultStaticSecret"] = new("Secret", ["spec", "destination", "name"], false),
        ["VaultDynamicSecret"] = new("Secret", ["spec", "destination", "name"], false),
        ["Certificate"] = new("Secret", ["spec", "secretName"], false),
        ["Issuer"] = new("Secret", ["spec", "acme", "privateKeySecretRef", "name"], false),
        ["VaultPKISecret"] = new("Secret", ["spec", "destination", "name"], false),
    };

    private readonly string _kind;
    private readonly Node _name;
    private readonly Node? _namespace;

    private MadeObject(string kind, Node name, Node? objectNamespace) => (_kind, _name, _namespace) = (kind, name, objectNamespace);

    /// <summary>What is made from an object; null for nothing that is known.</summary>
    public static MadeObject? By(Mapping maker)
    {
        if (!Makers.TryGetValue(maker.Get("kind").Text(), out var known))
        {
            return null;
        }

        var metadata = maker.Get("metadata");
        var name = known.Name.Aggregate((Node)maker, (node, key) => node.Get(key));
        return new(known.Made, name.IsOmitted().IsTrue ? metadata.Get("name") : name, known.IsInAllNamespaces ? null : metadata.Get("namespace"));
    }

    /// <summary>Whether objects of a kind can be made so at all.</summary>
    public static bool CanBe(string kind) => Makers.Values.Any(m => m.Made == kind);

    /// <summary>Whether it is the object of a name.</summary>
    public Truth Is(string kind, Node objectNamespace, Node name) =>
        kind == _kind ? _name.HasSameTextAs(name) & (_namespace?.HasSameTextAs(objectNamespace) ?? Truth.True) : Truth.False;

    private sealed record Maker(string Made, string[] Name, bool IsInAllNamespaces);
}
