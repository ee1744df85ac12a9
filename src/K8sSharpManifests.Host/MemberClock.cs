using System.Diagnostics;

namespace K8sSharpManifests.Host;

/// <summary>Names the member that has been running for long, and ends the process where it runs for too long: nothing else can end a loop without an end.</summary>
internal sealed class MemberClock : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly MessageFile _messages;
    private readonly TimeSpan _limit;
    private volatile bool _isStopped;

    /// <summary>Starts to watch.</summary>
    /// <param name="messages">Says which member runs, and takes what is to be said.</param>
    /// <param name="limit">How long a member may run; zero for as long as it takes.</param>
    public MemberClock(MessageFile messages, TimeSpan limit)
    {
        _messages = messages;
        _limit = limit;

        // A thread of its own: the pool's may all be waiting for the member.
        new Thread(Watch) { IsBackground = true }.Start();
    }

    public void Dispose() => _isStopped = true;

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
        while (!_isStopped)
        {
            Thread.Sleep(Pause);
            if (_messages.Runs != run)
            {
                (run, since, isNamed) = (_messages.Runs, Stopwatch.GetTimestamp(), false);
            }

            var time = Stopwatch.GetElapsedTime(since);
            if (!isNamed && time >= Long)
            {
                isNamed = true;
                _messages.RunsLong(time, _limit);
            }

            if (_limit > TimeSpan.Zero && time >= _limit && !Debugger.IsAttached && _messages.RunsTooLong(run, _limit))
            {
                End();
            }
        }
    }
}
