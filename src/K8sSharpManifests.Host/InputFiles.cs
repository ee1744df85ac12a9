using System.Security.Cryptography;
using System.Text;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Host;

/// <summary>
/// Writes down for the next build what members read through their <see cref="ManifestContext"/>, and what was written. The targets read both again, compare, and run nothing where they are the
/// same.
/// </summary>
internal static class InputFiles
{
    /// <summary>Writes the names, and what they held unless the next run may give something else in any case.</summary>
    /// <param name="read">What was read, in each environment.</param>
    /// <param name="written">What was written, in the order of <see cref="HostOptions.FilesFile"/>.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="isRepeatable">Whether what the members give depends on nothing else.</param>
    public static void Write(IReadOnlyList<ManifestInputs> read, IReadOnlyList<ManifestFile> written, HostOptions options, bool isRepeatable)
    {
        var files = Union(read.SelectMany(inputs => inputs.Files));
        var variables = Union(read.SelectMany(inputs => inputs.Variables));
        FileContent.Replace(options.InputsFile, string.Join('\n', files.Keys));
        FileContent.Replace(options.VariablesFile, string.Join('\n', variables.Keys));
        if (isRepeatable && files.Keys.All(IsOneLine) && variables.Keys.All(IsName))
        {
            FileContent.Replace(options.StateFile, State(files, variables, written));
        }
    }

    // Of a file that changes between two environments the first content is as good as any: the next build sees the change.
    private static SortedDictionary<string, string> Union(IEnumerable<KeyValuePair<string, string>> read)
    {
        var union = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in read)
        {
            union.TryAdd(name, value);
        }

        return union;
    }

    // As the targets put it together.
    private static string State(SortedDictionary<string, string> read, SortedDictionary<string, string> variables, IReadOnlyList<ManifestFile> written)
    {
        var files = string.Join(';', read.Values);
        var values = string.Concat(variables.Select(variable => $"|{variable.Key}={variable.Value}"));
        return $"{files}|{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(values)))}|{string.Join(';', written.Select(file => file.Sha256()))}";
    }

    private static bool IsOneLine(string path) => !path.AsSpan().ContainsAny("\n\r;%");

    // Any other one would have a meaning to MSBuild.
    private static bool IsName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
