using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>More kinds of values, one by one.</summary>
internal static class CaseProofsMore
{
    private const string Keep = "private static void Keep(V1Pod p) { goto made; made: p.Spec.NodeName = \"n\"; } ";

    private const string Tally = "private interface IAdd { void Add(int n); } private struct Tally : IAdd { public int Sum; public void Add(int n) => Sum += n; } ";

    public static readonly ProofProgram[] All =
    [
        OnPod("using of a struct or null", "using (B(pod)) { }", "private readonly struct Scope(V1Pod p) : IDisposable { public void Dispose() => p.Spec.NodeName = \"n\"; } private static Scope? B(V1Pod p) => new Scope(p);"),
        Text("tuple that nobody has set, in parts", "new App().Text", "private sealed class App { public (int Port, string? Name) Pair { get; set; } public string Text { get { var (port, name) = Pair; return $\"x:{port}{name}\"; } } }"),
        Text("either of two records in a with, one member", "B(Environment.ProcessId < 0 ? new App { Name = \"a\" } : new App { Name = \"a\" })", "private sealed record App { public string Name { get; init; } = \"\"; public int Port { get; init; } } private static string B(App app) { var a = app with { Port = 5 }; return a.Name; }"),
        OnPod("discard is no escape", "_ = pod; Keep(Pod(\"q\", \"y\"));", Keep),
        OnPod("no harm: struct of a loop's variable", "Keep(pod); pod.Spec = new() { NodeName = \"m\" }; foreach (var h in new Holder[] { new() }) { h.Sum.Add(2); }", Keep + Tally + "private struct Holder { public Tally Sum; }"),
        OnPod("no harm: bytes", "Keep(pod); pod.Spec = new() { NodeName = \"m\" }; var b = new byte[] { 1 }; _ = b[0];", Keep),
        Body("null that is chosen by a cast", "return Pod(\"p\", B(null));", "private static string B(object? o) => (o as string) ?? \"none\";"),
        new("models of methods, local functions and properties", "[Manifest] public static V1Pod A => Pod(\"p\", \"x\"); private static V1Pod M() => A; private static Func<V1Pod> P => M; private static readonly Func<V1Pod> Q = M; private static void F() { V1Pod L() => A; M(); L(); P(); Q(); }"),
        new("local that unknown code gets before it changes", "[Manifest] public static V1Pod A => Pod(\"p\", \"x\"); private static void F() { var p = new V1Pod { Kind = \"k\" }; GC.SuppressFinalize(p); p.Kind = \"l\"; }"),
        new("local that an unknown object gets before it changes", "[Manifest] public static V1Pod A => Pod(\"p\", \"x\"); private static void F() { var p = new V1Pod { Kind = \"k\" }; _ = new WeakReference(p); p.Kind = \"l\"; }"),
        Text("struct behind a property by reference", "B(new())", Tally + "private sealed class Box { private Tally _sum; public ref Tally Sum => ref _sum; } private static string B(Box box) { box.Sum.Add(2); return $\"x:{box.Sum.Sum}\"; }"),
    ];
}
