namespace K8sSharpManifests.Emission.Output;

/// <summary>Paths below the output folder, as layouts and lists write them: names with forward slashes between them.</summary>
internal static class OutputPath
{
    /// <summary>
    /// Whether a text is such a path, and leads nowhere but into the folder. A name of nothing but dots and blanks is none: some systems read it as the folder itself, or as the one above.
    /// </summary>
    public static bool IsInside(string text)
    {
        foreach (var name in text.Split('/'))
        {
            if (name.AsSpan().Trim(". ").IsEmpty || name.AsSpan().ContainsAny('\\', ':'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The folders that a file lies in, the outermost first; none where it lies in the output folder itself.</summary>
    public static List<string> Folders(string path)
    {
        var folders = new List<string>();
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            folders.Add(path[..slash]);
        }

        return folders;
    }

    /// <summary>The folders that some files lie in, each once, and each behind those around it.</summary>
    public static List<string> Folders(IEnumerable<string> paths)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var folders = new List<string>();
        foreach (var path in paths)
        {
            if (path.Contains('/', StringComparison.Ordinal))
            {
                folders.AddRange(Folders(path).FindAll(known.Add));
            }
        }

        return folders;
    }
}
