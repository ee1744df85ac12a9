using System.Globalization;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tool.Output;
using K8sSharpManifests.Tool.Registry;

namespace K8sSharpManifests.Tool.Pulls;

/// <summary>Tells which images can be pulled.</summary>
/// <param name="verdicts">All verdicts, in the order in which they are told.</param>
/// <param name="waiting">The containers that wait for their image; none where no cluster was asked.</param>
internal sealed class PullsReport(IReadOnlyList<PullVerdict> verdicts, IReadOnlyList<WaitingContainer> waiting)
{
    private const int MostUses = 8;

    /// <summary>Whether somebody has to look.</summary>
    public bool HasFindings => waiting.Count > 0 || verdicts.Any(verdict => !verdict.IsPulled);

    /// <summary>For people.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="isQuiet">Whether only what is wrong is told.</param>
    /// <param name="isVerbose">Whether all tries are told.</param>
    public void WriteText(Terminal terminal, bool isQuiet, bool isVerbose)
    {
        var output = terminal.Output;
        foreach (var container in waiting)
        {
            WriteWaiting(container, terminal);
        }

        foreach (var verdict in verdicts.Where(verdict => !verdict.IsPulled || !isQuiet))
        {
            if (verdict.IsPulled)
            {
                Write(output, terminal, "\e[32m", "ok", verdict.Target.Image, Told(verdict));
            }
            else
            {
                Write(output, terminal, "\e[31m", "failed", verdict.Target.Image, $"({StageName(verdict.Stage!.Value)})");
                WriteLine(output, "why", verdict.Message);
                WriteLine(output, "kubelet", verdict.Kubelet is { } kubelet ? $"{kubelet.Reason}{(kubelet.Reason == "ErrImagePull" ? ", then ImagePullBackOff" : "")}: {kubelet.Message}" : "");
                WriteLine(output, "do", verdict.Remedy);
                WriteLine(output, "for", Uses(verdict.Target));
            }

            if (isVerbose)
            {
                foreach (var attempt in verdict.Attempts)
                {
                    WriteLine(output, "tried", $"{attempt.With}: {OutcomeName(attempt.Answer.Outcome)}");
                }

                WriteLine(output, "limit", verdict.Answer?.RateLimit?.ToString() ?? "");
            }
        }

        foreach (var (host, limit) in Scarce())
        {
            terminal.Error.WriteLine($"{CommandLine.Name}: {host}: {limit}.");
        }

        if (!isQuiet)
        {
            output.Write(Summary() + "\n");
        }
    }

    /// <summary>For programs: an object for each image and set of credentials, on a line of its own.</summary>
    public void WriteJson(TextWriter output) => Records.WriteJson(output, verdicts.Select(Record));

    // What a few more pulls would use up.
    private IEnumerable<(string Host, RateLimit Limit)> Scarce() => verdicts
        .Where(verdict => verdict.Answer?.RateLimit is { } limit && limit.Remaining * 10 <= limit.Limit)
        .GroupBy(verdict => verdict.Target.Reference!.Domain)
        .Select(group => (group.Key, group.Select(verdict => verdict.Answer!.RateLimit!).MinBy(limit => limit.Remaining)!));

    private static void WriteWaiting(WaitingContainer container, Terminal terminal)
    {
        var (output, image) = (terminal.Output, container.Image);
        Write(output, terminal, "\e[33m", "waiting", $"{image.Namespace}/{image.Object}: {image.Container}", image.State!.Reason);
        WriteLine(output, "image", image.Written);
        foreach (var cause in container.Causes)
        {
            WriteLine(output, "cause", cause);
        }

        WriteLine(output, "do", container.Verdict.Remedy);
        WriteLine(output, "said", image.State.Message);
        WriteLine(output, "event", container.LastEvent is { } last ? string.Create(CultureInfo.InvariantCulture, $"{last.Time:yyyy-MM-dd'T'HH:mm:ss'Z'} {last.Reason}{(last.Count > 1 ? $" ({last.Count} times)" : "")}: {last.Message}") : "");
    }

