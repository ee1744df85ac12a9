namespace K8sSharpManifests.Tool.Lint;

/// <summary>Tells whoever waits for more than a second how far it is, where the line can be taken back.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Next = TimeSpan.FromMilliseconds(200);

    private readonly Terminal _terminal;
    private readonly int _count;
    private readonly Timer? _timer;
    private readonly Lock _lock = new();
    private int _done;
    private int _length;
    private bool _isOver;

    /// <summary>Starts to wait.</summary>
    /// <param name="terminal">Where to tell.</param>
    /// <param name="count">How many files there are.</param>
    public Progress(Terminal terminal, int count)
    {
        (_terminal, _count) = (terminal, count);
        _timer = terminal.HasProgress ? new(_ => Tell(), null, First, Next) : null;
    }

    /// <summary>One file more is done.</summary>
    public void Advance() => Interlocked.Increment(ref _done);

    /// <summary>Takes back what was told.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            _isOver = true;
            if (_length > 0)
            {
                _terminal.Error.Write("\r" + new string(' ', _length) + "\r");
            }
        }
    }

    /// <summary>Tells how far it is.</summary>
    internal void Tell()
    {
        lock (_lock)
        {
            if (!_isOver)
            {
                var text = $"{_done} of {_count} files";
                _length = text.Length;
                _terminal.Error.Write("\r" + text);
            }
        }
    }
}
