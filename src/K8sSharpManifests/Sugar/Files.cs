using System.Security.Cryptography;
using System.Text;
using k8s.Models;

namespace K8sSharpManifests;

[EmbedSource]
public static partial class Fluent
{
    /// <summary>Adds a file: its text, with <c>\n</c> for all newlines, or where it is no text, its bytes as binaryData.</summary>
    /// <param name="self">The config map.</param>
    /// <param name="context">What the build has handed to the manifest's method. The file becomes an input of the build.</param>
    /// <param name="path">Its path, relative to the project's folder, with forward slashes. Where the project names it by the item ManifestFile, it is known while one types.</param>
    /// <param name="key">The key that it is found by; its name where none is given.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    /// <exception cref="ArgumentException">The config map has that key already.</exception>
    public static V1ConfigMap AddFile(this V1ConfigMap self, ManifestContext context, string path, string? key = null) =>
        HasKey(self, key ?? FileName(path)) ? throw new ArgumentException($"The ConfigMap '{self.Metadata?.Name}' has a key '{key ?? FileName(path)}' already: name another one for the file '{path}'", nameof(path))
        : context.FindText(path) is { } text ? self.AddData(key ?? FileName(path), text)
        : self.AddBinaryData(key ?? FileName(path), context.ReadBytes(path));

    /// <summary>Adds the files that match a pattern, each by its name.</summary>
    /// <param name="self">The config map.</param>
    /// <param name="context">What the build has handed to the manifest's method. The files become inputs of the build.</param>
    /// <param name="pattern">The pattern, like <c>config/*.json</c>, for files that the project names by the item ManifestFile.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="ArgumentException">Two files have one name, or the config map has that key already.</exception>
    public static V1ConfigMap AddFiles(this V1ConfigMap self, ManifestContext context, string pattern) =>
        context.Files(pattern).Aggregate(self, (map, path) => map.AddFile(context, path));

    /// <summary>Adds a file to what the secret holds.</summary>
    /// <param name="self">The secret.</param>
    /// <param name="context">What the build has handed to the manifest's method. The file becomes an input of the build.</param>
    /// <param name="path">Its path, relative to the project's folder, with forward slashes.</param>
    /// <param name="key">The key that it is found by; its name where none is given.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public static V1Secret AddFile(this V1Secret self, ManifestContext context, string path, string? key = null) =>
        self.AddData(key ?? FileName(path), context.ReadBytes(path));

    /// <summary>
    /// Has the pods restart when what config maps hold changes, by an annotation with a checksum of it: a pod that reads a file or variable once does not see a change, and a file that is mounted
    /// by <c>subPath</c> never does. A Secret has no such checksum, since one of a short value would tell the value.
    /// </summary>
    /// <param name="self">The pod template.</param>
    /// <param name="configMaps">The config maps.</param>
    /// <returns>A changed copy.</returns>
    public static V1PodTemplateSpec RollOnChangeOf(this V1PodTemplateSpec self, params V1ConfigMap[] configMaps) =>
        self.AddAnnotation(ChecksumAnnotation, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Checksum(self) + string.Concat(configMaps.Select(Content))))));

    private const string ChecksumAnnotation = "checksum/config";

    // Of several calls each counts.
    private static string Checksum(V1PodTemplateSpec template) =>
        template.Metadata?.Annotations is { } annotations && annotations.ContainsKey(ChecksumAnnotation) ? annotations[ChecksumAnnotation] : "";

    // Each text with its length before it: two contents never look alike.
    private static string Content(V1ConfigMap map) =>
        string.Concat((map.Data ?? new Dictionary<string, string>()).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key.Length}:{e.Key}{e.Value.Length}:{e.Value}")) + "/"
        + string.Concat((map.BinaryData ?? new Dictionary<string, byte[]>()).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key.Length}:{e.Key}{Convert.ToBase64String(e.Value)}/")) + "/";

    private static bool HasKey(V1ConfigMap map, string key) =>
        (map.Data is { } data && data.ContainsKey(key)) || (map.BinaryData is { } binaryData && binaryData.ContainsKey(key));

    private static string FileName(string path) => path.Split('/').Last();
}
