namespace K8sSharpManifests.Core.Rules;

/// <summary>All rules. A new one is found here without being listed.</summary>
public static class RuleCatalog
{
    /// <summary>All rules, ordered by id.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [.. Rules.Select(rule => rule.Info)];

    // The catalog is made once a process: the compiler keeps it alive between keystrokes.
    internal static IReadOnlyList<Rule> Rules => Found.Rules;

    private static class Found
    {
        public static readonly IReadOnlyList<Rule> Rules =
        [
            .. typeof(Rule).Assembly.GetTypes()
                .Where(type => !type.IsAbstract && typeof(Rule).IsAssignableFrom(type))
                .Select(type => (Rule)Activator.CreateInstance(type))
                .OrderBy(rule => rule.Info.Id, StringComparer.Ordinal),
        ];
    }
}
