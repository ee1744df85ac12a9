using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace K8sSharpManifests.Host;

/// <summary>Compares and writes whole files, without a stream's buffer and without a copy: a run looks at thousands of them.</summary>
internal static class FileContent
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Whether a file is there and holds just these bytes.</summary>
    public static bool Is(string path, IReadOnlyList<ReadOnlyMemory<byte>> content)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenHandle(path);
        return RandomAccess.GetLength(file) == Length(content) && StartsWith(file, content);
    }

    /// <summary>Whether a file begins with these bytes.</summary>
    public static bool StartsWith(string path, ReadOnlyMemory<byte> content)
    {
        using var file = File.OpenHandle(path);
        return StartsWith(file, [content]);
    }

    /// <summary>Writes a file that is not there yet.</summary>
    public static void Write(string path, IReadOnlyList<ReadOnlyMemory<byte>> content)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        if (content.Count == 1)
        {
            RandomAccess.Write(file, content[0].Span, 0);
            return;
        }

        // Parts are small and many: a call for each would take longer than to copy them together.
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var (written, count) = (0L, 0);
            for (var i = 0; i < content.Count; i++)
            {
                for (var part = content[i].Span; part.Length > 0;)
                {
                    var length = Math.Min(part.Length, buffer.Length - count);
                    part[..length].CopyTo(buffer.AsSpan(count));
                    part = part[length..];
                    count += length;
                    if (count == buffer.Length)
                    {
                        RandomAccess.Write(file, buffer, written);
                        written += count;
                        count = 0;
                    }
                }
            }

            RandomAccess.Write(file, buffer.AsSpan(0, count), written);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static long Length(IReadOnlyList<ReadOnlyMemory<byte>> content)
    {
        var length = 0L;
        for (var i = 0; i < content.Count; i++)
        {
            length += content[i].Length;
        }

        return length;
    }

    private static bool StartsWith(SafeFileHandle file, IReadOnlyList<ReadOnlyMemory<byte>> content)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var read = 0L;
            var rest = ReadOnlySpan<byte>.Empty;
            for (var i = 0; i < content.Count; i++)
            {
                for (var part = content[i].Span; part.Length > 0;)
                {
                    if (rest.IsEmpty)
                    {
                        rest = buffer.AsSpan(0, RandomAccess.Read(file, buffer, read));
                        read += rest.Length;
                    }

                    var length = Math.Min(part.Length, rest.Length);
                    if (length == 0 || !part[..length].SequenceEqual(rest[..length]))
                    {
                        return false;
                    }

                    part = part[length..];
                    rest = rest[length..];
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
