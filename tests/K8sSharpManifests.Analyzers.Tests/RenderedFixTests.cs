using K8sSharpManifests.Analyzers.Tests.Fixes;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>How fixes of every shape are written in chains of calls and in initialisers. The fixes are made up: shipped rules need few of the shapes.</summary>
public sealed class RenderedFixTests
{
    private const string Container = "spec.containers[0]";
    private const string Image = "\"nginx:1.27\"";

    private static readonly Dictionary<string, Func<TreePlace, Fix>> Fixes = new()
    {
        ["boolean below an absent object"] = place => Fix.Set(place, "securityContext.allowPrivilegeEscalation", Scalar.False, "", true),
        ["text below two absent objects"] = place => Fix.Set(place, "securityContext.seccompProfile.type", Scalar.String("RuntimeDefault"), "", true),
        ["quantity in an absent dictionary"] = place => Fix.Set(place, "resources.limits.memory", Scalar.String("128Mi"), "", true),
        ["list of texts"] = place => Fix.Set(place, "securityContext.capabilities.drop", new Sequence([Scalar.String("ALL")]), "", true),
        ["number"] = place => Fix.Set(place, "replicas", Scalar.Number(2), "", true),
        ["number of the pod"] = place => Fix.Set(place, "terminationGracePeriodSeconds", Scalar.Number(45), "", true),
        ["object"] = place => Fix.Set(
            place, "readinessProbe", Map(("httpGet", Map(("path", Scalar.String("/ready")), ("port", Scalar.String("http")))), ("periodSeconds", Scalar.Number(5))), "", true),
        ["int or string"] = place => Fix.Set(place, "readinessProbe.httpGet.port", Scalar.Number(8080), "", true),
        ["item"] = place => Fix.Append(place, "env", Map(("name", Scalar.String("TZ")), ("value", Scalar.String("UTC"))), "", true),
        ["text item"] = place => Fix.Append(place, "args", Scalar.String("--quiet"), "", true),
        ["port"] = place => Fix.Append(place, "ports", Map(("containerPort", Scalar.Number(8080)), ("protocol", Scalar.String("UDP"))), "", true),
        ["resize policy"] = place => Fix.Append(place, "resizePolicy", Map(("resourceName", Scalar.String("cpu")), ("restartPolicy", Scalar.String("NotRequired"))), "", true),
        ["arguments"] = place => Fix.Set(place, "args", new Sequence([Scalar.String("a"), Scalar.String("b")]), "", true),
        ["item of an absent object"] = place => Fix.Append(place, "securityContext.capabilities.drop", Scalar.String("ALL"), "", true),
        ["item with a name"] = place => Fix.Append(place, "imagePullSecrets", Map(("name", Scalar.String("hub"))), "", true),
        ["label"] = place => Fix.Set(place.Child("metadata").Child("labels").Child("app.kubernetes.io/name"), Scalar.String("web"), "", true),
        ["dictionary"] = place => Fix.Set(place, "metadata.labels", Map(("a", Scalar.String("b")), ("c", Scalar.String("d"))), "", true),
        ["namespace"] = place => Fix.Set(place, "metadata.namespace", Scalar.String("shop"), "", true),
        ["constant"] = place => Fix.Set(place, "dnsPolicy", Scalar.String("Default"), "", true),
        ["two fields of an absent object"] = place => Fix.Of(
            "", true, FixChange.Set(place.Below("securityContext.runAsNonRoot"), Scalar.True), FixChange.Set(place.Below("securityContext.runAsUser"), Scalar.Number(1000))),
        ["two fields"] = place => Fix.Of("", true, FixChange.Set(place.Below("tty"), Scalar.True), FixChange.Set(place.Below("stdin"), Scalar.True)),
        ["no security context"] = place => Fix.Remove(place, "securityContext", "", true),
        ["no user"] = place => Fix.Remove(place, "securityContext.runAsUser", "", true),
        ["no label"] = place => Fix.Remove(place.Child("metadata").Child("labels").Child("a"), "", true),
        ["no memory limit"] = place => Fix.Remove(place, "resources.limits.memory", "", true),
        ["no first variable"] = place => Fix.Remove(place.Child("env").Items.First(), "", true),
        ["exec instead of sleep"] = place => Fix.Of(
            "", true, FixChange.Remove(place.Below("lifecycle.preStop.sleep")), FixChange.Set(place.Below("lifecycle.preStop.exec.command"), new Sequence([Scalar.String("sleep"), Scalar.String("5")]))),
        ["variable becomes the working directory"] = place => Fix.Of(
            "", true, FixChange.Remove(place.Child("env").Items.First()), FixChange.Set(place.Below("workingDir"), ((Mapping)place.Child("env").Items.First().Node)["value"])),
    };

