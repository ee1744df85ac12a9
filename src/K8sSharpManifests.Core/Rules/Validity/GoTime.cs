using System.Globalization;
using System.Text.RegularExpressions;

namespace K8sSharpManifests.Core.Rules.Validity;

/// <summary>The times that Go reads with the layouts of RFC 3339.</summary>
/// <remarks>Upstream: k8s.io/apimachinery/pkg/apis/meta/v1 (Time, MicroTime), Go's time.Parse, which takes an hour of one digit, a comma before the fraction, and +24:60.</remarks>
internal static class GoTime
{
    private static readonly Regex Layout = new(
        @"^(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})T(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})([.,](?<fraction>[0-9]+))?(Z|[+-](?<hours>[0-9]{2}):(?<minutes>[0-9]{2}))\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant);

    /// <summary>Whether a text is a time.</summary>
    public static bool IsTime(string text) => Match(text) is not null;

    /// <summary>Whether a text is a time with six digits of a second, no more and no fewer.</summary>
    public static bool HasMicroseconds(string text) => Match(text)?.Groups["fraction"].Length == 6;

    private static Match? Match(string text)
    {
        var match = Layout.Match(text);
        if (!match.Success)
        {
            return null;
        }

        // .NET has no year 0, and Go has one: a leap year.
        var (year, month) = (Number("year"), Number("month"));
        return month is >= 1 and <= 12 && Number("day") is var day && day >= 1 && day <= DateTime.DaysInMonth(year == 0 ? 4 : year, month)
            && Number("hour") <= 23 && Number("minute") <= 59 && Number("second") <= 59 && Number("hours") <= 24 && Number("minutes") <= 60
            ? match
            : null;

        int Number(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
    }
}
