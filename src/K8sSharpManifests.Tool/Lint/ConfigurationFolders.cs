using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.Tool.Lint;

/// <summary>The .editorconfig files of folders, and what they say of a file. Several threads may ask at once.</summary>
/// <param name="settings">What is set for all files.</param>
internal sealed partial class ConfigurationFolders(LintSettings settings)
{
    private const string FileName = ".editorconfig";

    private readonly ConcurrentDictionary<string, ConfigurationFolder> _folders = new();
    private readonly ConcurrentDictionary<(object, object), FileSettings> _settings = new(new SameObjects());
    private readonly Lazy<FileSettings> _none = new(() => new(settings, ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, ReportDiagnostic>.Empty, []));

    /// <summary>What holds for a file.</summary>
    /// <param name="path">Its full path.</param>
    /// <returns>The settings, the same ones for all files of which the same is said; and the configuration that says so, the nearest file last.</returns>
    public (FileSettings Settings, ConfigurationFolder Folder) Of(string path)
    {
        var folder = Folder(Path.GetDirectoryName(path)!);
        if (folder.Set is not { } set)
        {
            return (_none.Value, folder);
        }

        var result = set.GetOptionsForSourcePath(path);
        return (_settings.GetOrAdd((result.TreeOptions, result.AnalyzerOptions), _ => new(settings, result.AnalyzerOptions, result.TreeOptions, Severities(result.Diagnostics))), folder);
    }

    private ConfigurationFolder Folder(string path) => _folders.GetOrAdd(path, p =>
    {
        var above = Path.GetDirectoryName(p) is { } parent ? Folder(parent).Files : [];
        var own = Path.Combine(p, FileName);
        return File.Exists(own) ? new([.. above, ConfigurationFile.Read(own)]) : new(above);
    });

    // The compiler drops a severity that is none, and tells.
    private static List<WrongOption> Severities(ImmutableArray<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Select(d => InvalidSeverity().Match(d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))).Where(match => match.Success)
            .Select(match => new WrongOption($"dotnet_diagnostic.{match.Groups["id"].Value.ToUpperInvariant()}.severity", match.Groups["value"].Value, $"severities are {SeverityKeys.Words}")),
    ];

    [GeneratedRegex("'(?<id>k8s[0-9]{3})'.*?'(?<value>[^']*)'", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex InvalidSeverity();

    private sealed class SameObjects : IEqualityComparer<(object, object)>
    {
        public bool Equals((object, object) x, (object, object) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((object, object) obj) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Item1), System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Item2));
    }
}

/// <summary>A folder's configuration: its own file and those above.</summary>
/// <param name="files">The files, the nearest last.</param>
internal sealed class ConfigurationFolder(IReadOnlyList<ConfigurationFile> files)
{
    /// <summary>The files, the nearest last.</summary>
    public IReadOnlyList<ConfigurationFile> Files { get; } = files;

    /// <summary>What the compiler makes of them; null where there are none.</summary>
    public AnalyzerConfigSet? Set { get; } = files.Count > 0 ? AnalyzerConfigSet.Create(files.Select(file => file.Config).ToImmutableArray()) : null;

    /// <summary>Where a wrong option stands: the nearest file that has the line, and the last such line of it.</summary>
    public (ConfigurationFile File, int Line)? Find(WrongOption wrong)
    {
        foreach (var file in Files.Reverse())
        {
            if (file.LineOf(wrong) is { } line)
            {
                return (file, line);
            }
        }

        return null;
    }
}

/// <summary>An .editorconfig.</summary>
internal sealed class ConfigurationFile
{
    private readonly string[] _lines;

    private ConfigurationFile(string path, string text)
    {
        Path = path;
        Config = AnalyzerConfig.Parse(text, path);
        _lines = text.Split('\n');
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>What the compiler reads in it.</summary>
    public AnalyzerConfig Config { get; }

    /// <summary>Reads a file.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="CannotRunException">Nobody may read it: to judge without it would be another judgement.</exception>
    public static ConfigurationFile Read(string path)
    {
        try
        {
            return new(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotRunException($"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>The last line that sets a wrong option so, from 1; null for none.</summary>
    public int? LineOf(WrongOption wrong)
    {
        for (var i = _lines.Length - 1; i >= 0; i--)
        {
            var separator = _lines[i].AsSpan().IndexOfAny('=', ':');
            if (separator > 0
                && _lines[i].AsSpan(0, separator).Trim().Equals(wrong.Key, StringComparison.OrdinalIgnoreCase)
                && (wrong.Value is null || _lines[i].AsSpan(separator + 1).Contains(wrong.Value, StringComparison.OrdinalIgnoreCase)))
            {
                return i + 1;
            }
        }

        return null;
    }
}
