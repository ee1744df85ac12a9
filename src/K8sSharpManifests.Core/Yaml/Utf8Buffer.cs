using System.Runtime.CompilerServices;

namespace K8sSharpManifests.Core;

/// <summary>Bytes that grow, written to directly: netstandard2.0 has neither spans nor a buffer writer without a package.</summary>
internal sealed class Utf8Buffer
{
    private byte[] _bytes = new byte[4096];

    /// <summary>How many bytes are written. Setting it to less takes back what came after.</summary>
    public int Count { get; set; }

    /// <summary>Writes an ASCII character.</summary>
    /// <param name="c">The character.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Ascii(char c)
    {
        if (Count == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Count++] = (byte)c;
    }

    /// <summary>Writes ASCII text.</summary>
    /// <param name="text">The text.</param>
    public void Ascii(string text)
    {
        Reserve(text.Length);
        var bytes = _bytes;
        var count = Count;
        foreach (var c in text)
        {
            bytes[count++] = (byte)c;
        }

        Count = count;
    }

    /// <summary>Writes spaces.</summary>
    /// <param name="count">How many.</param>
    public void Spaces(int count)
    {
        Reserve(count);
        for (var end = Count + count; Count < end; Count++)
        {
            _bytes[Count] = (byte)' ';
        }
    }

    /// <summary>Writes a part of a text that holds no lone surrogate.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part starts.</param>
    /// <param name="end">Where it ends; this character is no longer part of it.</param>
    public void Utf8(string text, int start, int end)
    {
        // A UTF-16 unit takes three bytes at most; the two of a pair take four together.
        Reserve(3 * (end - start));
        var bytes = _bytes;
        var count = Count;
        for (var i = start; i < end; i++)
        {
            int c = text[i];
            if (c < 0x80)
            {
                bytes[count++] = (byte)c;
            }
            else if (c < 0x800)
            {
                bytes[count++] = (byte)(0xC0 | (c >> 6));
                bytes[count++] = (byte)(0x80 | (c & 0x3F));
            }
            else if (c is < 0xD800 or > 0xDFFF)
            {
                bytes[count++] = (byte)(0xE0 | (c >> 12));
                bytes[count++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                bytes[count++] = (byte)(0x80 | (c & 0x3F));
            }
            else
            {
                c = char.ConvertToUtf32((char)c, text[++i]);
                bytes[count++] = (byte)(0xF0 | (c >> 18));
                bytes[count++] = (byte)(0x80 | ((c >> 12) & 0x3F));
                bytes[count++] = (byte)(0x80 | ((c >> 6) & 0x3F));
                bytes[count++] = (byte)(0x80 | (c & 0x3F));
            }
        }

        Count = count;
    }

    /// <summary>Inserts ASCII text before what is already written from a place on.</summary>
    /// <param name="position">Where.</param>
    /// <param name="text">The text.</param>
    public void Insert(int position, string text)
    {
        Reserve(text.Length);
        Buffer.BlockCopy(_bytes, position, _bytes, position + text.Length, Count - position);
        for (var i = 0; i < text.Length; i++)
        {
            _bytes[position + i] = (byte)text[i];
        }

        Count += text.Length;
    }

    /// <summary>Copies what is written.</summary>
    /// <returns>An array of exactly that length.</returns>
    public byte[] ToArray()
    {
        var result = new byte[Count];
        Buffer.BlockCopy(_bytes, 0, result, 0, Count);
        return result;
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - Count < count)
        {
            Grow(count);
        }
    }

    private void Grow(int count) => Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, checked(Count + count)));
}
