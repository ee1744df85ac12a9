using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>A duration as Go's time.ParseDuration reads one: <c>1h30m</c>, <c>300ms</c>, <c>-1.5h</c>.</summary>
internal static class GoDuration
{
    private static readonly (string Unit, double Seconds)[] Units = [("ns", 1e-9), ("us", 1e-6), ("µs", 1e-6), ("μs", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600)];

    // 64 bits of nanoseconds.
    private const double MaxSeconds = long.MaxValue * 1e-9;

    /// <summary>The duration in seconds; null where it is none.</summary>
    public static double? TryParse(string text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var sign = text.Length > 0 && text[0] == '-' ? -1 : 1;
        if (at == text.Length)
        {
            return null;
        }

        if (text.Substring(at) == "0")
        {
            return 0;
        }

        var sum = 0.0;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && text[at] is (>= '0' and <= '9') or '.')
            {
                at++;
            }

            var number = text.Substring(start, at - start);
            var unitStart = at;
            while (at < text.Length && text[at] is not ((>= '0' and <= '9') or '.'))
            {
                at++;
            }

            var unit = Array.Find(Units, u => u.Unit == text.Substring(unitStart, at - unitStart));
            if (unit.Unit is null || number == "." || !double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            sum += value * unit.Seconds;
        }

        return sum > MaxSeconds ? null : sign * sum;
    }
}
