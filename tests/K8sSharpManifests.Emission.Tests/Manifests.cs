using k8s;

namespace K8sSharpManifests.Emission.Tests;

/// <summary>What whole runs emit.</summary>
public static class Manifests
{
    [Manifest]
    public static V1Namespace Shop => K8s.Namespace("shop");

    [Manifest]
    public static IEnumerable<IKubernetesObject> Pods(ManifestContext context) => context.Environment switch
    {
        "throws" => throw new InvalidOperationException("no such shop"),
        "latest" => [K8s.Pod("web").WithNamespace("shop").AddContainer("web", "nginx:" + context.Environment)],
        "opaque" or "typed" => [K8s.Secret("s") with { Type = context.Environment == "typed" ? "acme.io/x" : "Opaque" }],
        "secret" => [K8s.ConfigMap("held").AddData("password", context.Secret("Db:Password")), K8s.ConfigMap("beside")],
        "hostile" => [K8s.ConfigMap("c").WithNamespace("../../" + context.Environment)],
        _ => [K8s.Pod("web").WithNamespace("shop").AddContainer("web", "nginx:" + context.Environment)],
    };
}
