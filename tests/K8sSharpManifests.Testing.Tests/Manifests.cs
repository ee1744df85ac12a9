using System.Globalization;

namespace K8sSharpManifests.Testing.Tests;

/// <summary>What the tests look at.</summary>
[ManifestNamespace("shop")]
[ManifestLabel("team", "web")]
public static class Manifests
{
    [Manifest]
    public static V1Deployment Web(ManifestContext context) => context.Environment switch
    {
        "broken" => throw new InvalidOperationException("no such shop"),
        _ => K8s.Deployment("web").WithReplicas(context.Environment == "prod" ? 3 : 1)
            .AddContainer("web", "ghcr.io/acme/web:1.4.2", c => c.AddEnv("SHARE", 0.5.ToString(CultureInfo.CurrentCulture)).WithRequests(cpu: "1000m"))
            .AddImagePullSecret(context.Environment == "bare" ? "nowhere" : "cred"),
    };

    [Manifest]
    public static V1Pod? Debug(ManifestContext context) => context.Environment == "dev" ? K8s.Pod("debug").AddContainer("debug", "ghcr.io/acme/debug:1.4.2") : null;

    [Manifest]
    public static IEnumerable<V1Pod?> None => [null];

    /// <summary>As a file of a project is read, by a path relative to the project.</summary>
    [Manifest]
    public static V1ConfigMap? Files(ManifestContext context) =>
        context.Environment == "files" ? K8s.ConfigMap("files").AddData("first", File.ReadAllText("Manifests.cs")).AddData("second", context.ReadText("Manifests.cs")) : null;

    [Manifest]
    public static IEnumerable<k8s.IKubernetesObject> More(ManifestContext context)
    {
        yield return External.Secret("cred");
        yield return K8s.ConfigMap("map").AddData("a", "no");
        yield return K8s.ConfigMap("map").WithNamespace("other");
        yield return K8s.Namespace("shop");
        if (context.Environment == "twice")
        {
            yield return K8s.Namespace("shop");
        }
    }
}
