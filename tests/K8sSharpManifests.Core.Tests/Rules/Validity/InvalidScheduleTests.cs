namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>Cron schedules and time zones.</summary>
public sealed class InvalidScheduleTests
{
    private const string Id = "K8S215";

    public static RuleRows Rows => new(Id)
    {
        { "V1CronJobSpec {schedule: '0 3 * * *'}", Expected.False },
        { "V1CronJobSpec {schedule: '0 3 * *'}", Expected.True },
        { "V1CronJobSpec {schedule: '@daily'}", Expected.False },
        { "V1CronJobSpec {schedule: ''}", Expected.True },
        { "V1CronJobSpec {}", Expected.True },
        { "V1CronJobSpec {schedule: !unknown }", Expected.Unknown },
        { "V1CronJobSpec !open {}", Expected.Unknown },
        { "V1CronJobSpec {schedule: '@daily', timeZone: Europe/Berlin}", Expected.False },
        { "V1CronJobSpec {schedule: '@daily', timeZone: Berlin}", Expected.True },
        { "V1CronJobSpec {schedule: '@daily', timeZone: !unknown }", Expected.Unknown },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Fragment_IsJudged(string fragment, Expected expected) => Refused.Row(Id, fragment, expected);

    // What github.com/robfig/cron/v3 says.
    [Theory]
    [InlineData("V1CronJobSpec {schedule: '*/5 * * * *'}", "")]
    [InlineData("V1CronJobSpec {schedule: '0 0 1 1 0'}", "")]
    [InlineData("V1CronJobSpec {schedule: '59 23 31 12 6'}", "")]
    [InlineData("V1CronJobSpec {schedule: '60 * * * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '* 24 * * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '* * 0 * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '* * 32 * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '* * * 0 *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '* * * 13 *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '* * * * 7'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '* * * jan-Mar sun,MON'}", "")]
    [InlineData("V1CronJobSpec {schedule: '* * * * sunday'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '1-5/2,10,?/3 * ? * ?'}", "")]
    [InlineData("V1CronJobSpec {schedule: '5-1 * * * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '1-2-3 * * * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '*/0 * * * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '*/1/2 * * * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '*-5 * * * *'}", "")]
    [InlineData("V1CronJobSpec {schedule: '5/15 * * * *'}", "")]
    [InlineData("V1CronJobSpec {schedule: '5/-1 * * * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '+5 * * * *'}", "")]
    [InlineData("V1CronJobSpec {schedule: '-5 * * * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: 'a * * * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '0 0 0 0 0 0'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '  0  3 * * *  '}", "")]
    [InlineData("V1CronJobSpec {schedule: ''}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: ' '}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: ', * * * *'}", "")]
    [InlineData("V1CronJobSpec {schedule: '@yearly'}", "")]
    [InlineData("V1CronJobSpec {schedule: '@annually'}", "")]
    [InlineData("V1CronJobSpec {schedule: '@monthly'}", "")]
    [InlineData("V1CronJobSpec {schedule: '@weekly'}", "")]
    [InlineData("V1CronJobSpec {schedule: '@midnight'}", "")]
    [InlineData("V1CronJobSpec {schedule: '@hourly'}", "")]
    [InlineData("V1CronJobSpec {schedule: '@reboot'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '@Daily'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '@every 1h30m'}", "")]
    [InlineData("V1CronJobSpec {schedule: '@every 1x'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '@every'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: '@every -1h'}", "")]
    [InlineData("V1CronJobSpec {schedule: 'CRON_TZ=UTC 0 3 * * *'}", "schedule")]
    [InlineData("V1CronJobSpec {schedule: 'TZ=UTC 0 3 * * *'}", "schedule")]
    public void Schedule_IsReadAsTheControllerReadsIt(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: UTC}", "")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: Etc/UTC}", "")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: America/Argentina/Buenos_Aires}", "")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: Local}", "timeZone")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: local}", "timeZone")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: ''}", "timeZone")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: ' UTC'}", "timeZone")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: ../UTC}", "timeZone")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: Etc/GMT+1}", "")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: EST}", "")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: Mars/Base}", "timeZone")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: europe/berlin}", "timeZone")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: null}", "")]
    public void TimeZone_IsJudged(string fragment, string places) => Assert.Equal(Refused.Full(places), Refused.Paths(Id, fragment));

    [Theory]
    [InlineData("V1CronJobSpec {schedule: '0 3 * *'}", "'0 3 * *' is no schedule or time zone that the API server takes: it has 4 fields, and a schedule has five, like '0 3 * * *': minute, hour, day of the month, month, day of the week")]
    [InlineData("V1CronJobSpec {schedule: '60 3 * * *'}", "'60 3 * * *' is no schedule or time zone that the API server takes: '60' is no minute, which is from 0 to 59")]
    [InlineData("V1CronJobSpec {schedule: 'CRON_TZ=Europe/Berlin 0 3 * * *'}", "'CRON_TZ=Europe/Berlin 0 3 * * *' is no schedule or time zone that the API server takes: it cannot have a time zone; set timeZone instead")]
    [InlineData("V1CronJobSpec {schedule: '@dayly'}", "'@dayly' is no schedule or time zone that the API server takes: it is no schedule that cron knows; '@hourly', '@daily', '@weekly', '@monthly' and '@yearly' are")]
    [InlineData("V1CronJobSpec {schedule: '@daily', timeZone: Europe/Berln}", "'Europe/Berln' is no schedule or time zone that the API server takes: there is no time zone of that name; did you mean 'Europe/Berlin'?")]
    [InlineData("V1CronJobSpec {schedule: '*/0 * * * *'}", "'*/0 * * * *' is no schedule or time zone that the API server takes: '*/0' goes on by 0")]
    public void Message_SaysWhatIsWrong(string fragment, string message) => Assert.Equal(Refused.Full(message), Refused.Single(Id, fragment).Message);

    [Theory]
    [InlineData("V1CronJobSpec {schedule: 'CRON_TZ=Europe/Berlin 0 3 * * *'}", "V1CronJobSpec {schedule: '0 3 * * *', timeZone: Europe/Berlin}", true)]
    [InlineData("V1CronJobSpec {schedule: 'TZ=UTC @daily'}", "V1CronJobSpec {schedule: '@daily', timeZone: UTC}", true)]
    public void Fix_PutsItRight(string before, string after, bool isSafe, int fix = 0) => Refused.Fixed(Id, before, after, isSafe, fix);

    [Theory]
    [InlineData("V1CronJobSpec {schedule: '0 3 * *'}")]
    [InlineData("V1CronJobSpec {schedule: 'TZ=UTC 0 3 * * *', timeZone: UTC}")]
    [InlineData("V1CronJobSpec {schedule: 'TZ=UTC nothing'}")]
    public void WhatNobodyCanTell_HasNoFix(string fragment) => Assert.Empty(Refused.Single(Id, fragment).Fixes);
}
