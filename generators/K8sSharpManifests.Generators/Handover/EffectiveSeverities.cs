using System.Globalization;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Generators;

/// <summary>
/// What the user's sources and configuration make of the rules' severities at a place. The compiler itself is asked, so that .editorconfig, .globalconfig, rule
/// sets, pragmas and [SuppressMessage] count here as they do for analyzers.
/// </summary>
internal sealed class EffectiveSeverities
{
    private readonly Compilation _compilation;
    private readonly Func<SyntaxTree, AnalyzerConfigOptions> _options;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<(Location Place, string Id), string> _answers = [];

    // What counts in all of a file is asked of one place for all.
    private readonly Dictionary<SyntaxTree, Location?> _filePlaces = [];
    private readonly bool _mayBeSuppressedAnywhere;

    public EffectiveSeverities(Compilation compilation, Func<SyntaxTree, AnalyzerConfigOptions> options, CancellationToken cancellationToken)
    {
        _compilation = Base(compilation);
        _options = options;
        _cancellationToken = cancellationToken;
        _mayBeSuppressedAnywhere = compilation.SyntaxTrees.Any(tree => Suppressions.ReachOtherFiles(tree, cancellationToken));
    }

    /// <summary>The compilation without TreatWarningsAsErrors: the build knows that, and may run again with another value when the compiler does not.</summary>
    public static Compilation Base(Compilation compilation) => compilation.Options.GeneralDiagnosticOption == ReportDiagnostic.Default
        ? compilation
        : compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));

    /// <summary>A place as the catalog writes it.</summary>
    public static string Place(Location location)
    {
        var start = location.GetLineSpan().StartLinePosition;
        return string.Format(CultureInfo.InvariantCulture, "{0},{1}", start.Line + 1, start.Character + 1);
    }

    /// <summary>Asks about rules at places, all in one go: each question on its own would read the suppressions of the whole compilation anew.</summary>
    public void Ask(IEnumerable<(Location Place, RuleInfo Rule)> questions)
    {
        var diagnostics = new List<Diagnostic>();
        foreach (var (asked, rule) in questions)
        {
            var place = Asked(asked);
            if (_answers.ContainsKey((place, rule.Id)))
            {
                continue;
            }

            _answers.Add((place, rule.Id), "none");
            if (Diagnostic(rule, place) is { } diagnostic)
            {
                diagnostics.Add(diagnostic);
            }
        }

        foreach (var diagnostic in CompilationWithAnalyzers.GetEffectiveDiagnostics(diagnostics, _compilation))
        {
            _answers[(diagnostic.Location, diagnostic.Id)] = diagnostic.IsSuppressed ? "none" : Text(diagnostic.Severity);
        }
    }

    /// <summary>The severities at a member that are not the rules' own, then those at its places that are not the member's. All of it has been asked about.</summary>
    public IEnumerable<string> Of(Location member, IEnumerable<Location> places, IReadOnlyList<RuleInfo> rules)
    {
        var texts = new List<string>(rules.Where(r => At(member, r) != Own(r)).Select(r => $"{r.Id} {At(member, r)}"));
        foreach (var place in places.Where(place => Asked(place) != Asked(member)).Distinct())
        {
            texts.AddRange(rules
                .Where(r => At(place, r) != At(member, r))
                .Select(r => $"{Place(place)} {r.Id} {(At(place, r) == Own(r) ? "default" : At(place, r))}"));
        }

        return texts.Distinct();
    }

    /// <summary>The severity at a place that has been asked about.</summary>
    public string At(Location place, RuleInfo rule) => _answers[(Asked(place), rule.Id)];

    // Only where something may be suppressed it is not the same in all of a file.
    private Location Asked(Location place)
    {
        var tree = place.SourceTree!;
        if (!_filePlaces.TryGetValue(tree, out var ofFile))
        {
            ofFile = _mayBeSuppressedAnywhere || Suppressions.MayBeIn(tree, _cancellationToken) ? null : tree.GetLocation(default);
            _filePlaces.Add(tree, ofFile);
        }

        return ofFile ?? place;
    }

    private Diagnostic? Diagnostic(RuleInfo rule, Location location)
    {
        var own = rule.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Info => DiagnosticSeverity.Info,
            _ => DiagnosticSeverity.Warning,
        };
        return SeverityOfAll(rule, location.SourceTree!, own) is not { } severity ? null : Microsoft.CodeAnalysis.Diagnostic.Create(
            rule.Id, rule.Category, "", severity, own, isEnabledByDefault: rule.Severity != Severity.Off, warningLevel: severity == DiagnosticSeverity.Error ? 0 : 1,
            location: location);
    }

    // What is said of all analyzers, or of all of a category, counts where nothing is said of the rule. The driver of the analyzers sees to that, not the compiler.
    private DiagnosticSeverity? SeverityOfAll(RuleInfo rule, SyntaxTree tree, DiagnosticSeverity own)
    {
        var configured = _compilation.Options.SyntaxTreeOptionsProvider;
        var isSpecified = _compilation.Options.SpecificDiagnosticOptions.ContainsKey(rule.Id)
            || configured?.TryGetDiagnosticValue(tree, rule.Id, _cancellationToken, out _) == true
            || configured?.TryGetGlobalDiagnosticValue(rule.Id, _cancellationToken, out _) == true;
        if (isSpecified || rule.Severity == Severity.Off)
        {
            return own;
        }

        var options = _options(tree);
        return options.TryGetValue("dotnet_analyzer_diagnostic.category-" + rule.Category + ".severity", out var text)
            || options.TryGetValue("dotnet_analyzer_diagnostic.severity", out text)
            ? text.ToLowerInvariant() switch
            {
                "error" => DiagnosticSeverity.Error,
                "warning" => DiagnosticSeverity.Warning,
                "suggestion" => DiagnosticSeverity.Info,
                "silent" or "refactoring" => DiagnosticSeverity.Hidden,
                "none" => null,
                _ => own,
            }
            : own;
    }

    private static string Own(RuleInfo rule) => rule.Severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => "none",
    };

    /// <summary>A severity as the catalog writes it.</summary>
    public static string Text(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "info",
        _ => "none",
    };
}
