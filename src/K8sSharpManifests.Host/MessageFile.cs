using System.Globalization;
using System.Reflection;
using System.Text;

namespace K8sSharpManifests.Host;

/// <summary>
/// What the host tells the build, in a file: a line a message, with tabs between kind, code, file, line, column and text. Until
/// <see cref="Finish"/> the file holds the one error that is true should the process end here, since nobody could write it afterwards.
/// </summary>
internal sealed class MessageFile
{
    private readonly List<(string Kind, string Fields)> _messages = [];
    private readonly HashSet<Exception> _reported = new(ReferenceEqualityComparer.Instance);
    private readonly HostOptions _options;
    private readonly FileStream _file;
    private readonly Stream _log = Console.OpenStandardError();

    public MessageFile(HostOptions options)
    {
        _options = options;
        _file = new(options.MessagesFile, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public bool HasErrors { get; private set; }

    /// <summary>Says which member runs from now on; null while the assembly is loaded.</summary>
    public void Announce(CatalogEntry? entry) => Write(
        "fatal\t" + Fields("K8S906", entry, $"{(entry is null ? "Loading the assembly" : entry.Member)} ended the process that makes the manifests: "
            + "look there for Environment.Exit and for endless recursion; 'dotnet build -v:detailed' shows what was printed") + "\n");

    /// <summary>An error that belongs to no member.</summary>
    public void Error(string id, string text) => Add("error", Fields(id, null, text));

    /// <summary>An error at a member.</summary>
    public void Error(string id, CatalogEntry entry, string text) => Add("error", Fields(id, entry, entry.Member + " " + text));

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
            Add("error", Fields("K8S903", entry, $"{entry?.Member ?? "Loading the assembly"} threw {cause.GetType().Name}: {cause.Message}"));
            _log.Write(Encoding.UTF8.GetBytes(exception + "\n"));
            _log.Flush();
        }
    }

    /// <summary>The one line of a run that went well.</summary>
    public void Summary(int members, string text) => Add(members == 0 ? "nothing" : "summary", Fields("", null, text));

    /// <summary>Replaces the announcement by what is really to be said.</summary>
    public void Finish()
    {
        // The build goes on after an "error" to report the next one, and stops at the "fatal" one: that is the last.
        var last = _messages.FindLastIndex(m => m.Kind == "error");
        var lines = _messages.Select((m, i) => $"{(i == last ? "fatal" : m.Kind)}\t{m.Fields}\n");
        Write(string.Concat(lines));
        _file.Dispose();
    }

    private void Add(string kind, string fields)
    {
        HasErrors |= kind == "error";
        _messages.Add((kind, fields));
    }

    private string Fields(string id, CatalogEntry? entry, string text)
    {
        var file = entry is null ? _options.Project : Path.GetFullPath(entry.File, _options.ProjectFolder);
        return string.Join('\t', id, Field(file), Number(entry?.Line ?? 0), Number(entry?.Column ?? 0), Field(text));
    }

    // The build unescapes each field twice; and a backslash in an item would become a slash on Unix.
    private static string Field(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c switch
            {
                '%' => line.Append("%2525"),
                '\\' => line.Append("%255C"),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' => line is [.., ' '] ? line : line.Append(' '),
                _ => line.Append(c),
            };
        }

        return line.ToString().Trim();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void Write(string text)
    {
        // In this order the file is never empty.
        var bytes = Encoding.UTF8.GetBytes(text);
        _file.Position = 0;
        _file.Write(bytes);
        _file.SetLength(bytes.Length);
        _file.Flush();
    }
}
