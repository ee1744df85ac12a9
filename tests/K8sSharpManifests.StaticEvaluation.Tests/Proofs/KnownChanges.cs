using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Ordinary programs that change objects: in helpers, loops, delegates, by references.</summary>
internal static class KnownChanges
{
    private const string When = "private static T When<T>(this T value, bool condition, Func<T, T> then) => condition ? then(value) : value; ";

    public static readonly ProofProgram[] All =
    [
        OnPod("helper that changes", "Harden(pod);", """private static void Harden(V1Pod pod) { pod.Spec.SecurityContext = new() { RunAsNonRoot = true }; foreach (var c in pod.Spec.Containers) { c.SecurityContext = new() { AllowPrivilegeEscalation = false }; } }"""),
        OnPod("helper that changes and returns", "pod = pod.Harden().OnNode(\"n\");", """private static V1Pod Harden(this V1Pod pod) { pod.Spec.HostNetwork = false; return pod; } private static V1Pod OnNode(this V1Pod pod, string node) { pod.Spec.NodeName = node; return pod; }"""),
        OnPod("helper of a part", "AddEnv(pod.Spec.Containers[0], \"LOG\", \"info\"); AddEnv(pod.Spec.Containers[0], \"TZ\", \"UTC\");", """private static void AddEnv(V1Container c, string name, string value) { c.Env ??= []; c.Env.Add(new() { Name = name, Value = value }); }"""),
        OnPod("helper of helpers", "Configure(pod);", """private static void Configure(V1Pod pod) { SetNode(pod.Spec); Label(pod.Metadata, "tier"); } private static void SetNode(V1PodSpec spec) => spec.NodeName = "n"; private static void Label(V1ObjectMeta meta, string key) => meta.Labels[key] = "yes";"""),
        OnPod("generic helper for metadata", "Own(pod, \"shop\");", """private static void Own<T>(T o, string team) where T : IMetadata<V1ObjectMeta> { o.Metadata ??= new(); o.Metadata.Labels ??= new Dictionary<string, string>(); o.Metadata.Labels["team"] = team; }"""),
        OnPod("foreach over containers", "foreach (var c in pod.Spec.Containers) { c.ImagePullPolicy = \"Always\"; c.Args = [c.Name]; }"),
        OnPod("for over containers", "for (var i = 0; i < pod.Spec.Containers.Count; i++) { pod.Spec.Containers[i].Name += $\"-{i}\"; }"),
        OnPod("foreach over labels", "var more = new Dictionary<string, string> { [\"a\"] = \"1\", [\"b\"] = \"2\" }; foreach (var (key, value) in more) { pod.Metadata.Labels[key] = value; }"),
        OnPod("loop that adds containers", "for (var i = 0; i < 3; i++) { pod.Spec.Containers.Add(new() { Name = $\"c{i}\", Image = $\"x:{i}\" }); }"),
        OnPod("loop that replaces", "foreach (var port in new[] { 80, 443 }) { pod = pod.AddLabel($\"port-{port}\", \"open\"); }"),
        OnPod("ForEach of a list", "new List<string> { \"a\", \"b\" }.ForEach(n => pod.Metadata.Labels[n] = n + n);"),
        OnPod("alias of a part", "var spec = pod.Spec; var c = spec.Containers[0]; c.Image = \"late\"; spec.Priority = 5;"),
        OnPod("alias by a pattern", "if (pod is { Spec: { } spec, Metadata.Labels: { } labels }) { spec.NodeName = \"n\"; labels[\"x\"] = \"1\"; }"),
        OnPod("alias by First", "var c = pod.Spec.Containers.First(x => x.Name == \"p\"); c.Image = \"late\";"),
        OnPod("alias by a local function", "V1Container Main() => pod.Spec.Containers[0]; Main().Tty = true;"),
        OnPod("local function that changes a local", "var n = 0; void Add(string key) { pod.Metadata.Labels[key] = $\"{n++}\"; } Add(\"a\"); Add(\"b\");"),
        OnPod("local function that replaces a local", "void Label(string key) => pod = pod.AddLabel(key, \"1\"); Label(\"a\"); Label(\"b\");"),
        OnPod("delegate in a local", "Action<V1Pod> harden = p => p.Spec.HostNetwork = false; harden(pod);"),
        OnPod("delegate given to a helper", "Apply(pod, p => p.Spec.NodeName = \"n\");", "private static void Apply(V1Pod p, Action<V1Pod> f) => f(p);"),
        OnPod("method group given to a helper", "Apply(pod, Harden);", "private static void Apply(V1Pod p, Action<V1Pod> f) => f(p); private static void Harden(V1Pod p) => p.Spec.HostNetwork = false;"),
        OnPod("delegates in a list", "foreach (var f in new List<Action<V1Pod>> { Node, p => p.Spec.Priority = 1 }) f(pod);", "private static void Node(V1Pod p) => p.Spec.NodeName = \"n\";"),
        OnPod("delegates in a dictionary", "var steps = new Dictionary<string, Func<V1Pod, V1Pod>> { [\"a\"] = p => p.WithNodeName(\"n\"), [\"b\"] = p => p.WithHostNetwork(true) }; pod = steps[\"b\"](steps[\"a\"](pod));"),
        Body("delegate that makes", "Func<string, int, V1Pod> make = (name, n) => Pod(name, $\"{name}:{n}\"); return make(\"a\", 5);"),
        Body("delegate with a captured counter", "var n = 0; string Next(string prefix) => $\"{prefix}{++n}\"; return Pod(Next(\"p\"), Next(\"x:\"));"),
        Body("function that returns a function", "var tagged = Tagger(\"1.5\"); return Pod(\"p\", tagged(\"nginx\"));", "private static Func<string, string> Tagger(string tag) => repo => $\"{repo}:{tag}\";"),
        Body("composed functions", "return Pod(\"p\", \"x:1\").Pipe(p => p.WithNodeName(\"n\")).Pipe(Private).Pipe(p => p.AddLabel(\"a\", \"b\"));", "private static T Pipe<T>(this T value, Func<T, T> f) => f(value); private static V1Pod Private(V1Pod p) => p.AddImagePullSecret(\"regcred\");"),
        Body("When of a constant", "return Pod(\"p\", \"x:1\").When(true, p => p.WithNodeName(\"n\")).When(false, p => p.WithHostNetwork(true));", When),
        Body("When of a parameter", "return Make(\"p\", isPrivate: true);", When + "private static V1Pod Make(string name, bool isPrivate) => Pod(name, \"x:1\").When(isPrivate, p => p.AddImagePullSecret(\"r\")).When(!isPrivate, p => p.WithHostNetwork(true));"),
        Body("When with an action", "return Pod(\"p\", \"x:1\").When(1 < 2, p => p.Spec.NodeName = \"n\");", "private static T When<T>(this T value, bool condition, Action<T> then) { if (condition) { then(value); } return value; }"),
        Body("Also", "return Pod(\"p\", \"x:1\").Also(p => p.Metadata.Labels[\"a\"] = \"b\").Also(p => p.Spec.Priority = 3);", "private static T Also<T>(this T value, Action<T> f) where T : class { f(value); return value; }"),
        Body("configure with a default", "return Make(\"a\").AddContainer(\"b\", \"y:1\");", "private static V1Pod Make(string name, Action<V1PodSpec>? configure = null) { var pod = Pod(name, \"x:1\"); configure?.Invoke(pod.Spec); return pod; }"),
        Body("configure with a lambda", "return Make(\"a\", s => { s.NodeName = \"n\"; s.Priority = 2; });", "private static V1Pod Make(string name, Action<V1PodSpec>? configure = null) { var pod = Pod(name, \"x:1\"); configure?.Invoke(pod.Spec); return pod; }"),
        Body("ForEach of an extension", "var pod = Pod(\"p\", \"x:1\"); pod.Spec.Containers.Each(c => c.Image += \"-slim\"); return pod;", "private static void Each<T>(this IEnumerable<T> items, Action<T> f) { foreach (var item in items) { f(item); } }"),
        Body("out helper", "Split(\"nginx:1.27\", out var repo, out var tag); return Pod(repo, tag);", "private static void Split(string image, out string repo, out string tag) { var i = image.IndexOf(':'); repo = image[..i]; tag = image[(i + 1)..]; }"),
        Body("out helper that tells", "return Pod(\"p\", TryTag(\"nginx:1\", out var tag) ? tag : \"latest\");", "private static bool TryTag(string image, out string tag) { var parts = image.Split(':'); tag = parts.Length > 1 ? parts[1] : \"\"; return parts.Length > 1; }"),
        Body("ref helper", "var n = 1; Up(ref n); Up(ref n); return Pod(\"p\", $\"x:{n}\");", "private static void Up(ref int n) => n += 5;"),
        Body("ref local", "var image = \"nginx:1.0\"; ref var r = ref image; r = \"nginx:1.27\"; return Pod(\"p\", image);"),
        Body("ref local of an element", "var tags = new[] { \"1\", \"2\" }; ref var last = ref tags[1]; last += \".0\"; return Pod(\"p\", string.Join('-', tags));"),
        Body("named tuple elements", "var t = (Repo: \"nginx\", Tag: \"1.0\"); t.Tag = \"1.27\"; return Pod(\"p\", $\"{t.Repo}:{t.Tag}\");"),
        Body("tuple with", "var t = (Repo: \"nginx\", Tag: \"1.0\"); var u = t with { Tag = \"2\" }; return Pod(\"p\", $\"{t.Repo}:{u.Tag}\");"),
        Body("tuples from a helper share", "var (d, s) = Make(\"web\"); d.Metadata.Labels[\"tier\"] = \"x\"; return s;", "private static (V1Pod, V1Pod) Make(string name) { var d = Pod(name, \"x:1\"); return (d, d.WithName(name + \"-s\")); }"),
        Body("do-while", "var n = 1; var s = \"\"; do { s += n; n *= 2; } while (n < 10); return Pod(\"p\", s);"),
        Body("while with break", "var n = 0; while (true) { n += 3; if (n > 10) break; } return Pod(\"p\", $\"x:{n}\");"),
        Body("nested loops", "var l = new List<string>(); foreach (var zone in new[] { \"a\", \"b\" }) { for (var i = 1; i <= 2; i++) { l.Add($\"{zone}{i}\"); } } return Pod(\"p\", string.Join('-', l));"),
        Body("queue of work", "var q = new Queue<string>([\"a\", \"b\"]); var s = \"\"; while (q.Count > 0) { s += q.Dequeue(); } return Pod(\"p\", s);"),
        Body("stack", "var q = new Stack<string>(); q.Push(\"a\"); q.Push(\"b\"); return Pod(q.Pop(), q.Peek());"),
        Body("early return in a loop", "return Pod(\"p\", Find([80, 443, 8080]));", "private static string Find(int[] ports) { foreach (var p in ports) { if (p > 100) { return $\"x:{p}\"; } } return \"none\"; }"),
        Body("recursion", "return Pod(\"p\", string.Join('-', Fib(6)));", "private static List<int> Fib(int n) { if (n <= 2) return [1, 1]; var l = Fib(n - 1); l.Add(l[^1] + l[^2]); return l; }"),
        Body("try and finally", "var s = \"a\"; try { s += \"b\"; } finally { s += \"c\"; } return Pod(\"p\", s);"),
        Body("try and a catch that is not needed", "try { return Pod(\"p\", $\"x:{int.Parse(\"5\")}\"); } catch (FormatException) { return Pod(\"p\", \"x:0\"); }"),
        Body("guard clauses", "return Make(\"web\", 3);", "private static V1Pod Make(string name, int n) { ArgumentNullException.ThrowIfNull(name); ArgumentException.ThrowIfNullOrEmpty(name); if (n < 1) throw new ArgumentOutOfRangeException(nameof(n)); return Pod(name, $\"x:{n}\"); }"),
        Body("index variables", "int[] a = [1, 2, 3]; var i = 0; a[i++] = a[i++] + 10; a[^1] += i; return Pod(\"p\", string.Join('-', a));"),
        Body("swap", "var (a, b) = (\"x\", \"y\"); (a, b) = (b, a); return Pod(a, b);"),
        Body("two-dimensional settings", "var m = new Dictionary<string, Dictionary<string, string>> { [\"dev\"] = new() { [\"tag\"] = \"1\" } }; m[\"dev\"][\"tag\"] += \".5\"; m[\"prod\"] = new(m[\"dev\"]) { [\"tag\"] = \"2\" }; return Pod(\"p\", m[\"dev\"][\"tag\"] + m[\"prod\"][\"tag\"]);"),
        Body("unrelated static counter is not needed", "Console.WriteLine(\"made\"); return Pod(\"p\", \"x:1\");"),
        new("shared base is copied", """private static V1Pod Base => Pod("base", "x:1"); private static V1Pod Named(string n) { var p = Base; p.Metadata.Name = n; p.Spec.NodeName = n; return p; } [Manifest] public static V1Pod A => Named("a"); [Manifest] public static V1Pod B => Named("b");"""),
    ];
}
