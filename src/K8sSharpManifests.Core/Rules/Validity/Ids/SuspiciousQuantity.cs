namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A quantity that is valid, and a thousand or a million times too small or too large.</summary>
internal sealed class SuspiciousQuantity : Rule
{
    public static readonly RuleInfo Rule = new("K8S209", Severity.Warning,
        title: "Suspicious quantity",
        message: "'{0}' is hardly the quantity that is meant: {1}");

    public override RuleInfo Info => Rule;
}
