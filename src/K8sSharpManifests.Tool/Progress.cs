namespace K8sSharpManifests.Tool;

/// <summary>Tells whoever waits for more than a second how far it is, where the line can be taken back.</summary>
internal sealed class Progress : IDisposable
{
    private const int Width = 20;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Next = TimeSpan.FromMilliseconds(200);

    private readonly Terminal _terminal;
    private readonly int _count;
    private readonly string _unit;
    private readonly Timer? _timer;
    private readonly Lock _lock = new();
    private int _done;
    private int _length;
    private bool _isOver;

    /// <summary>Starts to wait.</summary>
    /// <param name="terminal">Where to tell.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="unit">What they are, such as <c>files</c>.</param>
    public Progress(Terminal terminal, int count, string unit)
    {
        (_terminal, _count, _unit) = (terminal, count, unit);
        _timer = terminal.HasProgress ? new(_ => Tell(), null, First, Next) : null;
    }

    /// <summary>One more is done.</summary>
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
                _terminal.Error.Flush();
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
                var text = $"{Bar()} {_done} of {_count} {_unit}";
                _length = text.Length;
                _terminal.Error.Write("\r" + text);
                _terminal.Error.Flush();
            }
        }
    }

    private string Bar()
    {
        var done = _count == 0 ? Width : (int)((long)_done * Width / _count);
        return $"[{new string('=', done)}{new string(' ', Width - done)}]";
    }
}