    [Theory]
    [InlineData("boolean below an absent object", "", ".WithSecurityContext(s => s.WithAllowPrivilegeEscalation(false))")]
    [InlineData("boolean below an absent object", ".WithSecurityContext(s => s.WithPrivileged(false))", ".WithSecurityContext(s => s.WithPrivileged(false).WithAllowPrivilegeEscalation(false))")]
    [InlineData("boolean below an absent object", ".WithSecurityContext(s => s.WithAllowPrivilegeEscalation(true))", ".WithSecurityContext(s => s.WithAllowPrivilegeEscalation(false))")]
    [InlineData("boolean below an absent object", ".WithSecurityContext(new() { Privileged = false })", ".WithSecurityContext(new() { Privileged = false, AllowPrivilegeEscalation = false })")]
    [InlineData("text below two absent objects", "", ".WithSecurityContext(s => s.WithSeccompProfile(seccompProfile => seccompProfile.WithType(SeccompProfileType.RuntimeDefault)))")]
    [InlineData("quantity in an absent dictionary", "", ".WithResources(r => r.AddLimit(\"memory\", \"128Mi\"))")]
    [InlineData("quantity in an absent dictionary", ".WithResources(r => r.AddLimit(\"cpu\", \"1\"))", ".WithResources(r => r.AddLimit(\"cpu\", \"1\").AddLimit(\"memory\", \"128Mi\"))")]
    [InlineData("quantity in an absent dictionary", ".WithResources(r => r.AddLimit(\"memory\", \"1Gi\"))", ".WithResources(r => r.AddLimit(\"memory\", \"128Mi\"))")]
    [InlineData("quantity in an absent dictionary", ".WithLimits(memory: \"1Gi\")", ".WithLimits(memory: \"128Mi\")")]
    [InlineData("quantity in an absent dictionary", ".WithLimits(cpu: \"1\")", ".WithLimits(cpu: \"1\").WithResources(r => r.AddLimit(\"memory\", \"128Mi\"))")]
    [InlineData("list of texts", "", ".WithSecurityContext(s => s.WithCapabilities(capabilities => capabilities.WithDrop(\"ALL\")))")]
    [InlineData("object", "", ".WithReadinessProbe(p => p.WithHttpGet(h => h.WithPath(\"/ready\").WithPort(\"http\")).WithPeriodSeconds(5))")]
    [InlineData("int or string", "", ".WithReadinessProbe(p => p.WithHttpGet(h => h.WithPort(8080)))")]
    [InlineData("item", "", ".AddEnv(\"TZ\", \"UTC\")")]
    [InlineData("port", "", ".AddPort(8080, protocol: Protocol.Udp)")]
    [InlineData("resize policy", "", ".AddResizePolicy(containerResizePolicy => containerResizePolicy.WithResourceName(ResizableResource.Cpu).WithRestartPolicy(ResizeRestartPolicy.NotRequired))")]
    [InlineData("arguments", "", ".WithArgs(\"a\", \"b\")")]
    [InlineData("arguments", ".WithArgs(\"c\", \"d\", \"e\")", ".WithArgs([\"a\", \"b\"])")]
    [InlineData("text item", ".AddArg(\"--fast\")", ".AddArg(\"--fast\").AddArg(\"--quiet\")")]
    [InlineData("item of an absent object", "", ".WithSecurityContext(s => s.WithCapabilities(capabilities => capabilities.AddDrop(\"ALL\")))")]
    [InlineData("two fields of an absent object", "", ".WithSecurityContext(s => s.WithRunAsNonRoot(true).WithRunAsUser(1000))")]
    [InlineData("two fields", "", ".WithTty(true).WithStdin(true)")]
    [InlineData("no security context", ".WithSecurityContext(s => s.WithRunAsUser(0)).AddPort(80)", ".AddPort(80)")]
    [InlineData("no security context", ".WithSecurityContext(new() { RunAsUser = 0 })", "")]
    [InlineData("no user", ".WithSecurityContext(s => s.WithRunAsUser(0).WithPrivileged(false))", ".WithSecurityContext(s => s.WithPrivileged(false))")]
    [InlineData("no memory limit", ".AddPort(80).WithResources(r => r.AddLimit(\"memory\", \"1Gi\"))", ".AddPort(80)")]
    [InlineData("no memory limit", ".WithResources(r => r.AddLimit(\"cpu\", \"1\").AddLimit(\"memory\", \"1Gi\"))", ".WithResources(r => r.AddLimit(\"cpu\", \"1\"))")]
    [InlineData("no memory limit", ".WithLimits(cpu: \"1\", memory: \"1Gi\")", ".WithLimits(cpu: \"1\")")]
    [InlineData("no first variable", ".AddEnv(\"A\", \"1\").AddEnv(\"B\", \"2\")", ".AddEnv(\"B\", \"2\")")]
    [InlineData("exec instead of sleep", ".SleepBeforeStop(5)", null)]
    [InlineData("variable becomes the working directory", ".AddEnv(\"PWD\", \"/srv\").AddPort(80)", ".AddPort(80).WithWorkingDir(\"/srv\")")]
    public async Task ContainerInAChain_GetsCallsOrLosesThem(string fix, string before, string? after)
    {
        string Pod(string calls) => $"[Manifest] public static V1Pod Web => K8s.Pod(\"web\").AddContainer(new V1Container {{ Name = \"web\", Image = {Image} }}.AddPort(443){calls});";
        string Configured(string calls) => $"[Manifest] public static V1Deployment Web => K8s.Deployment(\"web\")\n    .AddContainer(\"web\", {Image}{(calls.Length == 0 ? "" : ", c => c" + calls)})\n    .WithReplicas(2);";
        string Helper(string calls) => $"[Manifest] public static V1Pod Web => K8s.Pod(\"web\").AddContainer(Make(80){calls});\n\nprivate static V1Container Make(int port) => new() {{ Name = \"web\", Image = {Image}, Command = [$\"--port={{port}}\"] }};";

        // A lambda that does nothing stays what it is.
        var lambda = after is null ? null : after.Length == 0 && before.Length > 0 ? Configured(" ").Replace("c => c ", "c => c", StringComparison.Ordinal) : Configured(after);
        await Writes(fix, "spec.template." + Container, Configured(before), lambda);

        // Where no lambda is around it, the short name is free.
        after = after?.Replace("capabilities => capabilities", "c => c", StringComparison.Ordinal).Replace("containerResizePolicy", "c", StringComparison.Ordinal);
        await Writes(fix, Container, Pod(before), after is null ? null : Pod(after));
        if (before.Length == 0 || !fix.StartsWith("no ", StringComparison.Ordinal))
        {
            await Writes(fix, Container, Helper(before), after is null ? null : Helper(after));
        }
    }

