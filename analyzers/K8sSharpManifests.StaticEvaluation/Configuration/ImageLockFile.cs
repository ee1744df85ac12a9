using System.Runtime.CompilerServices;
using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The image lock of a project, which the package's targets hand to the compiler. What is wrong with it the build says.</summary>
public static class ImageLockFile
{
    private const string Metadata = "build_metadata.AdditionalFiles.ManifestImageLock";

    // An editor asks at each keystroke, with the same text as long as the file is not saved anew.
    private static readonly ConditionalWeakTable<SourceText, Read> Known = new();

    /// <summary>Finds and reads it.</summary>
    /// <param name="files">The additional files.</param>
    /// <param name="options">What is said of them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The lock, to which entries may be added before the build; null where there is none, or none that can be read.</returns>
    public static ImageLock? Find(IEnumerable<AdditionalText> files, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        var file = files.FirstOrDefault(f => options.GetOptions(f).TryGetValue(Metadata, out var isLock) && string.Equals(isLock, "true", StringComparison.OrdinalIgnoreCase));
        return file?.GetText(cancellationToken) is { } text ? WithOwn(Known.GetValue(text, t => new(ImageLock.Parse(t.ToString(), out _, mayGrow: true))).Lock, options.GlobalOptions) : null;
    }

    // What the project's own build makes nobody pins.
    private static ImageLock? WithOwn(ImageLock? imageLock, AnalyzerConfigOptions options) => ContainerImages.Read(ProjectInputs.ContainerText(options)) is { Count: > 0 } images
        ? ImageLock.With(imageLock, ContainerImages.Keys(images), new Dictionary<string, string>()) : imageLock;

    private sealed class Read(ImageLock? imageLock)
    {
        public ImageLock? Lock { get; } = imageLock;
    }
}
