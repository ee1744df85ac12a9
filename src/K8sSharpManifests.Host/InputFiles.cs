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
    /// <param name="inputs">What was read.</param>
    /// <param name="written">What was written, in the order of <see cref="HostOptions.FilesFile"/>.</param>
    /// <param name="options">The options of the run.</param>
    /// <param name="isRepeatable">Whether what the members give depends on nothing else.</param>
    public static void Write(this ManifestInputs inputs, IReadOnlyList<ManifestFile> written, HostOptions options, bool isRepeatable)
    {
        FileContent.Replace(options.InputsFile, string.Join('\n', inputs.Files.Keys));
        FileContent.Replace(options.VariablesFile, string.Join('\n', inputs.Variables.Keys));
        if (isRepeatable && inputs.Files.Keys.All(IsOneLine) && inputs.Variables.Keys.All(IsName))
        {
            FileContent.Replace(options.StateFile, State(inputs, written));
        }
    }

    // As the targets put it together.
    private static string State(ManifestInputs inputs, IReadOnlyList<ManifestFile> written)
    {
        var files = string.Join(';', inputs.Files.Values);
        var variables = string.Concat(inputs.Variables.Select(variable => $"|{variable.Key}={variable.Value}"));
        return $"{files}|{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(variables)))}|{string.Join(';', written.Select(file => file.Sha256()))}";
    }

    private static bool IsOneLine(string path) => !path.AsSpan().ContainsAny("\n\r;%");

    // Any other one would have a meaning to MSBuild.
    private static bool IsName(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
