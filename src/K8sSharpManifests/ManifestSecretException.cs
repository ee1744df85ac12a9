namespace K8sSharpManifests;

/// <summary>A secret that a [Manifest] member asks for with <see cref="ManifestContext.Secret(string)"/> is not given. The build names the member.</summary>
public sealed class ManifestSecretException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="name">The name of the secret.</param>
    /// <param name="message">What is wrong with it, without a value.</param>
    public ManifestSecretException(string name, string message)
        : base(message) => Name = name;

    /// <summary>The name of the secret.</summary>
    public string Name { get; }
}
