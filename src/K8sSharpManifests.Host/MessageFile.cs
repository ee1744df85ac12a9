using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Emission;

namespace K8sSharpManifests.Host;

/// <summary>
/// What the host tells the build, in a file: lines of the form that MSBuild takes for errors and warnings. Until <see cref="Finish"/> the file holds
/// the one error that is true should the process end here, since nobody could write it afterwards.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="project">The project file: where errors point that have no better place.</param>
internal sealed class MessageFile(string path, string project) : IEmissionObserver
{
    private const string PleaseReport = "Nothing was written. This is a fault of K8sSharpManifests and not of your manifests: please report it.";

    private readonly List<EmissionFinding> _messages = [];
    private readonly string _folder = Path.GetDirectoryName(project)!;
    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly Lock _turn = new();
    private Stream? _log;
    private CatalogEntry? _running;
    private volatile bool _hasEnded;
    private int _notEvaluated;

    /// <summary>Whether an error is among the messages.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>How often it was said which member runs.</summary>
    public int RunCount { get; private set; }

    /// <summary>Whether no member runs any more.</summary>
    public bool HasEnded => _hasEnded;

    /// <inheritdoc/>
    public void Runs(CatalogEntry? member)
    {
        lock (_turn)
        {
            _running = member;
            RunCount++;
            Write(Line(FindingList.Make(EmissionRule.ProcessEnded, member, $"{FindingList.NameOf(member)} ended the process that makes the manifests: "
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
        // A suggestion goes to the log, as the compiler's do.
        if (finding.Severity == Severity.Info)
        {
            Log(Line(finding));
            return;
        }

        HasErrors |= finding.Severity == Severity.Error;
        _messages.Add(finding);
    }

    /// <inheritdoc/>
    public void Threw(Exception exception) => Log(exception + "\n");

    /// <inheritdoc/>
    public void NotProved(CatalogEntry member, string reason) =>
        Log($"{At(member.File, FindingList.PlaceOf(member))}: {member.Member} is not proved at compile time: {reason}\n");

    /// <inheritdoc/>
    public void NotEvaluated(string text) => Log($"{++_notEvaluated}. rule in CEL that is left to the API server: {text}\n");

    /// <summary>An exception of our own.</summary>
    public void Failed(Exception exception)
    {
        Log(exception + "\n");
        Found(FindingList.Make(EmissionRule.InternalError, null, $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")} 'dotnet build -v:detailed' shows where. {PleaseReport}"));
    }

    /// <summary>Says at once that a member has been running for long: to the standard error, which the build shows as it comes.</summary>
    public void RunsLong(TimeSpan time, TimeSpan limit)
    {
        var end = limit > TimeSpan.Zero ? $"; ManifestTimeout ends it after {limit.TotalSeconds:0} s" : "";
        using var error = Console.OpenStandardError();
        error.Write(Encoding.UTF8.GetBytes($"{FindingList.NameOf(_running)} has been running for {time.TotalSeconds:0} s{end}\n"));
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
                Found(FindingList.Make(EmissionRule.ProcessEnded, _running, $"{FindingList.NameOf(_running)} has been running for {limit.TotalSeconds:0} s and was ended: look there for a loop without an end, or raise ManifestTimeout"));
                Write(string.Concat(_messages.Select(Line)));
            }

            return RunCount == run;
        }
    }

    /// <summary>Replaces the announcement by what is really to be said.</summary>
    public void Finish()
    {
        _hasEnded = true;
        Write(string.Concat(_messages.Select(Line)));
        _file.Dispose();
    }

    private void Log(string text)
    {
        // Most runs have nothing to log, and then do not load the console.
        _log ??= Console.OpenStandardOutput();
        _log.Write(Encoding.UTF8.GetBytes(text));
        _log.Flush();
    }

    private string At(string file, SourcePlace place) => FormattableString.Invariant($"{Path.GetFullPath(file, _folder)}({place.Line},{place.Column})");

    // As the compiler writes them, with the link at the end.
    private string Line(EmissionFinding finding)
    {
        var place = finding.File is null ? project + " " : At(finding.File, finding.Place);
        var severity = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };
        return $"{place}: {severity} {finding.Id}: {Folded(finding.Text)} ({RuleInfo.PageOf(finding.Id)})\n";
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
