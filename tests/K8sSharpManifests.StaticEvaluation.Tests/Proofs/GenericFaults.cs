using static K8sSharpManifests.StaticEvaluation.Tests.Proofs.ProofProgram;

namespace K8sSharpManifests.StaticEvaluation.Tests.Proofs;

/// <summary>Type parameters, static abstract members, dispatch by the object's own type, and statics of generic classes.</summary>
internal static class GenericFaults
{
    private const string Named = """private interface INamed { static abstract string Name { get; } static virtual string Title => "t"; } private sealed class One : INamed { public static string Name => "one"; } private sealed class Two : INamed { public static string Name => "two"; public static string Title => "T"; } """;

    private const string Animals = """private class Parent { public virtual string V() => "pv"; public string H() => "ph"; public string Both() => V() + H(); public virtual string P => "pp"; } private class Child : Parent { public override string V() => "cv" + base.V(); public new string H() => "ch"; public override string P => "cp"; } private sealed class Grand : Child { public override string V() => "gv"; } private sealed class Hider : Child { public new string V() => "hv"; } """;

    public static readonly ProofProgram[] All =
    [
        Text("static abstract member", """Read<One>() + Read<Two>()""", Named + "private static string Read<T>() where T : INamed => T.Name + T.Title;"),
        Text("static abstract member of a generic class", """Of<One>.Text + Of<Two>.Text""", Named + "private static class Of<T> where T : INamed { public static readonly string Text = T.Name; }"),
        Text("static abstract operator", """$"{Sum(1, 2)}{Sum(1L, 2L)}{Sum(new N(1), new N(2)).Value}" """, "private static T Sum<T>(T a, T b) where T : System.Numerics.IAdditionOperators<T, T, T> => a + b; private readonly record struct N(int Value) : System.Numerics.IAdditionOperators<N, N, N> { public static N operator +(N a, N b) => new(a.Value * 10 + b.Value); }"),
        Text("static abstract factory", """Make<One>("x").Text + Make<Two>("x").Text""", "private interface IMake<T> { static abstract T Make(string s); string Text { get; } } private static T Make<T>(string s) where T : IMake<T> => T.Make(s); private sealed record One(string Text) : IMake<One> { public static One Make(string s) => new(s + \"1\"); } private sealed record Two(string Text) : IMake<Two> { public static Two Make(string s) => new(s + \"2\"); }"),
        Text("static virtual member that is not overridden", """Read<One>() + Read<Two>()""", Named + "private static string Read<T>() where T : INamed => T.Title;"),
        Text("IParsable", """$"{Parse<int>("5") + 1}{Parse<bool>("true")}" """, "private static T Parse<T>(string s) where T : IParsable<T> => T.Parse(s, null);"),
        Text("default of a type parameter", """$"{Of<int>()}{Of<string>() is null}{Of<(int, bool)>()}{Of<DateTime>().Year}" """, "private static T Of<T>() => default!;"),
        Text("new of a type parameter", """Make<One>().Text + Make<Two>().Text""", "private abstract class Base { public abstract string Text { get; } } private sealed class One : Base { public override string Text => \"1\"; } private sealed class Two : Base { public override string Text { get; } = \"2\"; } private static T Make<T>() where T : Base, new() => new();"),
        Text("typeof of a type parameter", """Of<int>() + Of<string>() + Of<List<int>>()""", "private static string Of<T>() => typeof(T) == typeof(int) ? \"int\" : typeof(T).IsGenericType ? \"generic\" : typeof(T).Name;"),
        Text("pattern of a type parameter", """Of(5) + Of("s") + Of<object>(5)""", "private static string Of<T>(T value) => value switch { int n => $\"i{n}\", string s => s, _ => \"?\" } + (value is T);"),
        Text("is of a type parameter", """$"{Is<string>("a")}{Is<int>("a")}{Is<object>("a")}{Is<int?>(5)}" """, "private static bool Is<T>(object o) => o is T;"),
        Text("as of a type parameter", """As<Parent>(new Child()) + As<Grand>(new Child())""", Animals + "private static string As<T>(object o) where T : Parent => (o as T)?.V() ?? \"null\";"),
        Text("overload is chosen without the type argument", """Call(5) + Call("s")""", "private static string Call<T>(T value) => Say(value); private static string Say(object? o) => \"o\"; private static string Say(int n) => \"n\"; private static string Say(string s) => \"s\";"),
        Text("overload by the static type", """Say("s") + Say((object)"s") + Say(new Child()) + Say((Parent)new Child())""", Animals + "private static string Say(object o) => \"o\"; private static string Say(string s) => \"s\"; private static string Say(Parent p) => \"p\"; private static string Say(Child c) => \"c\";"),
        Text("overload of dynamic", """Call(5) + Call("s")""", "private static string Call(dynamic value) => Say(value); private static string Say(object? o) => \"o\"; private static string Say(int n) => \"n\"; private static string Say(string s) => \"s\";"),
        Text("virtual and hidden methods", """Show(new Parent()) + Show(new Child()) + Show(new Grand()) + Show(new Hider())""", Animals + "private static string Show(Parent p) => p.V() + p.H() + p.Both() + p.P;"),
        Text("hidden method by the static type", """new Child().H() + ((Parent)new Child()).H() + new Hider().V() + ((Child)new Hider()).V()""", Animals),
        Text("virtual by constraint", """Show(new Grand()) + Show<Parent>(new Grand()) + Show(new Child())""", Animals + "private static string Show<T>(T p) where T : Parent => p.V() + p.H();"),
        Text("virtual by a delegate", """F(new Child())() + F(new Grand())()""", Animals + "private static Func<string> F(Parent p) => p.V;"),
        Text("base call by a delegate", """new Deep().Run()""", Animals + "private sealed class Deep : Child { public override string V() => \"dv\"; public string Run() { Func<string> f = base.V; Func<string> g = V; return f() + g() + base.P; } }"),
        Text("interface reimplemented", """Show(new One()) + Show(new Two())""", "private interface I { string M(); } private class One : I { public string M() => \"1\"; } private sealed class Two : One, I { public new string M() => \"2\"; } private static string Show(I i) => i.M();"),
        Text("interface not reimplemented", """Show(new One()) + Show(new Two())""", "private interface I { string M(); } private class One : I { public string M() => \"1\"; } private sealed class Two : One { public new string M() => \"2\"; } private static string Show(I i) => i.M();"),
        Text("interface implemented by the base", """Show(new Two())""", "private interface I { string M(); } private class One { public virtual string M() => \"1\"; } private sealed class Two : One, I { public override string M() => \"2\" + base.M(); } private static string Show(I i) => i.M();"),
        Text("default method of an interface calls another", """Show(new One()) + Show(new Two())""", "private interface I { string Name { get; } string Hi() => \"hi\" + Name; } private sealed class One : I { public string Name => \"1\"; } private sealed class Two : I { public string Name => \"2\"; public string Hi() => \"ho\"; } private static string Show(I i) => i.Hi();"),
        Text("default method of the nearest interface", """((I)new C()).M() + ((J)new C()).M()""", "private interface I { string M() => \"i\"; } private interface J : I { string I.M() => \"j\"; } private sealed class C : J;"),
        Text("two interfaces with one name", """((I)new C()).M + ((J)new C()).M + new C().M""", "private interface I { string M { get; } } private interface J { string M { get; } } private sealed class C : I, J { public string M => \"c\"; string J.M => \"j\"; }"),
        Text("generic interface of two types", """((IOf<int>)new C()).M() + ((IOf<string>)new C()).M()""", "private interface IOf<T> { string M(); } private sealed class C : IOf<int>, IOf<string> { string IOf<int>.M() => \"i\"; string IOf<string>.M() => \"s\"; }"),
        Text("covariant return", """new Child().Make().Text + ((Parent)new Child()).Make().Text""", "private class Top { public virtual string Text => \"a\"; } private sealed class Mid : Top { public override string Text => \"b\"; } private class Parent { public virtual Top Make() => new(); } private sealed class Child : Parent { public override Mid Make() => new(); }"),
        Text("extension or member", """new C().M() + ((I)new C()).M() + new D().M()""", "private interface I; private sealed class C : I { public string M() => \"c\"; } private sealed class D : I; private static string M(this I i) => \"e\";"),
        Text("ToString by the object's type", """$"{(object)new Child()}{(Parent)new Child()}" + new Child()""", "private class Parent { public override string ToString() => \"p\"; } private sealed class Child : Parent { public override string ToString() => \"c\" + base.ToString(); }"),
        Text("abstract class between", """new C().Run()""", "private abstract class Top { public string Run() => One() + Two(); protected abstract string One(); protected virtual string Two() => \"2\"; } private abstract class Mid : Top { protected sealed override string One() => \"b1\"; protected abstract override string Two(); } private sealed class C : Mid { protected override string Two() => \"c2\"; }"),
        Text("generic base class", """new C().Run()""", "private abstract class Top<T> { protected abstract T Make(); public string Run() => $\"{Make()}{typeof(T) == typeof(int)}\"; } private sealed class C : Top<int> { protected override int Make() => 5; }"),
        Text("type argument of the outer class", """Outer<int>.Inner<string>.Text + Outer<string>.Inner<int>.Text""", "private static class Outer<T> { public static class Inner<U> { public static readonly string Text = typeof(T).Name + typeof(U).Name; } }"),
        Text("curiously recurring base", """new Web().Name("a").Port(5).Text""", "private abstract class Builder<T> where T : Builder<T> { public string Text = \"\"; public T Name(string n) { Text += n; return (T)this; } } private sealed class Web : Builder<Web> { public Web Port(int p) { Text += p; return this; } }"),
        Text("generic method that calls itself with another type", """Deep(2, 5)""", "private static string Deep<T>(int n, T value) => n == 0 ? $\"{value}\" : Deep(n - 1, (value, n));"),
        Text("params of a type parameter", """Count(1, 2) + Count("a") + Count<object>(1, "a") + Count<int>()""", "private static string Count<T>(params T[] items) => $\"{items.Length}{typeof(T).Name}\";"),
        new("static of a generic class per argument", """
            private static class Of<T> { public static int N; }
            [Manifest] public static V1Pod A { get { Of<int>.N++; Of<string>.N += 5; return Pod("a", $"{Of<int>.N}{Of<string>.N}{Of<long>.N}"); } }
            [Manifest] public static V1Pod B { get { Of<long>.N += 7; return Pod("b", $"{Of<int>.N}{Of<string>.N}{Of<long>.N}"); } }
            """),
        new("static object of a generic class", """
            private static class Of<T> { public static readonly V1Pod Base = Pod("base", typeof(T).Name); }
            [Manifest] public static V1Pod A { get { Of<int>.Base.Spec.NodeName = "n"; return Of<int>.Base; } }
            [Manifest] public static V1Pod B => Of<string>.Base;
            [Manifest] public static V1Pod C => Of<int>.Base.WithName("c");
            """),
        new("static of a generic base class", """
            private abstract class Base<T> { public static readonly List<string> Names = []; protected Base(string name) => Names.Add(name); }
            private sealed class One(string name) : Base<One>(name);
            private sealed class Two(string name) : Base<Two>(name);
            [Manifest] public static V1Pod A { get { new One("a"); new Two("x"); return Pod("a", string.Join('-', One.Names) + string.Join('-', Two.Names)); } }
            [Manifest] public static V1Pod B { get { new One("b"); return Pod("b", string.Join('-', One.Names)); } }
            """),
        new("static abstract member that counts", """
            private interface ICounts { static abstract int Next(); }
            private sealed class One : ICounts { private static int _n; public static int Next() => ++_n; }
            private static int Take<T>() where T : ICounts => T.Next() * 10 + T.Next();
            [Manifest] public static V1Pod A => Pod("a", $"{Take<One>()}");
            [Manifest] public static V1Pod B => Pod("b", $"{Take<One>()}");
            """),
        new("generic helper with a cache", """
            private static class Cache<T> { public static string? Text; }
            private static string Get<T>(string text) => Cache<T>.Text ??= text;
            [Manifest] public static V1Pod A => Pod("a", Get<int>("a") + Get<string>("b"));
            [Manifest] public static V1Pod B => Pod("b", Get<int>("c") + Get<long>("d"));
            """),
    ];
}
