using System.ComponentModel;

namespace K8sSharpManifests;

/// <summary>
/// Marks a static class, or a part of one, whose source text is embedded in its assembly as <see cref="EmbeddedSourceAttribute"/>: its methods are one
/// return of an expression over public API, and the analyzers read their meaning there.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class EmbedSourceAttribute : Attribute;

/// <summary>The text of one source file whose methods the analyzers may look into.</summary>
/// <param name="name">The file's name.</param>
/// <param name="text">Its text, in the namespace <c>K8sSharpManifests.Embedded</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class EmbeddedSourceAttribute(string name, string text) : Attribute
{
    /// <summary>The file's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its text.</summary>
    public string Text { get; } = text;
}
