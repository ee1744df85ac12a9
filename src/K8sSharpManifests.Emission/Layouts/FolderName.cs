namespace K8sSharpManifests.Emission.Layouts;

/// <summary>
/// Names of folders, like <c>shop</c> for the namespace of that name. As little is trusted as in <see cref="FileName"/>: no dot either, since nothing that the API takes for a namespace
/// has one. What no folder can be called, and a name that would come before the files beside it, get an escape in front.
/// </summary>
internal static class FolderName
{
    // Devices, which Windows finds in any folder; and the file beside the folders, which some disks take for the same name.
    private static readonly string[] Taken = ["con", "prn", "aux", "nul", "kustomization"];

    /// <summary>The folder of a namespace, which is not empty.</summary>
    public static string Of(string @namespace)
    {
        var name = FileName.Escaped(@namespace).Replace(".", FileName.Escape('.'), StringComparison.Ordinal);
        if (char.IsAsciiDigit(name[0]) || Array.IndexOf(Taken, name) >= 0 || IsPort(name))
        {
            name = FileName.Escape(name[0]) + name[1..];
        }

        return FileName.Cut(name, @namespace);
    }

    private static bool IsPort(string name) =>
        name.Length == 4 && char.IsAsciiDigit(name[3]) && (name.StartsWith("com", StringComparison.Ordinal) || name.StartsWith("lpt", StringComparison.Ordinal));
}
