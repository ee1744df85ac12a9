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
    public static V1ConfigMap? Given(ManifestContext context) => context.Environment == "values"
        ? K8s.ConfigMap("given").AddData("tag", context.Value("tag")).AddData("size", (context.Value<int>("size") + context.Value("more", 1)).ToString(CultureInfo.InvariantCulture)).AddData("ratio", context.Value("ratio", 0.5).ToString(CultureInfo.InvariantCulture))
        : null;

    [Manifest]
    public static V1Secret? Hidden(ManifestContext context) => context.Environment == "secrets" ? K8s.Secret("hidden").AddStringData("password", context.Secret("Db:Password")) : null;

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
        if (context.Environment == "untyped")
        {
            yield return K8s.Object("example.com/v1", "Widget", "w").With("spec.size", 3);
            yield return K8s.ConfigMap("patched").Patch("novel", 1);
            yield return new Gadget { Metadata = new() { Name = "g" }, Size = 2 };
        }

        if (context.Environment.StartsWith("cog", StringComparison.Ordinal))
        {
            yield return K8s.Cog("c").WithTeeth(context.Environment == "cog" ? 3 : 9).WithMax(8);
        }

        if (context.Environment == "twice")
        {
            yield return K8s.Namespace("shop");
        }
    }
}

/// <summary>A class of one's own.</summary>
public sealed class Gadget : k8s.IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "example.com/v1";

    public string Kind { get; set; } = "Gadget";

    public V1ObjectMeta Metadata { get; set; } = new();

    public int Size { get; set; }
}
