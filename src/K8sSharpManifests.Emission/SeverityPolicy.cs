using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Emission;

/// <summary>
/// What the project's properties make of a severity, as the compiler does it. MSBuild's own tasks know NoWarn and WarningsAsErrors too, but what
/// MSBuild turns into an error comes too late: the output is written by then.
/// </summary>
/// <param name="options">The properties.</param>
internal sealed class SeverityPolicy(EmissionOptions options)
{
    private readonly HashSet<string> _noWarn = Ids(options.NoWarn);
    private readonly HashSet<string> _warningsAsErrors = Ids(options.WarningsAsErrors);
    private readonly HashSet<string> _warningsNotAsErrors = Ids(options.WarningsNotAsErrors);

    /// <summary>The severity that counts.</summary>
    /// <param name="id">The rule's id.</param>
    /// <param name="severity">What the rule, or the user's source, wants.</param>
    public Severity Apply(string id, Severity severity) => severity switch
    {
        Severity.Off => Severity.Off,
        _ when _noWarn.Contains(id) => Severity.Off,
        Severity.Warning when IsError(id) => Severity.Error,
        _ => severity,
    };

    private bool IsError(string id) => !_warningsNotAsErrors.Contains(id) && (options.TreatWarningsAsErrors || _warningsAsErrors.Contains(id));

    private static HashSet<string> Ids(string list) =>
        new(list.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
