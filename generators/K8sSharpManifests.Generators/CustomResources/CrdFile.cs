using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.StaticEvaluation;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Generators.CustomResources;

/// <summary>What a file says of custom resources.</summary>
/// <param name="Definitions">The definitions that it has, as far as types can be made of them.</param>
/// <param name="Heads">The same without what is in them: what their names depend on.</param>
/// <param name="Problems">What is wrong with the file.</param>
internal sealed record CrdFile(EquatableArray<CrdDefinition> Definitions, EquatableArray<CrdHead> Heads, EquatableArray<CrdProblem> Problems);

/// <summary>A definition's versions, as far as their names depend on them, and its place.</summary>
/// <param name="Key">Which definition it is: the file, and how many stand before it.</param>
/// <param name="Group">The group.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Versions">The versions that are served.</param>
/// <param name="StoredVersion">The version that is stored; empty where that is not served.</param>
/// <param name="Place">Where it says its kind.</param>
internal sealed record CrdHead(string Key, string Group, string Kind, EquatableArray<string> Versions, string StoredVersion, CrdPlace Place);

/// <summary>Something that is wrong with a definition.</summary>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record CrdProblem(CrdProblemKind Kind, CrdPlace Place, string Message);

/// <summary>What is wrong with a definition.</summary>
internal enum CrdProblemKind
{
    /// <summary>No types can be made of it, or wrong ones.</summary>
    Unreadable,

    /// <summary>None of its versions is served: the API server takes it, and there is nothing to make types of.</summary>
    Unserved,

    /// <summary>Its kind has a name that something else has.</summary>
    Shared,
}

/// <summary>A place in a file, from 0 as the compiler counts.</summary>
internal sealed record CrdPlace(string File, int Line, int Column, int EndLine, int EndColumn)
{
    public static CrdPlace Of(string file, YamlSpan span) => new(file, span.Line - 1, span.Column - 1, span.EndLine - 1, span.EndColumn - 1);

    public static CrdPlace Of(string file, Node node) => node.Origin is YamlOrigin origin ? Of(file, origin.Span) : new(file, 0, 0, 0, 0);
}

/// <summary>A definition. Two are the same where they say the same, wherever they stand in the file.</summary>
internal sealed class CrdDefinition : IEquatable<CrdDefinition>
{
    private readonly string _text;

    public CrdDefinition(string key, CustomDefinition definition) => (Key, Definition, _text) = (key, definition, JsonText.Of(definition.Node));

    public string Key { get; }

    public CustomDefinition Definition { get; }

    public bool Equals(CrdDefinition? other) => other is not null && Key == other.Key && _text == other._text;

    public override bool Equals(object? obj) => Equals(obj as CrdDefinition);

    public override int GetHashCode() => Key.GetHashCode();
}
