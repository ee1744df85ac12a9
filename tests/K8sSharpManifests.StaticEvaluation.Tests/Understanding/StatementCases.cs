namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Statements, and what they change. Each body begins with a container <c>c</c> of image "a".</summary>
internal static class StatementCases
{
    public static readonly Case[] All =
    [
        .. Begun(
            ("locals", "return c;", "{image: a}"),
            ("locals", "var d = c.WithName(\"n\"); return d;", "{image: a, name: n}"),
            ("locals", "var (name, tag) = (\"n\", \"t\"); return c.WithName(name + tag);", "{image: a, name: nt}"),
            ("locals", "var (name, port, _) = new Service(\"s\", 1); return c.WithName($\"{name}{port}\");", "{image: a, name: s1}"),
            ("locals", "GC.KeepAlive(c.Image); return Read(c);", "{image: a, name: a}"),

            ("locals", "Action later = () => GC.KeepAlive(c.Image); later(); return c;", "{image: a}"),
            ("locals", "return new V1PodSpec().AddContainer(c).Containers[0];", "{image: a}"),
            ("locals", "var image = \"b\"; GC.KeepAlive(image); return new() { Image = image };", "{image: b}"),

            ("assignments", "c.Image = \"b\"; return c;", "{image: b}"),
            ("assignments", "c = new(); return c;", "{}"),
            ("assignments", "c = c.WithName(\"n\"); c = c with { Image = c.Image + c.Name }; return c;", "{image: an, name: n}"),
            ("assignments", "c.SecurityContext = new(); c.SecurityContext.Privileged = true; return c;", "{image: a, securityContext: {privileged: true}}"),
            ("assignments", "c.Name ??= \"n\"; c.Image ??= \"b\"; return c;", "{image: a, name: n}"),
            ("assignments", "c.Image += \":1\"; var n = 1; n += 2; n *= 3; n -= 1; c.Name = $\"{n}\"; return c;", "{image: \"a:1\", name: \"8\"}"),
            ("assignments", "var n = 1; n++; ++n; n--; return c.WithName($\"{n}\");", "{image: a, name: \"2\"}"),
            ("assignments", "var (x, y) = (\"x\", \"y\"); (x, y) = (y, x); return c.WithName(x + y);", "{image: a, name: yx}"),
            ("assignments", "(c.Name, c.Image) = (\"n\", \"i\"); return c;", "{image: i, name: n}"),
            ("assignments", "var counter = new Counter(); counter.Count++; counter.Count += 2; return c.WithName($\"{counter.Count}\");", "{image: a, name: \"3\"}"),
            ("assignments", "var words = new[] { \"x\", \"y\" }; words[1] = \"z\"; return c.WithArgs(words);", "{image: a, args: [x, z]}"),
            ("assignments", "c.Ports = [new() { ContainerPort = 1 }]; c.Ports[0].ContainerPort = 2; c.Ports[0].Name = \"p\"; return c;", "{image: a, ports: [{containerPort: 2, name: p}]}"),
            ("assignments", "c = new() { SecurityContext = new() }; c.SecurityContext.Privileged = true; return c;", "{securityContext: {privileged: true}}"),
            ("changes of collections", "c.Args = []; c.Args.Add(\"x\"); c.Args.Insert(0, \"w\"); return c;", "{image: a, args: [w, x]}"),
            ("changes of collections", "var l = new List<string>(); l.AddRange(Words); l.RemoveAt(0); l.AddRange([\"c\"]); c.Args = l; return c;", "{image: a, args: [b, c]}"),
            ("changes of collections", "var l = new List<string> { \"x\" }; l.Clear(); l.Add(Text()); l.AddRange(List()); return c.WithArgs(l);", "{image: a, args: [?, …]}"),
            ("changes of collections", "var m = new Dictionary<string, string> { [\"a\"] = \"1\" }; m[\"b\"] = \"2\"; m.Add(\"c\", \"3\"); m.Remove(\"a\"); m[\"c\"] += \"!\"; return c.WithArgs(m.Select(e => e.Key + e.Value));",
                "{image: a, args: [b2, c3!]}"),
            ("changes of collections", "var m = new Dictionary<string, string> { [\"a\"] = \"1\" }; m.Clear(); m.Add(\"b\", \"2\"); return c.WithArgs(m.Keys);", "{image: a, args: [b]}"),
            ("changes of collections", "var m = new Dictionary<string, string> { [\"a\"] = \"1\" }; m[Text()] = \"2\"; return c.WithArgs(m[\"a\"]);", "{image: a, args: [?]}"),
            ("changes of collections", "var m = new Dictionary<string, string> { [\"a\"] = \"1\" }; m.Add(Text(), \"2\"); return c.WithArgs(m[\"a\"]);", "{image: a, args: [?]}"),

            ("if", "if (c.Image is null) throw new Exception(); return c;", "{image: a}"),
            ("if", "if (Port > 1) c.Name = \"n\"; else c.Name = \"m\"; if (Port < 1) c.Tty = true; return c;", "{image: a, name: n}"),
            ("if", "if (Flag()) { c.Name = \"n\"; c.Tty = true; } else { c.Name = \"n\"; } return c;", "{image: a, name: n, tty: ?}"),
            ("if", "if (Flag()) return c; c.Image = \"b\"; return c;", "?"),
            ("if", "if (Flag()) { c.Tty = true; return c; } else { throw new Exception(); }", "{image: a, tty: true}"),
            ("switch statements", "switch (Port) { case 80: c.Name = \"a\"; break; case > 8000 when Port < 9000: c.Name = \"b\"; break; default: c.Name = \"c\"; break; } return c;", "{image: a, name: b}"),
            ("switch statements", "switch (Registry) { case \"x\": return new(); case \"y\": break; default: c.Name = \"d\"; break; } return c;", "{image: a, name: d}"),
            ("switch statements", "switch (Number()) { case 0: c.Name = \"n\"; break; case 1: c.Name = \"n\"; c.Tty = true; break; default: throw new Exception(); } return c;", "{image: a, name: n, tty: ?}"),
            ("switch statements", "switch (Number()) { case 1: c.Name = \"n\"; break; } return c;", "{image: a, name: ?}"),
            ("switch statements", "switch (Port) { case 80: c.Name = \"n\"; break; } return c;", "{image: a}"),
            ("foreach", "foreach (var w in Words) { if (w == \"a\") continue; c = c.AddArg(w); } return c;", "{image: a, args: [b]}"),
            ("foreach", "foreach (var (key, value) in Map) { c = c.AddArg(key + value); if (key == \"a\") break; } return c;", "{image: a, args: [a1]}"),
            ("foreach", "foreach (var w in Words) { if (w == \"b\") return c.WithName(w); } return c;", "{image: a, name: b}"),
            ("foreach", "foreach (var w in List()) { c.Image = w; } return c;", "?"),
            ("for", "for (var i = 0; i < 3; i++) { if (i == 1) continue; c = c.AddArg($\"{i}\"); } return c;", "{image: a, args: [\"0\", \"2\"]}"),
            ("for", "for (var i = 0; ; i++) { if (i == 2) break; c = c.AddArg($\"{i}\"); } return c;", "{image: a, args: [\"0\", \"1\"]}"),
            ("while", "var n = 2; while (n > 0) { c = c.AddArg($\"{n}\"); n--; } return c;", "{image: a, args: [\"2\", \"1\"]}"),
            ("while", "var n = 0; while (n < Number()) { n++; } return c.WithName($\"{n}\");", "{image: a, name: ?}"),
            ("using, lock and blocks", "using (var stream = new System.IO.MemoryStream()) { lock (Words) { { c.Name = \"n\"; } } } ; using var other = new System.IO.MemoryStream(); return c;", "{image: a, name: n}"),
            ("try", "try { c.Name = \"n\"; } finally { Console.WriteLine(); } return c;", "{image: a, name: n}"),
            ("try", "try { return c.WithName(\"n\"); } catch (Exception) { throw; }", "{image: a, name: n}"),
            ("try", "var name = \"n\"; try { name = Text(); } catch (Exception) { name = \"m\"; } return c.WithName(name);", "{image: a, name: ?}"),
            ("try", "try { c.Name = Text(); } catch (Exception) { } return c;", "?"),
            ("try", "var n = 1; try { return c.WithName($\"{n}\"); } finally { n = 2; }", "?"),

            ("changes in a function", "Func<V1Container, V1Container> f = x => { x.Name = \"n\"; return x; }; return f(new());", "{name: n}"),
            ("changes in a function", "return Changed(c);", "{image: changed, …}"),
            ("changes in a function", "string Suffix(string s) { s += \"-x\"; return s; } return c.WithName(Suffix(\"n\"));", "{image: a, name: n-x}"),

            ("changes out of sight", "Change(c); return c;", "?"),
            ("changes out of sight", "GC.KeepAlive(c); return c;", "?"),
            ("changes out of sight", "var d = c; d.Image = \"b\"; return c;", "?"),
            ("changes out of sight", "if (c is { } d) d.Image = \"b\"; return c;", "?"),
            ("changes out of sight", "Take(() => c.Image = \"b\"); return c;", "?"),
            ("changes out of sight", "foreach (var e in new[] { c }) e.Image = \"b\"; return c;", "?"),
            ("changes out of sight", "Func<V1Container, V1Container> f = x => { x.Image = \"b\"; return x; }; return f(c);", "{image: b, …}"),
            ("changes out of sight", "var l = new List<V1Container> { c }; l[0].Image = \"b\"; return c;", "?"),
            ("changes out of sight", "void Local() => c.Image = \"b\"; Local(); return c;", "?"),
            ("changes out of sight", "ref var r = ref c; r = new(); return c;", "?"),
            ("changes out of sight", "var e = new V1EnvVar { Name = \"x\" }; c.Env = [e, e]; c.Env[0].Name = \"y\"; return c;", "{image: a, env: [{name: y, …}, ?]}")),

        new("iterators", "new() { Args = [.. Generated()], Command = [.. Stopped()] }", "{args: [a, b, aa, bb], command: [a]}"),
        new("iterators", "{ yield return K8s.Pod(\"a\"); foreach (var name in List()) { yield return K8s.Pod(name); } }",
            "[{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}, …]", "IEnumerable<V1Pod>"),
        new("iterators", "{ foreach (var name in Words) { yield return K8s.Pod(name); } if (Flag()) yield return K8s.Pod(\"c\"); }",
            "[{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {}}, {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {}}, …]", "IEnumerable<V1Pod>"),
    ];

    private static IEnumerable<Case> Begun(params (string Name, string Statements, string Expected)[] examples) =>
        examples.Select(e => new Case(e.Name, "{ var c = new V1Container { Image = \"a\" }; " + e.Statements + " }", e.Expected));
}
