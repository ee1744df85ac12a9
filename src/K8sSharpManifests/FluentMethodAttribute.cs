using System.ComponentModel;

namespace K8sSharpManifests;

/// <summary>What a generated method does with the field that it names.</summary>
public enum FluentOperation
{
    /// <summary>Sets the field. A lambda gets what is there, or an empty object, and returns the new value.</summary>
    Set,

    /// <summary>Appends an item to the list, or each item of a sequence. A lambda gets an empty item and returns the one to append.</summary>
    Append,

    /// <summary>Puts an entry into the map, in its place where the key is there. A lambda gets what is there, or an empty object.</summary>
    Put,

    /// <summary>
    /// Gives the field, in every item of the list that does not set it, a value: in those that are there and in those that With and Add methods bring later.
    /// Of an object, an item that has one gets the fields that this does not set, at every level. The path has <c>*</c> for the items.
    /// </summary>
    Default,

    /// <summary>Sets the field that the first argument names, or that of the path, in an object without a type.</summary>
    SetAt,

    /// <summary>Sets the field that the first argument names, which the object's type does not have.</summary>
    Patch,
}

/// <summary>
/// The meaning of a fluent method, for the analyzers: which field it works on and how. The methods' bodies say the same to the runtime.
/// </summary>
/// <param name="operation">What it does.</param>
/// <param name="path">The field, from the extended object, as in YAML with dots between the keys.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class FluentMethodAttribute(FluentOperation operation, string path) : Attribute
{
    /// <summary>What the method does.</summary>
    public FluentOperation Operation { get; } = operation;

    /// <summary>The field, from the extended object, as in YAML with dots between the keys.</summary>
    public string Path { get; } = path;
}
