using System.Globalization;

namespace K8sSharpManifests.Analyzers.Tests.Fixes;

/// <summary>A small program with a mistake: one of many styles, layouts and mistakes.</summary>
/// <param name="Name">Style, mistake and layout.</param>
/// <param name="IsOrdinary">Whether everybody writes in this style, so that a fix must be offered.</param>
/// <param name="Mistake">What is wrong.</param>
/// <param name="Files">The files' texts; the first has the manifest.</param>
internal sealed record FixSnippet(string Name, bool IsOrdinary, Mistake Mistake, IReadOnlyList<string> Files)
{
    /// <summary>All of them: each style with each mistake, in one of the layouts each, or in two where everybody writes so.</summary>
    public static IReadOnlyList<FixSnippet> All { get; } = [.. Make()];

    private static IEnumerable<FixSnippet> Make()
    {
        var number = 0;
        for (var s = 0; s < FixStyle.All.Count; s++)
        {
            for (var m = 0; m < Mistake.All.Count; m++)
            {
                for (var l = 0; l < (FixStyle.All[s].IsOrdinary ? 2 : 1); l++)
                {
                    var (style, mistake) = (FixStyle.All[s], Mistake.All[m]);
                    var layout = FixLayout.All[(s + m + (l * 3)) % FixLayout.All.Count];
                    if (style.Write(mistake) is { } files)
                    {
                        number++;
                        yield return new(
                            $"{style.Name} / {mistake.Name} / {layout.Name}",
                            style.IsOrdinary && layout.IsOrdinary,
                            mistake,
                            [.. files.Select(file => layout.Apply(file.Replace("{N}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))]);
                    }
                }
            }
        }
    }
}

/// <summary>A mistake in a pod with one container.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Image">The container's image.</param>
/// <param name="Policy">Its pull policy; null for none.</param>
/// <param name="Secrets">The pod's pull secrets.</param>
internal sealed record Mistake(string Name, string Image, string? Policy, params string[] Secrets)
{
    private const string Digest = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        new("space", " nginx:1.27", null),
        new("scheme", "https://ghcr.io/acme/web:1", null, "hub"),
        new("uppercase", "ghcr.io/Acme/web:1", null, "hub"),
        new("host", "AcmeCorp/web:1", null),
        new("latest", "nginx:latest", "Always"),
        new("no tag", "nginx", "Always"),
        new("stale", "nginx:latest", "IfNotPresent"),
        new("policy's case", "nginx:1.27", "always"),
        new("policy misspelled", "nginx:1.27", "IfNotPresnt"),
        new("never", "nginx:1.27", "Never"),
        new("digest always", "nginx" + Digest, "Always"),
        new("latest with digest", "nginx:latest" + Digest, null),
        new("no secret", "registry.acme.io/web:1", null),
        new("empty secret", "nginx:1.27", null, ""),
        new("secret twice", "nginx:1.27", null, "hub", "hub"),
        new("secret three times", "nginx:1.27", "IfNotPresent", "hub", "hub", "hub"),
    ];
}

/// <summary>How the text of a file is laid out, and what is between its lines.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsOrdinary">Whether nothing stands in the way of a fix.</param>
/// <param name="Apply">Lays out a text with line feeds and four blanks.</param>
internal sealed record FixLayout(string Name, bool IsOrdinary, Func<string, string> Apply)
{
    public static IReadOnlyList<FixLayout> All { get; } =
    [
        new("LF", true, text => text),
        new("CRLF", true, text => text.ReplaceLineEndings("\r\n")),
        new("tabs", true, text => text.Replace("    ", "\t", StringComparison.Ordinal).TrimEnd()),
        new("comments", false, text => Around(text, line => line.EndsWith(',') || line.EndsWith(')'), (line, i) => $"{line} // note {i}")),
        new("#pragma", false, text => Around(text, IsPart, (line, i) => $"#pragma warning disable CS{1000 + i}\n{line}\n#pragma warning restore CS{1000 + i}")),
        new("#region", false, text => Around(text, IsPart, (line, i) => $"#region part {i}\n{line}\n#endregion")),
        new("#if", false, text => Around(text, IsPart, (line, _) => $"#if !NEVER\n{line}\n#endif")),
        new("#if not taken", false, text => Around(text, IsPart, (line, _) => $"{line}\n#if NEVER\n{line}\n#endif")),
    ];

    // A line that can stand between others: one more call of a chain, or one more item.
    private static bool IsPart(string line) => (line.TrimStart().StartsWith('.') && line.EndsWith(')') && Balance(line) == 0) || (line.EndsWith(',') && Balance(line) == 0 && !line.Contains("=>", StringComparison.Ordinal));

    private static int Balance(string line) => line.Count(c => c is '(' or '[' or '{') - line.Count(c => c is ')' or ']' or '}');

    private static string Around(string text, Func<string, bool> isWanted, Func<string, int, string> change) =>
        string.Join("\n", text.Split('\n').Select((line, i) => isWanted(line) ? change(line, i) : line));
}
