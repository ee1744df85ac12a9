namespace K8sSharpManifests.Cel.Values;

/// <summary>A time: seconds since 1970 and nanoseconds, with the offset that it was written with, which only its text shows.</summary>
internal sealed class CelTimestamp(long seconds, int nanoseconds, int offset = 0) : CelValue
{
    /// <summary>0001-01-01T00:00:00Z, the first that CEL knows.</summary>
    public const long First = -62135596800;

    /// <summary>9999-12-31T23:59:59Z, the last.</summary>
    public const long Last = 253402300799;

    public long Seconds { get; } = seconds;

    public int Nanoseconds { get; } = nanoseconds;

    /// <summary>Seconds east of UTC.</summary>
    public int Offset { get; } = offset;

    public override string TypeName => "google.protobuf.Timestamp";

    // Go's zero time, not that of 1970.
    public override bool IsZero => Seconds == First && Nanoseconds == 0;

    /// <summary>A time, where CEL knows it.</summary>
    public static CelValue Of(long seconds, long nanoseconds, int offset = 0)
    {
        seconds += nanoseconds / CelDuration.Second;
        var rest = nanoseconds % CelDuration.Second;
        if (rest < 0)
        {
            rest += CelDuration.Second;
            seconds--;
        }

        return seconds is < First or > Last ? new CelError("timestamp overflow") : new CelTimestamp(seconds, (int)rest, offset);
    }

    /// <summary>What a clock shows, some seconds east of UTC.</summary>
    public DateTime Clock(int offset) => new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(Seconds + offset);
}

/// <summary>A span of time, in nanoseconds.</summary>
internal sealed class CelDuration(long nanoseconds) : CelValue
{
    public const long Second = 1_000_000_000;

    public long Nanoseconds { get; } = nanoseconds;

    public override string TypeName => "google.protobuf.Duration";

    public override bool IsZero => Nanoseconds == 0;
}
