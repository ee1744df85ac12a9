using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>The rules that count, by <c>--select</c> and <c>--ignore</c>.</summary>
internal sealed class RuleSelection
{
    private readonly IReadOnlySet<string>? _selected;
    private readonly IReadOnlySet<string> _ignored;
    private readonly IReadOnlySet<string> _named;

    private RuleSelection(IReadOnlySet<string>? selected, IReadOnlySet<string> ignored, IReadOnlySet<string> named) => (_selected, _ignored, _named) = (selected, ignored, named);

    /// <summary>Reads what the options say.</summary>
    /// <param name="select">The values of <c>--select</c>; none for all rules.</param>
    /// <param name="ignore">The values of <c>--ignore</c>.</param>
    /// <param name="problems">Takes what names no rule.</param>
    /// <returns>The selection.</returns>
    public static RuleSelection Parse(IReadOnlyList<string> select, IReadOnlyList<string> ignore, List<string> problems)
    {
        var named = new HashSet<string>();
        var selected = Ids("--select", select, problems, named);
        var ignoredByName = new HashSet<string>();
        var ignored = Ids("--ignore", ignore, problems, ignoredByName);
        problems.AddRange(YamlRules.All.Where(rule => ignoredByName.Contains(rule.Id) && YamlRules.IsAlwaysError(rule))
            .Select(rule => $"--ignore: {rule.Id} cannot be ignored, since a document that was not judged would look like success: leave out the file."));
        return new(select.Count > 0 ? selected : null, ignored, named);
    }

    /// <summary>Whether findings of a rule count.</summary>
    public bool Contains(RuleInfo rule) => YamlRules.IsAlwaysError(rule) || (_selected?.Contains(rule.Id) != false && !_ignored.Contains(rule.Id));

    /// <summary>Whether a rule is selected by its own id: that switches on one that is off by default.</summary>
    public bool Names(RuleInfo rule) => _named.Contains(rule.Id);

    private static HashSet<string> Ids(string option, IReadOnlyList<string> values, List<string> problems, HashSet<string> named)
    {
        var ids = new HashSet<string>();
        foreach (var text in values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var found = YamlRules.All.Where(rule => IsMeant(text, rule)).Select(rule => rule.Id).ToList();
            ids.UnionWith(found);
            if (found is [var only] && only.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                named.Add(only);
            }
            else if (found.Count == 0)
            {
                problems.Add($"{option}: there is no rule '{text}'{Suggestion(text)}");
            }
        }

        return ids;
    }

    private static bool IsMeant(string text, RuleInfo rule) =>
        rule.Category.Equals(text, StringComparison.OrdinalIgnoreCase) || (text.Length >= "K8S".Length && rule.Id.StartsWith(text, StringComparison.OrdinalIgnoreCase));

    private static string Suggestion(string text)
    {
        string[] candidates = text.Contains('.', StringComparison.Ordinal) ? [.. YamlRules.All.Select(rule => rule.Category).Distinct()] : [.. YamlRules.All.Select(rule => rule.Id)];
        return Spelling.Nearest(text, candidates) is { } near ? $": did you mean {near}?" : ": write an id like K8S106, the start of one, like K8S1, or a category like K8s.Images.";
    }
}
