using System.Runtime.CompilerServices;

namespace K8sSharpManifests.Tests;

/// <summary>Approved texts, beside the tests in Snapshots/. With UPDATE_SNAPSHOTS=1 a run writes them instead of comparing.</summary>
internal static class Snapshot
{
    public static void Match(string name, string actual, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Snapshots", name);
        var text = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"There is no {path}: run with UPDATE_SNAPSHOTS=1, read it, commit it.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
