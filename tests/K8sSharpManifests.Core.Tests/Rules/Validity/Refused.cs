using System.Globalization;
using System.Text.RegularExpressions;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>
/// What the rules about validity say of fragments. A fragment is a whole object, <c>{apiVersion: v1, kind: Pod, …}</c>, or a part of one behind the name of its type,
/// <c>V1Probe {exec: {}}</c>.
/// </summary>
internal static partial class Refused
{
    /// <summary>A rule's verdict on a fragment; of one that it cannot know, it has no finding.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="fragment">The fragment.</param>
    /// <param name="expected">The verdict.</param>
    /// <param name="isSilent">Whether the rule says nothing at all of what it does not know: where any value would be fine but one that the compiler refuses.</param>
    public static void Row(string id, string fragment, Expected expected, bool isSilent = false)
    {
        var root = Tree(fragment);
        var verdicts = Judge.All(root, Verify.Defaults).Verdicts.Where(v => v.Info.Id == id).ToArray();
        var truth = Truth.Any(verdicts, v => v.Truth);
        Assert.Equal(expected == Expected.Unknown && isSilent ? "False" : expected.ToString(), truth.ToString());
        Assert.Equal(expected == Expected.True, Judge.Run(root, Verify.Defaults).Any(f => f.Info.Id == id));
        if (expected == Expected.Unknown)
        {
            Assert.True(fragment.Contains("!unknown", StringComparison.Ordinal) || fragment.Contains("!open", StringComparison.Ordinal), "Nothing in it is not known.");
        }
    }

    /// <summary>The places that a rule finds, in order, with blanks between.</summary>
    public static string Paths(string id, string fragment) =>
        string.Join(' ', Judge.Run(Tree(fragment), Verify.Defaults).Where(f => f.Info.Id == id).Select(f => f.Path).Order(StringComparer.Ordinal));

    /// <summary>The one finding of a rule.</summary>
    public static Finding Single(string id, string fragment) => Assert.Single(Judge.Run(Tree(fragment), Verify.Defaults), f => f.Info.Id == id);

    /// <summary>A fix, which is the rule's own and the first one, makes one fragment of the other; what was found is no longer there.</summary>
    public static void Fixed(string id, string before, string after, bool isSafe, int fix = 0)
    {
        var root = Tree(before);
        var finding = Assert.Single(Judge.Run(root, Verify.Defaults), f => f.Info.Id == id);
        Assert.Equal(isSafe, finding.Fixes[fix].IsSafeForFixAll);
        var changed = FixedTree.Of(root, [finding.Fixes[fix]]);
        Assert.Equal(YamlTree.Text(Tree(after)), YamlTree.Text(changed));
        Assert.DoesNotContain(Judge.Run(changed, Verify.Defaults), f => f.Info.Id == id && f.Path == finding.Path);
    }

    /// <summary>The findings of severity error of the rules about validity.</summary>
    public static IEnumerable<Finding> Findings(string fragment) => Judge.Run(Tree(fragment), Verify.Defaults).Where(f => f.Info.IsValidity);

    /// <summary>A finding as <c>K8S204 spec.containers: because</c>.</summary>
    public static string Told(Finding finding) => $"{finding.Info.Id} {finding.Path}: {finding.Arguments[^1]}";

    /// <summary>A text with what it repeats: of <c>&lt;a*3&gt;</c>, aaa.</summary>
    public static string Full(string text) => Repeated().Replace(text, match => new string(match.Groups[1].Value[0], int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)));

    /// <summary>Reads a fragment.</summary>
    public static Node Tree(string fragment)
    {
        var blank = fragment[0] is '{' or '!' ? 0 : fragment.IndexOf(' ', StringComparison.Ordinal);
        return YamlTree.Parse(Full(fragment[blank..]), blank == 0 ? null : fragment[..blank]);
    }

    [GeneratedRegex("<(.)\\*([0-9]+)>")]
    private static partial Regex Repeated();
}
