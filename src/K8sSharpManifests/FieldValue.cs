using K8sSharpManifests.Core;

namespace K8sSharpManifests;

/// <summary>A field that code has set by its place.</summary>
/// <param name="Place">The field.</param>
/// <param name="Value">What it holds: read when the object is, as every other value is. Null takes the field away.</param>
/// <param name="IsPatch">Whether it came by <c>Patch</c>.</param>
internal sealed record FieldValue(FieldAddress Place, object? Value, bool IsPatch);

/// <summary>An object that keeps fields beside those of its type.</summary>
internal interface IHasFieldSettings
{
    /// <summary>The fields, in the order in which they were set. The array is never changed: copies share it.</summary>
    FieldValue[] FieldSettings { get; set; }
}
