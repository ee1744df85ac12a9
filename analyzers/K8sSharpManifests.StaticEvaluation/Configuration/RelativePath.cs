namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Paths relative to the project's folder (netstandard2.0 has no Path.GetRelativePath; analyzers and generators do no I/O in any case).</summary>
public static class RelativePath
{
    /// <summary>The path seen from the folder, with forward slashes; only the file's name where the two have no root in common.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="folder">The folder's path.</param>
    /// <returns>The relative path.</returns>
    public static string Of(string path, string folder)
    {
        var target = Split(path);
        var from = Split(folder);
        if (!IsRooted(path) || from.Length == 0)
        {
            return IsRooted(path) ? target[target.Length - 1] : string.Join("/", target);
        }

        // Drive letters, and the folders of a file system that ignores case, come in any case. Elsewhere two such folders hardly coexist.
        var common = 0;
        while (common < from.Length && common < target.Length - 1 && string.Equals(from[common], target[common], StringComparison.OrdinalIgnoreCase))
        {
            common++;
        }

        var isOtherDrive = common == 0 && path[0] != '/' && path[0] != '\\';
        return isOtherDrive
            ? target[target.Length - 1]
            : string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(target.Skip(common)));
    }

    private static bool IsRooted(string path) =>
        path.Length > 0 && (path[0] == '/' || path[0] == '\\' || (path.Length > 1 && path[1] == ':'));

    private static string[] Split(string path) => path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
}
