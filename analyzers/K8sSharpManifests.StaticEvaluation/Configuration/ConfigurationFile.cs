using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// An .editorconfig or global configuration file, read line by line as Roslyn's AnalyzerConfig reads it. The compiler hands analyzers the values without their
/// lines, and unknown keys not at all.
/// </summary>
internal sealed class ConfigurationFile
{
    private const string Prefix = "k8s_";
    private const string Root = "root";
    private const string Global = "is_global";

    private static readonly string[] Marks = ["[", Prefix, Root, Global];

    // Roslyn's.
    private static readonly Regex Section = new(@"^\s*\[(([^#;]|\\#|\\;)+)\]\s*([#;].*)?$", RegexOptions.CultureInvariant);
    private static readonly Regex Property = new(@"^\s*([\w\.\-_]+)\s*[=:]\s*(.*?)\s*([#;].*)?$", RegexOptions.CultureInvariant);

    private readonly List<(WrongOption Wrong, TextSpan Span)> _problems = [];

    private ConfigurationFile(string path, SourceText text)
    {
        Path = path;
        Text = text;
        IsGlobal = path.EndsWith(".globalconfig", StringComparison.OrdinalIgnoreCase);
        Read(text);
    }

    public string Path { get; }

    public SourceText Text { get; }

    /// <summary>Whether it holds for all files of a project, wherever they are.</summary>
    public bool IsGlobal { get; private set; }

    /// <summary>Whether those of the folders above do not hold here.</summary>
    public bool IsRoot { get; private set; }

    /// <summary>What says nothing sensible, and where it stands.</summary>
    public IReadOnlyList<(WrongOption Wrong, TextSpan Span)> Problems => _problems;

    /// <summary>Reads the files that are configuration among those that the build passes on.</summary>
    public static IEnumerable<ConfigurationFile> Read(IEnumerable<AdditionalText> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (IsConfiguration(file) && file.GetText(cancellationToken) is { } text)
            {
                yield return new(file.Path, text);
            }
        }
    }

    private static bool IsConfiguration(AdditionalText file) =>
        file.Path.EndsWith(".editorconfig", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".globalconfig", StringComparison.OrdinalIgnoreCase);

    private void Read(SourceText text)
    {
        var isInSection = false;
        foreach (var line in text.Lines)
        {
            // Those of the SDK have hundreds of lines, and an expression is not free.
            var content = line.ToString();
            if (content.TrimStart() is [] or ['#' or ';', ..] || !Marks.Any(mark => content.IndexOf(mark, StringComparison.OrdinalIgnoreCase) >= 0))
            {
                continue;
            }

            if (Section.IsMatch(content))
            {
                isInSection = true;
            }
            else if (Property.Match(content) is { Success: true } property)
            {
                Read(property.Groups[1].Value.ToLowerInvariant(), property.Groups[2], property.Groups[1], isInSection, line.Start);
            }
        }
    }

    private void Read(string key, Group value, Group name, bool isInSection, int start)
    {
        if (!isInSection)
        {
            IsGlobal |= key == Global && IsTrue(value);
            IsRoot |= key == Root && IsTrue(value);
        }

        if (!key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return;
        }

        if (!isInSection && !IsGlobal)
        {
            Add(new(key, null, "it stands before the first section, where it holds for no file: write [*.cs] above it"), name, start);
            return;
        }

        foreach (var wrong in RuleOptions.Check(key, value.Value))
        {
            Add(wrong, wrong.Value is null ? name : value, start);
        }
    }

    private void Add(WrongOption wrong, Group written, int start)
    {
        // Of a list, the item that is meant.
        var offset = wrong.Value is null ? 0 : Math.Max(0, Regex.Match(written.Value, @"(?<=^|,)\s*" + Regex.Escape(wrong.Value) + @"\s*(?=,|$)") is { Success: true } item
            ? item.Index + item.Value.IndexOf(wrong.Value, StringComparison.Ordinal)
            : 0);
        _problems.Add((wrong, new(start + written.Index + offset, wrong.Value?.Length ?? written.Length)));
    }

    private static bool IsTrue(Group value) => string.Equals(value.Value, "true", StringComparison.OrdinalIgnoreCase);
}
