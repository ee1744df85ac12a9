using System.Runtime.CompilerServices;

namespace K8sSharpManifests.Core.Tests.Rules;

/// <summary>Parts of pages that are written from code.</summary>
internal static class Snapshot
{
    /// <summary>The file beside a test is the text; with UPDATE_SNAPSHOTS=1 it is made so.</summary>
    public static void OfFile(string name, string expected, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.Equal(expected, File.ReadAllText(path).Replace("\r\n", "\n"));
    }

    /// <summary>The part of a page between two comments is the text; with UPDATE_SNAPSHOTS=1 it is made so.</summary>
    public static void OfPart(string page, string name, string expected, [CallerFilePath] string here = "")
    {
        var begin = $"<!-- {name}: written by UPDATE_SNAPSHOTS=1 dotnet test -->\n";
        var path = Path.Combine(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..")), page);
        var text = File.ReadAllText(path).Replace("\r\n", "\n");
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var end = text.IndexOf($"<!-- end of {name} -->", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text[..start] + expected + text[end..]);
            return;
        }

        Assert.Equal(expected, text[start..end]);
    }
}
