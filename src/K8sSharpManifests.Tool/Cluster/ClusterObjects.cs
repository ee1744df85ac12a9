using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using k8s;
using k8s.Models;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules.Views;

namespace K8sSharpManifests.Tool.Cluster;

/// <summary>What came of reading an object.</summary>
/// <param name="Found">The object as it is stored; null where there is none, or it could not be read.</param>
/// <param name="Problem">Why it could not be read; empty where it could, or is not there.</param>
/// <param name="IsServed">Whether the server knows its kind.</param>
internal sealed record ReadObject(Mapping? Found, string Problem = "", bool IsServed = true);

/// <summary>Reads the objects of manifests from a cluster, each by its kind and name. How a kind is called in paths the server says itself.</summary>
/// <param name="client">Asks.</param>
internal sealed class ClusterObjects(ClusterClient client)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<(V1APIResourceList? Found, HttpStatusCode? Status, string Problem)>>> _resources = new(StringComparer.Ordinal);

    /// <summary>Reads an object.</summary>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<ReadObject> Read(Mapping manifest, CancellationToken cancellationToken)
    {
        var (apiVersion, kind, name) = (manifest.Get("apiVersion").Text(), manifest.Get("kind").Text(), manifest.Get("metadata").Get("name").Text());
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        var (group, version) = slash < 0 ? ("", apiVersion) : (apiVersion[..slash], apiVersion[(slash + 1)..]);
        var (list, status, problem) = await _resources.GetOrAdd(
            apiVersion, _ => new(() => client.Read($"list the resources of {apiVersion}", ct => client.Api.CustomObjects.GetAPIResourcesAsync(group, version, ct), cancellationToken))).Value;
        var resource = list?.Resources?.FirstOrDefault(resource => resource.Kind == kind && !resource.Name.Contains('/', StringComparison.Ordinal));
        if (resource is null)
        {
            return list is null && status != HttpStatusCode.NotFound ? new(null, problem)
                : new(null, $"the cluster does not know the kind {kind} of {apiVersion}, so nothing of it can be applied: install its definition, or correct the apiVersion.", IsServed: false);
        }

        var space = manifest.Get("metadata").Get("namespace").Text() is { Length: > 0 } own ? own : client.Namespace;
        var (found, read, why) = await client.Read(
            $"read the {kind} '{(resource.Namespaced ? space + "/" : "")}{name}'",
            ct => resource.Namespaced
                ? client.Api.CustomObjects.GetNamespacedCustomObjectAsync(group, version, space, resource.Name, name, ct)
                : client.Api.CustomObjects.GetClusterCustomObjectAsync(group, version, resource.Name, name, ct),
            cancellationToken);
        return read == HttpStatusCode.NotFound ? new((Mapping?)null)
            : found is not JsonElement json ? new(null, why)
            : JsonReader.Parse(json.GetRawText()) is Mapping root ? new(manifest.Type is { } type ? Typing.As(root, type) : root)
            : new(null, $"what the cluster has as {kind} '{name}' is no object.");
    }
}
