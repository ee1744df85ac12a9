using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// An .editorconfig or global configuration file, and what is wrong with our options in it. The compiler hands analyzers the values without their lines, and unknown keys not at all; so the
/// lines are looked for here, and the compiler's own reader is asked what a line says.
/// </summary>
internal sealed class ConfigurationFile
{
    private const string Prefix = "k8s_";
    private const string Root = "root";
    private const string Global = "is_global";

    // Texts stay the same objects from compilation to compilation, as long as nobody changes the file.
    private static readonly ConditionalWeakTable<SourceText, ConfigurationFile> Known = new();

    private readonly List<(WrongOption Wrong, TextSpan Span)> _problems = [];

    private ConfigurationFile(string path, SourceText text)
    {
        Path = path;
        Text = text;
        var lines = text.Lines.Select(line => (line.Start, Text: line.ToString())).ToList();
        var preamble = lines.TakeWhile(line => !IsSection(line.Text)).ToList();

        // What names the file or the key, wherever in the preamble and whatever its value, makes it global.
        IsGlobal = System.IO.Path.GetFileName(path).Equals(".globalconfig", StringComparison.OrdinalIgnoreCase) || preamble.Any(line => KeyOf(line.Text) == Global);
        IsRoot = preamble.Any(line => KeyOf(line.Text) == Root && ValueOf(line.Text, Root).Equals("true", StringComparison.OrdinalIgnoreCase));
        for (var i = 0; i < lines.Count; i++)
        {
            if (KeyOf(lines[i].Text) is { } key && key.StartsWith(Prefix, StringComparison.Ordinal))
            {
                Check(key, lines[i].Text, lines[i].Start, holdsForFiles: IsGlobal || i >= preamble.Count);
            }
        }
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>Whether it holds for all files of a project, wherever they are.</summary>
    public bool IsGlobal { get; }

    /// <summary>Whether those of the folders above do not hold here.</summary>
    public bool IsRoot { get; }

    /// <summary>What says nothing sensible, and where it stands.</summary>
    public IReadOnlyList<(WrongOption Wrong, TextSpan Span)> Problems => _problems;

    /// <summary>Reads the files that are configuration among those that the build passes on.</summary>
    public static IEnumerable<ConfigurationFile> Read(IEnumerable<AdditionalText> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (IsConfiguration(file) && file.GetText(cancellationToken) is { } text)
            {
                yield return Known.TryGetValue(text, out var known) && known.Path == file.Path ? known : Remember(new(file.Path, text));
            }
        }
    }

    private static bool IsConfiguration(AdditionalText file) =>
        file.Path.EndsWith(".editorconfig", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".globalconfig", StringComparison.OrdinalIgnoreCase);

    private static ConfigurationFile Remember(ConfigurationFile file)
    {
        lock (Known)
        {
            Known.Remove(file.Text);
            Known.Add(file.Text, file);
        }

        return file;
    }

    private void Check(string key, string line, int start, bool holdsForFiles)
    {
        var name = (Start: start + line.IndexOf(key, StringComparison.OrdinalIgnoreCase), Text: key);
        if (!holdsForFiles)
        {
            Add(new(key, null, "it stands before the first section, where it holds for no file: write [*.cs] above it"), name);
            return;
        }

        var value = ValueOf(line, key);
        foreach (var wrong in RuleOptions.Check(key, value))
        {
            Add(wrong, wrong.Value is null ? name : (start + line.IndexOf(value, line.IndexOfAny(['=', ':']) + 1, StringComparison.Ordinal), value));
        }
    }

    private static bool IsSection(string line) => line.TrimStart() is ['[', ..] && line.IndexOf(']') > 0;

    // In lower case, as the compiler has it; null for a line that says nothing.
    private static string? KeyOf(string line)
    {
        var separator = line.IndexOfAny(['=', ':']);
        var key = separator < 0 ? "" : line.Substring(0, separator).Trim();
        return key.Length > 0 && key.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_') ? key.ToLowerInvariant() : null;
    }

    // Compilers differ in what they take for a comment behind a value: the one at hand is asked.
    private static string ValueOf(string line, string key)
    {
        const string folder = "/";
        var config = AnalyzerConfig.Parse("[*]\n" + line, folder + ".editorconfig");
        return AnalyzerConfigSet.Create(ImmutableArray.Create(config)).GetOptionsForSourcePath(folder + "a.cs").AnalyzerOptions.TryGetValue(key, out var value) ? value : "";
    }

    private void Add(WrongOption wrong, (int Start, string Text) written)
    {
        // Of a list, the item that is meant.
        var offset = wrong.Value is null ? 0 : Math.Max(0, Regex.Match(written.Text, @"(?<=^|,)\s*" + Regex.Escape(wrong.Value) + @"\s*(?=,|$)") is { Success: true } item
            ? item.Index + item.Value.IndexOf(wrong.Value, StringComparison.Ordinal)
            : 0);
        _problems.Add((wrong, new(written.Start + offset, wrong.Value?.Length ?? written.Text.Length)));
    }
}