    [Theory]
    [InlineData("boolean below an absent object", "", ", SecurityContext = new() { AllowPrivilegeEscalation = false }")]
    [InlineData("boolean below an absent object", ", SecurityContext = new() { Privileged = false }", ", SecurityContext = new() { Privileged = false, AllowPrivilegeEscalation = false }")]
    [InlineData("boolean below an absent object", ", SecurityContext = new()", ", SecurityContext = new() { AllowPrivilegeEscalation = false }")]
    [InlineData("boolean below an absent object", ", SecurityContext = new V1SecurityContext { }", ", SecurityContext = new V1SecurityContext { AllowPrivilegeEscalation = false }")]
    [InlineData("boolean below an absent object", ", SecurityContext = new() { AllowPrivilegeEscalation = true }", ", SecurityContext = new() { AllowPrivilegeEscalation = false }")]
    [InlineData("text below two absent objects", "", ", SecurityContext = new() { SeccompProfile = new() { Type = \"RuntimeDefault\" } }")]
    [InlineData("text below two absent objects", ", SecurityContext = new() { SeccompProfile = new() { Type = SeccompProfileType.Unconfined } }", ", SecurityContext = new() { SeccompProfile = new() { Type = SeccompProfileType.RuntimeDefault } }")]
    [InlineData("quantity in an absent dictionary", "", ", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { [\"memory\"] = \"128Mi\" } }")]
    [InlineData("quantity in an absent dictionary", ", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { [\"cpu\"] = \"1\" } }", ", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { [\"cpu\"] = \"1\", [\"memory\"] = \"128Mi\" } }")]
    [InlineData("quantity in an absent dictionary", ", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { { \"cpu\", \"1\" } } }", ", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { { \"cpu\", \"1\" }, { \"memory\", \"128Mi\" } } }")]
    [InlineData("quantity in an absent dictionary", ", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { [\"memory\"] = \"1024Mi\" } }", ", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { [\"memory\"] = \"128Mi\" } }")]
    [InlineData("list of texts", "", ", SecurityContext = new() { Capabilities = new() { Drop = [\"ALL\"] } }")]
    [InlineData("object", "", ", ReadinessProbe = new() { HttpGet = new() { Path = \"/ready\", Port = \"http\" }, PeriodSeconds = 5 }")]
    [InlineData("int or string", "", ", ReadinessProbe = new() { HttpGet = new() { Port = 8080 } }")]
    [InlineData("int or string", ", ReadinessProbe = new() { HttpGet = new() { Port = 80 } }", ", ReadinessProbe = new() { HttpGet = new() { Port = 8080 } }")]
    [InlineData("item", "", ", Env = [new() { Name = \"TZ\", Value = \"UTC\" }]")]
    [InlineData("item", ", Env = [new() { Name = \"A\" }]", ", Env = [new() { Name = \"A\" }, new() { Name = \"TZ\", Value = \"UTC\" }]")]
    [InlineData("item", ", Env = new List<V1EnvVar> { new() { Name = \"A\" } }", ", Env = new List<V1EnvVar> { new() { Name = \"A\" }, new() { Name = \"TZ\", Value = \"UTC\" } }")]
    [InlineData("port", "", ", Ports = [new() { ContainerPort = 8080, Protocol = \"UDP\" }]")]
    [InlineData("arguments", ", Args = [\"c\"]", ", Args = [\"a\", \"b\"]")]
    [InlineData("text item", ", Args = new[] { \"--fast\" }", ", Args = new[] { \"--fast\", \"--quiet\" }")]
    [InlineData("item of an absent object", "", ", SecurityContext = new() { Capabilities = new() { Drop = [\"ALL\"] } }")]
    [InlineData("two fields of an absent object", "", ", SecurityContext = new() { RunAsNonRoot = true, RunAsUser = 1000 }")]
    [InlineData("two fields", "", ", Tty = true, Stdin = true")]
    [InlineData("no security context", ", SecurityContext = new() { RunAsUser = 0 }", "")]
    [InlineData("no user", ", SecurityContext = new() { RunAsUser = 0, Privileged = false }", ", SecurityContext = new() { Privileged = false }")]
    [InlineData("no memory limit", ", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { [\"memory\"] = \"1Gi\" } }, Tty = true", ", Tty = true")]
    [InlineData("no memory limit", ", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { { \"cpu\", \"1\" }, { \"memory\", \"1Gi\" } } }", ", Resources = new() { Limits = new Dictionary<string, ResourceQuantity> { { \"cpu\", \"1\" } } }")]
    [InlineData("no first variable", ", Env = [new() { Name = \"A\" }, new() { Name = \"B\" }]", ", Env = [new() { Name = \"B\" }]")]
    [InlineData(
        "exec instead of sleep",
        ", Lifecycle = new() { PreStop = new() { Sleep = new() { Seconds = 5 } } }",
        ", Lifecycle = new() { PreStop = new() { Exec = new() { Command = [\"sleep\", \"5\"] } } }")]
    public async Task ContainerInAnInitializer_GetsMembersOrLosesThem(string fix, string before, string after)
    {
        string Pod(string members) => $"[Manifest] public static V1Pod Web => new() {{ Metadata = new() {{ Name = \"web\" }}, Spec = new() {{ Containers = [new() {{ Name = \"web\", Image = {Image}{members} }}] }} }};";
        string Copy(string members) => $"[Manifest] public static V1Pod Web => K8s.Pod(\"web\").AddContainer(new V1Container {{ Name = \"web\" }} with {{ Image = {Image}{members} }});";
        string Lines(string members) => $$"""
            [Manifest]
            public static V1Pod Web => new()
            {
                Metadata = new() { Name = "web" },
                Spec = new()
                {
                    Containers =
                    [
                        new V1Container
                        {
                            Name = "web",
                            Image = {{Image}}{{members.Replace(", ", ",\n                ", StringComparison.Ordinal)}}
                        },
                    ],
                },
            };
            """;

        await Writes(fix, Container, Pod(before), Pod(after));
        await Writes(fix, Container, Copy(before), Copy(after));
        if (before.Length == 0 && !after[2..].Contains(", ", StringComparison.Ordinal))
        {
            await Writes(fix, Container, Lines(before), Lines(after));
        }
    }

