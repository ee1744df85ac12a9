using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Emission;

/// <summary>What the compiler has handed over of a member, read from the catalog's texts.</summary>
/// <param name="entry">The member.</param>
internal sealed class MemberHandover(CatalogEntry entry)
{
    private readonly HashSet<string> _reported = [.. entry.Reported];
    private readonly Dictionary<string, string> _severities = Severities(entry.Severities);

    /// <summary>The options of the rules.</summary>
    public RuleOptions Options { get; } = entry.Options.Count == 0 ? RuleOptions.Default : Parse(entry.Options);

    /// <summary>What the compiler knows of an object; null where none of its objects is certainly this one.</summary>
    public CatalogObject? Match(EmittedObject emitted, IReadOnlyList<EmittedObject> all)
    {
        var (kind, name) = (emitted.Identity.Kind, emitted.Identity.Name);
        foreach (var known in entry.Objects)
        {
            var isSame = (known.Kind.Length == 0 || known.Kind == kind) && (known.Name.Length == 0 || known.Name == name);
            if (isSame && (known.Index >= 0 ? known.Index == emitted.Index : all.Count(o => o.Identity.Kind == kind && o.Identity.Name == name) == 1))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>Whether the compiler has said just this somewhere in the member.</summary>
    public bool IsReported(Finding finding) => _reported.Contains($"{finding.Info.Id} {finding.Message}");

    /// <summary>What the source wants a finding to weigh.</summary>
    public Severity SeverityOf(RuleInfo rule, SourcePlace? place)
    {
        var atPlace = place is null ? null : _severities.GetValueOrDefault(FormattableString.Invariant($"{place.Line},{place.Column} {rule.Id}"));
        return SeverityOf(atPlace ?? _severities.GetValueOrDefault(rule.Id)) ?? rule.Severity;
    }

    /// <summary>A severity that the catalog names; null for "default".</summary>
    public static Severity? SeverityOf(string? name) => name switch
    {
        "none" => Severity.Off,
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        "error" => Severity.Error,
        _ => null,
    };

    // By "12,5 K8S106" or "K8S106".
    private static Dictionary<string, string> Severities(IReadOnlyList<string> texts)
    {
        var severities = new Dictionary<string, string>();
        foreach (var text in texts)
        {
            var blank = text.LastIndexOf(' ');
            severities.Add(text[..blank], text[(blank + 1)..]);
        }

        return severities;
    }

    // Values that say nothing sensible are the compiler's to report: it knows the file that they are in.
    private static RuleOptions Parse(IReadOnlyList<string> options)
    {
        var values = options.Select(o => o.Split('=', 2)).ToDictionary(o => o[0], o => o[1]);
        return RuleOptions.Parse(values.GetValueOrDefault, out _);
    }
}
