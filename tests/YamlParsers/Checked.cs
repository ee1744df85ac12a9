using System.Runtime.CompilerServices;
using K8sSharpManifests.Tests;

namespace K8sSharpManifests.YamlParsers;

/// <summary>
/// What each parser has checked, for the log of a run: what tests print is not shown where they pass, so .ci/run prints these files of artifacts/.
/// </summary>
internal static class Checked
{
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "yaml-parsers");

    /// <summary>Notes what a parser has read and found the same.</summary>
    public static void Report(string parser, string what, [CallerMemberName] string test = "")
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, $"{test}-{parser}.txt"), $"{parser} checked {what}\n");
    }
}
