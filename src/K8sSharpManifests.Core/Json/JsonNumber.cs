namespace K8sSharpManifests.Core;

/// <summary>The grammar of JSON's numbers (RFC 8259, section 6).</summary>
internal static class JsonNumber
{
    /// <summary>Checks that a text is a JSON number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="exponent">Where its <c>e</c> stands; -1 where it has none.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(string text, out int exponent)
    {
        exponent = -1;
        var start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var i = SkipDigits(text, start);
        if (i == start || (text[start] == '0' && i > start + 1))
        {
            return false;
        }

        if (i < text.Length && text[i] == '.')
        {
            start = i + 1;
            i = SkipDigits(text, start);
            if (i == start)
            {
                return false;
            }
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            exponent = i++;
            start = i < text.Length && text[i] is '+' or '-' ? i + 1 : i;
            i = SkipDigits(text, start);
            if (i == start)
            {
                return false;
            }
        }

        return i == text.Length;
    }

    private static int SkipDigits(string text, int i)
    {
        while (i < text.Length && text[i] is >= '0' and <= '9')
        {
            i++;
        }

        return i;
    }
}
