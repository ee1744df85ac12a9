using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Core.Tests.Rules;

/// <summary>What the rules say of fragments.</summary>
internal static class Verify
{
    public static JudgeContext Defaults { get; } = new();

    /// <summary>A rule says the same of a container in every list of every kind, and of an image volume.</summary>
    public static void ContainerRow(string id, string container, Expected expected, JudgeContext? context = null)
    {
        foreach (var place in Place.Containers)
        {
            Row(id, place, container, expected, context ?? Defaults);
        }
    }

    /// <summary>A rule says the same of a pod's specification wherever it stands.</summary>
    public static void PodRow(string id, string spec, Expected expected, JudgeContext? context = null)
    {
        foreach (var place in Place.Pods)
        {
            Row(id, place, spec, expected, context ?? Defaults);
        }
    }

    /// <summary>What one rule finds in a container of a pod.</summary>
    public static Finding InContainer(string id, string container) =>
        Assert.Single(Judge.Run(Place.Pod.In("containers").With(container), Defaults), finding => finding.Info.Id == id);

    /// <summary>What some rules find in a container of a pod: their ids. A test names its rules, so that a new one does not disturb it.</summary>
    public static string Ids(string container, params string[] rules) => Ids(Place.Pod.In("containers").With(container), Defaults, rules);

    /// <summary>What some rules find in a tree.</summary>
    public static string Ids(Node root, JudgeContext context, string[] rules) =>
        string.Join(" ", Judge.Run(root, context).Select(finding => finding.Info.Id).Where(rules.Contains));

    /// <summary>The first fix makes the one container of the other, and then the rule is content.</summary>
    public static void Fixed(string id, string before, string after, Place place)
    {
        var root = place.With(before);
        var fix = Assert.Single(Judge.Run(root, Defaults), finding => finding.Info.Id == id).Fixes[0];
        var changed = FixedTree.Of(root, [fix]);
        Assert.Equal(YamlTree.Text(place.With(after)), YamlTree.Text(changed));
        Assert.DoesNotContain(Judge.Run(changed, Defaults), finding => finding.Info.Id == id);
    }

    public static void Fixed(string id, string before, string after)
    {
        foreach (var list in (string[])["containers", "volumes"])
        {
            Fixed(id, before, after, Place.Pod.In(list));
        }
    }

    private static void Row(string id, Place place, string fragment, Expected expected, JudgeContext context)
    {
        var root = place.With(fragment);
        var verdict = Assert.Single(Judge.All(root, context).Verdicts, verdict => verdict.Info.Id == id);
        Assert.Equal($"{place.Before}…: {place.Path}: {expected}", $"{place.Before}…: {verdict.Path}: {verdict.Truth}");
        var findings = Judge.Run(root, context).Where(finding => finding.Info.Id == id);
        Assert.Equal(expected == Expected.True ? [place.Path] : [], findings.Select(finding => finding.Path));
    }
}
