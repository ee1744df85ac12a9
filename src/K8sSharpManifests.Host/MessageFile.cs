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
    private const string PleaseReport = "Nothing was written. This is a fault of K8sSharpManifests and not of your manifests: please report it.";

    private readonly List<HostMessage> _messages = [];
    private readonly HashSet<Exception> _reported = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<HostMessage> _findings = [];
    private readonly HostOptions _options;
    private readonly SeverityPolicy _severities;
    private readonly Stream _file;
    private readonly Lock _turn = new();
    private Stream? _log;
    private CatalogEntry? _running;

    /// <summary>Tells the build, and logs to the standard output.</summary>
    public MessageFile(HostOptions options)
        : this(options, new FileStream(options.MessagesFile, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0), null)
    {
    }

    /// <summary>Tells whoever asks for the messages.</summary>
    public MessageFile(HostOptions options, Stream file, Stream? log)
    {
        _options = options;
        _severities = new(options);
        _file = file;
        _log = log;
    }

    public bool HasErrors { get; private set; }

    /// <summary>What was said so far.</summary>
    public IReadOnlyList<HostMessage> Messages => _messages;

    /// <summary>How often it was said which member runs.</summary>
    public int Runs { get; private set; }

    /// <summary>Says which member runs from now on; null while the assembly is loaded.</summary>
    public void SetCrashMessage(CatalogEntry? entry)
    {
        lock (_turn)
        {
            _running = entry;
            Runs++;
            Write(Line(Message(HostRule.ProcessEnded, entry, $"{Name(entry)} ended the process that makes the manifests: "
                + "look there for Environment.Exit and for endless recursion; 'dotnet build -v:detailed' shows what was printed")));
        }
    }

    /// <summary>Says that no member runs any more: what happens from now on is nobody's fault but ours.</summary>
    public void SetCrashMessageOfOwnWork()
    {
        lock (_turn)
        {
            _running = null;
            Runs++;
            Write(Line(Message(HostRule.InternalError, null, $"The process that makes the manifests ended while it judged and wrote them. {PleaseReport}")));
        }
    }

    /// <summary>An exception of our own.</summary>
    public void Failed(Exception exception)
    {
        Log(exception + "\n");
        Error(HostRule.InternalError, $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")} 'dotnet build -v:detailed' shows where. {PleaseReport}");
    }

    /// <summary>Says at once that a member has been running for long: to the standard error, which the build shows as it comes.</summary>
    public void RunsLong(TimeSpan time, TimeSpan limit)
    {
        var end = limit > TimeSpan.Zero ? $"; ManifestTimeout ends it after {limit.TotalSeconds:0} s" : "";
        using var error = Console.OpenStandardError();
        error.Write(Encoding.UTF8.GetBytes($"{Name(_running)} has been running for {time.TotalSeconds:0} s{end}\n"));
    }

    /// <summary>Says in the end that a member has been running for too long.</summary>
    /// <param name="run">The one that <see cref="Runs"/> counted.</param>
    /// <param name="limit">How long it may.</param>
    /// <returns>Whether it still runs, so that the process shall end.</returns>
    public bool RunsTooLong(int run, TimeSpan limit)
    {
        lock (_turn)
        {
            if (Runs == run)
            {
                Add(Message(HostRule.ProcessEnded, _running, $"{Name(_running)} has been running for {limit.TotalSeconds:0} s and was ended: look there for a loop without an end, or raise ManifestTimeout"));
                Write(string.Concat(_messages.Select(Line)));
            }

            return Runs == run;
        }
    }

    /// <summary>An error that belongs to no member.</summary>
    public void Error(HostRule rule, string text) => Add(Message(rule, null, text));

    /// <summary>An error at a member.</summary>
    public void Error(HostRule rule, CatalogEntry entry, string text) => Add(Message(rule, entry, $"{entry.Member} {text}"));

    /// <summary>An error at a member whose object has no form in YAML.</summary>
    public void CannotBeWritten(CatalogEntry entry, Exception reason) =>
        Error(HostRule.CannotBeEmitted, entry, $"gives an object that cannot be written: {reason.Message}");

    /// <summary>A warning about a file of the output.</summary>
    public void Warning(HostRule rule, string file, string text) => Report(new(rule.Id, Severity.Warning, file, new(1, 1), text));

    /// <summary>An error in a file of the output.</summary>
    public void Error(HostRule rule, string file, int line, string text) => Add(new(rule.Id, Severity.Error, file, new(line, 1), text));

    /// <summary>The user's code threw. A static constructor that fails takes down every member of its type: that is one error, not many.</summary>
    public void Threw(CatalogEntry? entry, Exception exception)
    {
        var cause = exception;
        while (cause is TargetInvocationException or TypeInitializationException && cause.InnerException is { } inner)
        {
            cause = inner;
        }

        if (!_reported.Add(cause))
        {
            return;
        }

        var thrown = new ThrownException(cause, _options.AssemblyName);
        var message = !thrown.IsOfQuantity ? Message(HostRule.MemberThrew, entry, $"{Name(entry)} threw {cause.GetType().Name}: {cause.Message}")
            : cause.TargetSite?.DeclaringType == typeof(K8s) ? Message(HostRule.InvalidQuantity, entry, $"{cause.Message} (in {Name(entry)})")
            : Message(HostRule.InvalidQuantity, entry, $"A text is no quantity, and K8s.ParseQuantity would say which: {cause.Message} (in {Name(entry)})");
        Add(thrown.Place is var (file, place) ? message with { File = Relative(file, entry), Place = place }
            : thrown.Method is { } method && method != entry?.Member ? message with { Text = $"{message.Text} (in {method})" }
            : message);
        Log(exception + "\n");
    }

    /// <summary>A warning at a member.</summary>
    public void Warning(HostRule rule, CatalogEntry entry, string text) => Report(new(rule.Id, Severity.Warning, entry.File, Place(entry), $"{entry.Member} {text}"));

    /// <summary>What a rule has found: once, however many objects of the member share the place.</summary>
    public void Finding(string id, Severity severity, CatalogEntry entry, SourcePlace? place, string text) =>
        Report(new(id, severity, entry.File, place ?? Place(entry), text));

    /// <summary>What is wrong with the user's configuration.</summary>
    public void Problem(CatalogProblem problem) => Report(new(
        problem.Id,
        MemberHandover.SeverityOf(problem.Severity) ?? Severity.Warning,
        problem.File.Length == 0 ? null : problem.File,
        new(problem.Line, problem.Column),
        problem.Text));

    /// <summary>Says what stands in the way of a proof, in a log that is detailed.</summary>
    public void NotProved(CatalogEntry entry, string reason) => Log($"{At(entry.File, Place(entry))}: {entry.Member} is not proved at compile time: {reason}\n");

    /// <summary>Replaces the announcement by what is really to be said.</summary>
    public void Finish()
    {
        Write(string.Concat(_messages.Select(Line)));
        _file.Dispose();
    }

    // A suggestion goes to the log, as the compiler's do.
    private void Report(HostMessage message)
    {
        message = message with { Severity = _severities.Apply(message.Id, message.Severity) };
        if (message.Severity == Severity.Off || !_findings.Add(message))
        {
            return;
        }

        if (message.Severity == Severity.Info)
        {
            Log(Line(message));
            return;
        }

        HasErrors |= message.Severity == Severity.Error;
        _messages.Add(message);
    }

    private static string Name(CatalogEntry? entry) => entry?.Member ?? "Loading the assembly";

    private void Add(HostMessage error)
    {
        HasErrors = true;
        _messages.Add(error);
    }

    private void Log(string text)
    {
        // Most runs have nothing to log, and then do not load the console.
        _log ??= Console.OpenStandardOutput();
        _log.Write(Encoding.UTF8.GetBytes(text));
        _log.Flush();
    }

    private static HostMessage Message(HostRule rule, CatalogEntry? entry, string text) =>
        new(rule.Id, Severity.Error, entry?.File, entry is null ? new(1, 1) : Place(entry), text);

    private static SourcePlace Place(CatalogEntry entry) => new(entry.Line, entry.Column);

    private string At(string file, SourcePlace place) => FormattableString.Invariant($"{Path.GetFullPath(file, _options.ProjectFolder)}({place.Line},{place.Column})");

    // As the catalog names files. In a test the project's folder is not known, and a file that is not of the project stays absolute anyway.
    private string Relative(string file, CatalogEntry? entry) =>
        Path.GetRelativePath(_options.ProjectFolder, file) is var relative && !relative.StartsWith("..", StringComparison.Ordinal) ? relative
        : entry is not null && file.EndsWith(Path.DirectorySeparatorChar + entry.File, StringComparison.Ordinal) ? entry.File : file;

    // As the compiler writes them, with the link at the end.
    private string Line(HostMessage message)
    {
        var place = message.File is null ? _options.Project + " " : At(message.File, message.Place);
        var severity = message.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
        return $"{place}: {severity} {message.Id}: {Folded(message.Text)} ({RuleInfo.PageOf(message.Id)})\n";
    }

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

/// <summary>What the host has to say.</summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Severity">What it weighs.</param>
/// <param name="File">The file, relative to the project's folder or absolute; null for the project itself.</param>
/// <param name="Place">The place in the file.</param>
/// <param name="Text">What it says.</param>
internal sealed record HostMessage(string Id, Severity Severity, string? File, SourcePlace Place, string Text);
