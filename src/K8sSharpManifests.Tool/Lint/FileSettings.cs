using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Yaml;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>What is set for a file: the rules' options, and how much each rule weighs.</summary>
internal sealed class FileSettings
{
    private readonly LintSettings _settings;
    private readonly IReadOnlyDictionary<string, string> _options;
    private readonly IReadOnlyDictionary<string, ReportDiagnostic> _severities;
    private readonly Dictionary<RuleInfo, Severity> _weights;

    /// <summary>Reads what is set.</summary>
    /// <param name="settings">What is set for all files.</param>
    /// <param name="options">What the configuration says, with keys in lower case.</param>
    /// <param name="severities">What it says of single rules.</param>
    /// <param name="wrongSeverities">What it says of them that is no severity.</param>
    public FileSettings(
        LintSettings settings, IReadOnlyDictionary<string, string> options, IReadOnlyDictionary<string, ReportDiagnostic> severities, IReadOnlyList<WrongOption> wrongSeverities)
    {
        (_settings, _options, _severities) = (settings, options, severities);
        Options = RuleOptions.Parse(key => settings.Overrides.Find(key) ?? options.GetValueOrDefault(key), out _);
        Wrong =
        [
            .. options.Where(option => option.Key.StartsWith("k8s_", StringComparison.Ordinal)).OrderBy(option => option.Key, StringComparer.Ordinal).SelectMany(option => RuleOptions.Check(option.Key, option.Value)),
            .. wrongSeverities,
            .. options.Where(option => SeverityKeys.Contains(option.Key) && !SeverityKeys.TryParse(option.Value, out _)).OrderBy(option => option.Key, StringComparer.Ordinal)
                .Select(option => new WrongOption(option.Key, option.Value, $"severities are {SeverityKeys.Words}")),
        ];
        _weights = YamlRules.All.ToDictionary(rule => rule, Weight);
    }

    /// <summary>The rules' options.</summary>
    public RuleOptions Options { get; }

    /// <summary>What the configuration says that says nothing.</summary>
    public IReadOnlyList<WrongOption> Wrong { get; }

    /// <summary>How much a rule weighs; <see cref="Severity.Off"/> where it is not told.</summary>
    public Severity SeverityOf(RuleInfo rule) => _weights[rule];

    // As the compiler has it: what is said of a rule goes before what is said of its family, and that does not switch on what is off by default.
    private Severity Weight(RuleInfo rule)
    {
        if (YamlRules.IsAlwaysError(rule))
        {
            return Severity.Error;
        }

        if (!_settings.Selection.Contains(rule))
        {
            return Severity.Off;
        }

        return OfRule(rule) ?? (rule.Severity != Severity.Off ? Configured(SeverityKeys.OfCategory(rule)) ?? Configured(SeverityKeys.OfAll) ?? rule.Severity
            : _settings.Selection.Names(rule) ? Severity.Warning
            : Severity.Off);
    }

    private Severity? OfRule(RuleInfo rule) =>
        _settings.Overrides.Find(SeverityKeys.Of(rule)) is { } text ? Read(text)
        : _severities.TryGetValue(rule.Id, out var severity) ? severity switch
        {
            ReportDiagnostic.Error => Severity.Error,
            ReportDiagnostic.Warn => Severity.Warning,
            ReportDiagnostic.Info => Severity.Info,
            ReportDiagnostic.Hidden or ReportDiagnostic.Suppress => Severity.Off,
            _ => null,
        }
        : null;

    private Severity? Configured(string key) => (_settings.Overrides.Find(key) ?? _options.GetValueOrDefault(key)) is { } text ? Read(text) : null;

    private static Severity? Read(string text) => SeverityKeys.TryParse(text, out var severity) ? severity : null;
}
