using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>What is known of the ServiceAccounts that pods run as.</summary>
public abstract class ServiceAccountFacts
{
    private protected const string DefaultName = "default";

    /// <summary>
    /// No ServiceAccount is seen, as in the compiler stage: <c>default</c> is taken to have no pull secret, of all others nothing is
    /// known.
    /// </summary>
    public static ServiceAccountFacts NotSeen { get; } = new Set([]);

    /// <summary>The ServiceAccounts among the objects that a build emits.</summary>
    /// <param name="objects">All emitted objects, of any kind.</param>
    /// <returns>The facts. An account that is not among them is judged as in <see cref="NotSeen"/>.</returns>
    public static ServiceAccountFacts Of(IEnumerable<Node> objects)
    {
        var accounts = new List<Node>();
        foreach (var node in objects)
        {
            if (node.Get("kind").Is("ServiceAccount").IsTrue)
            {
                accounts.Add(node);
            }
        }

        return new Set(accounts);
    }

    /// <summary>Whether an account names a pull secret, which the API server copies to pods that name none.</summary>
    /// <param name="accountNamespace">The pod's namespace; <see cref="Missing"/> where none is given.</param>
    /// <param name="name">The account's name.</param>
    /// <param name="isExternal">Whether the account lives outside the emitted set.</param>
    /// <returns>Unknown for an account that is not seen: its secrets may be managed elsewhere. One that is emitted is what it is, external or not.</returns>
    public abstract Truth HavePullSecret(Node accountNamespace, Node name, Truth isExternal);

    /// <summary>The pull secrets of an account; null where it is not seen, or may be another one.</summary>
    internal abstract Sequence? PullSecrets(Node accountNamespace, Node name);

    private sealed class Set : ServiceAccountFacts
    {
        private readonly IReadOnlyList<Node> _accounts;

        // Every pod of a build asks. Accounts without a known name come up for every name.
        private readonly ILookup<string?, Node> _byName;

        public Set(IReadOnlyList<Node> accounts)
        {
            _accounts = accounts;
            _byName = accounts.ToLookup(account => KnownText(account.Get("metadata").Get("name")));
        }

        public override Truth HavePullSecret(Node accountNamespace, Node name, Truth isExternal)
        {
            var candidates = KnownText(name) is { } text ? _byName[text].Concat(_byName[null]) : _accounts;
            var isSeen = Truth.False;
            var hasSecret = Truth.False;
            foreach (var account in candidates)
            {
                var metadata = account.Get("metadata");
                var isSame = name.HasSameTextAs(metadata.Get("name")) & accountNamespace.HasSameTextAs(metadata.Get("namespace"));
                isSeen |= isSame;
                hasSecret |= isSame & account.Get("imagePullSecrets").HasNamedItem();
            }

            return hasSecret | (!isSeen & (!name.Is(DefaultName) | isExternal) & Truth.Unknown);
        }

        internal override Sequence? PullSecrets(Node accountNamespace, Node name)
        {
            var account = KnownText(name) is { } text
                ? _byName[text].FirstOrDefault(a => accountNamespace.HasSameTextAs(a.Get("metadata").Get("namespace")).IsTrue)
                : null;
            return account?.Get("imagePullSecrets") as Sequence;
        }

        private static string? KnownText(Node node) => node is Scalar { Kind: ScalarKind.String } scalar ? scalar.Text : null;
    }
}
