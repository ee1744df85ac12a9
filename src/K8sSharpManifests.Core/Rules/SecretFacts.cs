using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>What is known of the Secrets that a build emits, and of the objects from which others make Secrets in the cluster.</summary>
public sealed class SecretFacts
{
    private readonly ILookup<string, EmittedSecret> _secrets;
    private readonly IReadOnlyList<(Node Namespace, Node Name)> _made;

    private SecretFacts(IEnumerable<EmittedSecret> secrets, IReadOnlyList<(Node Namespace, Node Name)> made, bool isSeen)
    {
        _secrets = secrets.ToLookup(secret => secret.Name);
        _made = made;
        IsSeen = isSeen;
    }

    /// <summary>No object is seen, as in the compiler stage: nothing is known.</summary>
    public static SecretFacts NotSeen { get; } = new([], [], isSeen: false);

    /// <summary>Whether the emitted objects are seen.</summary>
    internal bool IsSeen { get; }

    /// <summary>The Secrets among the objects that a build emits.</summary>
    /// <param name="objects">All emitted objects, of any kind.</param>
    /// <returns>The facts.</returns>
    public static SecretFacts Of(IEnumerable<Node> objects)
    {
        var secrets = new List<EmittedSecret>();
        var made = new List<(Node Namespace, Node Name)>();
        foreach (var node in objects)
        {
            var metadata = node.Get("metadata");
            var spec = node.Get("spec");
            switch (node.Get("kind").Text())
            {
                case "Secret":
                    secrets.Add(new(node));
                    break;

                // External Secrets Operator, Sealed Secrets, Vault Secrets Operator.
                case "ExternalSecret":
                    made.Add((metadata.Get("namespace"), Named(spec.Get("target").Get("name"), metadata)));
                    break;
                case "ClusterExternalSecret":
                    made.Add((Unknown.Value, Named(spec.Get("externalSecretName"), metadata)));
                    break;
                case "SealedSecret":
                    made.Add((metadata.Get("namespace"), Named(spec.Get("template").Get("metadata").Get("name"), metadata)));
                    break;
                case "VaultStaticSecret" or "VaultDynamicSecret" or "VaultPKISecret":
                    made.Add((metadata.Get("namespace"), Named(spec.Get("destination").Get("name"), metadata)));
                    break;
            }
        }

        return new(secrets, made, isSeen: true);
    }

    /// <summary>The emitted Secret of a name in a namespace; null where there is none.</summary>
    internal EmittedSecret? Find(Node objectNamespace, Node name) =>
        _secrets[name.Text()].FirstOrDefault(secret => secret.Namespace.HasSameTextAs(objectNamespace).IsTrue);

    /// <summary>Whether a Secret of the name is emitted in the namespace.</summary>
    internal Truth Contain(Node objectNamespace, Node name) =>
        !IsSeen || name is Unknown ? Truth.Unknown : Truth.Any(_secrets[name.Text()], secret => secret.Namespace.HasSameTextAs(objectNamespace));

    /// <summary>Whether a Secret of the name is emitted in some other namespace. A pod without a namespace may land in that one.</summary>
    internal Truth ContainElsewhere(Node objectNamespace, Node name) =>
        !IsSeen || name is Unknown ? Truth.Unknown : Truth.Any(_secrets[name.Text()], secret => objectNamespace.IsOmitted().IsTrue || secret.Namespace.IsOmitted().IsTrue
            ? Truth.Unknown
            : !secret.Namespace.HasSameTextAs(objectNamespace));

    /// <summary>The emitted Secrets of a name, in whatever namespace.</summary>
    internal IEnumerable<EmittedSecret> All(Node name) => _secrets[name.Text()];

    /// <summary>The names of the Secrets that are emitted into a namespace, in their order.</summary>
    internal IReadOnlyList<string> NamesIn(Node objectNamespace) =>
        [.. _secrets.SelectMany(s => s).Where(s => s.Namespace.HasSameTextAs(objectNamespace).IsTrue).Select(s => s.Name).OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>Whether somebody makes the Secret in the cluster from an object that is emitted.</summary>
    internal Truth AreMade(Node objectNamespace, Node name) =>
        !IsSeen ? Truth.Unknown : Truth.Any(_made, maker => maker.Name.HasSameTextAs(name) & (maker.Namespace is Unknown ? Truth.True : maker.Namespace.HasSameTextAs(objectNamespace)));

    private static Node Named(Node name, Node metadata) => name.IsOmitted().IsTrue ? metadata.Get("name") : name;
}
