using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The files that a project hands to its manifests, by the item ManifestFile: the compiler reads them, so that what is made of them is known while one types, and proved.</summary>
public sealed class ProjectFiles
{
    private const string Metadata = "build_metadata.AdditionalFiles.ManifestFile";
    private const int Utf8 = 65001;

    private readonly Dictionary<string, AdditionalText> _files = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;

    private ProjectFiles(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>No files.</summary>
    public static ProjectFiles None { get; } = new(CancellationToken.None);

    /// <summary>Their paths, relative to the project's folder, with forward slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    /// <summary>Finds them among all additional files.</summary>
    /// <param name="files">The additional files.</param>
    /// <param name="options">Says which of them are handed to manifests, and where the project's folder is.</param>
    /// <param name="cancellationToken">Ends the reading of a file.</param>
    /// <returns>The files.</returns>
    public static ProjectFiles Of(IEnumerable<AdditionalText> files, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var found = new ProjectFiles(cancellationToken);
        if (!options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var folder))
        {
            return found;
        }

        foreach (var file in files.Where(f => options.GetOptions(f).TryGetValue(Metadata, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase)))
        {
            found._files[RelativePath.Of(file.Path, folder)] = file;
        }

        found.Paths = [.. found._files.Keys.OrderBy(path => path, StringComparer.Ordinal)];
        return found;
    }

    /// <summary>What ManifestContext.ReadText gives for a path.</summary>
    /// <param name="path">The path, as in <see cref="Paths"/>.</param>
    /// <returns>The text, with <c>\n</c> for all newlines; null for a file that is not there, or not certainly text in UTF-8.</returns>
    public string? Text(string path)
    {
        // The compiler takes what is no UTF-8 for text in another encoding, and where it replaces a character nobody knows what stood there.
        var text = _files.TryGetValue(path, out var file) && file.GetText(_cancellationToken) is { Encoding.CodePage: Utf8 } read ? read.ToString() : null;
        return text is null || text.IndexOfAny(['\uFFFD', '\0']) >= 0 ? null : text.Replace("\r\n", "\n");
    }
}