    [Theory]
    [InlineData("label", "K8s.Pod(\"web\")", "K8s.Pod(\"web\").AddLabel(\"app.kubernetes.io/name\", \"web\")")]
    [InlineData("label", "K8s.Pod(\"web\").AddLabel(\"a\", \"b\")", "K8s.Pod(\"web\").AddLabel(\"a\", \"b\").AddLabel(\"app.kubernetes.io/name\", \"web\")")]
    [InlineData("label", "new() { Metadata = new() { Name = \"web\" } }", "new() { Metadata = new() { Name = \"web\", Labels = new Dictionary<string, string> { [\"app.kubernetes.io/name\"] = \"web\" } } }")]
    [InlineData(
        "label",
        "new() { Metadata = new() { Name = \"web\", Labels = new Dictionary<string, string> { [\"a\"] = \"b\" } } }",
        "new() { Metadata = new() { Name = \"web\", Labels = new Dictionary<string, string> { [\"a\"] = \"b\", [\"app.kubernetes.io/name\"] = \"web\" } } }")]
    [InlineData("dictionary", "K8s.Pod(\"web\")", "K8s.Pod(\"web\").AddLabel(\"a\", \"b\").AddLabel(\"c\", \"d\")")]
    [InlineData("dictionary", "new() { Metadata = new() { Name = \"web\" } }", "new() { Metadata = new() { Name = \"web\", Labels = new Dictionary<string, string> { [\"a\"] = \"b\", [\"c\"] = \"d\" } } }")]
    [InlineData("no label", "K8s.Pod(\"web\").AddLabel(\"a\", \"b\").WithHostname(\"h\")", "K8s.Pod(\"web\").WithHostname(\"h\")")]
    [InlineData("no label", "new() { Metadata = new() { Labels = new Dictionary<string, string> { [\"a\"] = \"b\", [\"c\"] = \"d\" } } }", "new() { Metadata = new() { Labels = new Dictionary<string, string> { [\"c\"] = \"d\" } } }")]
    [InlineData("namespace", "K8s.Pod(\"web\")", "K8s.Pod(\"web\").WithNamespace(\"shop\")")]
    [InlineData("namespace", "new() { Metadata = new() { Name = \"web\" } }", "new() { Metadata = new() { Name = \"web\", NamespaceProperty = \"shop\" } }")]
    [InlineData("namespace", "new() { ApiVersion = \"v1\" }", "new() { ApiVersion = \"v1\", Metadata = new() { NamespaceProperty = \"shop\" } }")]
    public Task WholeObject_IsChanged(string fix, string before, string after) => Writes(fix, "", $"[Manifest] public static V1Pod Web => {before};", $"[Manifest] public static V1Pod Web => {after};");

