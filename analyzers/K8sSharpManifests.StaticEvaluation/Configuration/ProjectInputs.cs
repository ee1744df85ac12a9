using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// What a project hands to its manifests: files, by the item ManifestFile, and the images of containers, by ManifestContainer. The compiler gets both, so that what is made of them is known while
/// one types, and proved.
/// </summary>
public sealed class ProjectInputs
{
    private const string Metadata = "build_metadata.AdditionalFiles.ManifestFile";
    private const string ContainersKey = "build_property._ManifestContainerImages";
    private const int Utf8 = 65001;

    private readonly Dictionary<string, AdditionalText> _files = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;

    private ProjectInputs(CancellationToken cancellationToken) => _cancellationToken = cancellationToken;

    /// <summary>Nothing.</summary>
    public static ProjectInputs None { get; } = new(CancellationToken.None);

    /// <summary>The paths of the files, relative to the project's folder, with forward slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    /// <summary>The references of each project's images, as ManifestContext.ContainerImages gives them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ContainerImages { get; private set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The images of the containers, as the targets hand them on.</summary>
    /// <param name="options">The options that hold for all files.</param>
    /// <returns>The text; empty for none.</returns>
    public static string ContainerText(AnalyzerConfigOptions options) => options.TryGetValue(ContainersKey, out var text) ? text : "";

    /// <summary>Finds them: the files among all additional files.</summary>
    /// <param name="files">The additional files.</param>
    /// <param name="options">Says which of them are handed to manifests, and where the project's folder is.</param>
    /// <param name="cancellationToken">Ends the reading of a file.</param>
    /// <returns>All of it.</returns>
    public static ProjectInputs Of(IEnumerable<AdditionalText> files, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var found = new ProjectInputs(cancellationToken) { ContainerImages = Core.ContainerImages.Read(ContainerText(options.GlobalOptions)) };
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
