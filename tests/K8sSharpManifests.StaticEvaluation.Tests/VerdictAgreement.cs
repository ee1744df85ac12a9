using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Compares what the rules decide on code with what they decide on the objects that it makes.</summary>
internal static class VerdictAgreement
{
    /// <summary>The verdicts on the code that the object refutes; places of items that have no name cannot be compared.</summary>
    public static IReadOnlyList<string> Differences(Node claimed, Node actual, out int decided)
    {
        decided = 0;
        if ((claimed, actual) is (Sequence { IsOpen: false } many, Sequence objects))
        {
            var differences = new List<string>();
            foreach (var (one, made) in many.Items.Zip(objects.Items))
            {
                differences.AddRange(Differences(one, made, out var count));
                decided += count;
            }

            return differences;
        }

        if (claimed is not Mapping)
        {
            return [];
        }

        var context = new JudgeContext();
        var verdicts = Judge.All(claimed, context).Verdicts.Where(v => v.IsDecided && !v.Path.Contains("[?]", StringComparison.Ordinal) && !IsAmbiguous(v.Path, actual)).ToList();
        decided = verdicts.Count;

        // Two faults of one place are one finding, and two verdicts.
        var violated = Judge.All(actual, context).Verdicts.Where(v => v.Truth.IsTrue)
            .SelectMany(v => v.Place.PathsOfAllStages.Select(path => (v.Info.Id, path))).ToHashSet();
        return [.. verdicts.Where(v => violated.Contains((v.Info.Id, v.Path)) != v.Truth.IsTrue).Select(v => $"{v.Info.Id} {v.Path}: {v.Truth}")];
    }

    // The API server refuses two containers of one name, and by name nobody can tell them apart.
    private static bool IsAmbiguous(string path, Node actual)
    {
        const string named = "[name=";
        var start = path.IndexOf(named, StringComparison.Ordinal);
        return start >= 0 && TreePath.Resolve(actual, path[..start]) is [.., Sequence list]
            && list.Items.Count(item => TreePath.NamedItem("", item) == path[start..(path.IndexOf(']', start) + 1)]) > 1;
    }
}
