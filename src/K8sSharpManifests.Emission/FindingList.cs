using System.Reflection;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission.Secrets;

namespace K8sSharpManifests.Emission;

/// <summary>What is found in a run, with the severities that the project wants.</summary>
/// <param name="options">The options of the run.</param>
/// <param name="observer">Is told of each finding as it comes.</param>
internal sealed class FindingList(EmissionOptions options, IEmissionObserver? observer)
{
    private const string NotShown = "whose message is not shown, because a secret was read";

    private readonly List<EmissionFinding> _findings = [];
    private readonly HashSet<Exception> _thrown = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly HashSet<EmissionFinding> _reported = [];
    private readonly HashSet<string> _notEvaluated = new(StringComparer.Ordinal);
    private readonly SeverityPolicy _severities = new(options);

    /// <summary>What findings must not tell.</summary>
    public RunSecrets Secrets { get; } = new(options.Secrets);

    /// <summary>Whether an error was found.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>What was found so far, suggestions too.</summary>
    public IReadOnlyList<EmissionFinding> Findings => _findings;

    /// <summary>An error that belongs to no member.</summary>
    public void Error(EmissionRule rule, string text) => Add(Make(rule, null, text));

    /// <summary>An error at a member.</summary>
    public void ErrorAt(EmissionRule rule, CatalogEntry entry, string text) => Add(Make(rule, entry, $"{entry.Member} {text}"));

    /// <summary>An error at a member whose object has no form in YAML.</summary>
    public void CannotBeWritten(CatalogEntry entry, Exception reason) =>
        ErrorAt(EmissionRule.CannotBeEmitted, entry, $"gives an object that cannot be written: {(Secrets.IsReader(entry) ? $"{reason.GetType().Name}, {NotShown}" : reason.Message)}");

    /// <summary>A warning that belongs to no member.</summary>
    public void Warning(EmissionRule rule, string text) => Report(new(rule.Id, Severity.Warning, null, new(1, 1), text));

    /// <summary>A warning about a file of the output.</summary>
    public void Warning(EmissionRule rule, string file, string text) => Report(new(rule.Id, Severity.Warning, file, new(1, 1), text));

    /// <summary>An error in a file of the output.</summary>
    public void Error(EmissionRule rule, string file, int line, string text) => Add(new(rule.Id, Severity.Error, file, new(line, 1), text));

