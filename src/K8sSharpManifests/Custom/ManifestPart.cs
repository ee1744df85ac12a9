using System.ComponentModel;

namespace K8sSharpManifests;

/// <summary>A record that was generated of the definition of a custom resource: the resource, or a part of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IManifestPart
{
    /// <summary>What a manifest has of it: each key, and the value after it. A null is left out.</summary>
    object?[] Fields { get; }
}

/// <summary>Marks the record of a custom resource, and says what its definition says.</summary>
/// <param name="schema">The definition, for the analyzers and the build.</param>
/// <param name="longerNames">The names of other records that begin with that of this one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CustomResourceAttribute(string schema, params string[] longerNames) : Attribute
{
    /// <summary>The definition.</summary>
    public string Schema { get; } = schema;

    /// <summary>The names of other records that begin with that of this one.</summary>
    public string[] LongerNames { get; } = longerNames;
}

/// <summary>Marks the record of a part of a custom resource.</summary>
/// <param name="resource">The record of the resource.</param>
/// <param name="path">The fields that lead from there to the part.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CustomPartAttribute(Type resource, params string[] path) : Attribute
{
    /// <summary>The record of the resource.</summary>
    public Type Resource { get; } = resource;

    /// <summary>The fields that lead from there to the part.</summary>
    public string[] Path { get; } = path;
}

/// <summary>Marks a class of generated factories and fluent methods of a custom resource: their meaning is what their attributes say.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class CustomMethodsAttribute : Attribute;

/// <summary>Marks a generated factory of a custom resource: it makes one with apiVersion, kind and the name that it is given.</summary>
/// <param name="hasSpec">Whether it has an empty spec, too.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method)]
public sealed class CustomFactoryAttribute(bool hasSpec) : Attribute
{
    /// <summary>Whether it has an empty spec, too.</summary>
    public bool HasSpec { get; } = hasSpec;
}
