using K8sSharpManifests.Emission.Output;

namespace K8sSharpManifests.Emission.Layouts;

/// <summary>A file for each object, in the order of their paths: names begin with the number of the order in which kubectl should go through them.</summary>
internal abstract class FilePerObjectLayout : ILayout
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public IReadOnlyList<ManifestFile> Files(IReadOnlyList<EmittedObject> objects, FindingList findings)
    {
        var (paths, ordered) = InApplyOrder(objects, findings);
        var files = new List<ManifestFile>(ordered.Length);
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].Document.Error is { } error)
            {
                findings.CannotBeWritten(ordered[i].Entry, error);
            }
            else
            {
                files.Add(new(paths[i], [ordered[i].Document.Content]) { HoldsSecret = ordered[i].HoldsSecret });
            }
        }

        return files;
    }

    /// <summary>The path of an object's file, unless another object has the same.</summary>
    protected abstract string PathOf(EmittedObject value);

    /// <summary>A path for an object whose plain path another object has, too.</summary>
    protected abstract string UniquePathOf(EmittedObject value);

    private (string[] Paths, EmittedObject[] Objects) InApplyOrder(IReadOnlyList<EmittedObject> objects, FindingList findings)
    {
        EmittedObject[] ordered = [.. objects];
        var paths = Array.ConvertAll(ordered, PathOf);
        Array.Sort(paths, ordered, StringComparer.Ordinal);

        // Two different objects can share a path: a-b/c and a/b-c, or two API groups that both have a Service.
        var isUnique = true;
        for (var (start, end) = (0, 0); start < paths.Length; start = end)
        {
            for (end = start + 1; end < paths.Length && paths[end] == paths[start]; end++)
            {
            }

            for (var i = start; end - start > 1 && i < end; i++)
            {
                isUnique = false;
                paths[i] = UniquePathOf(ordered[i]);
            }
        }

        if (!isUnique)
        {
            Array.Sort(paths, ordered, StringComparer.Ordinal);
            for (var i = 1; i < paths.Length; i++)
            {
                if (paths[i] == paths[i - 1])
                {
                    findings.ErrorAt(EmissionRule.SameObjectTwice, ordered[i].Entry, $"would write {paths[i]}, as {ordered[i - 1].Entry.Member} does");
                }
            }
        }

        return (paths, ordered);
    }
}
