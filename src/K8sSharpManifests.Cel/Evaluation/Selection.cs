using K8sSharpManifests.Cel.Functions;
using K8sSharpManifests.Cel.Schemas;
using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Evaluation;

/// <summary>Fields and items of values.</summary>
/// <remarks>Upstream: cel-go's interpreter/attributes.go (refQualify).</remarks>
internal static class Selection
{
    /// <summary>A field: <c>a.b</c>.</summary>
    public static CelValue Field(CelValue of, string name) => of switch
    {
        { IsFailure: true } => of,
        CelOptional optional => OptionalField(optional, name),
        SchemaObject schemaObject when !schemaObject.Knows(name) => NotInSchema(name),
        CelMapValue map => map.Find(new CelString(name)) ?? CelError.NoSuchKey(name),
        _ => CelError.NoSuchKey(name),
    };

    /// <summary>A field, where it is there: <c>a.?b</c>.</summary>
    public static CelValue OptionalField(CelValue of, string name) => of switch
    {
        { IsFailure: true } => of,
        CelOptional { Value: null } => of,
        CelOptional { Value: { } value } => OptionalField(value, name),
        SchemaObject schemaObject when !schemaObject.Knows(name) => NotInSchema(name),
        CelMapValue map => CelOptional.Of(map.Find(new CelString(name))),
        _ => CelOptional.None,
    };

    /// <summary>Whether a field is there: <c>has(a.b)</c>.</summary>
    public static CelValue HasField(CelValue of, string name) => of switch
    {
        { IsFailure: true } => of,
        CelOptional { Value: null } => CelBool.False,
        CelOptional { Value: { } value } => HasField(value, name),
        SchemaObject schemaObject when !schemaObject.Knows(name) => NotInSchema(name),
        CelMapValue map => map.Has(new CelString(name)),
        _ => CelBool.False,
    };

    /// <summary>An item: <c>a[b]</c>.</summary>
    public static CelValue Item(CelValue of, CelValue key) => of switch
    {
        CelOptional optional => OptionalItem(optional, key),
        CelMapValue map => map.Find(key) ?? CelError.NoSuchKey(Texts.Show(key)),
        CelListValue list => ListItem(list, key, out var fault) ?? fault!,
        _ => CelError.NoSuchOverload,
    };

    /// <summary>An item, where it is there: <c>a[?b]</c>.</summary>
    public static CelValue OptionalItem(CelValue of, CelValue key)
    {
        switch (of)
        {
            case CelOptional { Value: null }:
                return of;
            case CelOptional { Value: { } value }:
                return OptionalItem(value, key);
            case CelMapValue map:
                return CelOptional.Of(map.Find(key));
            case CelListValue list:
                var item = ListItem(list, key, out var fault);
                return item is not null ? CelOptional.Of(item) : fault is CelUnknown ? fault : CelOptional.None;
            default:
                return CelError.NoSuchOverload;
        }
    }

    // Items that are not seen may come before any other.
    private static CelValue? ListItem(CelListValue list, CelValue key, out CelValue? fault)
    {
        fault = null;
        long? index = key switch
        {
            CelInt number => number.Value,
            CelUint { Value: <= long.MaxValue } number => (long)number.Value,
            CelDouble { Value: > -1e15 and < 1e15 } number when Math.Floor(number.Value) == number.Value => (long)number.Value,
            _ => null,
        };
        if (index is null)
        {
            fault = CelError.NoSuchOverload;
        }
        else if (list.IsOpen)
        {
            fault = CelUnknown.Data;
        }
        else if (index < 0 || index >= list.Items.Count)
        {
            fault = new CelError($"index out of bounds: {Texts.Show(key)}");
        }

        return fault is null ? list.Items[(int)index!] : null;
    }

    // The server has refused such a rule with its schema.
    private static CelUnknown NotInSchema(string name) => CelUnknown.Because($"the schema names no field '{name}'");
}
