using System.Buffers;

namespace K8sSharpManifests.Host;

/// <summary>Compares and writes whole files, without a stream's buffer and without a copy: a run looks at thousands of them.</summary>
internal static class FileContent
{
    /// <summary>Whether a file is there and holds just these bytes.</summary>
    public static bool Is(string path, ReadOnlySpan<byte> content)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenHandle(path);
        return RandomAccess.GetLength(file) == content.Length && StartsWith(file, content);
    }

    /// <summary>Whether a file begins with these bytes.</summary>
    public static bool StartsWith(string path, ReadOnlySpan<byte> content)
    {
        using var file = File.OpenHandle(path);
        return StartsWith(file, content);
    }

    /// <summary>Writes a file that is not there yet.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, content, 0);
    }

    private static bool StartsWith(Microsoft.Win32.SafeHandles.SafeFileHandle file, ReadOnlySpan<byte> content)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(content.Length);
        try
        {
            var read = 0;
            for (int n; read < content.Length && (n = RandomAccess.Read(file, buffer.AsSpan(read, content.Length - read), read)) > 0;)
            {
                read += n;
            }

            return buffer.AsSpan(0, read).SequenceEqual(content);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
