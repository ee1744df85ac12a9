namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Which expressions are looked at, and which of them nobody completes later.</summary>
public class RootFinderTests
{
    /// <summary>Statements that send a pod, and what is known of it there.</summary>
    public static TheoryData<string, string> Sent { get; } = new()
    {
        { "var pod = K8s.Pod(\"a\"); pod.Metadata.Name = \"b\"; await SEND;", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); if (coin) pod.Metadata.Name = \"b\"; await SEND;", "{apiVersion: v1, kind: Pod, metadata: {name: ?}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); if (coin) { pod.Metadata.Name = \"b\"; await SEND; } else pod.Metadata.Name = \"c\";", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); pod.Metadata.Name = \"b\"; if (coin) return; try { await SEND; } catch (HttpOperationException) { }", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); try { pod.Metadata.Name = \"b\"; } catch (HttpOperationException) { await SEND; }", "{apiVersion: v1, kind: Pod, metadata: {name: ?}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); try { pod.Metadata.Name = \"b\"; } catch (HttpOperationException) { throw; } await SEND;", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); try { pod.Metadata.Name = \"b\"; } catch (HttpOperationException) { } await SEND;", "{apiVersion: v1, kind: Pod, metadata: {name: ?}, spec: {}}" },
        { "foreach (var name in names) { if (name == \"\") continue; var pod = K8s.Pod(name); pod.Metadata.NamespaceProperty = \"b\"; await SEND; }", "{apiVersion: v1, kind: Pod, metadata: {name: ?, namespace: b}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); foreach (var name in names) { await SEND; pod.Metadata.Name = \"b\"; }", "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); while (coin) { pod.Metadata.Name = \"b\"; await SEND; }", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); switch (names.Length) { case 1: pod.Metadata.Name = \"b\"; await SEND; break; default: pod.Metadata.Name = \"c\"; break; }", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "using (var own = client) { var pod = K8s.Pod(\"a\"); pod.Metadata.Name = \"b\"; lock (names) { _ = SEND; } }", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); pod.Metadata.Name = \"b\"; Func<Task> later = () => SEND; pod.Metadata.Name = \"c\"; await later();", "{apiVersion: v1, kind: Pod, metadata: {name: c}, spec: {}}" },
        { "Func<Task> later = () => { var pod = K8s.Pod(\"a\"); pod.Metadata.Name = \"b\"; return SEND; }; await later();", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); again: pod.Metadata.Name += \"b\"; await SEND; if (coin) goto again;", "?" },
        { "var pod = K8s.Pod(\"a\"); await client.CoreV1.CreateNamespacedPodAsync(pod, null); pod.Metadata.Name = \"b\";", "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); var kept = pod; pod.Metadata.Name = \"b\"; await SEND;", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "async Task Later() { var pod = K8s.Pod(\"a\"); pod.Metadata.Name = \"b\"; await SEND; } await Later();", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); foreach (var n in names) { if (n == \"x\") return; pod.Metadata.NamespaceProperty = n; } pod.Metadata.Name = \"b\"; await SEND;", "{apiVersion: v1, kind: Pod, metadata: {name: b, namespace: ?}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); lock (names) { pod.Metadata.Name = \"b\"; _ = SEND; }", "{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); while (SEND.IsCompleted) { pod.Metadata.Name = \"b\"; }", "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}" },
        { "var pod = K8s.Pod(\"a\"); again: ; pod.Metadata.Name += \"b\"; await SEND; if (coin) goto again;", "?" },
        { "names = [\"x\"]; var pod = K8s.Pod(names[0]); names = [\"y\"]; await SEND;", "{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {}}" },
        { "names = [\"x\"]; await client.CoreV1.CreateNamespacedPodAsync(K8s.Pod(names[0]), null); names = [\"y\"];", "{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {}}" },
        { "return; var pod = K8s.Pod(\"a\"); pod.Metadata.Name = \"b\"; await SEND;", "?" },
    };

    [Fact]
    [Trait(Page.Line, "[Manifest] members")]
    public void ManifestMembers_AreFinished() => Assert.Equal(
        ["finished V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}",
            "finished V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}",
            "finished V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: c}, spec: {}}",
            "finished V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: d}, spec: {}}",
            "finished IEnumerable: [{apiVersion: v1, kind: Pod, metadata: {name: e}, spec: {}}]"],
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
    [Trait(Page.Line, "what an iterator yields")]
    public void YieldAfterWhatIsNotKnown_SpeaksForItself()
    {
        var compilation = Code.Compile("""
            static class Shop
            {
                [Manifest] public static IEnumerable<V1Pod> A()
                {
                    yield return K8s.Pod("first");
                    if (Environment.ProcessId < 0) { yield return K8s.Pod("second"); yield break; }
                    for (var i = 0; i < Environment.ProcessId; i++) { yield return K8s.Pod(Environment.MachineName).WithNamespace("n"); }
                }
            }
            """);
        var evaluator = new StaticEvaluator(compilation, TestContext.Current.CancellationToken);
        var member = new RootFinder(evaluator).Find(compilation.GetSemanticModel(compilation.SyntaxTrees[1]), TestContext.Current.CancellationToken).First();

        var pod = "apiVersion: v1, kind: Pod, metadata";
        Assert.Equal(
            [$"[{{{pod}: {{name: first}}, spec: {{}}}}, …]", $"{{{pod}: {{name: first}}, spec: {{}}}}", $"{{{pod}: {{name: second}}, spec: {{}}}}", $"{{{pod}: {{name: ?, namespace: n}}, spec: {{}}}}"],
            evaluator.Evaluate([member]).Select(t => Dump.Of(t.Tree)).Distinct());
    }

    [Fact]
    [Trait(Page.Line, "other expressions")]
    public void OtherExpressions_AreOpenAtEveryLevel() => Assert.Equal(
        ["open V1Container: {ports: [{containerPort: 80, …}, …], …}", "open V1PodSpec: {hostNetwork: true, …}", "open V1Probe: {periodSeconds: 1, …}"],
        Roots("""
            static class Shop
            {
                static V1Container A => new() { Ports = [new() { ContainerPort = 80 }] };
                static V1PodSpec B(V1PodSpec self) => self.WithHostNetwork(true);
                static void C() => System.Console.WriteLine(new V1Probe { PeriodSeconds = 1 });
            }
            """));

    [Fact]
    [Trait(Page.Line, "arguments")]
    public void ArgumentOfOtherCode_IsARootOfItsOwn() => Assert.Equal(
        ["open V1Container: ?", "open V1Container: {image: a, …}"],
        Roots("""
            static class Shop
            {
                static V1Container A => Unknown(new V1Container { Image = "a" });
                static V1Container Unknown(V1Container c) { again: if (c is null) goto again; return c; }
            }
            """));

    [Fact]
    [Trait(Page.Line, "arguments")]
    public void ArgumentOfTheDsl_IsNone() => Assert.Equal(
        ["open V1PodSpec: {containers: [{image: a, …}, …], …}"],
        Roots("static class Shop { static V1PodSpec A => new V1PodSpec().AddContainer(new V1Container { Image = \"a\" }); }"));

    [Fact]
    [Trait(Page.Line, "what is sent to the API server")]
    public void WhatIsSentToTheApiServer_IsFinished() => Assert.Equal(
        ["open V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: a, …}, spec: {…}, …}", "finished V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}"],
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

    [Fact]
    [Trait(Page.Line, "locals that change")]
    public void ChangedLocal_IsARootWhereItIsDone() => Assert.Equal(
        ["open V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: a, …}, spec: {containers: [{name: b, image: c, …}, …], …}, …}"],
        Roots("""
            static class Shop
            {
                static V1Pod A()
                {
                    var pod = K8s.Pod("a");
                    pod.Spec.Containers = [];
                    pod.Spec.Containers.Add(new() { Name = "b", Image = "c" });
                    return pod;
                }
            }
            """).Where(r => r.Contains("V1Pod")));

    [Fact]
    [Trait(Page.Line, "locals that change")]
    public void ExpressionThatAChangingLocalBeginsWith_IsNone() => Assert.Equal(
        ["open V1Container: {image: c, …}"],
        Roots("class Shop { void Run() { var changing = new V1Container { Image = \"a\" }; changing.Image = \"b\"; var fixed1 = new V1Container { Image = \"c\" }; } }"));

    [Theory]
    [Trait(Page.Line, "what is sent to the API server")]
    [MemberData(nameof(Sent))]
    public void WhatIsSentOfAChangedLocal_IsWhatTheStatementsBeforeHaveLeft(string statements, string expected) =>
        Assert.Equal(["finished V1Pod: " + expected], Roots(Sending(statements)).Where(r => r.StartsWith("finished")));

    [Fact]
    [Trait(Page.Line, "what is sent to the API server")]
    public void WhatAConstructorSends_IsFinished() => Assert.Equal(
        ["finished V1Pod: {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}"], Roots(Constructor).Where(r => r.StartsWith("finished")));

    [Fact]
    [Trait(Page.Line, "other expressions")]
    public void ModelByAnotherName_IsARoot() => Assert.Equal(["open V1Container: {image: a, …}"], Roots(Alias));

    internal const string Alias = "using Part = k8s.Models.V1Container; class Shop { void Run() { var part = new Part { Image = \"a\" }; } }";

    internal const string Constructor =
        "class Shop { Shop(IKubernetes client) { var pod = K8s.Pod(\"a\"); pod.Metadata.Name = \"b\"; _ = client.CoreV1.CreateNamespacedPodAsync(pod, null); } }";

    /// <summary>Methods that send a pod.</summary>
    internal static string Sending(params IEnumerable<string> bodies) => "static class Shop { " + string.Concat(bodies.Select((body, index) =>
        $"static async Task A{index}(IKubernetes client, bool coin, string[] names) {{ {body.Replace("SEND", "client.CoreV1.CreateNamespacedPodAsync(pod, \"default\")")} }} ")) + "}";

    private static IEnumerable<string> Roots(string code) => Evaluate.Roots(Code.Compile(code))
        .Select(r => $"{(r.Root.IsFinished ? "finished" : "open")} {r.Root.TypeName}: {Dump.Of(r.Tree)}");
}
