using k8s.Models;
using K8sSharpManifests.Core;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>Makes trees of what a cluster holds: of objects that may be large, only what tells of images and how they are pulled.</summary>
internal static class ClusterTree
{
    /// <summary>An object.</summary>
    /// <param name="metadata">Its metadata, of which name, namespace and labels are kept.</param>
    /// <param name="apiVersion">Its apiVersion.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="more">What else it holds.</param>
    public static Mapping Of(V1ObjectMeta? metadata, string apiVersion, string kind, params (string Key, Node Value)[] more) => Typing.Object(Records(
    [
        ("apiVersion", Scalar.String(apiVersion)),
        ("kind", Scalar.String(kind)),
        ("metadata", Records([("name", Text(metadata?.Name)), ("namespace", Text(metadata?.NamespaceProperty))])),
        .. more,
    ]));

    /// <summary>A mapping of one entry.</summary>
    public static Mapping Entry(string key, Node value) => new([new(key, value)]);

    /// <summary>What a pod's specification says of images.</summary>
    /// <param name="spec">The specification; null where there is none, as in an object whose definition is broken.</param>
    /// <param name="isOfPod">Whether it is that of a pod, and no template: what its ServiceAccount gives, the API server has put into it already.</param>
    public static Mapping Spec(V1PodSpec? spec, bool isOfPod) => Records(
    [
        ("initContainers", List(spec?.InitContainers, c => Container(c.Name, c.Image, c.ImagePullPolicy))),
        ("containers", List(spec?.Containers, c => Container(c.Name, c.Image, c.ImagePullPolicy))),
        ("ephemeralContainers", List(spec?.EphemeralContainers, c => Container(c.Name, c.Image, c.ImagePullPolicy))),
        ("volumes", List(spec?.Volumes?.Where(v => v?.Image is not null), v => Records(
        [
            ("name", Text(v.Name)), ("image", Records([("reference", Text(v.Image.Reference)), ("pullPolicy", Text(v.Image.PullPolicy))])),
        ]))),
        ("imagePullSecrets", List(spec?.ImagePullSecrets, s => Entry("name", Text(s.Name)))),
        ("serviceAccountName", Text(isOfPod ? null : spec?.ServiceAccountName)),
    ]);

    /// <summary>A ServiceAccount.</summary>
    public static Mapping Account(V1ServiceAccount account) =>
        Of(account.Metadata, V1ServiceAccount.KubeApiVersion, V1ServiceAccount.KubeKind, ("imagePullSecrets", List(account.ImagePullSecrets, s => Entry("name", Text(s.Name)))));

    /// <summary>A Secret.</summary>
    public static Mapping Secret(V1Secret secret) => Of(
        secret.Metadata,
        V1Secret.KubeApiVersion,
        V1Secret.KubeKind,
        ("type", Text(secret.Type)),
        ("data", Records((secret.Data ?? new Dictionary<string, byte[]>()).Select(entry => (entry.Key, (Node)Scalar.String(Convert.ToBase64String(entry.Value ?? [])))))));

    private static Mapping Container(string name, string image, string policy) => Records([("name", Text(name)), ("image", Text(image)), ("imagePullPolicy", Text(policy))]);

    private static Node Text(string? text) => string.IsNullOrEmpty(text) ? Missing.Value : Scalar.String(text);

    private static Node List<T>(IEnumerable<T>? items, Func<T, Mapping> read) => items is null ? Missing.Value : new Sequence([.. items.Where(item => item is not null).Select(read)]);

    private static Mapping Records(IEnumerable<(string Key, Node Value)> entries) => new(entries.Where(entry => entry.Value is not Missing).Select(entry => new KeyValuePair<string, Node>(entry.Key, entry.Value)));
}