    /// <summary>The user's code threw. A static constructor that fails takes down every member of its type: that is one error, not many.</summary>
    public void Threw(CatalogEntry? entry, Exception exception)
    {
        var cause = exception;
        while (cause is TargetInvocationException or TypeInitializationException && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        // One that is not given is missed by all who ask for it.
        var isRepeated = cause switch { ManifestValueException missed => !_values.Add(missed.Name), ManifestSecretException missed => !_secrets.Add(missed.Name), _ => false };
        if (!_thrown.Add(cause) || isRepeated)
        {
            return;
        }

        // What a reader of secrets throws can hold one in any form, unless the text is ours; and so can what another one throws, who has one from a field where it was kept.
        var isShown = (cause is ManifestValueException or ManifestSecretException && cause.TargetSite?.Module.Assembly == typeof(ManifestContext).Assembly)
            || (!(entry is not null && Secrets.IsReader(entry)) && !Secrets.IsPartIn(exception));
        var message = isShown ? $": {cause.Message}" : $", {NotShown}";

        var thrown = new ThrownException(cause, options.AssemblyName);
        var name = NameOf(entry);
        var error = cause is ManifestValueException value && isShown ? Make(EmissionRule.ValueMissing, entry, $"{name} asks for a value{message}: {WayToGive(value.Name)}")
            : cause is ManifestSecretException secret && isShown ? Make(EmissionRule.SecretMissing, entry, $"{name} asks for a secret{message}: {WayToGiveSecret(secret.Name)}")
            : cause is UnknownContainerException && isShown ? Make(EmissionRule.ContainerImage, entry, $"{name} asks for a container's image, and {cause.Message}")
            : !thrown.IsOfQuantity ? Make(EmissionRule.MemberThrew, entry, $"{name} threw {cause.GetType().Name}{message}")
            : !isShown ? Make(EmissionRule.InvalidQuantity, entry, $"A text is no quantity{message} (in {name})")
            : cause.TargetSite?.DeclaringType == typeof(K8s) ? Make(EmissionRule.InvalidQuantity, entry, $"{cause.Message} (in {name})")
            : Make(EmissionRule.InvalidQuantity, entry, $"A text is no quantity, and K8s.ParseQuantity would say which: {cause.Message} (in {name})");
        Add(thrown.Place is var (file, place) ? error with { File = Relative(file, entry), Place = place }
            : thrown.Method is { } method && method != entry?.Member ? error with { Text = $"{error.Text} (in {method})" }
            : error);
        observer?.Threw(Secrets.Describe(exception, isShown));
    }

    /// <summary>A warning at a member.</summary>
    public void WarningAt(EmissionRule rule, CatalogEntry entry, string text) => Report(new(rule.Id, Severity.Warning, entry.File, PlaceOf(entry), $"{entry.Member} {text}"));

    /// <summary>What a rule has found: once, however many objects of the member share the place.</summary>
    public void Finding(string id, Severity severity, CatalogEntry entry, SourcePlace? place, string text) =>
        Report(new(id, severity, entry.File, place ?? PlaceOf(entry), text));

    /// <summary>An error in a file that is read.</summary>
    public void ErrorInFile(string id, string file, SourcePlace place, string text) => Add(new(id, Severity.Error, file, place, text));

    /// <summary>What is wrong in a file that is read.</summary>
    public void FindingInFile(string id, Severity severity, string file, SourcePlace place, string text, bool isAlwaysError = false)
    {
        if (isAlwaysError)
        {
            ErrorInFile(id, file, place, text);
        }
        else
        {
            Report(new(id, severity, file, place, text));
        }
    }

    /// <summary>What is wrong with the user's configuration.</summary>
    public void Problem(CatalogProblem problem) => Report(new(
        problem.Id,
        MemberHandover.SeverityOf(problem.Severity) ?? Severity.Warning,
        problem.File.Length == 0 ? null : problem.File,
        new(problem.Line, problem.Column),
        problem.Text));

    /// <summary>Says which rule in CEL is left to the API server; from any thread.</summary>
    public void NotEvaluated(string text)
    {
        lock (_notEvaluated)
        {
            if (_notEvaluated.Add(text))
            {
                observer?.NotEvaluated(text);
            }
        }
    }

    /// <summary>Says what stands in the way of a proof.</summary>
    public void NotProved(CatalogEntry entry, string reason) => observer?.NotProved(entry, reason);

    /// <summary>An error, at a member where there is one.</summary>
    public static EmissionFinding Make(EmissionRule rule, CatalogEntry? entry, string text) =>
        new(rule.Id, Severity.Error, entry?.File, entry is null ? new(1, 1) : PlaceOf(entry), text);

    /// <summary>What a message calls a member.</summary>
    public static string NameOf(CatalogEntry? entry) => entry?.Member ?? "Loading the assembly";

    /// <summary>Where a member is.</summary>
    public static SourcePlace PlaceOf(CatalogEntry entry) => new(entry.Line, entry.Column);

    private string WayToGive(string value)
    {
        var property = $"-p:ManifestValues={value}=… (of several, with %3B between them)";
        var way = options.Assembly is not null ? "pass it in the values of ManifestSet.Of"
            : options.Values.ContainsKey(value) ? $"set what its Value in the project is made of, or build with {property}"
            : $"add <ManifestValue Include=\"{value}\" Value=\"…\" /> to the project, or build with {property}";
        return way + (Spelling.Nearest(value, [.. options.Values.Keys.Where(key => key != value)]) is { } near ? $"; '{near}' is given: did you mean that?" : "");
    }

    private string WayToGiveSecret(string secret) => options.Assembly is not null ? "pass it in the secrets of ManifestSet.Of"
        : $"set the environment variable {ManifestSecrets.VariableOf(secret)}, or run 'dotnet user-secrets set \"{secret}\" \"…\"' in the project's folder{(options.UserSecretsId.Length == 0 ? " after 'dotnet user-secrets init'" : "")}";

    private void Report(EmissionFinding finding)
    {
        finding = finding with { Severity = _severities.Apply(finding.Id, finding.Severity) };
        if (finding.Severity != Severity.Off && _reported.Add(finding))
        {
            Add(finding);
        }
    }

    private void Add(EmissionFinding finding)
    {
        finding = finding with { Text = Secrets.Redact(finding.Text) };
        HasErrors |= finding.Severity == Severity.Error;
        _findings.Add(finding);
        observer?.Found(finding);
    }

    // As the catalog names files. In a test the project's folder is not known, and a file that is not of the project stays absolute anyway.
    private string Relative(string file, CatalogEntry? entry) =>
        Path.GetRelativePath(options.ProjectFolder, file) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative
        : entry is not null && file.EndsWith(Path.DirectorySeparatorChar + entry.File, StringComparison.Ordinal) ? entry.File : file;
}