    private static void Write(TextWriter output, Terminal terminal, string color, string word, string what, string more)
    {
        var padded = word.PadRight(7);
        output.Write($"{(terminal.HasColor ? $"{color}{padded}\e[0m" : padded)} {(what.Length == 0 ? "-" : PlainText.OnOneLine(what))}{(more.Length > 0 ? "  " + more : "")}\n");
    }

    private static void WriteLine(TextWriter output, string word, string text)
    {
        if (text.Length > 0)
        {
            output.Write($"        {(word + ":").PadRight(8)} {PlainText.OnOneLine(text)}\n");
        }
    }

    private static string Told(PullVerdict verdict) =>
        string.Join("  ", new[] { verdict.Answer?.Digest ?? "", string.Join(", ", (verdict.Answer?.Platforms ?? []).Select(platform => platform.ToString())), verdict.Note.Length > 0 ? $"({verdict.Note})" : "" }.Where(text => text.Length > 0));

    private static string Uses(PullTarget target)
    {
        var uses = target.Uses.Select(use => $"{use.Place}{(use.Environment.Length > 0 ? $" in {use.Environment}" : "")}: {use.Container}").Distinct().ToList();
        return string.Join("; ", uses.Take(MostUses)) + (uses.Count > MostUses ? $"; and {uses.Count - MostUses} more" : "");
    }

    private string Summary()
    {
        var failed = verdicts.Count(verdict => !verdict.IsPulled);
        var all = verdicts.Count == 1 ? "1 pull" : $"{verdicts.Count} pulls";
        return $"{all}: {(failed == 0 ? "nothing is in the way" : failed == verdicts.Count ? "none can be made" : $"{failed} cannot be made")}{(waiting.Count > 0 ? $"; {waiting.Count} {(waiting.Count == 1 ? "container waits" : "containers wait")}" : "")}.";
    }

    private Mapping Record(PullVerdict verdict) => Records.Of(
        ("image", Records.Text(verdict.Target.Image)),
        ("pulled", Scalar.Boolean(verdict.IsPulled)),
        ("stage", Records.Text(verdict.Stage is { } stage ? StageName(stage) : null)),
        ("outcome", Records.Text(verdict.Answer is { } answer ? OutcomeName(answer.Outcome) : null)),
        ("message", Records.Text(verdict.Message)),
        ("kubelet", verdict.Kubelet is { } kubelet ? Records.Of(("reason", Scalar.String(kubelet.Reason)), ("message", Scalar.String(kubelet.Message))) : Scalar.Null),
        ("remedy", Records.Text(verdict.Remedy)),
        ("note", Records.Text(verdict.Note)),
        ("digest", Records.Text(verdict.Answer?.Digest)),
        ("platforms", verdict.Answer?.Platforms is { } platforms ? Records.List(platforms.Select(platform => Scalar.String(platform.ToString()))) : Scalar.Null),
        ("rateLimit", verdict.Answer?.RateLimit is { } limit ? Records.Of(
            ("remaining", Scalar.Number(limit.Remaining)), ("limit", Scalar.Number(limit.Limit)), ("seconds", Scalar.Number((long)limit.Window.TotalSeconds))) : Scalar.Null),
        ("tried", Records.List(verdict.Attempts.Select(attempt => Records.Of(("with", Scalar.String(attempt.With)), ("outcome", Scalar.String(OutcomeName(attempt.Answer.Outcome))))))),
        ("for", Records.List(verdict.Target.Uses.Select(use => Records.Of(
            ("environment", Records.Text(use.Environment)),
            ("namespace", Records.Text(use.Namespace)),
            ("object", Records.Text(use.Object)),
            ("container", Records.Text(use.Container)),
            ("place", Records.Text(use.Place)),
            ("waiting", waiting.FirstOrDefault(container => ReferenceEquals(container.Image, use)) is { } container ? Waiting(container) : Scalar.Null))))));

    private static Mapping Waiting(WaitingContainer container) => Records.Of(
        ("reason", Scalar.String(container.Image.State!.Reason)),
        ("message", Records.Text(container.Image.State.Message)),
        ("causes", Records.List(container.Causes.Select(cause => Scalar.String(cause)))),
        ("event", container.LastEvent is { } last ? Records.Of(
            ("time", Scalar.String(last.Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
            ("reason", Records.Text(last.Reason)),
            ("message", Records.Text(last.Message)),
            ("count", Scalar.Number(last.Count))) : Scalar.Null));

    private static string StageName(PullStage stage) => stage == PullStage.RateLimit ? "rateLimit" : stage.ToString().ToLowerInvariant();

    private static string OutcomeName(RegistryOutcome outcome) => outcome.ToString();
}
