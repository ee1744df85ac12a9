namespace K8sSharpManifests.Analyzers.Tests.Fixes;

/// <summary>A way to write a pod with one container.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsOrdinary">Whether a fix must be offered.</param>
/// <param name="Text">
/// The file: {I} is the image, {P} the policy; {C} the call that sets the policy, {c} a lambda with it as one more argument, {p} the member that sets it; {A} the calls that add the secrets, {a} those on lines
/// of their own, {s} and {S} the secrets as items on one line and on several; {N} is a number of its own.
/// </param>
/// <param name="Others">Other files.</param>
internal sealed record FixStyle(string Name, bool IsOrdinary, string Text, params string[] Others)
{
    public static IReadOnlyList<FixStyle> All { get; } = [.. Ordinary(), .. Constants(), .. Shared(), .. Odd()];

    /// <summary>The files with a mistake; null where it cannot be written in this style.</summary>
    public IReadOnlyList<string>? Write(Mistake mistake) =>
        (mistake.Policy is null && Text.Contains("{P}", StringComparison.Ordinal)) || (mistake.Secrets.Length > 0 && !HasSecrets)
            ? null
            : [.. Others.Prepend(Text).Select(file => Fill(file, mistake))];

    private bool HasSecrets => new[] { "{A}", "{a}", "{s}", "{S}" }.Any(hole => Others.Prepend(Text).Any(file => file.Contains(hole, StringComparison.Ordinal)));

    private static string Fill(string text, Mistake mistake)
    {
        string Items(string separator) => string.Join(separator, mistake.Secrets.Select(secret => $"new() {{ Name = \"{secret}\" }}"));
        string Calls(string separator) => string.Concat(mistake.Secrets.Select(secret => $"{separator}.AddImagePullSecret(\"{secret}\")"));
        var policy = mistake.Policy is null ? "" : $".WithImagePullPolicy(\"{mistake.Policy}\")";
        return text
            .Replace("{I}", $"\"{mistake.Image}\"", StringComparison.Ordinal)
            .Replace("{P}", $"\"{mistake.Policy}\"", StringComparison.Ordinal)
            .Replace("{C}", policy, StringComparison.Ordinal)
            .Replace("{c}", policy.Length == 0 ? "" : $", c => c{policy}", StringComparison.Ordinal)
            .Replace("{p}", mistake.Policy is null ? "" : $", ImagePullPolicy = \"{mistake.Policy}\"", StringComparison.Ordinal)
            .Replace("{A}", Calls(""), StringComparison.Ordinal)
            .Replace("{a}", Calls("\n        "), StringComparison.Ordinal)
            .Replace("{s}", Items(", "), StringComparison.Ordinal)
            .Replace("{S}", string.Concat(mistake.Secrets.Select(secret => $"\n                new() {{ Name = \"{secret}\" }},")), StringComparison.Ordinal);
    }

