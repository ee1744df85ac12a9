using System.Collections.Concurrent;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>
/// The objects that a build emits, and those that are in the cluster anyway: what the rules about the whole set ask. Where the set is not seen, as in the compiler, it answers
/// "unknown", so that no rule has to ask whether it is. Immutable; several threads may ask it at once.
/// </summary>
public sealed class ObjectIndex
{
    private readonly ILookup<string, Mapping> _objects;
    private readonly ExternalObjects _external;
    private readonly IReadOnlyList<MadeObject> _made;
    private readonly ConcurrentDictionary<Mapping, EmittedSecret> _secrets = new();

    // What holds of an object that is not found.
    private readonly Truth _notFound;

    private ObjectIndex(IEnumerable<Node> objects, ExternalObjects external, Truth notFound)
    {
        var mappings = objects.OfType<Mapping>().ToList();
        _objects = mappings.ToLookup(o => Key(o.Get("kind").Text(), NameOf(o)));
        _made = [.. mappings.Select(MadeObject.By).OfType<MadeObject>()];
        _external = external;
        _notFound = notFound;
    }

    /// <summary>Nothing is seen, and nothing is said to live elsewhere.</summary>
    public static ObjectIndex NotSeen { get; } = Unseen(ExternalObjects.None);

    /// <summary>The emitted objects are not seen, as in the compiler.</summary>
    /// <param name="external">The objects that C# says live outside the emitted set.</param>
    /// <returns>The index.</returns>
    public static ObjectIndex Unseen(ExternalObjects external) => new([], external, Truth.Unknown);

    /// <summary>Some of the objects are seen, and others may be applied with them: what is not found is not known to be absent.</summary>
    /// <param name="objects">The objects that are seen, of any kind.</param>
    /// <param name="external">The objects that are said to live outside the set.</param>
    /// <returns>The index.</returns>
    public static ObjectIndex OfPart(IEnumerable<Node> objects, ExternalObjects external) => new(objects, external, Truth.Unknown);

    /// <summary>All emitted objects are seen.</summary>
    /// <param name="objects">The objects, of any kind.</param>
    /// <param name="external">The objects that C# says live outside the emitted set.</param>
    /// <returns>The index.</returns>
    public static ObjectIndex Of(IEnumerable<Node> objects, ExternalObjects external) => new(objects, external, Truth.False);

    /// <summary>Whether an object is emitted.</summary>
    internal Truth IsEmitted(string kind, Node objectNamespace, Node name) => Holds(kind, objectNamespace, name, _ => Truth.True, otherwise: _notFound);

    /// <summary>Whether an object of the name is emitted into some other namespace. What has no namespace may land in that one.</summary>
    internal Truth IsEmittedElsewhere(string kind, Node objectNamespace, Node name) => name is Unknown ? Truth.Unknown
        : Truth.Any(Named(kind, name), o => objectNamespace.IsOmitted().IsTrue || NamespaceOf(o).IsOmitted().IsTrue
            ? Truth.Unknown
            : !NamespaceOf(o).HasSameTextAs(objectNamespace)) | _notFound;

    /// <summary>Whether an object is in the cluster though it is not emitted: C# says so, or an object that is emitted has it made there. Of one that is emitted, nobody makes another.</summary>
    internal Truth IsExternal(string kind, Node objectNamespace, Node name) =>
        _external.Contains(kind, objectNamespace, name) | Truth.Any(_made, made => made.Is(kind, objectNamespace, name))
        | (MadeObject.CanBe(kind) ? _notFound & !IsEmitted(kind, objectNamespace, name) : Truth.False);

    /// <summary>Whether something holds of an object; of one that is not emitted, or not seen, what the caller says.</summary>
    internal Truth Holds(string kind, Node objectNamespace, Node name, Func<Mapping, Truth> predicate, Truth otherwise)
    {
        var isFound = Truth.False;
        var holds = Truth.False;

        // What has an unknown name may be called so.
        foreach (var candidate in Candidates(kind, name))
        {
            var isSame = name.HasSameTextAs(candidate.Get("metadata").Get("name")) & objectNamespace.HasSameTextAs(NamespaceOf(candidate));
            isFound |= isSame;
            holds |= isSame & predicate(candidate);
        }

        return holds | (!isFound & otherwise);
    }

    /// <summary>The emitted object of a name in a namespace; null where there is none, or where it may be another one.</summary>
    internal Mapping? Find(string kind, Node objectNamespace, Node name) => Named(kind, name).FirstOrDefault(o => NamespaceOf(o).HasSameTextAs(objectNamespace).IsTrue);

    /// <summary>The emitted objects of a name, in whatever namespace.</summary>
    internal IEnumerable<Mapping> Named(string kind, Node name) => name is Scalar ? _objects[Key(kind, name.Text())] : [];

    /// <summary>The names of the objects of a kind that are emitted into a namespace, in their order.</summary>
    internal IReadOnlyList<string> NamesIn(string kind, Node objectNamespace) =>
    [
        .. OfKind(kind).Where(o => NamespaceOf(o).HasSameTextAs(objectNamespace).IsTrue).Select(NameOf).Where(name => name.Length > 0).OrderBy(name => name, StringComparer.Ordinal),
    ];

    /// <summary>An emitted Secret, as the kubelet reads it.</summary>
    internal EmittedSecret Secret(Mapping secret) => _secrets.GetOrAdd(secret, s => new(s));

    private IEnumerable<Mapping> Candidates(string kind, Node name) => name is Scalar ? _objects[Key(kind, name.Text())].Concat(_objects[Key(kind, "")]) : OfKind(kind);

    private IEnumerable<Mapping> OfKind(string kind) => _objects.Where(o => o.Key.StartsWith(Key(kind, ""), StringComparison.Ordinal)).SelectMany(o => o);

    // A kind has no slash. No tuple: see TypeRules.
    private static string Key(string kind, string name) => kind + "/" + name;

    private static string NameOf(Mapping o) => o.Get("metadata").Get("name").Text();

    private static Node NamespaceOf(Mapping o) => o.Get("metadata").Get("namespace");
}
