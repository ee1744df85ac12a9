using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B1: elements of tuples that are assigned by name. A tuple is a variable's own: what is copied is no alias, what it refers to is.</summary>
internal static class TupleFaults
{
    public static readonly ProofProgram[] All =
    [
        Body("B1 named element assigned", """var t = (Repo: "nginx", Tag: "1.0"); t.Tag = "1.27"; return Pod("p", $"{t.Repo}:{t.Tag}");"""),
        Body("B1 named element incremented", """var t = (Name: "p", N: 1); t.N++; return Pod(t.Name, $"nginx:{t.N}");"""),
        Body("B1 named element += number", """var t = (Name: "p", N: 1); t.N += 2; t.N *= 3; return Pod(t.Name, $"nginx:{t.N}");"""),
        Body("B1 decrement before and after use", """var t = (Name: "p", N: 5); return Pod(t.Name, $"{--t.N}{t.N--}{t.N}");"""),
        Body("B1 named element += text in a loop", """var t = (Text: "", N: 0); foreach (var w in new[] { "a", "b" }) { t.Text += w; t.N++; } return Pod("p", $"{t.Text}:{t.N}");"""),
        Body("B1 with on a tuple", """var t = (Repo: "nginx", Tag: "1.0"); var u = t with { Tag = "2" }; return Pod("p", $"{u.Repo}:{u.Tag}-{t.Tag}");"""),
        Body("B1 element of an array of tuples", """var a = new[] { (Repo: "nginx", Tag: "1.0") }; a[0].Tag = "9"; return Pod("p", $"{a[0].Repo}:{a[0].Tag}");"""),
        Body("B1 tuple of a list replaced by its changed copy", """var l = new List<(string Repo, string Tag)> { ("nginx", "1.0") }; var t = l[0]; t.Tag = "2"; var before = l[0].Tag; l[0] = t; return Pod("p", $"{before}{l[0].Tag}");"""),
        Body("B1 a copy is no alias", """var a = (Repo: "nginx", Tag: "1.0"); var b = a; b.Tag = "2"; return Pod("p", $"{a.Tag}-{b.Tag}");"""),
        Body("B1 tuple in a field of a class", """var box = new Box(); box.Image.Tag = "1.27"; return Pod("p", $"{box.Image.Repo}:{box.Image.Tag}");""",
            """private sealed class Box { public (string Repo, string Tag) Image = ("nginx", "1.0"); }"""),
        Body("B1 tuple in a field, through an alias of its owner", """var box = new Box(); var other = box; other.Image.Tag = "1.27"; return Pod("p", $"{box.Image.Repo}:{box.Image.Tag}");""",
            """private sealed class Box { public (string Repo, string Tag) Image = ("nginx", "1.0"); }"""),
        Body("B1 nested tuple", """var t = (Name: "p", Image: (Repo: "nginx", Tag: "1.0")); t.Image.Tag = "1.27"; return Pod(t.Name, $"{t.Image.Repo}:{t.Image.Tag}");"""),
        Body("B1 in a lambda", """var t = (Repo: "nginx", Tag: "1.0"); Action f = () => t.Tag = "1.27"; f(); return Pod("p", $"{t.Repo}:{t.Tag}");"""),
        Body("B1 in a local function", """var t = (Repo: "nginx", Tag: "1.0"); void Bump() => t.Tag = "1.27"; Bump(); return Pod("p", $"{t.Repo}:{t.Tag}");"""),
        Body("B1 by ref", """var t = (Repo: "nginx", Tag: "1.0"); Bump(ref t); return Pod("p", $"{t.Repo}:{t.Tag}");""",
            """private static void Bump(ref (string Repo, string Tag) t) => t.Tag = "1.27";"""),
        Body("B1 by value leaves the caller's", """var t = (Repo: "nginx", Tag: "1.0"); var u = Bump(t); return Pod("p", $"{t.Tag}{u.Tag}");""",
            """private static (string Repo, string Tag) Bump((string Repo, string Tag) t) { t.Tag = "1.27"; return t; }"""),
        Body("B1 element by ref", """var t = (Repo: "nginx", Tag: "1.0"); Bump(ref t.Tag); return Pod("p", $"{t.Repo}:{t.Tag}");""", """private static void Bump(ref string tag) => tag += ".1";"""),
        Body("B1 element by out", """var t = (Repo: "nginx", Tag: "1.0"); Find(out t.Tag); return Pod("p", $"{t.Repo}:{t.Tag}");""", """private static void Find(out string tag) => tag = "1.27";"""),
        Body("B1 TryParse into an element", """var t = (Ok: false, N: 7); t.Ok = int.TryParse("12", out t.N); return Pod("p", $"{t.Ok}{t.N}");"""),
        Body("B1 names by position, not by name", """(string Tag, string Repo) t = ("nginx", "1.0"); (string Repo, string Tag) u = t; u.Tag = "2"; return Pod("p", $"{u.Repo}:{u.Tag}:{t.Tag}");"""),
        Body("B1 two names for one element", """var t = (Repo: "nginx", Tag: "1.0"); t.Item2 = "2"; var first = t.Tag; t.Tag = "3"; return Pod("p", $"{first}{t.Item2}");"""),
        Body("B1 eighth element", """var t = (A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, I: 9); t.H = 80; t.Item9 = 90; return Pod("p", $"{t.G}{t.H}{t.Item8}{t.I}");"""),
        Body("B1 swap of two elements", """var t = (Repo: "1.0", Tag: "nginx"); (t.Repo, t.Tag) = (t.Tag, t.Repo); return Pod("p", $"{t.Repo}:{t.Tag}");"""),
        Body("B1 null-coalescing assignment", """(string Repo, string? Tag) t = ("nginx", null); t.Tag ??= "1.27"; t.Repo ??= "x"; return Pod("p", $"{t.Repo}:{t.Tag}");"""),
        Body("B1 list in a copied tuple is shared", """var t = (Name: "p", Tags: new List<string> { "1.0" }); var u = t; u.Tags.Add("1.27"); u.Name = "q"; return Pod(t.Name, string.Join('-', t.Tags));"""),
        Body("B1 model in a tuple is shared", """var pod = Pod("p", "nginx:1.0"); var t = (Pod: pod, N: 1); t.Pod.Spec.NodeName = "n"; t.Pod = Pod("q", "x"); return pod;"""),
        Body("B1 tuple in a dictionary", """var m = new Dictionary<string, (string Repo, string Tag)> { ["a"] = ("nginx", "1.0") }; m["a"] = m["a"] with { Tag = "2" }; return Pod("p", $"{m["a"].Repo}:{m["a"].Tag}");"""),
        Body("B1 tuple in a record", """var r = new App(("nginx", "1.0")); var image = r.Image; image.Tag = "2"; var s = r with { Image = image }; return Pod("p", $"{r.Image.Tag}{s.Image.Tag}");""",
            """private sealed record App((string Repo, string Tag) Image);"""),
        Body("B1 compared after the assignment", """var t = (Repo: "nginx", Tag: "1.0"); t.Tag = "1.27"; return Pod("p", t == ("nginx", "1.27") ? "new" : "old");"""),
        Body("B1 matched after the assignment", """var t = (Repo: "nginx", Tag: "1.0"); t.Tag = "1.27"; return Pod("p", t is (_, "1.27") ? "new" : "old");"""),
        Body("B1 deconstructed after the assignment", """var t = (Repo: "nginx", Tag: "1.0"); t.Tag = "1.27"; var (repo, tag) = t; return Pod("p", $"{repo}:{tag}");"""),
        Body("B1 ref local of an element", """var t = (Repo: "nginx", Tag: "1.0"); ref var tag = ref t.Tag; tag = "1.27"; return Pod("p", $"{t.Repo}:{t.Tag}");"""),
        Body("B1 in one branch", """var t = (Repo: "nginx", Tag: "1.0"); if (t.Repo.Length > 3) { t.Tag = "1.27"; } else { t.Repo = "x"; } return Pod("p", $"{t.Repo}:{t.Tag}");"""),
        Body("B1 in a constructor", """return Pod("p", new Image("nginx:1.27").Text);""",
            """private sealed class Image { private (string Repo, string Tag) _parts; public Image(string text) { _parts.Repo = text.Split(':')[0]; _parts.Tag = text.Split(':')[1]; } public string Text => $"{_parts.Repo}@{_parts.Tag}"; }"""),
        Body("B1 in what a Select changes", """var t = (Count: 0, Last: ""); var l = new[] { "a", "b" }.Select(w => { t.Count++; t.Last = w; return w; }).ToList(); return Pod("p", $"{t.Count}{t.Last}{l.Count}");"""),
        Body("B1 assigned as part of an expression", """var t = (Repo: "nginx", Tag: "1.0"); var x = (t.Tag = "1.27") + t.Tag; return Pod("p", $"{x}{t.Tag}");"""),
        Body("B1 whole tuple assigned from a function with other names", """var t = (Repo: "", Tag: ""); t = Make(); t.Tag += "!"; return Pod("p", $"{t.Repo}:{t.Tag}");""", """private static (string Name, string Version) Make() => ("nginx", "1.27");"""),
        Body("B1 tuple boxed and unboxed", """var t = (Repo: "nginx", Tag: "1.0"); object o = t; t.Tag = "2"; var u = ((string Repo, string Tag))o; return Pod("p", $"{t.Tag}{u.Tag}");"""),
        Body("B1 captured by value in a record", """var t = (Repo: "nginx", Tag: "1.0"); var r = new Holder(t); t.Tag = "2"; return Pod("p", $"{t.Tag}{r.Image.Tag}");""", """private sealed record Holder((string Repo, string Tag) Image);"""),
        new("B1 static tuple", """
            private static (string Repo, string Tag) _image = ("nginx", "1.0");
            [Manifest] public static V1Pod A() { _image.Tag = "1.27"; return Pod("a", $"{_image.Repo}:{_image.Tag}"); }
            [Manifest] public static V1Pod B() => Pod("b", $"{_image.Repo}:{_image.Tag}");
            """),
        new("B1 static array of tuples", """
            private static readonly (string Repo, string Tag)[] Images = [("nginx", "1.0"), ("redis", "7")];
            [Manifest] public static V1Pod A() { Images[1].Tag = "8"; return Pod("a", $"{Images[1].Repo}:{Images[1].Tag}"); }
            [Manifest] public static V1Pod B() => Pod("b", string.Join('-', Images.Select(i => i.Tag)));
            """),
    ];
}
