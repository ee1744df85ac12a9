namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The text of a part of a class that is embedded.</summary>
/// <param name="Name">A file's name for it.</param>
/// <param name="Text">The text, in the namespace <c>Embedded</c> below that of the class.</param>
/// <param name="Bindings">A line for each member with a body: a hash of all that its names stand for, a space, and the member.</param>
public readonly record struct EmbeddedPart(string Name, string Text, string Bindings);
