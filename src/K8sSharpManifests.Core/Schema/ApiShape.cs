namespace K8sSharpManifests.Core;

/// <summary>What sort of value a field holds.</summary>
public enum ApiShapeKind
{
    /// <summary>Any JSON.</summary>
    Any,

    /// <summary>A text.</summary>
    String,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A whole number of 32 bits.</summary>
    Int32,

    /// <summary>A whole number of 64 bits.</summary>
    Int64,

    /// <summary>Any number.</summary>
    Double,

    /// <summary>A quantity, such as <c>128Mi</c>: a text, or a number.</summary>
    Quantity,

    /// <summary>A number, or a text such as a port's name.</summary>
    IntOrString,

    /// <summary>A time to the second, as RFC 3339 has it.</summary>
    Time,

    /// <summary>A time to the microsecond, as RFC 3339 has it.</summary>
    MicroTime,

    /// <summary>Bytes, as base64.</summary>
    Bytes,

    /// <summary>Fields of a type.</summary>
    Object,

    /// <summary>A list.</summary>
    List,

    /// <summary>A dictionary from texts.</summary>
    Map,
}

/// <summary>The shape of a value.</summary>
/// <param name="Kind">What sort of value it is.</param>
/// <param name="Items">The shape of a list's items or a dictionary's values; null for every other sort.</param>
/// <param name="Type">The type of an object; null for every other sort, and for one that is not known.</param>
public sealed record ApiShape(ApiShapeKind Kind, ApiShape? Items = null, ApiType? Type = null)
{
    /// <summary>The shape of what is in all lists and dictionaries, or the shape itself.</summary>
    public ApiShape Innermost => Items?.Innermost ?? this;

    /// <summary>The shape of an object of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The shape.</returns>
    public static ApiShape Of(ApiType type) => new(ApiShapeKind.Object, Type: type);

    /// <summary>The shape of what stands under a key.</summary>
    /// <param name="key">The key of an object's field, or of a dictionary's entry.</param>
    /// <returns>Null where nobody knows.</returns>
    public ApiShape? Below(string key) => Kind == ApiShapeKind.Map ? Items : Type?.Field(key)?.Shape;

    /// <summary>Whether it is a number.</summary>
    public bool IsNumber => Kind is ApiShapeKind.Int32 or ApiShapeKind.Int64 or ApiShapeKind.Double;
}