    [Theory]
    [InlineData("number", "spec", "K8s.Deployment(\"web\").WithMinReadySeconds(5)", "K8s.Deployment(\"web\").WithMinReadySeconds(5).WithReplicas(2)")]
    [InlineData("number", "spec", "K8s.Deployment(\"web\").WithReplicas(1)", "K8s.Deployment(\"web\").WithReplicas(2)")]
    [InlineData("number of the pod", "spec.template.spec", "K8s.Deployment(\"web\").AddContainer(\"a\", \"b:1\")", "K8s.Deployment(\"web\").AddContainer(\"a\", \"b:1\").WithTerminationGracePeriodSeconds(45)")]
    [InlineData("item with a name", "spec.template.spec", "K8s.Deployment(\"web\").AddContainer(\"a\", \"b:1\")", "K8s.Deployment(\"web\").AddContainer(\"a\", \"b:1\").AddImagePullSecret(\"hub\")")]
    [InlineData("constant", "spec.template.spec", "K8s.Deployment(\"web\").AddContainer(\"a\", \"b:1\")", "K8s.Deployment(\"web\").AddContainer(\"a\", \"b:1\").WithDnsPolicy(DnsPolicy.Default)")]
    [InlineData("boolean below an absent object", "spec.template.spec.containers[0]", "K8s.Deployment(\"web\").WithPodSpec(p => p.AddContainer(\"a\", \"b:1\"))", "K8s.Deployment(\"web\").WithPodSpec(p => p.AddContainer(\"a\", \"b:1\", c => c.WithSecurityContext(s => s.WithAllowPrivilegeEscalation(false))))")]
    [InlineData("two fields of an absent object", "spec.template.spec", "K8s.Deployment(\"web\").AddContainer(\"a\", \"b:1\")", "K8s.Deployment(\"web\").AddContainer(\"a\", \"b:1\").WithSecurityContext(p => p.WithRunAsNonRoot(true).WithRunAsUser(1000))")]
    public Task PartOfAWorkload_IsChangedOnTheWorkload(string fix, string path, string before, string after) =>
        Writes(fix, path, $"[Manifest] public static V1Deployment Web => {before};", $"[Manifest] public static V1Deployment Web => {after};");

