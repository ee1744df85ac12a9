using System.Globalization;
using System.Text.RegularExpressions;
using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>What times and spans of time are made of. Months and days of a year, a month or a week are counted from 0; getDate is counted from 1.</summary>
/// <remarks>Upstream: cel-go's common/types/timestamp.go and duration.go.</remarks>
internal static class TimeFunctions
{
    private static readonly Regex Offset = new(@"^([+-]?[0-9]+):([+-]?[0-9]+)\z", RegexOptions.CultureInvariant);

    public static void Register()
    {
        Add("getFullYear", clock => clock.Year, null);
        Add("getMonth", clock => clock.Month - 1, null);
        Add("getDayOfYear", clock => clock.DayOfYear - 1, null);
        Add("getDayOfMonth", clock => clock.Day - 1, null);
        Add("getDate", clock => clock.Day, null);
        Add("getDayOfWeek", clock => (int)clock.DayOfWeek, null);
        Add("getHours", clock => clock.Hour, 3600 * CelDuration.Second);
        Add("getMinutes", clock => clock.Minute, 60 * CelDuration.Second);
        Add("getSeconds", clock => clock.Second, CelDuration.Second);
        FunctionTable.AddMember("getMilliseconds", arguments => arguments switch
        {
            [CelTimestamp time] => new CelInt(time.Nanoseconds / 1_000_000),
            [CelTimestamp time, CelString zone] => OffsetOf(zone.Value, time, out var fault) is null ? fault! : new CelInt(time.Nanoseconds / 1_000_000),
            [CelDuration duration] => new CelInt(duration.Nanoseconds / 1_000_000),
            _ => CelError.NoSuchOverload,
        });
    }

    private static void Add(string name, Func<DateTime, int> part, long? unit) => FunctionTable.AddMember(name, arguments => arguments switch
    {
        [CelTimestamp time] => new CelInt(part(time.Clock(0))),
        [CelTimestamp time, CelString zone] => OffsetOf(zone.Value, time, out var fault) is { } offset ? Shown(time, offset, part) : fault!,
        [CelDuration duration] when unit is not null => new CelInt(duration.Nanoseconds / unit.Value),
        _ => CelError.NoSuchOverload,
    });

    // Go's clock goes beyond the years that .NET knows.
    private static CelValue Shown(CelTimestamp time, int offset, Func<DateTime, int> part) =>
        time.Seconds + offset is < CelTimestamp.First or > CelTimestamp.Last ? CelUnknown.Because("a time is beyond the year 9999 or before the year 1 in its time zone") : new CelInt(part(time.Clock(offset)));

    private static int? OffsetOf(string zone, CelTimestamp time, out CelValue? fault)
    {
        fault = null;
        if (zone.IndexOf(':') >= 0)
        {
            var match = Offset.Match(zone);
            if (match.Success && int.TryParse(match.Groups[1].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours) && Math.Abs(hours) < 1000
                && int.TryParse(match.Groups[2].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 0 and <= 59)
            {
                return ((hours * 60) + (zone[0] == '-' ? -minutes : minutes)) * 60;
            }

            fault = new CelError($"timezone offset minutes out of range [0, 59]: {zone}");
            return null;
        }

        try
        {
            return zone is "" or "UTC" ? 0 : (int)TimeZoneInfo.FindSystemTimeZoneById(zone).GetUtcOffset(DateTime.SpecifyKind(time.Clock(0), DateTimeKind.Utc)).TotalSeconds;
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            // This machine may know fewer zones than the server.
            fault = CelUnknown.Because($"the time zone '{zone}' is not known here");
            return null;
        }
    }
}
