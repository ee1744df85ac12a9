using System.Text;

namespace K8sSharpManifests;

/// <summary>What a build tells a manifest method that asks for it with its parameter, and what the method reads through it: the build knows of that, and runs again when it changes.</summary>
/// <param name="environment">The MSBuild property ManifestEnvironment, like <c>prod</c> in <c>dotnet build -p:ManifestEnvironment=prod</c>; empty where it is not set.</param>
public sealed class ManifestContext(string environment)
{
    /// <summary>The MSBuild property ManifestEnvironment; empty where it is not set.</summary>
    public string Environment { get; } = environment;

    /// <summary>What was read so far.</summary>
    internal ManifestInputs Inputs { get; } = new();

    /// <summary>Reads a text file, which becomes an input of the build.</summary>
    /// <param name="path">Its path, relative to the project's folder, whatever the current directory is by now.</param>
    /// <returns>Its text, as UTF-8 unless it begins with another encoding's mark. Its newlines are <c>\n</c>, whatever a checkout made of them.</returns>
    /// <exception cref="FileNotFoundException">It is not there; the message names the full path.</exception>
    /// <exception cref="InvalidDataException">It is not text in that encoding; the message names the path.</exception>
    public string ReadText(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var content = Inputs.ReadFile(path);
        using var reader = new StreamReader(new MemoryStream(content), Encoding.UTF8);
        reader.Peek();
        var marked = reader.CurrentEncoding;

        // Decoders put a replacement character where there is no text, and nobody would see it in the manifest.
        var encoding = Encoding.GetEncoding(marked.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        var start = content.AsSpan().StartsWith(marked.Preamble) ? marked.Preamble.Length : 0;
        try
        {
            return encoding.GetString(content, start, content.Length - start).Replace("\r\n", "\n", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException($"The file '{path}' is no text in {marked.WebName.ToUpperInvariant()}: save it in UTF-8, or read it with File.ReadAllBytes where it holds data", e);
        }
    }

    /// <summary>Reads an environment variable of the build, which becomes an input of it; not a property, as <c>-p:</c> sets. What a member sets before is not seen.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its value; null where it is not set, or empty.</returns>
    public string? Variable(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Inputs.ReadVariable(name);
    }
}
