namespace K8sSharpManifests.Core;

/// <summary>A value that YAML cannot hold, such as a lone surrogate. Nothing of its document is written.</summary>
public sealed class YamlWriteException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="path">Where the value stands in the document, as in <c>spec.containers[0].env[1].value</c>.</param>
    /// <param name="reason">What is wrong with it, as the end of a sentence that starts with the path.</param>
    public YamlWriteException(string path, string reason) : base($"{path} {reason}")
    {
        Path = path;
        Reason = reason;
    }

    /// <summary>Where the value stands in the document, as in <c>spec.containers[0].env[1].value</c>.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it, as the end of a sentence that starts with the path.</summary>
    public string Reason { get; }
}
