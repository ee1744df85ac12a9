using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Host;

/// <summary>What the compiler has handed over of a member, read from the catalog's texts.</summary>
/// <param name="entry">The member.</param>
internal sealed class MemberHandover(CatalogEntry entry)
{
    private readonly HashSet<string> _reported = [.. entry.Reported];
    private readonly Dictionary<(SourcePlace?, string), string> _severities = entry.Severities.ToDictionary(Key, text => text[(text.LastIndexOf(' ') + 1)..]);

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
        var text = _severities.GetValueOrDefault((place, rule.Id)) ?? _severities.GetValueOrDefault((null, rule.Id));
        return text switch
        {
            "none" => Severity.Off,
            "info" => Severity.Info,
            "warning" => Severity.Warning,
            "error" => Severity.Error,
            _ => rule.Severity,
        };
    }

    private static (SourcePlace? Place, string Id) Key(string text)
    {
        var parts = text.Split(' ');
        return parts.Length == 3 ? (SourcePlace.Parse(parts[0]), parts[1]) : (null, parts[0]);
    }

    // Values that say nothing sensible are the compiler's to report: it knows the file that they are in.
    private static RuleOptions Parse(IReadOnlyList<string> options)
    {
        var values = options.Select(o => o.Split('=', 2)).ToDictionary(o => o[0], o => o[1]);
        return RuleOptions.Parse(values.GetValueOrDefault, out _);
    }
}
