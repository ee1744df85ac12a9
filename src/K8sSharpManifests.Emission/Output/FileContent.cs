using System.Buffers;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace K8sSharpManifests.Emission.Output;

/// <summary>Compares and writes whole files, without a stream's buffer and without a copy: a run looks at thousands of them.</summary>
internal static class FileContent
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

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

    /// <summary>Whether somebody else than its owner may read or change a file. On Windows, where folders say that, nobody may.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0;

    /// <summary>Writes a file that is not there yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="isForOwner">Whether nobody but its owner may read it, from the moment on that it is there.</param>
    public static void Write(string path, IReadOnlyList<ReadOnlyMemory<byte>> content, bool isForOwner = false)
    {
        using var file = isForOwner && !OperatingSystem.IsWindows() ? NewForOwner(path) : File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        var written = 0L;
        foreach (var part in content)
        {
            RandomAccess.Write(file, part.Span, written);
            written += part.Length;
        }
    }

    /// <summary>Writes a small text, over what was there. As bytes, since a writer of text is the costlier to load.</summary>
    public static void Replace(string path, string text) => File.WriteAllBytes(path, Encoding.UTF8.GetBytes(text));

    [UnsupportedOSPlatform("windows")]
    private static SafeFileHandle NewForOwner(string path) =>
        new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, UnixCreateMode = OwnerOnly }).SafeFileHandle;

    private static long Length(IReadOnlyList<ReadOnlyMemory<byte>> content)
    {
        var length = 0L;
        foreach (var part in content)
        {
            length += part.Length;
        }

        return length;
    }

    private static bool StartsWith(SafeFileHandle file, IReadOnlyList<ReadOnlyMemory<byte>> content)
    {
        var position = 0L;
        foreach (var part in content)
        {
            if (!Holds(file, position, part.Span))
            {
                return false;
            }

            position += part.Length;
        }

        return true;
    }

    private static bool Holds(SafeFileHandle file, long position, ReadOnlySpan<byte> part)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(part.Length);
        try
        {
            var read = 0;
            for (int n; read < part.Length && (n = RandomAccess.Read(file, buffer.AsSpan(read, part.Length - read), position + read)) > 0;)
            {
                read += n;
            }

            return buffer.AsSpan(0, read).SequenceEqual(part);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
