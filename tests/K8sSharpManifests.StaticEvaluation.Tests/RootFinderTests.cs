namespace K8sSharpManifests.StaticEvaluation.Tests;

public class RootFinderTests
{
    [Fact]
    public void ManifestMembers_AreFinished() => Assert.Equal(
        ["finished Object V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}",
            "finished Object V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}",
            "finished Object V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: c}, spec: {}}",
            "finished Object V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: d}, spec: {}}",
            "finished Objects IEnumerable: [{apiVersion: v1, kind: Pod, metadata: {name: e}, spec: {}}]"],
        Roots("""
            static class Shop
            {
                [Manifest] public static V1Pod A => K8s.Pod("a");
                [Manifest] public static V1Pod B { get; } = K8s.Pod("b");
                [Manifest] public static readonly V1Pod C = K8s.Pod("c");
                [Manifest] public static V1Pod D() { return K8s.Pod("d"); }
                [Manifest] public static IEnumerable<IKubernetesObject> E => [K8s.Pod("e")];
            }
            """));

    [Fact]
    public void OtherExpressions_AreOpenAtEveryLevel() => Assert.Equal(
        ["open Container V1Container: {ports: [{containerPort: 80, …}, …], …}", "open PodSpec V1PodSpec: {hostNetwork: true, …}", "open Other V1Probe: {periodSeconds: 1, …}"],
        Roots("""
            static class Shop
            {
                static V1Container A => new() { Ports = [new() { ContainerPort = 80 }] };
                static V1PodSpec B(V1PodSpec self) => self.WithHostNetwork(true);
                static void C() => System.Console.WriteLine(new V1Probe { PeriodSeconds = 1 });
            }
            """));

    [Fact]
    public void ArgumentOfOtherCode_IsARootOfItsOwn() => Assert.Equal(
        ["open Container V1Container: ?", "open Container V1Container: {image: a, …}"],
        Roots("""
            static class Shop
            {
                static V1Container A => Unknown(new V1Container { Image = "a" });
                static V1Container Unknown(V1Container c) { try { return c; } finally { } }
            }
            """));

    [Fact]
    public void ArgumentOfTheDsl_IsNone() => Assert.Equal(
        ["open PodSpec V1PodSpec: {containers: [{image: a, …}, …], …}"],
        Roots("static class Shop { static V1PodSpec A => new V1PodSpec().AddContainer(new V1Container { Image = \"a\" }); }"));

    [Fact]
    public void WhatIsSentToTheApiServer_IsFinished() => Assert.Equal(
        ["open Object V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: a, …}, spec: {…}, …}", "finished Object V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}"],
        Roots("""
            static class Shop
            {
                static Task A(IKubernetes client)
                {
                    var pod = K8s.Pod("a");
                    return client.CoreV1.CreateNamespacedPodAsync(pod, "default");
                }
            }
            """));

    private static IEnumerable<string> Roots(string code) => Evaluate.Roots(Code.Compile(code))
        .Select(r => $"{(r.Root.IsFinished ? "finished" : "open")} {r.Root.Shape} {r.Root.TypeName}: {Dump.Of(r.Tree)}");
}
