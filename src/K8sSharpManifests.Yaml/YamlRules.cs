using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Yaml;

/// <summary>The rules that files have beside those of the catalogue: what is wrong with a text before there is a tree, and with what is told about it.</summary>
internal static class YamlRules
{
    private const string Anything = "{0}";

    public static readonly RuleInfo Unreadable = new("K8S915", Severity.Error, "YAML that cannot be read", Anything);
    public static readonly RuleInfo Template = new("K8S916", Severity.Error, "Template that was not rendered", Anything);
    public static readonly RuleInfo OfAnotherTool = new("K8S917", Severity.Info, "File that another tool reads", Anything);
    public static readonly RuleInfo DuplicateKey = new("K8S918", Severity.Error, "Key that stands twice", Anything);
    public static readonly RuleInfo Ignored = new("K8S919", Severity.Error, "Text that kubectl skips", Anything);
    public static readonly RuleInfo NoObject = new("K8S920", Severity.Error, "Document that is no Kubernetes object", Anything);
    public static readonly RuleInfo Suppression = new("K8S921", Severity.Warning, "Comment that suppresses nothing", Anything);

    /// <summary>The compiler stage reports this one, too, for what holds for C#.</summary>
    public static readonly RuleInfo Option = new("K8S909", Severity.Warning, "Option says nothing", Anything);

    /// <summary>Those that no page of a rule on the tree describes.</summary>
    public static IReadOnlyList<RuleInfo> Own { get; } = [Option, Unreadable, Template, OfAnotherTool, DuplicateKey, Ignored, NoObject, Suppression];

    /// <summary>All that a finding can be of, ordered by id.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [.. RuleCatalog.All.Concat(Own).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>A rule by its id; null where there is none. Case does not count.</summary>
    public static RuleInfo? Find(string id) => All.FirstOrDefault(rule => rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a finding of a rule means that a document was not judged: whatever is set, that is an error, since else it would look like success.</summary>
    public static bool IsAlwaysError(RuleInfo rule) => rule == Unreadable || rule == Template || rule == NoObject;

    /// <summary>The rule that a problem of the reader's is told by.</summary>
    public static RuleInfo Of(YamlProblemKind kind) => kind switch
    {
        YamlProblemKind.Unreadable => Unreadable,
        YamlProblemKind.Template => Template,
        YamlProblemKind.DuplicateKey => DuplicateKey,
        YamlProblemKind.Ignored => Ignored,
        _ => NoObject,
    };
}
