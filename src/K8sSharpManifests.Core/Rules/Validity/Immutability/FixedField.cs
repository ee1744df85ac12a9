namespace K8sSharpManifests.Core.Rules;

/// <summary>A field that the API server does not change, with all that is below it.</summary>
/// <param name="path">The field, such as <c>spec.selector</c>.</param>
/// <param name="but">The fields right below it that may be changed.</param>
/// <param name="ignored">Keys below it that may be changed, at any depth.</param>
internal sealed class FixedField(string path, IReadOnlyList<string> but, IReadOnlyList<string> ignored)
{
    // What is left out of these the server or an admission plugin has chosen; nobody knows whether it is what is written now.
    private static readonly HashSet<string> Chosen = new(StringComparer.Ordinal)
    {
        "serviceAccount", "serviceAccountName", "priority", "preemptionPolicy", "nodeName", "volumeName", "storageClassName", "dataSource", "dataSourceRef", "overhead",
    };

    private static readonly char[] Separators = ['.', '['];

    /// <summary>Whether a difference at a place is one that is refused.</summary>
    /// <param name="place">The place, such as <c>spec.selector.matchLabels.app</c>.</param>
    /// <param name="isAdded">Whether there was nothing before.</param>
    public bool Covers(string place, bool isAdded)
    {
        if (!place.StartsWith(path, StringComparison.Ordinal) || (place.Length > path.Length && !Separators.Contains(place[path.Length])))
        {
            return false;
        }

        var keys = place.Substring(path.Length).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return keys.Length == 0 || !(but.Contains(keys[0]) || keys.Any(ignored.Contains) || (isAdded && Chosen.Contains(keys[keys.Length - 1])));
    }
}
