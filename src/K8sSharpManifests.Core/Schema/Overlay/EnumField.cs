namespace K8sSharpManifests.Core;

/// <summary>What fields of type string mean by their texts: the texts are constants of one class in the fluent API.</summary>
/// <param name="Name">The name of that class.</param>
/// <param name="Summary">What the fields say, in one sentence.</param>
/// <param name="IsClosed">
/// Whether the API rejects every other text; otherwise the constants are only the well-known ones. An empty string counts as a field that is not set, not
/// as another text. A closed list does not say that each of its texts is accepted by each of the fields.
/// </param>
/// <param name="Fields">The models' properties, like <c>V1Container.ImagePullPolicy</c>: strings or lists of strings.</param>
/// <param name="Constants">The texts.</param>
internal sealed record EnumField(string Name, string Summary, bool IsClosed, IReadOnlyList<string> Fields, IReadOnlyList<EnumConstant> Constants);

/// <summary>One text that a field may hold.</summary>
/// <param name="Name">Its name in C#: the text's own words in C#'s capitals, without what C# forbids.</param>
/// <param name="Value">The text, exactly as the API has it.</param>
/// <param name="Summary">What it means, in one sentence.</param>
internal sealed record EnumConstant(string Name, string Value, string Summary)
{
    /// <summary>A text that is a C# name as it stands.</summary>
    /// <param name="value">The text.</param>
    /// <param name="summary">What it means, in one sentence.</param>
    public EnumConstant(string value, string summary) : this(value, value, summary)
    {
    }
}
