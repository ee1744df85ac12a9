using System.Globalization;
using System.Numerics;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A duration as Go's time.ParseDuration reads one: <c>1h30m</c>, <c>300ms</c>, <c>-1.5h</c>.</summary>
internal static class GoDuration
{
    private const long Second = 1_000_000_000;

    private static readonly (string Unit, long Nanoseconds)[] Units =
    [
        ("ns", 1), ("us", 1000), ("µs", 1000), ("μs", 1000), ("ms", 1_000_000), ("s", Second), ("m", 60 * Second), ("h", 3600 * Second),
    ];

    /// <summary>The duration in seconds; null where it is none.</summary>
    public static double? TryParse(string text) => Nanoseconds(text) is { } nanoseconds ? (double)nanoseconds / Second : null;

    /// <summary>The duration in nanoseconds; null where it is none, or has more of them than 64 bits.</summary>
    public static long? Nanoseconds(string text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (at == text.Length)
        {
            return null;
        }

        if (text.Substring(at) == "0")
        {
            return 0;
        }

        var sum = BigInteger.Zero;
        while (at < text.Length)
        {
            var whole = Digits(text, ref at);
            var fraction = "";
            if (at < text.Length && text[at] == '.')
            {
                at++;
                fraction = Digits(text, ref at);
            }

            var start = at;
            while (at < text.Length && text[at] is not ((>= '0' and <= '9') or '.'))
            {
                at++;
            }

            var unit = Array.Find(Units, u => u.Unit == text.Substring(start, at - start));
            if (unit.Unit is null || whole.Length + fraction.Length == 0)
            {
                return null;
            }

            sum += (Number(whole) * unit.Nanoseconds) + (Number(fraction) * unit.Nanoseconds / BigInteger.Pow(10, fraction.Length));
        }

        sum = text[0] == '-' ? -sum : sum;
        return sum < long.MinValue || sum > long.MaxValue ? null : (long)sum;
    }

    private static string Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9')
        {
            at++;
        }

        return text.Substring(start, at - start);
    }

    private static BigInteger Number(string digits) => digits.Length == 0 ? BigInteger.Zero : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
