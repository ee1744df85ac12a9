namespace K8sSharpManifests.Yaml;

/// <summary>The characters that go-yaml reads (its file readerc.go); YamlDotNet reads all.</summary>
internal static class Characters
{
    /// <summary>Where the first character stands that go-yaml refuses.</summary>
    /// <param name="text">The lines of a chunk.</param>
    /// <returns>Its index; null where there is none.</returns>
    public static int? FindForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is (< ' ' and not ('\n' or '\t' or '\r')) or (>= '\u007F' and < '\u00A0' and not '\u0085') or '\uFFFE' or '\uFFFF')
            {
                return i;
            }

            if (char.IsSurrogate(c))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1]))
                {
                    return i;
                }

                i++;
            }
        }

        return null;
    }

    /// <summary>What to say of such a character.</summary>
    public static string Message(char character) =>
        $"the character U+{(int)character:X4} may not stand in YAML: write \"\\u{(int)character:x4}\" in double quotes if it is meant, or delete it.";
}
