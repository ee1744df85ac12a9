using System.Text;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Output;

/// <summary>What others have written, as it may be shown: nobody but us writes anything but text to the terminal.</summary>
internal static class PlainText
{
    /// <summary>A text on one line, without characters that a terminal would obey, and without credentials.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How much of it is shown at most, in characters.</param>
    public static string OnOneLine(string text, int longest = int.MaxValue)
    {
        // First, since half a credential is not known as one any more.
        text = ForeignText.WithoutSecrets(text);
        var line = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, longest)))
        {
            line.Append(char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c);
        }

        return line.ToString().Trim();
    }
}
