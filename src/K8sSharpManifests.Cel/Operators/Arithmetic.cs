using K8sSharpManifests.Cel.Schemas;
using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Operators;

/// <summary>CEL's <c>+ - * / %</c>: only between values of a type, and what does not fit into 64 bits is an error.</summary>
/// <remarks>Upstream: cel-go's common/types/overflow.go.</remarks>
internal static class Arithmetic
{
    private static readonly CelError IntOverflow = new("integer overflow");
    private static readonly CelError UintOverflow = new("unsigned integer overflow");
    private static readonly CelError DurationOverflow = new("duration overflow");

    public static CelValue Compute(string op, CelValue left, CelValue right)
    {
        if (Failures.FirstOf(left, right) is { } failure)
        {
            return failure;
        }

        (left, right) = (CelAnyZero.Adapted(left, right), CelAnyZero.Adapted(right, left));
        return (left, right) switch
        {
            (CelInt a, CelInt b) => Ints(op, a.Value, b.Value),
            (CelUint a, CelUint b) => Uints(op, a.Value, b.Value),
            (CelDouble a, CelDouble b) => Doubles(op, a.Value, b.Value),
            (CelString a, CelString b) when op == "+" => new CelString(a.Value + b.Value),
            (CelBytes a, CelBytes b) when op == "+" => new CelBytes([.. a.Value, .. b.Value]),
            (CelListValue a, CelListValue b) when op == "+" => Lists(a, b),
            (CelDuration a, CelDuration b) when op is "+" or "-" => Durations(op, a.Nanoseconds, b.Nanoseconds),
            (CelTimestamp a, CelDuration b) when op == "+" => Moved(a, b.Nanoseconds, 1),
            (CelDuration a, CelTimestamp b) when op == "+" => Moved(b, a.Nanoseconds, 1),
            (CelTimestamp a, CelDuration b) when op == "-" => Moved(a, b.Nanoseconds, -1),
            (CelTimestamp a, CelTimestamp b) when op == "-" => Between(a, b),
            _ => CelError.NoSuchOverload,
        };
    }

    public static CelValue Negate(CelValue value) => value switch
    {
        CelInt { Value: long.MinValue } => IntOverflow,
        CelInt number => new CelInt(-number.Value),
        CelDouble number => new CelDouble(-number.Value),
        CelDuration { Nanoseconds: long.MinValue } => DurationOverflow,
        CelDuration duration => new CelDuration(-duration.Nanoseconds),
        _ => value.IsFailure ? value : CelError.NoSuchOverload,
    };

    private static CelValue Ints(string op, long left, long right)
    {
        try
        {
            return op switch
            {
                "+" => new CelInt(checked(left + right)),
                "-" => new CelInt(checked(left - right)),
                "*" => new CelInt(checked(left * right)),
                "/" => right == 0 ? new CelError("division by zero") : left == long.MinValue && right == -1 ? IntOverflow : new CelInt(left / right),
                _ => right == 0 ? new CelError("modulus by zero") : left == long.MinValue && right == -1 ? IntOverflow : new CelInt(left % right),
            };
        }
        catch (OverflowException)
        {
            return IntOverflow;
        }
    }

    private static CelValue Uints(string op, ulong left, ulong right)
    {
        try
        {
            return op switch
            {
                "+" => new CelUint(checked(left + right)),
                "-" => new CelUint(checked(left - right)),
                "*" => new CelUint(checked(left * right)),
                "/" => right == 0 ? new CelError("division by zero") : new CelUint(left / right),
                _ => right == 0 ? new CelError("modulus by zero") : new CelUint(left % right),
            };
        }
        catch (OverflowException)
        {
            return UintOverflow;
        }
    }

    private static CelValue Doubles(string op, double left, double right) => op switch
    {
        "+" => new CelDouble(left + right),
        "-" => new CelDouble(left - right),
        "*" => new CelDouble(left * right),
        "/" => new CelDouble(left / right),
        _ => CelError.NoSuchOverload,
    };

    private static CelValue Lists(CelListValue left, CelListValue right) =>
        left.IsOpen || right.IsOpen ? CelUnknown.Data : left is SchemaList list ? list.Plus(right) : new CelMadeList([.. left.Items, .. right.Items]);

    private static CelValue Durations(string op, long left, long right)
    {
        try
        {
            return new CelDuration(op == "+" ? checked(left + right) : checked(left - right));
        }
        catch (OverflowException)
        {
            return DurationOverflow;
        }
    }

    private static CelValue Moved(CelTimestamp time, long nanoseconds, int sign) =>
        CelTimestamp.Of(time.Seconds + (sign * (nanoseconds / CelDuration.Second)), time.Nanoseconds + (sign * (nanoseconds % CelDuration.Second)), time.Offset);

    private static CelValue Between(CelTimestamp left, CelTimestamp right)
    {
        try
        {
            return new CelDuration(checked(((left.Seconds - right.Seconds) * CelDuration.Second) + left.Nanoseconds - right.Nanoseconds));
        }
        catch (OverflowException)
        {
            return DurationOverflow;
        }
    }
}
