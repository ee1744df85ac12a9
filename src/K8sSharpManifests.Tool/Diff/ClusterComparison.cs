using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Cluster;
using K8sSharpManifests.Tool.Lint;
using K8sSharpManifests.Tool.Manifests;

namespace K8sSharpManifests.Tool.Diff;

/// <summary>Compares manifests with what a cluster holds: what apply would change of it, and what it would not.</summary>
/// <param name="client">Reads the cluster.</param>
/// <param name="manager">The manager by whose name the server keeps what was applied.</param>
internal sealed class ClusterComparison(ClusterClient client, string manager)
{
    private const int Concurrency = 8;

    private readonly ClusterObjects _objects = new(client);

    /// <summary>Compares.</summary>
    /// <param name="group">The manifests.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The objects that differ, in the order of the manifests; and those that could not be compared, with why.</returns>
    public async Task<(IReadOnlyList<ObjectDifference> Differences, IReadOnlyList<(Mapping Root, string Problem)> Failed)> Differences(ManifestGroup group, CancellationToken cancellationToken)
    {
        // What a definition among the manifests defines is known as soon as that is applied.
        var defined = Definitions.Among(group.Objects).SelectMany(definition => definition.Versions.Select(version => version.ApiVersion + "/" + definition.Kind)).ToHashSet(StringComparer.Ordinal);
        var found = new ObjectDifference?[group.Objects.Count];
        var problems = new string?[group.Objects.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, group.Objects.Count), new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken }, async (i, token) =>
        {
            var root = group.Objects[i];
            var name = ObjectName.Of(root);
            if (root.Get("metadata").Get("name").IsOmitted().IsTrue)
            {
                problems[i] = "it has no name, so nobody can say which object it is (generateName makes a new one each time).";
                return;
            }

            var read = await _objects.Read(root, token);
            var isNew = read.Problem.Length == 0 || (!read.IsServed && defined.Contains($"{root.Get("apiVersion").Text()}/{name.Kind}"));
            if (read.Found is { } live)
            {
                found[i] = Difference(name, live, root, group.OptionsOf(root).IsAlwaysPullRequired);
            }
            else if (isNew)
            {
                found[i] = new(name, ChangeKind.Added, root);
            }
            else
            {
                problems[i] = read.Problem;
            }
        });
        return ([.. found.OfType<ObjectDifference>()], [.. group.Objects.Zip(problems).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!))]);
    }

    private ObjectDifference? Difference(ObjectName name, Mapping live, Mapping root, bool isAlwaysPullRequired)
    {
        var applied = AppliedFields.Of(live, manager);
        var (stored, manifest) = (TreeComparison.Prepared(live), TreeComparison.Prepared(root));
        if (stored.Get("metadata").Get("namespace") is Missing)
        {
            // Of a kind that has none, whatever the manifest says.
            manifest = manifest.With("metadata", ((Mapping)manifest["metadata"]).Without("namespace"));
        }

        var changes = TreeComparison.Changes(stored, AppliedObject.Of(stored, manifest, applied));
        var kept = KeptFields.Of(stored, manifest, applied.Last, isAlwaysPullRequired);
        return changes.Count + kept.Count == 0 ? null : new(name, changes.Count > 0 ? ChangeKind.Changed : ChangeKind.Kept, root) { Changes = changes, Kept = kept };
    }
}
