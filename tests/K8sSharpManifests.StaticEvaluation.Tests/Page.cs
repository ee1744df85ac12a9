using System.Reflection;
using System.Text.RegularExpressions;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>The lines of docs/static-evaluation.md, each of which a test proves.</summary>
internal static partial class Page
{
    /// <summary>The trait that says which line of the page a test is about.</summary>
    public const string Line = "Line";

    /// <summary>The first cells of the page's tables, without their heads.</summary>
    public static IEnumerable<string> Lines => Table().Matches(File.ReadAllText(Path.Combine(Code.Repository, "docs", "static-evaluation.md")))
        .SelectMany(t => t.Groups["line"].Captures).Select(c => c.Value.Trim());

    /// <summary>The lines that tests say they are about.</summary>
    public static IEnumerable<string> Tested => typeof(Page).Assembly.GetTypes().SelectMany(t => t.GetMethods())
        .SelectMany(m => m.GetCustomAttributes<TraitAttribute>()).Where(t => t.Name == Line).Select(t => t.Value);

    [GeneratedRegex(@"^\|.*\r?\n\|-.*\r?\n(\|(?<line>[^|]*)\|.*\r?\n)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Table();
}
