using System.Diagnostics;
using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission;
using K8sSharpManifests.Emission.Secrets;

namespace K8sSharpManifests.Host;

/// <summary>
/// What the host tells the build, in a file: lines of the form that MSBuild takes for errors and warnings. Until <see cref="Finish"/> the file holds
/// the one error that is true should the process end here, since nobody could write it afterwards.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="project">The project file: where errors point that have no better place.</param>
/// <param name="environments">The environments that are emitted: what is found in all of them alike is told once.</param>
/// <param name="output">The folder of their folders, whose files say themselves which environment they are of.</param>
/// <param name="secrets">What no message and no line of the log may tell.</param>
internal sealed class MessageFile(string path, string project, IReadOnlyList<string> environments, string output, RunSecrets secrets) : IEmissionObserver
{
    private const string PleaseReport = "Nothing was written. This is a fault of K8sSharpManifests and not of your manifests: please report it.";

    private readonly List<(EmissionFinding Finding, string Environment)> _messages = [];
    private readonly HashSet<string> _logged = new(StringComparer.Ordinal);
    private readonly string _folder = Path.GetDirectoryName(project)!;
    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly Lock _turn = new();
    private Stream? _log;
    private CatalogEntry? _running;
    private string _environment = "";
    private volatile bool _hasEnded;
    private int _notEvaluated;

    /// <summary>Whether an error is among the messages.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>How often it was said which member runs.</summary>
    public int RunCount { get; private set; }

    /// <summary>Whether no member runs any more.</summary>
    public bool HasEnded => _hasEnded;

    // What runs, for who looks for it in code that runs in several environments.
    private string Running => FindingList.NameOf(_running) + (environments.Count > 1 && _environment.Length > 0 ? EnvironmentNames.Suffix([_environment]) : "");

    /// <inheritdoc/>
    public void For(string environment) => _environment = environment;

    /// <inheritdoc/>
    public void Runs(CatalogEntry? member)
    {
        lock (_turn)
        {
            _running = member;
            RunCount++;
            Write(Line(FindingList.Make(EmissionRule.ProcessEnded, member, $"{Running} ended the process that makes the manifests: "
                + "look there for Environment.Exit and for endless recursion; 'dotnet build -v:detailed' shows what was printed")));
        }
    }

    /// <inheritdoc/>
    public void HasRun()
    {
        lock (_turn)
        {
            // What happens from now on is nobody's fault but ours.
            _hasEnded = true;
            _running = null;
            RunCount++;
            Write(Line(FindingList.Make(EmissionRule.InternalError, null, $"The process that makes the manifests ended while it judged and wrote them. {PleaseReport}")));
        }
    }

    /// <inheritdoc/>
    public void Found(EmissionFinding finding)
    {
        HasErrors |= finding.Severity == Severity.Error;
        _messages.Add((finding, _environment));
    }

    /// <inheritdoc/>
    public void Threw(string text) => Log(text + "\n");

    /// <inheritdoc/>
    public void NotProved(CatalogEntry member, string reason) =>
        LogOnce($"{At(member.File, FindingList.PlaceOf(member))}: {member.Member} is not proved at compile time: {reason}{(member.Environment is { } environment ? EnvironmentNames.Suffix([environment]) : "")}\n");

    /// <inheritdoc/>
    public void NotEvaluated(string text)
    {
        if (_logged.Add(text))
        {
            Log($"{++_notEvaluated}. rule in CEL that is left to the API server: {text}\n");
        }
    }

    /// <summary>An exception of our own. Its message can hold what the objects hold.</summary>
    public void Failed(Exception exception)
    {
        Log(secrets.Describe(exception, hasMessages: !secrets.HasAny) + "\n");
        var message = secrets.HasAny ? ", whose message is not shown, because a secret was read." : $": {exception.Message.ReplaceLineEndings(" ")}";
        Found(FindingList.Make(EmissionRule.InternalError, null, $"{exception.GetType().Name}{message} 'dotnet build -v:detailed' shows where. {PleaseReport}"));
    }

    /// <summary>
    /// An exception that nobody catches, on a thread of the user's. The runtime is about to print all of it, and to end the process: where a secret was read, the process ends before that.
    /// </summary>
    public void Crashed(Exception exception)
    {
        if (secrets.HasAny)
        {
            using var error = Console.OpenStandardError();
            error.Write(Encoding.UTF8.GetBytes($"Unhandled exception. {secrets.Describe(exception, hasMessages: false)}\n"));
            error.Flush();
            Process.GetCurrentProcess().Kill();
        }
    }

    /// <summary>Says at once that a member has been running for long: to the standard error, which the build shows as it comes.</summary>
    public void RunsLong(TimeSpan time, TimeSpan limit)
    {
        var end = limit > TimeSpan.Zero ? $"; ManifestTimeout ends it after {limit.TotalSeconds:0} s" : "";
        using var error = Console.OpenStandardError();
        error.Write(Encoding.UTF8.GetBytes($"{Running} has been running for {time.TotalSeconds:0} s{end}\n"));
    }

    /// <summary>Says in the end that a member has been running for too long.</summary>
    /// <param name="run">The one that <see cref="RunCount"/> counted.</param>
    /// <param name="limit">How long it may.</param>
    /// <returns>Whether it still runs, so that the process shall end.</returns>
    public bool RunsTooLong(int run, TimeSpan limit)
    {
        lock (_turn)
        {
            if (RunCount == run)
            {
                Found(FindingList.Make(EmissionRule.ProcessEnded, _running, $"{Running} has been running for {limit.TotalSeconds:0} s and was ended: look there for a loop without an end, or raise ManifestTimeout"));
                Write(Messages());
            }

            return RunCount == run;
        }
    }

    /// <summary>Replaces the announcement by what is really to be said.</summary>
    public void Finish()
    {
        _hasEnded = true;
        Write(Messages());
        _file.Dispose();

        // A suggestion goes to the log, as the compiler's do.
        foreach (var suggestion in Merged(isSuggestion: true))
        {
            Log(Line(suggestion));
        }
    }

    private string Messages() => string.Concat(Merged(isSuggestion: false).Select(Line));

    private IEnumerable<EmissionFinding> Merged(bool isSuggestion)
    {
        foreach (var same in _messages.Where(m => m.Finding.Severity == Severity.Info == isSuggestion).GroupBy(m => m.Finding, m => m.Environment))
        {
            string[] some = [.. same.Distinct()];
            var isOfAll = some.Length >= environments.Count || some.Contains("") || same.Key.File?.StartsWith(output, StringComparison.Ordinal) == true;
            yield return isOfAll ? same.Key : same.Key with { Text = same.Key.Text + EnvironmentNames.Suffix(some) };
        }
    }

    private void LogOnce(string text)
    {
        if (_logged.Add(text))
        {
            Log(text);
        }
    }

    private void Log(string text)
    {
        // Most runs have nothing to log, and then do not load the console.
        _log ??= Console.OpenStandardOutput();
        _log.Write(Encoding.UTF8.GetBytes(secrets.Redact(text)));
        _log.Flush();
    }

    private string At(string file, SourcePlace place) => FormattableString.Invariant($"{Path.GetFullPath(file, _folder)}({place.Line},{place.Column})");

    // As the compiler writes them, with the link at the end.
    private string Line(EmissionFinding finding)
    {
        var place = finding.File is null ? project + " " : At(finding.File, finding.Place);
        var severity = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
        return $"{place}: {severity} {finding.Id}: {secrets.Redact(Folded(secrets.Redact(finding.Text)))} ({RuleInfo.PageOf(finding.Id)})\n";
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
