using System.Collections.Concurrent;

namespace K8sSharpManifests.Core.Rules;

/// <summary>All rules. A new one gets here without being listed: a generator writes the list.</summary>
public static partial class RuleCatalog
{
    // The catalog is made once a process: the compiler keeps it alive between keystrokes.
    internal static IReadOnlyList<Rule> Rules { get; } = Sorted(Found());

    /// <summary>All rules, ordered by id.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [.. Rules.Select(rule => rule.Info)];

    // Whether a type, or what it leads to, has a rule, as far as that was asked.
    private static readonly ConcurrentDictionary<ApiType, bool> Concerned = new();
    private static readonly ConcurrentDictionary<ApiType, bool> ConcernedAsObjects = new();

    /// <summary>Whether a rule has anything to say of a type, or of what it leads to.</summary>
    internal static bool Concerns(ApiType type) => Concerned.TryGetValue(type, out var known) ? known : Concerned.GetOrAdd(type, LeadsTo(type, rules => !rules.IsEmpty));

    /// <summary>The same of the rules that can judge objects, of which nobody sees the source.</summary>
    internal static bool ConcernsObjects(ApiType type) =>
        ConcernedAsObjects.TryGetValue(type, out var known) ? known : ConcernedAsObjects.GetOrAdd(type, LeadsTo(type, rules => rules.JudgesObjects));

    private static bool LeadsTo(ApiType root, Func<TypeRules, bool> isWanted)
    {
        var seen = new HashSet<ApiType> { root };
        var pending = new Stack<ApiType>(seen);
        while (pending.Count > 0)
        {
            var type = pending.Pop();
            if (isWanted(TypeRules.For(type)))
            {
                return true;
            }

            foreach (var inner in type.Fields.Where(f => !f.IsServerSet).Select(f => f.Shape.Innermost.Type))
            {
                if (inner is not null && seen.Add(inner))
                {
                    pending.Push(inner);
                }
            }
        }

        return false;
    }

    private static Rule[] Sorted(Rule[] rules)
    {
        Array.Sort(rules, (a, b) => string.CompareOrdinal(a.Info.Id, b.Info.Id));
        return rules;
    }
}
