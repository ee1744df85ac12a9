namespace K8sSharpManifests.Core.Rules.Validity.Cel;

/// <summary>What sort of value an expression of CEL has.</summary>
internal enum CelKind
{
    /// <summary>Nobody here knows.</summary>
    Unsure,

    /// <summary>Whatever it is when it runs: CEL's dyn.</summary>
    Dynamic,

    Bool,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Null,
    List,
    Map,
    Object,
    Timestamp,
    Duration,

    /// <summary>Any other type of a library.</summary>
    Other,
}

/// <summary>The type of a value of CEL.</summary>
internal sealed class CelType
{
    private readonly Func<string, CelType?>? _field;

    private CelType(CelKind kind, CelType? key = null, CelType? value = null, Func<string, CelType?>? field = null) => (Kind, Key, Value, _field) = (kind, key, value, field);

    public static readonly CelType Unsure = new(CelKind.Unsure);
    public static readonly CelType Dynamic = new(CelKind.Dynamic);
    public static readonly CelType Bool = new(CelKind.Bool);
    public static readonly CelType Int = new(CelKind.Int);
    public static readonly CelType Uint = new(CelKind.Uint);
    public static readonly CelType Double = new(CelKind.Double);
    public static readonly CelType String = new(CelKind.String);
    public static readonly CelType Bytes = new(CelKind.Bytes);
    public static readonly CelType Null = new(CelKind.Null);
    public static readonly CelType Timestamp = new(CelKind.Timestamp);
    public static readonly CelType Duration = new(CelKind.Duration);
    public static readonly CelType Other = new(CelKind.Other);

    public CelKind Kind { get; }

    /// <summary>Of a dictionary, the type of its keys.</summary>
    public CelType? Key { get; }

    /// <summary>Of a list or a dictionary, the type of what is in it.</summary>
    public CelType? Value { get; }

    /// <summary>Whether it is one of those that are the same as no other.</summary>
    public bool IsSimple => Kind is CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.String or CelKind.Bytes;

    /// <summary>Whether it certainly is something of its own, and not what anything may be.</summary>
    public bool IsKnown => IsSimple || Kind is CelKind.List or CelKind.Map or CelKind.Object or CelKind.Timestamp or CelKind.Duration;

    public bool IsNumber => Kind is CelKind.Int or CelKind.Uint or CelKind.Double;

    private bool IsOfFields => Kind is CelKind.Map or CelKind.Object;

    public static CelType ListOf(CelType value) => new(CelKind.List, value: value);

    public static CelType MapOf(CelType key, CelType value) => new(CelKind.Map, key, value);

    /// <summary>An object.</summary>
    /// <param name="field">The type of a field; null for one that it has not.</param>
    public static CelType ObjectOf(Func<string, CelType?> field) => new(CelKind.Object, field: field);

    public static CelType ObjectOf(IReadOnlyDictionary<string, CelType> fields) => ObjectOf(name => fields.TryGetValue(name, out var type) ? type : null);

    /// <summary>The type of a field of an object; null for one that it has not.</summary>
    public CelType? Field(string name) => _field?.Invoke(name);

    /// <summary>Whether a value of it can certainly not be where one of another is.</summary>
    public bool IsOtherThan(CelType other) => IsKnown && other.IsKnown && Kind != other.Kind && !(IsOfFields && other.IsOfFields);

    /// <summary>What messages call it.</summary>
    public override string ToString() => Kind switch
    {
        CelKind.Bool => "true or false",
        CelKind.Int => "a whole number",
        CelKind.Uint => "a whole number without a sign",
        CelKind.Double => "a number",
        CelKind.String => "a text",
        CelKind.Bytes => "bytes",
        CelKind.Null => "null",
        CelKind.List => "a list",
        CelKind.Map => "a dictionary",
        CelKind.Object => "an object",
        CelKind.Timestamp => "a time",
        CelKind.Duration => "a span of time",
        _ => "a value of any type",
    };
}
