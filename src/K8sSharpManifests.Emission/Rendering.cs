using K8sSharpManifests.Core;
using K8sSharpManifests.Emission.Layouts;
using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission;

/// <summary>
/// Writes objects as YAML into memory, beside the user's code that makes the next ones: when the last is made, nearly all are written. The order in which
/// they come out is that of the <see cref="ILayout"/>, so nothing depends on who was faster.
/// </summary>
/// <param name="hasHeader">Whether each object says which member it comes from.</param>
internal sealed class Rendering(bool hasHeader)
{
    // Few enough that the other thread starts early, enough that waking it does not count.
    private const int BatchSize = 128;

    private readonly Queue<List<EmittedObject>> _batches = [];
    private List<EmittedObject> _batch = [];
    private Thread? _thread;
    private bool _isComplete;

    /// <summary>Takes an object.</summary>
    public void Add(EmittedObject value)
    {
        _batch.Add(value);
        if (_batch.Count == BatchSize)
        {
            HandOver(_batch);
            _batch = new(BatchSize);
        }
    }

    /// <summary>Writes what is left. Then each object has its <see cref="EmittedObject.Document"/>.</summary>
    public void Finish()
    {
        Render(_batch, new());
        if (_thread is null)
        {
            return;
        }

        lock (_batches)
        {
            _isComplete = true;
            Monitor.Pulse(_batches);
        }

        _thread.Join();
    }

    private void HandOver(List<EmittedObject> batch)
    {
        lock (_batches)
        {
            _batches.Enqueue(batch);
            Monitor.Pulse(_batches);
        }

        if (_thread is null)
        {
            LargeRun.DeferGarbageCollection();
            _thread = new(RenderBatches) { IsBackground = true };
            _thread.Start();
        }
    }

    private void RenderBatches()
    {
        var writer = new YamlWriter();
        while (Next() is { } batch)
        {
            Render(batch, writer);
        }
    }

    private List<EmittedObject>? Next()
    {
        lock (_batches)
        {
            while (_batches.Count == 0 && !_isComplete)
            {
                Monitor.Wait(_batches);
            }

            return _batches.Count > 0 ? _batches.Dequeue() : null;
        }
    }

    private void Render(List<EmittedObject> batch, YamlWriter writer)
    {
        CatalogEntry? entry = null;
        string? header = null;
        foreach (var value in batch)
        {
            if (hasHeader && !ReferenceEquals(value.Entry, entry))
            {
                entry = value.Entry;
                header = $"{OutputFolder.Header} from {entry.Member}";
            }

            try
            {
                writer.Clear();
                writer.Append(value.Written, header);
                var content = writer.ToArray();
                value.Document = new(FileName.Of(value.Identity), content, header is null ? 0 : content.AsSpan().IndexOf((byte)'\n') + 1, null);
            }
            catch (Exception e)
            {
                // Not only what YAML cannot hold: an exception that leaves this thread would take the process along.
                value.Document = new(FileName.Of(value.Identity), default, 0, e);
            }
        }
    }
}

/// <summary>An object as YAML.</summary>
/// <param name="Name">The name of its file where all are in one folder, unless another object has the same.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="HeaderLength">How many of them say where it comes from.</param>
/// <param name="Error">Why it could not be written, where it could not.</param>
internal sealed record Document(string Name, ReadOnlyMemory<byte> Content, int HeaderLength, Exception? Error)
{
    /// <summary>The object alone.</summary>
    public ReadOnlyMemory<byte> Body => Content[HeaderLength..];
}
