using System.Diagnostics;

namespace K8sSharpManifests.Host;

/// <summary>Names the member that has been running for long, and ends the process where it runs for too long: nothing else can end a loop without an end.</summary>
/// <param name="messages">Says which member runs, and takes what is to be said.</param>
/// <param name="limit">How long a member may run; zero for as long as it takes.</param>
internal sealed class MemberClock(MessageFile messages, TimeSpan limit)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Watches until no member runs any more; on a thread of its own, since the pool's may all be waiting for the member.</summary>
    public void Start() => new Thread(Watch) { IsBackground = true }.Start();

    // In a while what else the process has to do at its end does not count any more.
    private static void End()
    {
        new Thread(Kill) { IsBackground = true }.Start();
        Environment.Exit(0);
    }

    private static void Kill()
    {
        Thread.Sleep(TimeSpan.FromSeconds(2));
        Process.GetCurrentProcess().Kill();
    }

    private void Watch()
    {
        var (run, since, isNamed) = (-1, 0L, false);
        while (!messages.HasEnded)
        {
            Thread.Sleep(Pause);
            if (messages.RunCount != run)
            {
                (run, since, isNamed) = (messages.RunCount, Stopwatch.GetTimestamp(), false);
            }

            var time = Stopwatch.GetElapsedTime(since);
            if (!isNamed && time >= Long)
            {
                isNamed = true;
                messages.RunsLong(time, limit);
            }

            if (limit > TimeSpan.Zero && time >= limit && !Debugger.IsAttached && messages.RunsTooLong(run, limit))
            {
                End();
            }
        }
    }
}
