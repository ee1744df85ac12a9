using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Operators;

/// <summary>CEL's <c>&lt;</c>: between values of a type, and between numbers of all types.</summary>
/// <remarks>Upstream: cel-go's common/types/compare.go.</remarks>
internal static class Ordering
{
    /// <summary>Compares two values.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="failure">Why they cannot be compared; null where they can.</param>
    /// <returns>Less than 0, 0, or more than 0.</returns>
    public static int Compare(CelValue left, CelValue right, out CelValue? failure)
    {
        failure = Failures.FirstOf(left, right);
        if (failure is not null)
        {
            return 0;
        }

        (left, right) = (CelAnyZero.Adapted(left, right), CelAnyZero.Adapted(right, left));
        switch (left, right)
        {
            case (CelInt or CelUint or CelDouble, CelInt or CelUint or CelDouble):
                if (CompareNumbers(left, right) is { } order)
                {
                    return order;
                }

                failure = new CelError("NaN values cannot be ordered");
                return 0;
            case (CelBool a, CelBool b):
                return a.Value.CompareTo(b.Value);
            case (CelString a, CelString b):
                return CompareTexts(a.Value, b.Value);
            case (CelBytes a, CelBytes b):
                return CompareBytes(a.Value, b.Value);
            case (CelTimestamp a, CelTimestamp b):
                return (a.Seconds, a.Nanoseconds).CompareTo((b.Seconds, b.Nanoseconds));
            case (CelDuration a, CelDuration b):
                return a.Nanoseconds.CompareTo(b.Nanoseconds);
            default:
                failure = CelError.NoSuchOverload;
                return 0;
        }
    }

    /// <summary>Compares two numbers; null where one of them is none.</summary>
    public static int? CompareNumbers(CelValue left, CelValue right) => (left, right) switch
    {
        (CelInt a, CelInt b) => a.Value.CompareTo(b.Value),
        (CelUint a, CelUint b) => a.Value.CompareTo(b.Value),
        (CelInt a, CelUint b) => a.Value < 0 || b.Value > long.MaxValue ? -1 : a.Value.CompareTo((long)b.Value),
        (CelUint, CelInt) => -CompareNumbers(right, left),
        (CelDouble a, CelDouble b) => double.IsNaN(a.Value) || double.IsNaN(b.Value) ? null : a.Value.CompareTo(b.Value),
        (CelDouble a, CelInt b) => double.IsNaN(a.Value) ? null : a.Value < long.MinValue ? -1 : a.Value > long.MaxValue ? 1 : a.Value.CompareTo(b.Value),
        (CelDouble a, CelUint b) => double.IsNaN(a.Value) ? null : a.Value < 0 ? -1 : a.Value > ulong.MaxValue ? 1 : a.Value.CompareTo(b.Value),
        (_, CelDouble) => -CompareNumbers(right, left),
        _ => null,
    };

    // By code points, as Go does by bytes of UTF-8. Halves of code points come after all others in UTF-16, and must not.
    private static int CompareTexts(string left, string right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            var (a, b) = (left[i], right[i]);
            if (a != b)
            {
                return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a) ? 1 : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareBytes(byte[] left, byte[] right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            if (left[i] != right[i])
            {
                return left[i].CompareTo(right[i]);
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