    // Whoever shares it, or writes it in another way, has to see to it.
    [Theory]
    [InlineData("no user", "new V1Container { Name = \"web\", SecurityContext = Shared }", "static readonly V1SecurityContext Shared = new() { RunAsUser = 0 };")]
    [InlineData("no first variable", "new V1Container { Name = \"web\", Env = [new() { Name = Log(\"A\") }] }", "static string Log(string s) { Console.WriteLine(s); return s; }")]
    [InlineData("no memory limit", "new V1Container { Name = \"web\" }.WithLimits(memory: Log(\"1Gi\"))", "static string Log(string s) { Console.WriteLine(s); return s; }")]
    [InlineData("text item", "new V1Container { Name = \"web\", Args = Arguments() }", "static string[] Arguments() => [\"a\"];")]
    public Task WhatCannotBeWritten_IsNotOffered(string fix, string container, string member) =>
        Writes(fix, Container, $"[Manifest] public static V1Pod Web => K8s.Pod(\"web\").AddContainer({container});\n\n{member}", null);

    [Fact]
    public async Task NameThatMeansSomethingElse_IsWrittenInFull()
    {
        const string Members = "\n\nprivate sealed class Dictionary<TKey, TValue>;";
        await Writes(
            "label",
            "",
            "[Manifest] public static V1Pod Web => new() { Metadata = new() { Name = \"web\" } };" + Members,
            "[Manifest] public static V1Pod Web => new() { Metadata = new() { Name = \"web\", Labels = new global::System.Collections.Generic.Dictionary<string, string> { [\"app.kubernetes.io/name\"] = \"web\" } } };" + Members);
    }

    // It is put right where it was written, and nothing else is added.
    [Theory]
    [InlineData("new() { Name = \"web\", Image = \"b:1\", SecurityContext = new() { AllowPrivilegeEscalation = {0} } }")]
    [InlineData("new V1Container { Name = \"web\", Image = \"b:1\" }.WithSecurityContext(s => s.WithAllowPrivilegeEscalation({0}))")]
    public async Task WrongValue_IsReplaced(string container)
    {
        string Code(string value) => Verify.Shop("[Manifest] public static V1Pod Web => K8s.Pod(\"web\").AddContainer(" + container.Replace("{0}", value, StringComparison.Ordinal) + ");");
        Assert.Equal(Code("false"), await RenderedFix.Apply(Code("true"), Container, place => place.Below("securityContext.allowPrivilegeEscalation"), Fixes["boolean below an absent object"]));
    }

    private static async Task Writes(string fix, string path, string before, string? after) =>
        Assert.Equal(after is null ? null : Verify.Shop(after), await RenderedFix.Apply(Verify.Shop(before), path, Fixes[fix]));

    private static Mapping Map(params (string Key, Node Value)[] entries) => new(entries.Select(e => KeyValuePair.Create(e.Key, e.Value)));
}
