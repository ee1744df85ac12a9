namespace K8sSharpManifests.Core.Rules;

/// <summary>Patterns in which a star stands for any run of characters, also for none. Case does not count.</summary>
internal static class Glob
{
    /// <summary>Whether the first characters of a text match a pattern.</summary>
    public static bool Matches(string pattern, string text, int length)
    {
        // One star back is enough: where a later one has been reached, an earlier one can stay as it is.
        var star = -1;
        var (p, t, starText) = (0, 0, 0);
        while (t < length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                starText = t;
            }
            else if (p < pattern.Length && char.ToLowerInvariant(pattern[p]) == char.ToLowerInvariant(text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++starText;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }
}
