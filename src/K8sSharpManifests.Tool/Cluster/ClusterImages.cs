using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Rules.Views;
using K8sSharpManifests.Tool.Images;
using K8sSharpManifests.Tool.Manifests;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>The images of what a cluster holds.</summary>
internal static class ClusterImages
{
    /// <summary>The images of objects, by namespace and object, with the states of their containers.</summary>
    /// <param name="objects">The objects, with the ServiceAccounts.</param>
    /// <param name="secrets">The Secrets that were read.</param>
    /// <param name="options">The options that hold for all.</param>
    public static IEnumerable<(ContainerImage Image, ClusterObject Object)> In(IReadOnlyList<ClusterObject> objects, IReadOnlyList<Mapping> secrets, RuleOptions options)
    {
        var group = new ManifestGroup([.. objects.Select(o => o.Root), .. secrets], _ => options);
        var context = new JudgeContext(options, group.Index);
        return objects.SelectMany(o => PodImages.Of(o.Root, context).Select(use => (Image: new ContainerImage(use, o.Root, group, o.States), Object: o)))
            .OrderBy(pair => pair.Image.Namespace, StringComparer.Ordinal).ThenBy(pair => pair.Image.Object, StringComparer.Ordinal);
    }

    /// <summary>The Secrets that a pod names for pulling, by namespace and name.</summary>
    /// <param name="pod">The pod. What its ServiceAccount would give, the API server has put into it.</param>
    public static IEnumerable<(string Namespace, string Name)> PullSecrets(Mapping pod) =>
        from item in (pod.Get("spec").Get("imagePullSecrets") as Sequence)?.Items ?? []
        let name = item.Get("name").Text()
        where name.Length > 0
        select (pod.Get("metadata").Get("namespace").Text(), name);
}
