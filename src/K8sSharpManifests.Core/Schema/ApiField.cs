namespace K8sSharpManifests.Core;

/// <summary>A field of a type of the API.</summary>
/// <param name="owner">The type that has it.</param>
/// <param name="key">Its name in JSON and YAML, like <c>namespace</c>.</param>
/// <param name="clrName">Its name in C#, like <c>NamespaceProperty</c>.</param>
/// <param name="shape">What it holds.</param>
public sealed class ApiField(ApiType owner, string key, string clrName, ApiShape shape)
{
    /// <summary>The type that has it.</summary>
    public ApiType Owner { get; } = owner;

    /// <summary>Its name in JSON and YAML, like <c>namespace</c>.</summary>
    public string Key { get; } = key;

    /// <summary>Its name in C#, like <c>NamespaceProperty</c>.</summary>
    public string ClrName { get; } = clrName;

    /// <summary>What it holds.</summary>
    public ApiShape Shape { get; } = shape;

    /// <summary>Whether the API demands it, as its description says.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Of an object: whether the API server always has one. Where it is absent, the server has an empty one, and what is required in it is missing.</summary>
    public bool IsAlwaysPresent { get; init; }

    /// <summary>Of a text, a number or a boolean: whether "", 0 and false are something else than none to the API server.</summary>
    public bool IsPointer { get; init; }

    /// <summary>Whether the API server sets it and never reads it from a manifest.</summary>
    public bool IsServerSet { get; init; }

    /// <summary>Of a list: the fields that tell its items apart. Empty for every other list.</summary>
    public IReadOnlyList<string> MapKeys { get; init; } = [];

    /// <summary>Whether it is a list in which every item is there once.</summary>
    public bool IsSet { get; init; }

    /// <summary>What its text, or that of each of its items, has to look like, by upstream's name, such as <c>k8s-short-name</c>; null for anything.</summary>
    public string? Format { get; init; }

    /// <summary>The least number that it may hold; null where there is none.</summary>
    public long? Minimum { get; init; }

    /// <summary>The largest number that it may hold; null where there is none.</summary>
    public long? Maximum { get; init; }

    /// <summary>How many items it may hold; null where there is no limit.</summary>
    public int? MaxItems { get; init; }

    /// <summary>How many characters its text may have; null where there is no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>How many bytes its text may have in UTF-8; null where there is no limit.</summary>
    public int? MaxBytes { get; init; }

    /// <summary>What the API server sets where it is absent, as JSON has it; null where it sets nothing, or where that depends on other fields.</summary>
    public string? Default { get; init; }

    /// <summary>
    /// Whether 0 is a value like another. The models hold 0 for every required number that the C# did not set, so in all others, where the API server rejects 0, it is
    /// taken for "not set".
    /// </summary>
    public bool KeepsZero { get; init; }

    /// <summary>Whether an empty list, dictionary or object is something else than none.</summary>
    public bool KeepsEmpty { get; init; }

    /// <summary>Where it stands in a manifest among the fields of its type: what names an object or a list's item comes first, the rest in the order of the schema.</summary>
    public int Position { get; init; }

    /// <summary>What the fluent API calls a text that the field may hold, like <c>ImagePullPolicy.Always</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null where it has no constant for the text.</returns>
    public string? Constant(string text) =>
        Values is { } values && values.Constants.FirstOrDefault(c => c.Value == text) is { } constant ? $"{values.Name}.{constant.Name}" : null;

    /// <summary>The texts that it may hold; null where any text will do. The table of them is not made before somebody asks.</summary>
    internal EnumField? Values => EnumFields.Of(Owner.Name, ClrName);

    /// <summary>The first minor version of Kubernetes 1 that has it; null where that is its type's.</summary>
    public int? Since { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Key;
}