    private static string Shop(string members) => "public static class Shop{N}\n{\n    " + members.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal) + "\n}\n";

    private static FixStyle[] Ordinary() =>
    [
        new("chain", true, Shop("""[Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", {I}{c}){A};""")),
        new("chain on lines", true, Shop("""
            [Manifest]
            public static V1Deployment Web{N} => K8s.Deployment("web")
                .AddContainer("web", {I}, c => c
                    .AddPort(80){C}
                    .AddEnv("A", "b"))
                .AddLabel("app", "web"){a};
            """)),
        new("argument on its own line", true, Shop("""
            [Manifest]
            public static V1Pod Web{N} => K8s.Pod("web")
                .AddContainer(
                    "web",
                    {I}{c}
                ){a}
                ;
            """)),
        new("initializer", true, Shop("""
            [Manifest]
            public static V1Pod Web{N} => new()
            {
                ApiVersion = "v1",
                Kind = "Pod",
                Metadata = new() { Name = "web" },
                Spec = new()
                {
                    ImagePullSecrets =
                    [{S}
                    ],
                    Containers =
                    [
                        new() { Name = "web", Image = {I}{p} },
                    ],
                },
            };
            """)),
        new("initializer on one line", true, Shop("""[Manifest] public static V1Pod Web{N} => new() { Metadata = new() { Name = "web" }, Spec = new() { Containers = [new() { Name = "web", Image = {I}{p} }], ImagePullSecrets = [{s}] } };""")),
        new("explicit types", true, Shop("""
            [Manifest]
            public static V1Pod Web{N} => new V1Pod
            {
                Metadata = new V1ObjectMeta { Name = "web" },
                Spec = new V1PodSpec
                {
                    ImagePullSecrets = new List<V1LocalObjectReference> {{S}
                    },
                    Containers = new[]
                    {
                        new V1Container
                        {
                            Name = "web",
                            Image = {I}{p}
                        }
                    }
                }
            };
            """)),
        new("block", true, Shop("""
            [Manifest]
            public static V1Pod Web{N}()
            {
                var pod = K8s.Pod("web").AddContainer("web", {I}{c}){A};
                return pod.AddLabel("app", "web");
            }
            """)),
        new("block lambda", true, Shop("""
            [Manifest]
            public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", {I}, c =>
            {
                return c.AddPort(80){C};
            }){A};
            """)),
        new("named arguments", true, Shop("""[Manifest] public static V1Pod Web{N} => K8s.Pod(name: "web").AddContainer(image: {I}, name: "web", configure: c => c.AddPort(80){C}){A};""")),
        new("quantities", true, Shop("""[Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", {I}, c => c.WithLimits("500 m", memory: "1,5Gi"){C}){A};""")),
        new("several objects", true, Shop("""
            [Manifest]
            public static IEnumerable<V1Pod> Web{N} =>
            [
                K8s.Pod("other").AddContainer("web", "redis:7.4", c => c.WithImagePullPolicy("IfNotPresent")),
                K8s.Pod("web").AddContainer("web", {I}{c}){A},
            ];
            """)),
    ];

    private static FixStyle[] Constants() =>
    [
        new("constants", true, Shop("""
            private const string Image{N} = {I};

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", Image{N}{c}){A};

            [Manifest] public static V1Pod Again{N} => K8s.Pod("again").AddContainer("web", Image{N}{c}){A};
            """)),
        new("constant of another class", true, Shop("""[Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", Images{N}.Web{c}){A};""") + "\npublic static class Images{N}\n{\n    public const string Web = {I};\n}\n"),
        new("constant of another file", true, Shop("""[Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", Images{N}.Web{c}){A};"""), "public static class Images{N}\n{\n    public const string Web = {I};\n}\n"),
        new("readonly field", true, Shop("""
            private static readonly string Image{N} = {I};

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", Image{N}{c}){A};
            """)),
        new("readonly field of two", false, Shop("""
            private static readonly string Image{N} = {I};

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", Image{N}{c}){A};

            [Manifest] public static V1Pod Again{N} => K8s.Pod("again").AddContainer("web", Image{N}, c => c.AddPort(80){C}){A};
            """)),
        new("local", true, Shop("""
            [Manifest]
            public static V1Pod Web{N}()
            {
                var image = {I};
                var same = image;
                return K8s.Pod("web").AddContainer("web", same{c}){A};
            }
            """)),
        new("constant with another meaning", false, Shop("""
            private const string Image{N} = {I};

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", Image{N}{c}).AddAnnotation("image", Image{N}){A};

            public static void Print() => Console.WriteLine(Image{N});
            """)),
        new("constant policies", false, Shop("""
            private const string Policy{N} = {P};

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", {I}, c => c.WithImagePullPolicy(Policy{N})).AddContainer("other", "redis:7.4", c => c.WithImagePullPolicy(Policy{N}));
            """)),
    ];

    private static FixStyle[] Shared() =>
    [
        new("helper", false, Shop("""
            [Manifest] public static V1Pod Web{N} => Make{N}("web", {I}){A};

            private static V1Pod Make{N}(string name, string image) => K8s.Pod(name).AddContainer(name, image{c}).AddContainer("other", "redis:7.4"{c});
            """)),
        new("helper for two", false, Shop("""
            [Manifest] public static V1Pod Web{N} => Make{N}({I}, "redis:7.4", {P});

            private static V1Pod Make{N}(string one, string two, string policy) => K8s.Pod("web").AddContainer("one", one, c => c.WithImagePullPolicy(policy)).AddContainer("two", two, c => c.WithImagePullPolicy(policy));
            """)),
        new("shared secrets", false, Shop("""
            private static V1LocalObjectReference[] Common{N} => [{s}];

            [Manifest] public static V1Pod Web{N} => new() { Metadata = new() { Name = "web" }, Spec = new() { Containers = [new() { Name = "web", Image = {I}{p} }], ImagePullSecrets = [.. Common{N}] } };

            [Manifest] public static V1Pod More{N} => new() { Metadata = new() { Name = "more" }, Spec = new() { Containers = [new() { Name = "web", Image = "redis:7.4" }], ImagePullSecrets = [.. Common{N}, new() { Name = "hub" }] } };

            [Manifest] public static V1Pod First{N} => new() { Metadata = new() { Name = "first" }, Spec = new() { Containers = [new() { Name = "web", Image = "redis:7.4" }], ImagePullSecrets = [new() { Name = "hub" }, .. Common{N}] } };
            """)),
        new("own extension", false, "internal static class Extensions{N}\n{\n    public static V1Pod AddShopDefaults{N}(this V1Pod pod) => pod.WithHostNetwork(true){A};\n}\n\n"
            + Shop("""[Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", {I}{c}).AddImagePullSecret("hub").AddShopDefaults{N}();""")),
        new("local function", false, Shop("""
            [Manifest]
            public static V1Pod Web{N}()
            {
                return K8s.Pod("web").AddContainer(Make("one", {I})).AddContainer(Make("two", "redis:7.4")){A};

                static V1Container Make(string name, string image) => new() { Name = name, Image = image{p} };
            }
            """)),
        new("foreach", false, Shop("""
            [Manifest]
            public static V1Pod Web{N}()
            {
                var pod = K8s.Pod("web");
                foreach (var image in new[] { {I}, "redis:7.4" })
                {
                    pod = pod.AddContainer(image.Trim(':'), image{c});
                }

                return pod{A};
            }
            """)),
        new("Select", false, Shop("""
            [Manifest] public static IEnumerable<V1Pod> Web{N} => new[] { {I}, "redis:7.4" }.Select((image, i) => K8s.Pod("web" + i).AddContainer("web", image{c}){A});
            """)),
        new("Aggregate", false, Shop("""
            [Manifest] public static V1Pod Web{N} => new[] { "one", "two" }.Aggregate(K8s.Pod("web"), (pod, name) => pod.AddContainer(name, {I}{c}){A});
            """)),
        new("shared container", true, Shop("""
            private static V1Container Container{N} => new() { Name = "web", Image = {I}{p} };

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer(Container{N}){A};

            [Manifest] public static V1Pod Again{N} => K8s.Pod("again").AddContainer(Container{N}){A};
            """)),
        new("shared container, changed", false, Shop("""
            private static V1Container Container{N} => new() { Name = "web", Image = {I}{p} };

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer(Container{N}){A};

            [Manifest] public static V1Pod Again{N} => K8s.Pod("again").AddContainer(Container{N}.WithImage("redis:7.4").WithImagePullPolicy("IfNotPresent"));
            """)),
    ];

    private static FixStyle[] Odd() =>
    [
        new("static calls", false, Shop("""[Manifest] public static V1Pod Web{N} => Fluent.AddImagePullSecret(Fluent.AddContainer(K8s.Pod("web"), "web", {I}, c => c.AddPort(80){C}){A}, "hub");""")),
        new("using static", false, "using static K8sSharpManifests.K8s;\nusing P = k8s.Models.V1Pod;\n\n" + Shop("""[Manifest] public static P Web{N} => Pod("web").AddContainer("web", {I}{c}){A};""")),
        new("assignments", false, Shop("""
            [Manifest]
            public static V1Pod Web{N}()
            {
                var container = new V1Container { Name = "web" };
                container.Image = {I};
                container.ImagePullPolicy = {P};
                var secrets = new List<V1LocalObjectReference>();
                secrets.Add(new V1LocalObjectReference { Name = "" });
                var pod = new V1Pod { Metadata = new() { Name = "web" }, Spec = new() { Containers = [container], ImagePullSecrets = secrets } };
                pod = pod.AddImagePullSecret("hub");
                pod = pod.AddImagePullSecret("hub");
                return pod;
            }
            """)),
        new("with", false, Shop("""
            [Manifest] public static V1Pod Web{N} => Late{N}(new() { Metadata = new() { Name = "web" }, Spec = new() { Containers = [Base{N} with { Image = {I} }], ImagePullSecrets = [{s}] } });

            private static V1Container Base{N} => new() { Name = "web"{p} };

            private static V1Pod Late{N}(V1Pod pod) => pod.AddLabel("late", "yes");
            """)),
        new("overwritten later", false, Shop("""
            [Manifest] public static V1Pod Web{N} => Late{N}(K8s.Pod("web").AddContainer("web", "redis:7.4"){A});

            private static V1Pod Late{N}(V1Pod pod) => pod with { Spec = pod.Spec with { Containers = [pod.Spec.Containers[0] with { Image = {I}{p} }] } };
            """)),
        new("shell", false, Shop("""
            [Manifest]
            public static V1Deployment Web{N} => K8s.Deployment("web")
                .AddContainer("web", {I}{c})
                .ConfigureTemplate{N}(t => t{A});

            private static V1Deployment ConfigureTemplate{N}(this V1Deployment deployment, Func<V1Deployment, V1Deployment> configure) => configure(deployment);
            """)),
        new("members named like ours", false, Shop("""
            public static string K8s => "mine";

            public static string External => "mine";

            public static string ImagePullPolicy => "mine";

            [Manifest] public static V1Pod Web{N} => K8sSharpManifests.K8s.Pod("web").AddContainer("web", {I}{c}){A};
            """)),
        new("nearer extension", false, "namespace Near{N};\n\ninternal static class Near\n{\n    public static V1Container WithImagePullPolicy(this V1Container c, string policy) => c.AddEnv(\"POLICY\", policy);\n\n    public static V1Pod AddImagePullSecret(this V1Pod pod, string name) => pod.AddLabel(\"secret\", name);\n}\n\n"
            + Shop("""[Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", {I}{c}){A};""")),
        new("condition", false, Shop("""
            private static bool IsLocal{N} => true;

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", IsLocal{N} ? {I} : "redis:7.4", c => c.WithImagePullPolicy(IsLocal{N} ? {P} : "IfNotPresent")){A};
            """)),
        new("generic class", false, "public static class Generic{N}<T>\n{\n    public static V1Pod Make() => K8s.Pod(\"web\").AddContainer(\"web\", {I}{c}){A};\n}\n"),
        new("file class", false, "file static class Parts\n{\n    public static V1Pod Make() => K8s.Pod(\"web\").AddContainer(\"web\", {I}{c}){A};\n}\n\n" + Shop("""[Manifest] public static V1Pod Web{N} => Parts.Make();""")),
        new("interpolation", false, Shop("""
            private const string Tag{N} = "";

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", $"{Tag{N}}" + {I}{c}){A};
            """)),
        new("Secret", true, Shop("""
            [Manifest]
            public static V1Secret Cred{N} => new()
            {
                Metadata = new() { Name = "cred" },
                Data = new Dictionary<string, byte[]> { ["user"] = System.Text.Encoding.UTF8.GetBytes("dGhlIHVzZXIgbmFtZQ==") },
            };

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", {I}{c}){A};
            """)),
        new("Secret's helper", false, Shop("""
            [Manifest] public static V1Secret Cred{N} => new() { Metadata = new() { Name = "cred" }, Data = new Dictionary<string, byte[]> { ["user"] = Bytes{N}("dGhlIHVzZXIgbmFtZQ=="), ["other"] = Bytes{N}("the user") } };

            private static byte[] Bytes{N}(string text) => System.Text.Encoding.UTF8.GetBytes(text);

            [Manifest] public static V1Pod Web{N} => K8s.Pod("web").AddContainer("web", {I}{c}){A};
            """)),
    ];
}
