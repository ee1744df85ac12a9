using System.Reflection;
using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Host;

/// <summary>
/// What the host tells the build, in a file: lines of the form that MSBuild takes for errors and warnings. Until <see cref="Finish"/> the file holds
/// the one error that is true should the process end here, since nobody could write it afterwards.
/// </summary>
internal sealed class MessageFile
{
    private readonly StringBuilder _lines = new();
    private readonly HashSet<Exception> _reported = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _findings = [];
    private readonly HostOptions _options;
    private readonly SeverityPolicy _severities;
    private readonly FileStream _file;
    private Stream? _log;

    public MessageFile(HostOptions options)
    {
        _options = options;
        _severities = new(options);
        _file = new(options.MessagesFile, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public bool HasErrors { get; private set; }

    /// <summary>Says which member runs from now on; null while the assembly is loaded.</summary>
    public void Announce(CatalogEntry? entry) => Write(Line(HostRule.ProcessEnded, entry, $"{Name(entry)} ended the process that makes the manifests: "
        + "look there for Environment.Exit and for endless recursion; 'dotnet build -v:detailed' shows what was printed"));

    /// <summary>An error that belongs to no member.</summary>
    public void Error(HostRule rule, string text) => Add(Line(rule, null, text));

    /// <summary>An error at a member.</summary>
    public void Error(HostRule rule, CatalogEntry entry, string text) => Add(Line(rule, entry, $"{entry.Member} {text}"));

    /// <summary>An error at a member whose object has no form in YAML.</summary>
    public void CannotBeWritten(CatalogEntry entry, Exception reason) =>
        Error(HostRule.CannotBeEmitted, entry, $"gives an object that cannot be written: {reason.Message}");

    /// <summary>An error in a file of the output.</summary>
    public void Error(HostRule rule, string file, int line, string text) => Add(Line(rule.Id, Severity.Error, FormattableString.Invariant($"{file}({line},1)"), text));

    /// <summary>The user's code threw. A static constructor that fails takes down every member of its type: that is one error, not many.</summary>
    public void Threw(CatalogEntry? entry, Exception exception)
    {
        var cause = exception;
        while (cause is TargetInvocationException or TypeInitializationException && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        if (_reported.Add(cause))
        {
            Add(Line(HostRule.MemberThrew, entry, $"{Name(entry)} threw {cause.GetType().Name}: {cause.Message}"));
            Log(exception + "\n");
        }
    }

    /// <summary>A warning at a member.</summary>
    public void Warning(HostRule rule, CatalogEntry entry, string text) => Report(rule.Id, Severity.Warning, Place(entry), $"{entry.Member} {text}");

    /// <summary>What a rule has found: once, however many objects of the member share the place.</summary>
    public void Finding(string id, Severity severity, CatalogEntry entry, SourcePlace? place, string text) =>
        Report(id, severity, place is null ? Place(entry) : Place(entry, place), text);

    /// <summary>What is wrong with the user's configuration.</summary>
    public void Problem(CatalogProblem problem) => Report(
        problem.Id,
        MemberHandover.SeverityOf(problem.Severity) ?? Severity.Warning,
        problem.File.Length == 0 ? _options.Project + " " : Place(problem.File, new(problem.Line, problem.Column)),
        problem.Text);

    /// <summary>Replaces the announcement by what is really to be said.</summary>
    public void Finish()
    {
        Write(_lines.ToString());
        _file.Dispose();
    }

    // A suggestion goes to the log, as the compiler's do.
    private void Report(string id, Severity severity, string place, string text)
    {
        severity = _severities.Apply(id, severity);
        if (severity == Severity.Off)
        {
            return;
        }

        var line = Line(id, severity, place, text);
        if (!_findings.Add(line))
        {
            return;
        }

        if (severity == Severity.Info)
        {
            Log(line);
            return;
        }

        HasErrors |= severity == Severity.Error;
        _lines.Append(line);
    }

    private static string Name(CatalogEntry? entry) => entry?.Member ?? "Loading the assembly";

    private void Add(string line)
    {
        HasErrors = true;
        _lines.Append(line);
    }

    /// <summary>Says something that a detailed log of the build shows.</summary>
    public void Log(string text)
    {
        // Most runs have nothing to log, and then do not load the console.
        _log ??= Console.OpenStandardError();
        _log.Write(Encoding.UTF8.GetBytes(text));
        _log.Flush();
    }

    private string Line(HostRule rule, CatalogEntry? entry, string text) =>
        Line(rule.Id, Severity.Error, entry is null ? _options.Project + " " : Place(entry), text);

    /// <summary>Where a member is.</summary>
    public string Place(CatalogEntry entry) => Place(entry, new(entry.Line, entry.Column));

    private string Place(CatalogEntry entry, SourcePlace place) => Place(entry.File, place);

    private string Place(string file, SourcePlace place) =>
        FormattableString.Invariant($"{Path.GetFullPath(file, _options.ProjectFolder)}({place.Line},{place.Column})");

    private static string Line(string id, Severity severity, string place, string text) =>
        $"{place}: {severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" }} {id}: {Folded(text)}\n";

    // The build reads lines, so that a message must be one.
    private static string Folded(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsControl(c) && c is not ('\u2028' or '\u2029'))
            {
                line.Append(c);
            }
            else if (line is not [.., ' '])
            {
                line.Append(' ');
            }
        }

        return line.ToString().Trim();
    }

    private void Write(string text)
    {
        // In this order the file is never empty.
        var bytes = Encoding.UTF8.GetBytes(text);
        _file.Position = 0;
        _file.Write(bytes);
        _file.SetLength(bytes.Length);
    }
}
