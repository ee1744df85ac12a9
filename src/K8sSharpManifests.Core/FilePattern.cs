namespace K8sSharpManifests.Core;

/// <summary>
/// Patterns for the paths of files, as MSBuild's items have them: <c>*</c> for any run of characters in a name, <c>?</c> for one, and <c>**</c> for any number of folders. Case counts.
/// </summary>
internal static class FilePattern
{
    /// <summary>Whether a path matches a pattern. Both have forward slashes.</summary>
    public static bool Matches(string pattern, string path) => Matches(pattern.Split('/'), 0, path.Split('/'), 0);

    private static bool Matches(string[] pattern, int p, string[] path, int i)
    {
        if (p == pattern.Length)
        {
            return i == path.Length;
        }

        if (pattern[p] == "**")
        {
            // At the end it is all files below; before something it is any number of folders.
            return p == pattern.Length - 1 ? i < path.Length : Enumerable.Range(i, path.Length - i).Any(next => Matches(pattern, p + 1, path, next));
        }

        return i < path.Length && IsName(pattern[p], path[i]) && Matches(pattern, p + 1, path, i + 1);
    }

    private static bool IsName(string pattern, string name)
    {
        // One star back is enough: where a later one has been reached, an earlier one can stay as it is.
        var (p, n, star, starName) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, starName) = (p++, n);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++starName;
            }
            else
            {
                return false;
            }
        }

        return pattern.Skip(p).All(c => c == '*');
    }
}
