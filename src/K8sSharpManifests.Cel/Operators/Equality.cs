using K8sSharpManifests.Cel.Schemas;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Cel.Operators;

/// <summary>CEL's <c>==</c>: values of different types are different, but for numbers.</summary>
/// <remarks>Upstream: cel-go's common/types, each type's Equal.</remarks>
internal static class Equality
{
    /// <summary>Whether two values are equal.</summary>
    /// <returns>true or false; an error, or unknown where that depends on what is not known.</returns>
    public static CelValue Equal(CelValue left, CelValue right)
    {
        if (left.IsFailure || right.IsFailure)
        {
            return Failures.FirstOf(left, right)!;
        }

        if (left is CelNull || right is CelNull)
        {
            return CelBool.Of(left is CelNull && right is CelNull);
        }

        (left, right) = (CelAnyZero.Adapted(left, right), CelAnyZero.Adapted(right, left));
        return (left, right) switch
        {
            (PreservedValue preserved, _) => Tree(preserved.Node, right),
            (CelInt or CelUint or CelDouble, CelInt or CelUint or CelDouble) => CelBool.Of(Ordering.CompareNumbers(left, right) == 0),
            (CelBool a, CelBool b) => CelBool.Of(a.Value == b.Value),
            (CelString a, CelString b) => CelBool.Of(a.Value == b.Value),
            (CelBytes a, CelBytes b) => CelBool.Of(a.Value.SequenceEqual(b.Value)),
            (CelTimestamp a, CelTimestamp b) => CelBool.Of(a.Seconds == b.Seconds && a.Nanoseconds == b.Nanoseconds),
            (CelDuration a, CelDuration b) => CelBool.Of(a.Nanoseconds == b.Nanoseconds),
            (CelTypeValue a, CelTypeValue b) => CelBool.Of(a.Name == b.Name),
            (CelOptional a, CelOptional b) => a.Value is null || b.Value is null ? CelBool.Of(a.Value is null && b.Value is null) : Equal(a.Value, b.Value),
            (SchemaList { IsUnordered: true } a, CelListValue b) => a.EqualItems(b),
            (CelListValue a, CelListValue b) => Lists(a, b),
            (CelMapValue a, CelMapValue b) => Maps(a, b),
            (CelIp a, CelIp b) => CelBool.Of(a.Value.Equals(b.Value)),
            (CelCidr a, CelCidr b) => CelBool.Of(a.Prefix == b.Prefix && a.Address.Equals(b.Address)),
            (CelUrl a, CelUrl b) => CelBool.Of(a.Value.Text == b.Value.Text),
            (CelQuantity a, CelQuantity b) => CelBool.Of(a.Value == b.Value),
            (CelSemver a, CelSemver b) => CelBool.Of(a.Value.CompareTo(b.Value) == 0),
            (CelFormat a, CelFormat b) => CelBool.Of(a.Name == b.Name),
            (SchemaList or SchemaObject or CelIp or CelCidr or CelUrl or CelQuantity or CelSemver or CelFormat, _) => CelError.NoSuchOverload,
            _ => CelBool.False,
        };
    }

    /// <summary>Whether a value is in a list, or is a key of a dictionary.</summary>
    public static CelValue Contains(CelValue collection, CelValue value)
    {
        if (Failures.FirstOf(value, collection) is { } failure)
        {
            return failure;
        }

        if (collection is CelMapValue map)
        {
            return map.Has(value);
        }

        if (collection is not CelListValue list)
        {
            return CelError.NoSuchOverload;
        }

        CelValue? open = list.IsOpen ? CelUnknown.Data : null;
        foreach (var item in list.Items)
        {
            var equal = Equal(item, value);
            if (equal == CelBool.True)
            {
                return equal;
            }

            open = equal.IsFailure ? Failures.FirstOf(open, equal) : open;
        }

        return open ?? CelBool.False;
    }

    private static CelValue Lists(CelListValue left, CelListValue right)
    {
        if (left.IsOpen || right.IsOpen)
        {
            return CelUnknown.Data;
        }

        if (left.Items.Count != right.Items.Count)
        {
            return CelBool.False;
        }

        CelValue? failure = null;
        for (var i = 0; i < left.Items.Count; i++)
        {
            var equal = Equal(left.Items[i], right.Items[i]);
            if (equal == CelBool.False)
            {
                return equal;
            }

            failure = equal.IsFailure ? Failures.FirstOf(failure, equal) : failure;
        }

        return failure ?? CelBool.True;
    }

    private static CelValue Maps(CelMapValue left, CelMapValue right)
    {
        CelValue? failure = left.IsOpen || right.IsOpen ? CelUnknown.Data : null;
        if (failure is null && left.Count != right.Count)
        {
            return CelBool.False;
        }

        foreach (var key in left.Keys)
        {
            var (value, other) = (left.Find(key), right.Find(key));
            if (value is null && other is null)
            {
                continue;
            }

            if (value is null || other is null)
            {
                return CelBool.False;
            }

            var equal = Equal(value, other);
            if (equal == CelBool.False)
            {
                return equal;
            }

            failure = equal.IsFailure ? Failures.FirstOf(failure, equal) : failure;
        }

        return failure ?? CelBool.True;
    }

    // What no schema says anything of is compared as JSON.
    private static CelValue Tree(Node node, CelValue other) => (node, other) switch
    {
        (Unknown, _) => CelUnknown.Data,
        (_, PreservedValue preserved) => Nodes(node, preserved.Node),
        (Scalar { Kind: ScalarKind.String } text, CelString s) => CelBool.Of(text.Text == s.Value),
        (Scalar { Kind: ScalarKind.Boolean } flag, CelBool b) => CelBool.Of(flag.Text == "true" == b.Value),
        (Scalar { Kind: ScalarKind.Number } number, CelInt i) => CelBool.Of(number.Text == i.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        (Scalar, CelString or CelBool or CelInt or CelUint or CelBytes) => CelBool.False,
        (Mapping, CelString or CelBool or CelInt or CelUint or CelBytes) => CelBool.False,
        (Sequence, CelString or CelBool or CelInt or CelUint or CelBytes) => CelBool.False,
        _ => CelUnknown.Because("a value that no schema describes is compared with one that is no text, number, true or false"),
    };

    private static CelValue Nodes(Node left, Node right)
    {
        switch (left, right)
        {
            case (Unknown, _) or (_, Unknown) or (Mapping { IsOpen: true }, _) or (_, Mapping { IsOpen: true }) or (Sequence { IsOpen: true }, _) or (_, Sequence { IsOpen: true }):
                return CelUnknown.Data;
            case (Scalar a, Scalar b):
                return CelBool.Of(a.Kind == b.Kind && a.Text == b.Text);
            case (Sequence a, Sequence b):
                return a.Count != b.Count ? CelBool.False : All(a.Items.Zip(b.Items, Nodes));
            case (Mapping a, Mapping b):
                return a.Count != b.Count ? CelBool.False : All(a.Entries.Select(e => b[e.Key] is Missing ? CelBool.False : Nodes(e.Value, b[e.Key])));
            default:
                return CelBool.False;
        }
    }

    private static CelValue All(IEnumerable<CelValue> parts)
    {
        CelValue result = CelBool.True;
        foreach (var part in parts)
        {
            if (part == CelBool.False)
            {
                return part;
            }

            result = part.IsFailure ? part : result;
        }

        return result;
    }
}
