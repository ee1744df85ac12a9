using K8sSharpManifests.Core.Rules.Validity;

namespace K8sSharpManifests.Core.Rules;

/// <summary>All rules. A new one gets here without being listed: a generator writes the list.</summary>
public static partial class RuleCatalog
{
    // The catalog is made once a process: the compiler keeps it alive between keystrokes.
    internal static IReadOnlyList<Rule> Rules { get; } = Sorted(Found());

    /// <summary>All rules, ordered by id.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [.. Rules.Select(rule => rule.Info)];

    internal static IReadOnlyList<Validation> Validations { get; } = FoundValidations();

    internal static IReadOnlyList<ValueRule> ValueRules { get; } = [.. Rules.OfType<ValueRule>()];

    private static Rule[] Sorted(Rule[] rules)
    {
        Array.Sort(rules, (a, b) => string.CompareOrdinal(a.Info.Id, b.Info.Id));
        return rules;
    }
}
