namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A misspelled or misplaced key, which strict decoding refuses. Typed C# cannot hold one.</summary>
internal sealed class UnknownField : Rule
{
    public static readonly RuleInfo Rule = new("K8S227", Severity.Error,
        title: "Unknown field",
        message: "'{0}' is a field that the API does not have here: {1}");

    public override RuleInfo Info => Rule;
}
