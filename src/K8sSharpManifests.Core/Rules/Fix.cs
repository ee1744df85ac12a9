using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Core.Rules;

/// <summary>What a <see cref="Fix"/> does with its value.</summary>
public enum FixKind
{
    /// <summary>The value takes the place of what the field holds, if anything.</summary>
    Set,

    /// <summary>The value becomes the last item of the list that the field holds; the list is made where there is none.</summary>
    Append,

    /// <summary>What the field holds goes; an item of a list goes from the list.</summary>
    Remove,

    /// <summary>The bytes that the field holds are a text in base64: what that encodes takes their place.</summary>
    Decode,
}

/// <summary>A change that puts a finding right, as data: whoever shows it renders it in the user's own style.</summary>
public sealed class Fix
{
    private const string TagToFill = "<version>";

    private Fix(FixKind kind, Field field, Node value, string title, bool isSafeForFixAll)
        : this(kind, field.Owner.Place.Node, field.Node, field.Key, field.Path, value, title, isSafeForFixAll)
    {
    }

    private Fix(FixKind kind, Node owner, Node current, string key, string path, Node value, string title, bool isSafeForFixAll)
    {
        Kind = kind;
        Owner = owner;
        Current = current;
        Key = key;
        Path = path;
        Value = value;
        Title = title;
        IsSafeForFixAll = isSafeForFixAll;
    }

    /// <summary>What is done with the value.</summary>
    public FixKind Kind { get; }

    /// <summary>The object whose field is changed.</summary>
    public Node Owner { get; }

    /// <summary>What the field holds now; <see cref="Missing"/> where it is absent.</summary>
    public Node Current { get; }

    /// <summary>The field's key in the object, as in YAML.</summary>
    public string Key { get; }

    /// <summary>The field's place in the tree, such as <c>spec.containers[0].imagePullPolicy</c>.</summary>
    public string Path { get; }

    /// <summary>The new value, or the new item.</summary>
    public Node Value { get; }

    /// <summary>What to call it on the light bulb.</summary>
    public string Title { get; }

    /// <summary>Whether it may be applied everywhere at once: nobody has to think about the value.</summary>
    public bool IsSafeForFixAll { get; }

    /// <summary>The same fix with another name in the reference that it appends.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The fix.</returns>
    public Fix Named(string name) => new(Kind, Owner, Current, Key, Path, Reference(name), Title.Replace($"'{((Mapping)Value)["name"]}'", $"'{name}'"), IsSafeForFixAll);

    /// <summary>The same fix of another node: one that shows the same object elsewhere.</summary>
    /// <param name="owner">The object whose field is changed.</param>
    /// <param name="current">What the field holds.</param>
    /// <returns>The fix.</returns>
    public Fix On(Node owner, Node current) => new(Kind, owner, current, Key, Path, Value, Title, IsSafeForFixAll);

    internal static Fix Set(Field field, string value, string title, bool isSafeForFixAll) =>
        new(FixKind.Set, field, Scalar.String(value), title, isSafeForFixAll);

    // The item of a list has no owner whose field could be set: what stands there is written anew.
    internal static Fix Set(FieldValue value, Scalar changed, bool isSafeForFixAll) =>
        new(FixKind.Set, value.Place.Parent!.Node as Mapping ?? (Node)Missing.Value, value.Node, value.Place.Key, value.Place.Path, changed, $"Change to '{changed.Text}'", isSafeForFixAll);

    // Which version is meant nobody knows but the user. What stands in for it is no tag, so it cannot be forgotten: K8S101 waits there.
    internal static Fix PinTag(ImageValue image) =>
        Set(image.Field, image.Text.EndsWith(":latest", StringComparison.Ordinal) ? image.Text.Substring(0, image.Text.Length - "latest".Length) + TagToFill : image.Text + ":" + TagToFill,
            "Name a version", isSafeForFixAll: false);

    internal static Fix Remove(PullSecret secret) =>
        new(FixKind.Remove, secret.Pod.Place.Node, secret.Node, secret.Pod.ImagePullSecrets.Key, secret.Place.Path, Missing.Value, "Remove the entry", isSafeForFixAll: true);

    internal static Fix Decode(SecretValue value) =>
        new(FixKind.Decode, Missing.Value, value.Node, value.Key, value.Place.Path, Missing.Value, "Decode the text", isSafeForFixAll: true);

    // Other pods may need it where it is: whoever moves it has to look.
    internal static IReadOnlyList<Fix> Move(EmittedSecret secret, string podNamespace)
    {
        const string key = "namespace";
        const string path = "metadata." + key;
        var title = $"Move the secret to the namespace '{podNamespace}'";
        var current = secret.Root.Get("metadata").Get(key);

        // A chain is extended at the object, an initialiser at its metadata.
        return [.. new[] { secret.Root, secret.Root.Get("metadata") }.Select(owner => new Fix(FixKind.Set, owner, current, key, path, Scalar.String(podNamespace), title, isSafeForFixAll: false))];
    }

    // Where the name is a stand-in that the user replaces, never for all at once.
    internal static Fix AppendPullSecret(Pod pod, string name, bool isStandIn) =>
        new(FixKind.Append, pod.ImagePullSecrets, Reference(name), $"Add the pull secret '{name}'", isSafeForFixAll: !isStandIn);

    private static Mapping Reference(string name) => new([new("name", Scalar.String(name))]);
}
