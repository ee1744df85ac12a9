using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>What has become of something.</summary>
internal enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is another one.</summary>
    Changed,

    /// <summary>The same items stand in another order, where that counts.</summary>
    Reordered,

    /// <summary>Nothing changes, and something stays that the manifest leaves out.</summary>
    Kept,
}

/// <summary>A field, an entry or an item that differs.</summary>
/// <param name="Path">The place, such as <c>spec.template.spec.containers[name=web].image</c>.</param>
/// <param name="Kind">What has become of it.</param>
/// <param name="Before">What stood there; <see cref="Missing"/> for nothing.</param>
/// <param name="After">What stands there; <see cref="Missing"/> for nothing.</param>
internal sealed record FieldChange(string Path, ChangeKind Kind, Node Before, Node After)
{
    /// <summary>Whether what stands there is to stay secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether the server does not let one change it: the object has to be deleted and made anew.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>Something that apply does not change, though the manifest means something else.</summary>
/// <param name="Path">The place.</param>
/// <param name="Stays">What stays there.</param>
/// <param name="Meant">What it would be in a new object.</param>
/// <param name="Message">Why, and what to write where.</param>
internal sealed record KeptField(string Path, string Stays, string Meant, string Message)
{
    /// <summary>Whether the manifest is likely to mean otherwise, so that it counts as a difference: a pull policy, and not what an autoscaler sets.</summary>
    public bool IsDifference { get; init; }
}

/// <summary>An object that differs.</summary>
/// <param name="Name">The object.</param>
/// <param name="Kind">Whether it is new, gone, another one, or stays otherwise than the manifest means.</param>
/// <param name="Root">The object as it is now; as it was, where it is gone.</param>
internal sealed record ObjectDifference(ObjectName Name, ChangeKind Kind, Mapping Root)
{
    /// <summary>The environment; empty where there is none.</summary>
    public string Environment { get; init; } = "";

    /// <summary>What differs in it; none where it is new or gone.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>What stays in the cluster.</summary>
    public IReadOnlyList<KeptField> Kept { get; init; } = [];

    /// <summary>Whether it has to be deleted and made anew.</summary>
    public bool IsRefused => Changes.Any(change => change.IsRefused);

    /// <summary>Whether it makes the exit code 1.</summary>
    public bool Counts => Kind != ChangeKind.Kept || Kept.Any(kept => kept.IsDifference);
}
