namespace K8sSharpManifests.Core.Rules.Views;

/// <summary>A field of a subject, whether it is there or not.</summary>
internal readonly struct Field(ISubject owner, string key)
{
    public ISubject Owner { get; } = owner;

    public string Key { get; } = key;

    public Node Node { get; } = owner.Place.Node.Get(key);

    public TreePlace Place => Owner.Place.Child(Key);

    /// <summary>What the API's schema says of it; null where the owner's type is not known.</summary>
    public ApiField? Schema => (Owner.Place.Node as Mapping)?.Type?.Field(Key);

    public string Text => Node.Text();

    public Truth IsOmitted => Node.IsOmitted();

    public Truth Is(string text) => Node.Is(text);
}
