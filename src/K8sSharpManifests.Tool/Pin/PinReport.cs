using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace K8sSharpManifests.Tool.Pin;

/// <summary>Tells what came of a run.</summary>
internal static class PinReport
{
    /// <summary>For people: what changes, and a line for the whole. What is wrong goes to the error output.</summary>
    public static void WriteText(PinResult result, Terminal terminal, bool isQuiet)
    {
        if (!isQuiet)
        {
            foreach (var entry in result.Entries.Where(entry => entry.Change is not (PinChange.Unchanged or PinChange.Failed)))
            {
                var word = Colored(terminal, entry.Change, Word(entry.Change, result.IsCheck).PadRight(8));
                var digest = entry.Change switch
                {
                    PinChange.Changed => $"  {entry.Previous} → {entry.Digest}",
                    PinChange.Added => $"  {entry.Digest}",
                    _ => "",
                };
                terminal.Output.WriteLine($"{word} {entry.Image}{digest}");
            }
        }

        WriteProblems(result, terminal.Error);
        if (!isQuiet)
        {
            terminal.Output.WriteLine(Summary(result));
        }
    }

    /// <summary>For programs: an object for each image, on a line of its own.</summary>
    public static void WriteJson(PinResult result, Terminal terminal)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var entry in result.Entries)
        {
            writer.WriteStartObject();
            writer.WriteString("image", entry.Image);
            writer.WriteString("change", Word(entry.Change, isCheck: false));
            writer.WriteString("digest", entry.Digest);
            writer.WriteString("previous", entry.Previous);
            if (entry.Answer is { } answer)
            {
                writer.WriteString("reason", answer.Outcome.ToString());
                writer.WriteString("message", answer.Message);
                writer.WriteString("place", entry.Place);
            }

            writer.WriteEndObject();
            writer.Flush();
            terminal.Output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            terminal.Output.Write('\n');
            buffer.Clear();
            writer.Reset();
        }

        foreach (var wrong in result.Wrong)
        {
            terminal.Error.WriteLine($"{CommandLine.Name}: {wrong}");
        }
    }

    private static void WriteProblems(PinResult result, TextWriter error)
    {
        foreach (var entry in result.Entries.Where(entry => entry.Change == PinChange.Failed))
        {
            error.WriteLine($"{CommandLine.Name}: {entry.Image}: {entry.Answer!.Message} ({entry.Place})");
        }

        foreach (var wrong in result.Wrong)
        {
            error.WriteLine($"{CommandLine.Name}: {wrong}");
        }
    }

    private static string Summary(PinResult result)
    {
        var parts = new[] { PinChange.Added, PinChange.Changed, PinChange.Removed, PinChange.Missing, PinChange.Failed }
            .Where(change => result.Count(change) > 0).Select(change => $"{result.Count(change)} {Word(change, result.IsCheck)}").ToList();
        var all = result.Lock.Images.Count == 1 ? "1 image" : $"{result.Lock.Images.Count} images";
        var changes = string.Join(", ", parts);
        return (result.IsCheck, result.HasFindings) switch
        {
            (true, true) => $"{result.LockName} is out of date: {(changes.Length > 0 ? changes : "something is no image")}. Run 'k8ssharp pin' without --check.",
            (true, false) => $"{result.LockName} is up to date: {all}.",
            _ => $"{result.LockName}: {all}{(changes.Length > 0 ? $" ({changes})" : ", nothing changed")}.{Rest(result)}",
        };
    }

    private static string Rest(PinResult result) =>
        (result.Count(PinChange.Failed) > 0 ? " What failed is as it was before." : "") + (result.Count(PinChange.Missing) > 0 ? " Run 'k8ssharp pin' without --update for what is missing." : "");

    // What a run does to the lock, and a check says of it.
    private static string Word(PinChange change, bool isCheck) => (change, isCheck) switch
    {
        (PinChange.Added, true) => "missing",
        (PinChange.Removed, true) => "unused",
        _ => change.ToString().ToLowerInvariant(),
    };

    private static string Colored(Terminal terminal, PinChange change, string text) =>
        terminal.HasColor ? $"{(change is PinChange.Added ? "\e[32m" : change is PinChange.Changed ? "\e[33m" : "\e[31m")}{text}\e[0m" : text;
}
