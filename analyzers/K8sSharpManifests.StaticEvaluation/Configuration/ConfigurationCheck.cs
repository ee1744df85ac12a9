using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// K8S909: finds the lines of the user's configuration that say nothing sensible. The analyzer reports them; where no analyzer runs, the generator hands them to
/// the build.
/// </summary>
/// <param name="compilation">The compilation that the configuration is for.</param>
/// <param name="files">The files that the build passes on; among them, by the package's targets, the configuration.</param>
/// <param name="cancellationToken">Ends the search.</param>
public sealed class ConfigurationCheck(Compilation compilation, IEnumerable<AdditionalText> files, CancellationToken cancellationToken)
{
    /// <summary>The rule's id.</summary>
    public const string Id = "K8S909";

    private const string TargetVersionProperty = "ManifestTargetVersion";

    // A drive's letter, and all names where the file system does not tell cases apart, may be written either way.
    private static readonly StringComparison PathComparison = Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    // Most configurations are fine, and then nobody has to read the files to say where.
    private readonly Lazy<IReadOnlyList<ConfigurationFile>> _files = new(() => [.. ConfigurationFile.Read(files, cancellationToken)], LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The rule.</summary>
    public static DiagnosticDescriptor Rule { get; } = new(
        Id,
        "Option says nothing",
        "{0}",
        RuleInfo.CategoryOf(Id),
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RuleInfo.PageOf(Id));

    /// <summary>The rules' options for a file.</summary>
    /// <param name="options">The file's options.</param>
    /// <param name="wrong">Values that say nothing sensible.</param>
    /// <returns>The options.</returns>
    public static RuleOptions Parse(AnalyzerConfigOptions options, out IReadOnlyList<WrongOption> wrong)
    {
        var parsed = RuleOptions.Parse(key => Value(options, key), out wrong);
        if (wrong.Count > 0 && !options.TryGetValue(RuleOptions.TargetVersionKey, out _))
        {
            wrong = [.. wrong.Select(w => w.Key == RuleOptions.TargetVersionKey ? w with { Key = TargetVersionProperty } : w)];
        }

        return parsed;
    }

    /// <summary>The options that are set for a file, as <c>k8s_private_registries=ghcr.io/acme/*</c>.</summary>
    /// <param name="options">All options of the file.</param>
    /// <returns>Ours, in the order of their keys.</returns>
    public static IReadOnlyList<string> Set(AnalyzerConfigOptions options) =>
        [.. RuleOptions.Keys.Select(key => Value(options, key) is { Length: > 0 } value ? key + "=" + value : null).OfType<string>()];

    /// <summary>What is wrong in the files, each at its line.</summary>
    /// <param name="path">The one file that is asked about; null for all.</param>
    /// <returns>The diagnostics, in the order of the files and lines.</returns>
    public IEnumerable<Diagnostic> InFiles(string? path = null) =>
        _files.Value.Where(file => file.Problems.Count > 0 && (path is null || file.Path == path)).SelectMany(InFile);

    /// <summary>What is wrong with options that came another way, so that no line is known.</summary>
    /// <param name="options">The options of a file.</param>
    /// <returns>The diagnostics, without a location.</returns>
    public IEnumerable<Diagnostic> Elsewhere(AnalyzerConfigOptions options)
    {
        Parse(options, out var all);
        return all
            .Where(wrong => !_files.Value.Any(file => file.Problems.Any(problem => problem.Wrong == wrong)))
            .Select(wrong => Diagnostic.Create(Rule, Location.None, wrong));
    }

    // What a file says wins over the project's property.
    private static string? Value(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) || (key == RuleOptions.TargetVersionKey && options.TryGetValue("build_property." + TargetVersionProperty, out value)) ? value : null;

    private IEnumerable<Diagnostic> InFile(ConfigurationFile file)
    {
        if (compilation.SyntaxTrees.FirstOrDefault(tree => Reaches(file, tree)) is not { } tree || SeverityFor(tree) is not { } severity)
        {
            yield break;
        }

        foreach (var (wrong, span) in file.Problems)
        {
            yield return Diagnostic.Create(Rule, Location.Create(file.Path, span, file.Text.Lines.GetLinePositionSpan(span)), severity, null, null, wrong);
        }
    }

    // The build passes on those of all folders above a file, and a root among them shuts out the rest.
    private bool Reaches(ConfigurationFile file, SyntaxTree tree) =>
        file.IsGlobal || (IsAbove(file.Path, tree.FilePath) && !_files.Value.Any(
            other => other.IsRoot && !other.IsGlobal && FolderOf(other.Path).Length > FolderOf(file.Path).Length && IsAbove(other.Path, tree.FilePath)));

    // The compiler asks no section about a place that is not in C#. Where people write severities is nevertheless below [*.cs].
    private DiagnosticSeverity? SeverityFor(SyntaxTree tree)
    {
        var severity = ReportDiagnostic.Default;
        _ = compilation.Options.SyntaxTreeOptionsProvider?.TryGetDiagnosticValue(tree, Id, cancellationToken, out severity);
        return severity switch
        {
            ReportDiagnostic.Error => DiagnosticSeverity.Error,
            ReportDiagnostic.Info => DiagnosticSeverity.Info,
            ReportDiagnostic.Hidden => DiagnosticSeverity.Hidden,
            ReportDiagnostic.Suppress => null,
            _ => DiagnosticSeverity.Warning,
        };
    }

    private static bool IsAbove(string file, string tree) => FolderOf(file) is { Length: > 0 } folder && tree.Replace('\\', '/').StartsWith(folder, PathComparison);

    private static string FolderOf(string file)
    {
        var path = file.Replace('\\', '/');
        return path.Substring(0, path.LastIndexOf('/') + 1);
    }
}
