using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>B3: initialisers run in the order of the text, static constructors after them, and what stands below is not there yet.</summary>
internal static class InitialiserFaults
{
    public static readonly ProofProgram[] All =
    [
        new("B3 field below", """
            [Manifest] public static readonly V1Pod Web = Pod("web", Repo + ":1");
            private static readonly string Repo = "nginx".Trim();
            """),
        new("B3 property reads a field below", """
            [Manifest] public static V1Pod Web { get; } = Pod("web", Repo + ":1");
            private static readonly string Repo = "nginx";
            """),
        new("B3 property reads a property below", """
            [Manifest] public static V1Pod Web { get; } = Pod("web", Repo + ":1");
            private static string Repo { get; } = "nginx";
            """),
        new("B3 by a helper", """
            [Manifest] public static readonly V1Pod Web = Make("web");
            private static V1Pod Make(string name) => Pod(name, Repo + ":1");
            private static readonly string Repo = "nginx";
            """),
        new("B3 by a helper of a helper", """
            [Manifest] public static readonly V1Pod Web = Make("web");
            private static V1Pod Make(string name) => Pod(name, Image());
            private static string Image() => $"{Repo}:{Port}";
            private static readonly string Repo = "nginx";
            private static readonly int Port = 80;
            """),
        new("B3 by a lambda", """
            [Manifest] public static readonly V1Pod Web = Pod("web", "x").WithSpec(s => s with { NodeName = Repo });
            private static readonly string Repo = "nginx";
            """),
        new("B3 by a computed property", """
            [Manifest] public static readonly V1Pod Web = Pod("web", Image);
            private static string Image => Repo + ":1";
            private static readonly string Repo = "nginx";
            """),
        new("B3 number below is zero", """
            [Manifest] public static readonly V1Pod Web = Pod("web", $"x:{Port}{On}{Letter is '\0'}");
            private static readonly int Port = 80;
            private static readonly bool On = true;
            private static readonly char Letter = 'x';
            """),
        new("B3 constant below is there", """
            [Manifest] public static readonly V1Pod Web = Pod("web", Repo + ":1");
            private const string Repo = "nginx";
            """),
        new("B3 list below is null", """
            [Manifest] public static readonly V1Pod Web = Pod("web", string.Join('-', Names ?? ["none"]));
            private static readonly List<string> Names = ["a"];
            """),
        new("B3 list below throws", """
            [Manifest] public static readonly V1Pod Web = Pod("web", string.Join('-', Names.Select(n => n + n)));
            private static readonly List<string> Names = ["a"];
            """, Throws: true),
        new("B3 between, not below", """
            private static readonly string First = "a" + Second;
            [Manifest] public static readonly V1Pod Web = Pod("web", $"{First}{Second}{Third}");
            private static readonly string Second = "b" + First;
            private static readonly string Third = "c";
            [Manifest] public static readonly V1Pod Late = Pod("late", $"{First}{Second}{Third}");
            """),
        new("B3 in another part", """
            private static partial class Config { public static readonly string Image = Repo + ":1"; }
            private static partial class Config { public static readonly string Repo = "nginx"; }
            [Manifest] public static V1Pod Web => Pod("web", Config.Image);
            """),
        new("B3 nested class is initialised by itself", """
            [Manifest] public static readonly V1Pod Web = Pod("web", Config.Image);
            private static class Config { public static readonly string Image = Repo + ":1"; public const string Repo = "nginx"; }
            """),
        new("B3 nested class reads its outer one", """
            [Manifest] public static readonly V1Pod Web = Pod("web", Config.Image);
            private static readonly string Repo = "nginx";
            private static class Config { public static readonly string Image = Repo + ":1"; }
            [Manifest] public static readonly V1Pod Late = Pod("late", Config.Image);
            """),
        new("B3 two classes need each other", """
            private static class One { public static readonly string Text = "1" + Two.Text; }
            private static class Two { public static readonly string Text = "2" + One.Text; }
            [Manifest] public static V1Pod A => Pod("a", One.Text);
            [Manifest] public static V1Pod B => Pod("b", Two.Text);
            """),
        new("B3 three classes need each other", """
            private static class One { public static readonly int N = Two.N + 1; static One() { } }
            private static class Two { public static readonly int N = Three.N + 1; static Two() { } }
            private static class Three { public static readonly int N = One.N + 1; static Three() { } }
            [Manifest] public static V1Pod A => Pod("a", $"{One.N}{Two.N}{Three.N}");
            [Manifest] public static V1Pod B => Pod("b", $"{Three.N}{Two.N}{One.N}");
            """),
        new("B3 set by the static constructor", """
            private static class Config { public static readonly string Repo = "a"; static Config() => Repo = "b"; }
            [Manifest] public static V1Pod Web => Pod("web", Config.Repo);
            """),
        new("B3 static constructor changes a list", """
            private static class Config { public static readonly List<string> Names = ["a"]; static Config() => Names.Add("b"); }
            [Manifest] public static V1Pod Web => Pod("web", string.Join('-', Config.Names));
            """),
        new("B3 the class's own static constructor", """
            private static readonly string Repo = "a";
            static OwnClass() => Repo = "b";
            [Manifest] public static readonly V1Pod Web = Pod("web", Repo);
            [Manifest] public static V1Pod Late => Pod("late", Repo);
            """),
        new("B3 manifest in order of the text", """
            private static readonly V1Pod Base = Pod("base", "x");
            private static V1Pod Next(string n) { Base.Spec.NodeName += n; return Base.WithName(n); }
            [Manifest] public static readonly V1Pod A = Next("a");
            [Manifest] public static readonly V1Pod B = Next("b");
            """),
        new("B3 instance initialisers, before the constructor", """
            private sealed class Box { public string Text = "i" + Make(); public Box() => Text += "c"; private static string Make() => "m"; }
            [Manifest] public static V1Pod A => Pod("a", new Box().Text);
            """),
        new("B3 instance initialisers of the derived class come first", """
            private static readonly List<string> Log = [];
            private static string Say(string text) { Log.Add(text); return text; }
            private class Parent { public string P = Say("pf"); public Parent() => Say("pc"); }
            private sealed class Child : Parent { public string C = Say("cf"); public Child() => Say("cc"); }
            [Manifest] public static V1Pod A { get { Log.Clear(); new Child(); return Pod("a", string.Join('-', Log)); } }
            """),
        new("B3 virtual call in a base constructor", """
            private abstract class Parent { public string Seen; protected Parent() => Seen = Name() ?? "null"; protected abstract string? Name(); }
            private sealed class Child : Parent { private readonly string _name; private readonly string _early = "e"; public Child(string name) => _name = name; protected override string? Name() => _name is null ? _early : "set"; }
            [Manifest] public static V1Pod A => Pod("a", new Child("x").Seen);
            """),
        new("B3 virtual property with an initialiser in a base constructor", """
            private class Parent { public string Seen; public Parent() => Seen = Name ?? "null"; public virtual string? Name { get; } = "parent"; }
            private sealed class Child : Parent { public override string? Name { get; } = "child"; }
            private sealed class Late : Parent { public Late(string name) => Name = name; public override string? Name { get; } }
            [Manifest] public static V1Pod A => Pod("a", new Child().Seen + new Late("x").Seen);
            """),
        new("B3 primary constructor's parameter in an initialiser and later", """
            private sealed class Box(string text) { public string First { get; } = text + "1"; public string Later => text; public void Change() => text += "2"; }
            [Manifest] public static V1Pod A { get { var b = new Box("x"); b.Change(); return Pod("a", b.First + b.Later); } }
            """),
        new("B3 primary constructor's parameter is not the property", """
            private sealed class Box(string text) { public string Text { get; set; } = text; public string Both => Text + text; }
            [Manifest] public static V1Pod A { get { var b = new Box("x"); b.Text = "y"; return Pod("a", b.Both); } }
            """),
        new("B3 record's property is not the parameter", """
            private sealed record Box(string Text) { public string Text { get; init; } = Text + "!"; public string Length { get; } = $"{Text.Length}"; }
            [Manifest] public static V1Pod A => Pod("a", new Box("xy").Text + new Box("xy").Length + (new Box("xy") with { Text = "abc" }).Length);
            """),
        new("B3 constructor chain", """
            private sealed class Box { public string Log = "f"; public Box() : this("d") => Log += "0"; public Box(string text) => Log += text; }
            [Manifest] public static V1Pod A => Pod("a", new Box().Log);
            """),
        new("B3 base constructor's argument changes", """
            private class Parent(string text) { public string Text { get; } = text + "p"; }
            private sealed class Child(string text) : Parent(text + "c") { public string Mine { get; } = text + "m"; }
            [Manifest] public static V1Pod A => Pod("a", new Child("x").Text + new Child("x").Mine);
            """),
        Body("B3 initialiser after the constructor", """return Pod("p", new Box { Text = "i" }.Log);""",
            """private sealed class Box { public string Log = "c"; public string Text { set => Log += value; } public Box() => Log += "!"; }"""),
        Body("B3 required member over a default", """return Pod("p", new Box { Text = "i", Log = "l" }.Both);""",
            """private sealed class Box { public required string Text { get; init; } = "d"; public string Log { get; init; } = "d"; public string Both => Text + Log; }"""),
        Body("B3 initialisers in the order they are written", """return Pod("p", new Box { B = "b", A = "a" }.Log);""",
            """private sealed class Box { public string Log = ""; public string A { set => Log += value; } public string B { set => Log += value; } }"""),
        Body("B3 struct without a constructor", """return Pod("p", $"{default(Box).N}{new Box().N}{new Box(3).N}");""",
            """private struct Box { public int N = 5; public Box(int n) => N += n; }"""),
        Body("B3 struct with a parameterless constructor", """var a = new Box[1]; return Pod("p", $"{default(Box).N}{new Box().N}{a[0].N}");""",
            """private struct Box { public int N = 5; public Box() => N++; }"""),
    ];
}
