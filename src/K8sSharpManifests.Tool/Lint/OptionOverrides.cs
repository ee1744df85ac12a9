using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>Lines of configuration that were given on the command line: they hold for all files, before what the files' own configuration says.</summary>
internal sealed class OptionOverrides
{
    private const string TargetVersion = "k8s_target_version";

    private readonly Dictionary<string, string> _values;

    private OptionOverrides(Dictionary<string, string> values) => _values = values;

    /// <summary>None.</summary>
    public static OptionOverrides None { get; } = new([]);

    /// <summary>Reads what the options say.</summary>
    /// <param name="options">The values of <c>--option</c>.</param>
    /// <param name="targetVersion">The value of <c>--target-version</c>.</param>
    /// <param name="problems">Takes what says nothing.</param>
    /// <returns>The overrides.</returns>
    public static OptionOverrides Parse(IReadOnlyList<string> options, string? targetVersion, List<string> problems)
    {
        var values = new Dictionary<string, string>();
        foreach (var text in options)
        {
            var separator = text.IndexOf('=', StringComparison.Ordinal);
            if (separator <= 0)
            {
                problems.Add($"--option: '{text}' is not of the form KEY=VALUE.");
                continue;
            }

            var (key, value) = (text[..separator].Trim().ToLowerInvariant(), text[(separator + 1)..].Trim());
            values[key] = value;
            problems.AddRange(Problems(key, value).Select(problem => $"--option: {problem}"));
        }

        if (targetVersion is not null)
        {
            values[TargetVersion] = targetVersion;
            problems.AddRange(RuleOptions.Check(TargetVersion, targetVersion).Select(wrong => $"--target-version: '{targetVersion}': {wrong.Reason}"));
        }

        return new(values);
    }

    /// <summary>The value of a key; null where none is given.</summary>
    public string? Find(string key) => _values.GetValueOrDefault(key);

    private static IEnumerable<string> Problems(string key, string value) =>
        key.StartsWith("k8s_", StringComparison.Ordinal) ? RuleOptions.Check(key, value).Select(wrong => wrong.Value is null ? $"'{key}': {wrong.Reason}" : $"{key}: '{wrong.Value}': {wrong.Reason}")
        : !SeverityKeys.Contains(key) ? [$"'{key}' is no option{(Spelling.Nearest(key, [.. RuleOptions.Keys, .. SeverityKeys.All]) is { } near ? $": did you mean {near}?" : ": they begin with k8s_, dotnet_diagnostic. or dotnet_analyzer_diagnostic.")}"]
        : SeverityKeys.TryParse(value, out _) ? []
        : [$"{key}: '{value}' is no severity: they are {SeverityKeys.Words}."];
}
