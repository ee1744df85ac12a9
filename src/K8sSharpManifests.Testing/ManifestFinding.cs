namespace K8sSharpManifests.Testing;

/// <summary>Where something was found.</summary>
public enum FindingStage
{
    /// <summary>By the compiler, as a warning or an error in the code.</summary>
    Compiler,

    /// <summary>By the build, which knows the objects.</summary>
    Build,
}

/// <summary>What a rule says of the manifests, as a build would.</summary>
/// <param name="Id">The rule, like <c>K8S113</c>.</param>
/// <param name="IsError">Whether it is an error; else it is a warning.</param>
/// <param name="File">The source file, relative to its project's folder.</param>
/// <param name="Line">The line there, from 1.</param>
/// <param name="Text">The message.</param>
/// <param name="Stage">Where it was found.</param>
public sealed record ManifestFinding(string Id, bool IsError, string File, int Line, string Text, FindingStage Stage)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}({Line}): {(IsError ? "error" : "warning")} {Id}: {Text}";
}

/// <summary>The manifests of an assembly cannot be made: a member threw, two are the same object, YAML cannot hold a value.</summary>
public sealed class ManifestException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong, a line each.</param>
    public ManifestException(string message)
        : base(message)
    {
    }
}
