using System.ComponentModel;

namespace K8sSharpManifests;

/// <summary>
/// Marks a static class of a team's own short forms: its source text is embedded in its assembly, so that in projects that use the package the analyzers, proofs and fixes look into
/// its methods as into those of the DSL. Its members are methods, computed properties and constants, over what is public or marked as well; K8S913 says what cannot be embedded.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class EmbedSourceAttribute : Attribute;

/// <summary>The text of one part of a class whose members the analyzers may look into.</summary>
/// <param name="name">A file's name for it.</param>
/// <param name="text">Its text, in the namespace <c>Embedded</c> below that of the class.</param>
/// <param name="bindings">A line for each member: a hash of all that its names stand for, a space, and the member. Where they stand for something else the text is not used.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class EmbeddedSourceAttribute(string name, string text, string bindings = "") : Attribute
{
    /// <summary>A file's name for it.</summary>
    public string Name { get; } = name;

    /// <summary>Its text.</summary>
    public string Text { get; } = text;

    /// <summary>What its names stand for.</summary>
    public string Bindings { get; } = bindings;
}
