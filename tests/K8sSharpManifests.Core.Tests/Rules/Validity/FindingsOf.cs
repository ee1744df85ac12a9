using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules.Validity;

/// <summary>What one rule says of an object, or of a part of one.</summary>
internal static class FindingsOf
{
    /// <summary>Whether the rule finds anything; Unknown where it may.</summary>
    public static Expected Verdict(string id, string yaml, string? type = null, JudgeContext? context = null)
    {
        var verdicts = Judge.All(YamlTree.Parse(yaml, type), context ?? Verify.Defaults).Verdicts.Where(v => v.Info.Id == id);
        return Enum.Parse<Expected>(Truth.Any(verdicts, v => v.Truth).ToString());
    }

    /// <summary>The findings, in order.</summary>
    public static IReadOnlyList<Finding> All(string id, string yaml, string? type = null, JudgeContext? context = null) =>
        [.. Judge.Run(YamlTree.Parse(yaml, type), context ?? Verify.Defaults).Where(f => f.Info.Id == id)];

    /// <summary>Where the findings are.</summary>
    public static string Paths(string id, string yaml, string? type = null, JudgeContext? context = null) => string.Join(' ', All(id, yaml, type, context).Select(f => f.Path));

    /// <summary>The object after the first fix of its one finding.</summary>
    public static string Fixed(string id, string yaml, string? type = null)
    {
        var root = YamlTree.Parse(yaml, type);
        var fix = Assert.Single(Judge.Run(root, Verify.Defaults), f => f.Info.Id == id).Fixes[0];
        return YamlTree.Text(FixedTree.Of(root, [fix]));
    }
}
