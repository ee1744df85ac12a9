using System.Runtime.CompilerServices;
using Xunit;

namespace Environments.Tests;

/// <summary>Compares a text with a file that somebody has read and approved. Git shows what changes, and with <c>APPROVE=1 dotnet test</c> the new text is approved.</summary>
internal static class Approved
{
    public static void Matches(string file, string text, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "approved", file);
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        // A checkout may have turned the newlines into others.
        Assert.True(File.Exists(path), $"Nothing is approved yet: APPROVE=1 dotnet test writes {path}");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
