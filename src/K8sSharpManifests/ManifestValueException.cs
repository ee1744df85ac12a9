namespace K8sSharpManifests;

/// <summary>A value that a [Manifest] member asks for with <see cref="ManifestContext.Value(string)"/> is not given, or not in the form that it asks for. The build names the member.</summary>
public sealed class ManifestValueException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="name">The name of the value.</param>
    /// <param name="message">What is wrong with it.</param>
    public ManifestValueException(string name, string message)
        : base(message) => Name = name;

    /// <summary>The name of the value.</summary>
    public string Name { get; }
}
