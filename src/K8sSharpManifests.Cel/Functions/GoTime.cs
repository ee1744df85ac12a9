using System.Globalization;
using System.Text.RegularExpressions;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core.Rules.Validity;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>Times and spans of time as Go reads and writes them.</summary>
internal static class GoTime
{
    private static readonly Regex Rfc3339 = new(
        @"^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?(?:Z|([+-])([0-9]{2}):([0-9]{2}))\z", RegexOptions.CultureInvariant);

    /// <summary>A time of RFC 3339; null for none, and an error for one that CEL does not know.</summary>
    public static CelValue? ParseTimestamp(string text)
    {
        var match = Rfc3339.Match(text);
        if (!match.Success)
        {
            return null;
        }

        int Part(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var (year, month, day) = (Part(1), Part(2), Part(3));
        var offset = (match.Groups[8].Value == "-" ? -1 : 1) * ((Part(9) * 3600) + (Part(10) * 60));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year == 0 ? 4 : year, month) || Part(4) > 23 || Part(5) > 59 || Part(6) > 59 || Part(9) > 24 || Part(10) > 59)
        {
            return null;
        }

        if (year == 0)
        {
            return new CelError("timestamp overflow");
        }

        var days = (new DateTime(year, month, day) - new DateTime(1970, 1, 1)).Days;
        var fraction = match.Groups[7].Value.PadRight(9, '0').Substring(0, 9);
        return CelTimestamp.Of((days * 86400L) + (Part(4) * 3600) + (Part(5) * 60) + Part(6) - offset, int.Parse(fraction, CultureInfo.InvariantCulture), offset);
    }

    /// <summary>A span of time; null for none.</summary>
    public static CelDuration? ParseDuration(string text) => GoDuration.Nanoseconds(text) is { } nanoseconds ? new(nanoseconds) : null;

    /// <summary>A time as text.</summary>
    public static string Text(CelTimestamp time)
    {
        var fraction = time.Nanoseconds == 0 ? "" : "." + time.Nanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        var minutes = Math.Abs(time.Offset) / 60;
        var zone = time.Offset == 0 ? "Z" : string.Format(CultureInfo.InvariantCulture, "{0}{1:00}:{2:00}", time.Offset < 0 ? "-" : "+", minutes / 60, minutes % 60);
        return time.Clock(time.Offset).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + fraction + zone;
    }

    /// <summary>A span of time as text: seconds.</summary>
    public static string Text(CelDuration duration) => Texts.PlainNumber((duration.Nanoseconds / CelDuration.Second) + ((double)(duration.Nanoseconds % CelDuration.Second) / CelDuration.Second)) + "s";
}
