namespace K8sSharpManifests.Core;

/// <summary>
/// A node of the manifest tree: what a Kubernetes object holds, as far as the front end that built it knows.
/// One front end reads C# that has not run, the other the objects that it made; rules and the YAML writer read only this.
/// </summary>
public abstract class Node
{
    /// <summary>How deep a tree may nest. Whoever walks one does so by calling itself, and shall not run out of stack; no manifest is nearly that deep.</summary>
    public const int MaxDepth = 500;

    private protected Node(object? origin) => Origin = origin;

    /// <summary>Where the value comes from. Opaque: only the front end that set it reads it (the analyzer keeps a source location here).</summary>
    public object? Origin { get; }

    /// <summary>Whether the node is there at all.</summary>
    /// <returns>False for <see cref="Core.Missing"/>, Unknown for <see cref="Core.Unknown"/>, else True.</returns>
    public virtual Truth Exists => Truth.True;

    /// <summary>Whether the node is a string scalar with exactly this text.</summary>
    /// <param name="text">The text to compare with, ordinal.</param>
    /// <returns>Unknown where the value is not known; False where it is missing or anything but that string.</returns>
    public virtual Truth Is(string text) => Truth.False;
}

/// <summary>A value that is there, or may be there, and is not known. Not the same as <see cref="Missing"/>.</summary>
public sealed class Unknown : Node
{
    /// <summary>An unknown value without an origin.</summary>
    public static readonly Unknown Value = new();

    /// <summary>Makes an unknown value.</summary>
    /// <param name="origin">Where the value comes from.</param>
    public Unknown(object? origin = null) : base(origin)
    {
    }

    /// <summary>Whether the value depends on nothing but what the build hands in: it is the same in the next build, as long as that is.</summary>
    public bool IsInput { get; init; }

    /// <inheritdoc/>
    public override Truth Exists => Truth.Unknown;

    /// <inheritdoc/>
    public override Truth Is(string text) => Truth.Unknown;
}

/// <summary>What looking up an absent key of a closed mapping yields. It is never stored in a tree.</summary>
public sealed class Missing : Node
{
    /// <summary>The one instance.</summary>
    public static readonly Missing Value = new();

    private Missing() : base(null)
    {
    }

    /// <inheritdoc/>
    public override Truth Exists => Truth.False;
}
