using k8s;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Emission;

/// <summary>Reads the objects that the members give, and sees to it that no two of them are the same object.</summary>
/// <param name="findings">Takes the errors.</param>
/// <param name="rendering">Takes the objects.</param>
/// <param name="keepsObjects">Whether what the members gave is kept beside the trees.</param>
internal sealed class ObjectSet(FindingList findings, Rendering rendering, bool keepsObjects = false)
{
    private readonly Dictionary<ObjectIdentity, EmittedObject> _byIdentity = [];
    private readonly List<EmittedObject> _objects = [];
    private readonly List<(CatalogEntry Entry, ExternalObjectPattern Pattern)> _external = [];

    /// <summary>The objects, in the order in which the members gave them.</summary>
    public IReadOnlyList<EmittedObject> Objects => _objects;

    /// <summary>The objects that members say live elsewhere. One that is emitted as well is what it is emitted as.</summary>
    public ExternalObjects External => new([.. _external.Select(e => e.Pattern)]);

    /// <summary>Those that one member says live elsewhere.</summary>
    public IEnumerable<ExternalObjectPattern> ExternalOf(CatalogEntry entry) => _external.Where(e => ReferenceEquals(e.Entry, entry)).Select(e => e.Pattern);

    /// <summary>Adds an object that a member gave.</summary>
    public void Add(CatalogEntry entry, int index, IKubernetesObject value)
    {
        if (value is ExternalObject external)
        {
            Add(entry, new ExternalObjectPattern(external.Kind, external.Name, external.Namespace ?? entry.Namespace));
            return;
        }

        Mapping root;
        try
        {
            root = entry.Defaults.Apply(ObjectReader.Read(value));
        }
        catch (Exception e)
        {
            // Values of the user's own making are read here: types of their own, dictionaries and lists of their own.
            findings.CannotBeWritten(entry, e);
            return;
        }

        Add(entry, index, root, keepsObjects ? value : null);
    }

    /// <summary>Adds an object that lives elsewhere.</summary>
    public void Add(CatalogEntry entry, ExternalObjectPattern external) => _external.Add((entry, external));

    /// <summary>Adds an object that has the defaults of its class.</summary>
    public void Add(CatalogEntry entry, int index, Mapping root) => Add(entry, index, root, null, null);

    /// <summary>Adds an object of a file.</summary>
    public void Add(IncludedObject included) => Add(included.Entry, included.Index, (Mapping)included.Root.Node, null, included);

    private void Add(CatalogEntry entry, int index, Mapping root, IKubernetesObject? value, IncludedObject? source = null)
    {
        var identity = ObjectIdentity.Of(root);
        var emitted = new EmittedObject(entry, index, identity, root, value) { Source = source };
        if (identity.Name.Length == 0)
        {
            findings.ErrorAt(EmissionRule.CannotBeEmitted, entry, $"gives a {identity.Kind} without metadata.name: kubectl apply needs one{GenerateNameHint(root)}");
        }
        else if (_byIdentity.TryGetValue(identity, out var first))
        {
            findings.ErrorAt(EmissionRule.SameObjectTwice, entry, ReferenceEquals(first.Entry, entry) ? $"gives {identity} twice" : $"gives {identity}, as {first.Entry.Member} does");
        }
        else
        {
            _byIdentity.Add(identity, emitted);
            _objects.Add(emitted);
            rendering.Add(emitted);
        }
    }

    private static string GenerateNameHint(Mapping root) =>
        root["metadata"] is Mapping metadata && metadata["generateName"].Exists.IsTrue ? " (generateName works with kubectl create only)" : "";
}

/// <summary>An object that a member gave, or a file.</summary>
/// <param name="Entry">The member, or the file.</param>
/// <param name="Index">Where it stands in what the member gave, from 0.</param>
/// <param name="Identity">What makes it this object.</param>
/// <param name="Root">The object, with the defaults of its class.</param>
/// <param name="Given">What the member gave, without these; null where it is not kept.</param>
internal sealed record EmittedObject(CatalogEntry Entry, int Index, ObjectIdentity Identity, Mapping Root, IKubernetesObject? Given)
{
    /// <summary>Where it was read, if a file gave it and no member.</summary>
    public IncludedObject? Source { get; init; }

    /// <summary>The object with the digests that the image lock has for its tags; null where it has none for them.</summary>
    public Mapping? Pinned { get; init; }

    /// <summary>The object as it is written.</summary>
    public Mapping Written => Pinned ?? Root;

    /// <summary>Whether a secret may be in it, once all members have run.</summary>
    public bool HoldsSecret { get; set; }

    /// <summary>The object as YAML, once it is rendered.</summary>
    public Document Document { get; set; } = null!;
}
