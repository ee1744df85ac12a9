namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A time that another time cuts off.</summary>
internal sealed class ImpossibleTiming : Rule
{
    public static readonly RuleInfo Rule = new("K8S221", Severity.Warning,
        title: "Timing that cannot be kept",
        message: "'{0}' cannot be kept: {1}");

    public override RuleInfo Info => Rule;
}
