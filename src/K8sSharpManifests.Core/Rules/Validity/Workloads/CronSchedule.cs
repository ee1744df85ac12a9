using System.Globalization;

namespace K8sSharpManifests.Core.Rules.Validity.Workloads;

/// <summary>A schedule as the cron controller reads it.</summary>
/// <remarks>Upstream: github.com/robfig/cron/v3, parser.go and spec.go (ParseStandard).</remarks>
internal static class CronSchedule
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
    private static readonly string[] Descriptors = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];
    private static readonly (string What, int Least, int Most, string[] Names)[] Fields =
    [
        ("minute", 0, 59, []), ("hour", 0, 23, []), ("day of the month", 1, 31, []), ("month", 1, 12, Months), ("day of the week", 0, 6, Days),
    ];

    /// <summary>What is wrong with a schedule; null for nothing.</summary>
    public static string? Fault(string schedule)
    {
        if (schedule.IndexOf("TZ", StringComparison.Ordinal) >= 0)
        {
            return "it cannot have a time zone; set timeZone instead";
        }

        if (schedule.StartsWith("@", StringComparison.Ordinal))
        {
            return DescriptorFault(schedule);
        }

        var fields = schedule.Split([' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != Fields.Length)
        {
            return $"it has {fields.Length} fields, and a schedule has five, like '0 3 * * *': minute, hour, day of the month, month, day of the week";
        }

        for (var i = 0; i < fields.Length; i++)
        {
            foreach (var range in fields[i].Split([','], StringSplitOptions.RemoveEmptyEntries))
            {
                if (RangeFault(range, Fields[i]) is { } fault)
                {
                    return fault;
                }
            }
        }

        return null;
    }

    /// <summary>The time zone that stands in a schedule, and the schedule without it; null where none does.</summary>
    public static (string Zone, string Schedule)? Split(string schedule)
    {
        foreach (var prefix in new[] { "TZ=", "CRON_TZ=" })
        {
            var blank = schedule.IndexOf(' ');
            if (schedule.StartsWith(prefix, StringComparison.Ordinal) && blank > prefix.Length && schedule.Substring(blank).Trim() is var rest && Fault(rest) is null)
            {
                return (schedule.Substring(prefix.Length, blank - prefix.Length), rest);
            }
        }

        return null;
    }

    private static string? DescriptorFault(string schedule)
    {
        const string Every = "@every ";
        return Descriptors.Contains(schedule) ? null
            : schedule.StartsWith(Every, StringComparison.Ordinal) ? (GoDuration.TryParse(schedule.Substring(Every.Length)) is null ? "what follows '@every' has to be a duration, like '1h30m'" : null)
            : "it is no schedule that cron knows; '@hourly', '@daily', '@weekly', '@monthly' and '@yearly' are";
    }

    private static string? RangeFault(string text, (string What, int Least, int Most, string[] Names) field)
    {
        var parts = text.Split('/');
        var ends = parts[0].Split('-');
        int first, last;
        if (ends[0] is "*" or "?")
        {
            // What follows a dash, nobody looks at.
            (first, last) = (field.Least, field.Most);
        }
        else
        {
            if (ends.Length > 2 || Number(ends[0], field.Names) is not { } low || Number(ends[ends.Length - 1], field.Names) is not { } high)
            {
                return $"'{text}' is no {field.What}";
            }

            (first, last) = (low, high);
        }

        if (parts.Length > 2)
        {
            return $"'{text}' has more than one '/'";
        }

        if (parts.Length == 2)
        {
            if (Number(parts[1], []) is not { } step)
            {
                return $"what follows the '/' in '{text}' is no number";
            }

            if (step == 0)
            {
                return $"'{text}' goes on by 0";
            }

            last = ends.Length == 1 ? field.Most : last;
        }

        return first < field.Least || last > field.Most ? $"'{text}' is no {field.What}, which is from {field.Least} to {field.Most}"
            : first > last ? $"'{text}' begins after its end"
            : null;
    }

    private static int? Number(string text, string[] names) =>
        Array.IndexOf(names, text.ToLowerInvariant()) is var index && index >= 0 ? index + (names == Months ? 1 : 0)
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
        : null;
}
