namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>How much was compared, for the log of a run: what tests print is not shown where they pass, so .ci/run prints these files of artifacts/.</summary>
internal static class Checked
{
    private static readonly string Folder = Path.Combine(Code.Repository, "artifacts", "agreement");

    public static void Report(string name, string text)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, name + ".txt"), text + "\n");
    }
}
