using K8sSharpManifests.Core.Patterns;
using K8sSharpManifests.Core.Rules.Validity;
using K8sSharpManifests.Core.Rules.Validity.Workloads;

namespace K8sSharpManifests.Core.Tests.Rules.Validity.Texts;

/// <summary>What Go's own packages read: durations, regular expressions, time zones; and schedules.</summary>
public sealed class GoTextTests
{
    [Theory]
    [InlineData("0", 0d)]
    [InlineData("-0", 0d)]
    [InlineData("1s", 1d)]
    [InlineData("1h30m", 5400d)]
    [InlineData("1.5h", 5400d)]
    [InlineData("-1m", -60d)]
    [InlineData("+1m", 60d)]
    [InlineData(".5s", 0.5)]
    [InlineData("5.s", 5d)]
    [InlineData("300ms", 0.3)]
    [InlineData("1us", 1e-6)]
    [InlineData("1µs", 1e-6)]
    [InlineData("1μs", 1e-6)]
    [InlineData("1m1m", 120d)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("1", null)]
    [InlineData("s", null)]
    [InlineData(".s", null)]
    [InlineData("1d", null)]
    [InlineData("1 s", null)]
    [InlineData("1S", null)]
    [InlineData("--1s", null)]
    [InlineData("1.1.1s", null)]
    [InlineData("2562047h", 9223369200d)]
    [InlineData("2562048h", null)]
    [InlineData("9999999h", null)]
    public void Duration_IsReadAsGoReadsIt(string text, double? seconds)
    {
        var read = GoDuration.TryParse(text);
        Assert.Equal(seconds is null, read is null);
        Assert.Equal(seconds ?? 0, read ?? 0, 9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("^[a-z]+$")]
    [InlineData("(a|b)*?")]
    [InlineData("(?i)a")]
    [InlineData("(?P<name>a)")]
    [InlineData(@"\d\w\s\pL\p{Greek}\x41\x{41}\141\QA(\E")]
    [InlineData("[]a]")]
    [InlineData("[^]a]")]
    [InlineData("[[:alpha:]]")]
    [InlineData(@"[\]]")]
    [InlineData(@"\(\)\[\*")]
    [InlineData("a{2,1000}")]
    [InlineData("a{,2000}")]
    [InlineData("{")]
    [InlineData("a]")]
    [InlineData("(|a)")]
    public void Pattern_OfGo_HasNoFault(string pattern) => Assert.Null(GoRegex.Of(pattern).Fault);

    [Theory]
    [InlineData("(", "a ')' is missing")]
    [InlineData("a)", "a '(' is missing")]
    [InlineData("[a", "a ']' is missing")]
    [InlineData("[]", "a ']' is missing")]
    [InlineData("*", "nothing stands before its '*' that could be there repeatedly")]
    [InlineData("a|+", "nothing stands before its '+' that could be there repeatedly")]
    [InlineData("(*a)", "nothing stands before its '*' that could be there repeatedly")]
    [InlineData("a\\", "nothing follows its last '\\'")]
    [InlineData(@"(a)\1", @"it cannot refer to a group by '\1'")]
    [InlineData(@"\y", @"'\y' means nothing in it")]
    [InlineData("a{1001}", "it cannot demand more than 1000 of anything")]
    [InlineData("a{2,1001}", "it cannot demand more than 1000 of anything")]
    [InlineData("(?=a)", "it cannot look ahead or behind: '(?=', '(?!', '(?<' and '(?>' are not known to RE2")]
    [InlineData("(?!a)", "it cannot look ahead or behind: '(?=', '(?!', '(?<' and '(?>' are not known to RE2")]
    [InlineData("(?<=a)", "it cannot look ahead or behind: '(?=', '(?!', '(?<' and '(?>' are not known to RE2")]
    public void Pattern_ThatGoRefuses_HasAFault(string pattern, string fault) => Assert.Equal(fault, GoRegex.Of(pattern).Fault);

    [Theory]
    [InlineData("UTC")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Argentina/Buenos_Aires")]
    [InlineData("America/Port-au-Prince")]
    [InlineData("Etc/GMT+12")]
    [InlineData("US/Pacific")]
    public void TimeZone_OfTheDatabase_HasNoFault(string name) => Assert.Null(TimeZones.Fault(name));

    [Theory]
    [InlineData("", "it cannot be empty; leave it out for the time zone of the controller")]
    [InlineData("Local", "it has to be the name of a time zone, like 'Europe/Berlin'")]
    [InlineData("LOCAL", "it has to be the name of a time zone, like 'Europe/Berlin'")]
    [InlineData("Europe/Berln", "there is no time zone of that name; did you mean 'Europe/Berlin'?")]
    [InlineData("europe/berlin", "there is no time zone of that name; did you mean 'Europe/Berlin'?")]
    [InlineData("../UTC", "there is no time zone of that name; did you mean 'Etc/UTC'?")]
    [InlineData("the one of our office", "there is no time zone of that name; names are like 'Europe/Berlin' or 'UTC'")]
    public void TimeZone_ThatIsNone_HasAFault(string name, string fault) => Assert.Equal(fault, TimeZones.Fault(name));

    [Theory]
    [InlineData("0 3 * *", "it has 4 fields, and a schedule has five, like '0 3 * * *': minute, hour, day of the month, month, day of the week")]
    [InlineData("60 * * * *", "'60' is no minute, which is from 0 to 59")]
    [InlineData("0 24 * * *", "'24' is no hour, which is from 0 to 23")]
    [InlineData("0 0 0 * *", "'0' is no day of the month, which is from 1 to 31")]
    [InlineData("0 0 * 13 *", "'13' is no month, which is from 1 to 12")]
    [InlineData("0 0 * * 7", "'7' is no day of the week, which is from 0 to 6")]
    [InlineData("x * * * *", "'x' is no minute")]
    [InlineData("9-5 * * * *", "'9-5' begins after its end")]
    [InlineData("*/0 * * * *", "'*/0' goes on by 0")]
    [InlineData("*/x * * * *", "what follows the '/' in '*/x' is no number")]
    [InlineData("*/2/3 * * * *", "'*/2/3' has more than one '/'")]
    [InlineData("@every soon", "what follows '@every' has to be a duration, like '1h30m'")]
    [InlineData("@reboot", "it is no schedule that cron knows; '@hourly', '@daily', '@weekly', '@monthly' and '@yearly' are")]
    [InlineData("TZ=UTC @daily", "it cannot have a time zone; set timeZone instead")]
    public void Schedule_SaysWhatIsWrong(string schedule, string fault) => Assert.Equal(fault, CronSchedule.Fault(schedule));

    [Theory]
    [InlineData("TZ=UTC 0 3 * * *", "UTC", "0 3 * * *")]
    [InlineData("CRON_TZ=Europe/Berlin   @daily", "Europe/Berlin", "@daily")]
    [InlineData("TZ=UTC nothing", null, null)]
    [InlineData("TZ= 0 3 * * *", null, null)]
    [InlineData("0 3 * * *", null, null)]
    public void Schedule_IsSplitFromItsTimeZone(string text, string? zone, string? schedule) =>
        Assert.Equal((zone, schedule), CronSchedule.Split(text) is var (foundZone, foundSchedule) ? (foundZone, foundSchedule) : (null, null));
}
