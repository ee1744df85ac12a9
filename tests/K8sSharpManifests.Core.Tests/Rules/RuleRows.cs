namespace K8sSharpManifests.Core.Tests.Rules;

/// <summary>A <see cref="Truth"/> that xunit can show and serialize.</summary>
public enum Expected
{
    True,
    False,
    Unknown,
}

/// <summary>The rows of a rule's test: a fragment of YAML, and what the rule says of it. A gate finds them by this type.</summary>
public sealed class RuleRows(string id) : TheoryData<string, Expected>
{
    public string Id { get; } = id;
}
