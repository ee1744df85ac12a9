using System.Text;

namespace K8sSharpManifests.Emission.Output;

/// <summary>Compares the output folder, as it was committed, with what it should hold. It writes nothing.</summary>
internal static class OutputVerifier
{
    // Of a folder that has nothing to do with the project, the first ones say enough.
    private const int MostFiles = 100;
    private const string WayOut = "build without ManifestVerify and commit the result";
    private const string WayOutOfSecrets = "build without ManifestVerify";

    /// <summary>Reports each file that is not as it should be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="manifests">The manifests, in the order in which they should be applied.</param>
    /// <param name="hasHeader">Whether files say what they are.</param>
    /// <param name="findings">Takes the errors.</param>
    public static void Verify(OutputFolder folder, IReadOnlyList<ManifestFile> manifests, bool hasHeader, FindingList findings)
    {
        if (manifests.Count > 0 && !Directory.Exists(folder.Path))
        {
            findings.Error(EmissionRule.NotUpToDate, $"there are no manifests to compare with in '{folder.Path}': {WayOut}; ManifestOutputPath says where they go");
            return;
        }

        var stale = new HashSet<string>(folder.Own.Files.Where(name => !folder.IsOfAnotherFramework(name)), StringComparer.Ordinal);
        var content = folder.Content(manifests, hasHeader);
        var reported = 0;
        void Report(string name, int line, string text, bool holdsSecret = false)
        {
            if (reported++ < MostFiles)
            {
                findings.Error(EmissionRule.NotUpToDate, folder.At(name), line, $"{text}: {(holdsSecret ? WayOutOfSecrets : WayOut)}");
            }
        }

        foreach (var file in content)
        {
            stale.Remove(file.Path);
            if (!File.Exists(folder.At(file.Path)))
            {
                Report(file.Path, 1, "is missing");
            }
            else if ((file.HoldsSecret || folder.HeldSecret(file.Path)) is var holdsSecret && Difference(folder.At(file.Path), file.Content, holdsSecret) is var (line, text))
            {
                Report(file.Path, line, text, holdsSecret);
            }
        }

        foreach (var name in stale.Concat(folder.GoneLists))
        {
            if (File.Exists(folder.At(name)))
            {
                Report(name, 1, "is stale, since nothing gives it any more");
            }
        }

        if (reported > MostFiles)
        {
            findings.Error(EmissionRule.NotUpToDate, $"and {reported - MostFiles} more files in '{folder.Path}' are not up to date");
        }
    }

    private static (int Line, string Text)? Difference(string path, IReadOnlyList<ReadOnlyMemory<byte>> content, bool holdsSecret)
    {
        if (FileContent.Is(path, content))
        {
            return null;
        }

        // A checkout may have made CRLF of the newlines. In YAML as we write it a CR is an escape, so none of them is data.
        var committed = File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var expected = string.Concat(content.Select(part => Encoding.UTF8.GetString(part.Span))).Split('\n');
        var line = 0;
        while (line < committed.Length && line < expected.Length && committed[line] == expected[line])
        {
            line++;
        }

        if (line == committed.Length && line == expected.Length)
        {
            return null;
        }

        // What a build prints is kept, and read by many.
        return (line + 1, holdsSecret ? "differs from here on (the lines are not shown, because this holds secrets)"
            : IsSecret(committed, line) || IsSecret(expected, line)
            ? "differs from here on (the lines are not shown, because this is a Secret)"
            : $"has {Shown(committed, line)} where the code gives {Shown(expected, line)}");
    }

    private static string Shown(string[] lines, int line) =>
        line < lines.Length - 1 || (line < lines.Length && lines[line].Length > 0) ? $"'{lines[line].Trim()}'" : "no more lines";

    private static bool IsSecret(string[] lines, int line)
    {
        const string Separator = "---";
        var start = Math.Min(line, lines.Length - 1);
        while (start > 0 && lines[start] != Separator)
        {
            start--;
        }

        for (var i = start + (lines[start] == Separator ? 1 : 0); i < lines.Length && lines[i] != Separator; i++)
        {
            if (lines[i] == "kind: Secret")
            {
                return true;
            }
        }

        return false;
    }
}
