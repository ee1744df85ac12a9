using K8sSharpManifests.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>Fluent results that are thrown away.</summary>
public sealed class DiscardedResultTests
{
    private const string Helpers = """
        public static class Helpers
        {
            public static V1Container Small(this V1Container self) => self.WithLimits(cpu: "1");
            public static V1Container Smaller(this V1Container self) { return self.Small(); }
            public static V1Container Named(this V1Container self, string name) => self with { Name = name };
            public static V1Container Renamed(this V1Container self, string name) { self.Name = name; return self; }
            public static V1Container Seen(this V1Container self) { Console.WriteLine(self.Name); return self.AddPort(1); }
            public static V1Container Counted(this V1Container self) => self.WithName("c" + _count++);
            public static V1Container Validated(this V1Container self) => self.WithWorkingDir(Check(self));
            public static V1Container Made(this V1Container self, Func<V1Container, V1Container> make) => make(self).AddPort(1);
            public static V1Container Ensured(this V1Container self) => self.WithWorkingDir(self.WorkingDir ?? throw new InvalidOperationException());
            public static V1Container Titled(this V1Container self, string title) => self.WithName(string.Concat("c", title.Trim())).AddPort(p => p with { Name = title });
            private static string Check(V1Container c) => c.Name == "" ? throw new InvalidOperationException() : "ok";
            private static int _count;
            public static V1Container Told(this V1Container self, Action<V1Container> tell) { tell(self); return self; }
        }
        """;

    public static TheoryData<string> Discarded =>
    [
        "public static V1Deployment F() { var d = K8s.Deployment(\"a\"); d.[|WithReplicas|](3); d.[|AddContainer|](\"c\", \"nginx:1.27\"); return d; }",
        "public static V1Deployment F() { var d = K8s.Deployment(\"a\"); foreach (var s in new[] { \"x\", \"y\" }) d.[|AddLabel|](s, \"1\"); return d; }",
        "public static V1Deployment F() { var d = K8s.Deployment(\"a\"); for (var i = 0; i < 2; i++) { if (i > 0) d.WithReplicas(3).[|AddLabel|](\"a\", \"b\"); else d.[|AddPodLabel|](\"a\", \"b\"); } return d; }",
        "public static void F(V1Deployment? d) { d?.[|WithReplicas|](3); d?.WithReplicas(3)?.[|AddLabel|](\"a\", \"b\"); d!.[|WithReplicas|](3); }",
        "public static V1Container F(V1Container c) { c.[|AddPort|](80); return c; }",
        "public static V1Container F(V1Container c) { V1Container G(V1Container d) { d.[|AddPort|](80); return d; } return G(c); }",
        "public static V1Container F(V1Container c) { Fluent.[|AddPort|](c, 80); return c; }",
        "public static void F(V1Container c) => c.[|AddPort|](80);",
        "public static void F(V1Container c) { void G() => c.[|AddPort|](80); G(); }",
        "public static V1Container F(V1Container c) { new List<string> { \"a\" }.ForEach(a => c.[|AddArg|](a)); return c; }",
        "public static V1Container F(V1Container c) { Action<string> add = a => c.[|AddArg|](a); add(\"a\"); return c; }",
        "public static void F() { K8s.Deployment(\"a\").[|WithReplicas|](3); new V1Container().[|AddPort|](80); }",
        "public static V1Deployment P { get; set; } = F(); private static V1Deployment F() { P.[|WithReplicas|](3); Shop.P.[|AddLabel|](\"a\", \"b\"); return P; }",
        "public static V1Container F(V1Container c) { c.[|WithImage|](\"nginx:1.27\"); c.[|WithLimits|](cpu: \"1\"); c.[|WithRequests|](new ResourceQuantity(\"1\")); return c; }",
        "public static T F<T>(T o) where T : class, IMetadata<V1ObjectMeta> { o.[|AddLabel|](\"a\", \"b\"); return o; }",
        "public static V1Container F(V1Container c) { c.[|Small|](); c.[|Smaller|](); c.[|Named|](\"a\"); c.[|Titled|](\"a\"); return c; }",
        "public static void F(V1Deployment d) { d.[|Expose|](80); d.[|Autoscale|](2, 10); d.WithReplicas(2).[|Budget|](minAvailable: 1); Action<string> expose = name => d.[|Expose|](80, name); }",
        "public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", \"nginx:1.27\", c => { if (DateTime.Now.Year > 1) { return c.AddPort(1); } c.[|AddPort|](80); return c; });",
        "public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", \"nginx:1.27\", c => { c.[|AddPort|](80); c = c.AddPort(90); return c; });",
        "public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", \"nginx:1.27\", c => { c.[|AddPort|](80); (c, _) = (c.AddPort(90), 1); return c; });",
        "public static V1Pod A(V1Container o) => K8s.Pod(\"a\").AddContainer(\"c\", \"nginx:1.27\", c => { o.[|AddPort|](80); return c; });",
    ];

    public static TheoryData<string> Taken =>
    [
        "public static void F(V1Deployment d) { _ = d.WithReplicas(3); var e = d.WithReplicas(3); d = d.WithReplicas(3); Console.WriteLine(d.WithReplicas(3)); }",
        "public static V1Deployment F(V1Deployment d) => d.WithReplicas(3);",
        "public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", \"nginx:1.27\", c => c.AddPort(80));",
        "public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", \"nginx:1.27\", c => { c = c.AddPort(80); return c; });",
        "public static V1Container F(V1Container c) { c.Renamed(\"a\"); c.Seen(); return c; }",
        "public static V1Container F(V1Container c) { c.Counted(); c.Validated(); c.Made(d => d); c.Ensured(); return c; }",
        "public static V1Service F(V1Deployment d) { var s = d.Expose(80); _ = d.Budget(minAvailable: 1); return s; }",
        "public static V1Container F(V1Container c) { c.Told(d => Console.WriteLine(d.AddPort(80))); return c; }",
        "public static void F(V1Pod p) { p.EnsureMetadata(); p.AddFinalizer(\"x\"); p.AddOwnerReference(new V1OwnerReference()); p.SetLabel(\"x\", \"y\"); p.SetAnnotation(\"x\", \"y\"); p.Uid(); }",
        "public static void F(V1Pod p) => Throws(() => p.MountSecret(\"a\", \"/a\")); private static void Throws(Action a) { }",
        "public static void F() { K8s.Deployment(\"a\"); }",
        "public static IEnumerable<V1Container> F(V1Container c) { yield return c.AddPort(80); }",
        "public static Func<V1Container, V1Container> F => c => c.AddPort(80);",
    ];

    [Theory]
    [MemberData(nameof(Discarded))]
    public Task ResultThatNobodyTakes_Triggers(string member) => Findings(member);

    [Theory]
    [MemberData(nameof(Taken))]
    public Task WhatIsTakenOrChangesSomething_DoesNotTrigger(string member) => Findings(member);

    [Theory]
    [InlineData("c => { c.{|#0:AddPort|}(80); return c; }", "AddPort", "c")]
    [InlineData("(V1Container c) => { foreach (var p in new[] { 80, 90 }) { c.WithImage(\"nginx:1.27\").{|#0:AddPort|}(p); } return c; }", "AddPort", "c")]
    [InlineData("delegate(V1Container c) { c?.{|#0:WithImage|}(\"nginx:1.27\"); return c; }", "WithImage", "c")]
    public Task LambdaThatReturnsItsParameterUnchanged_IsAnError(string lambda, string method, string parameter)
    {
        var test = Test($"public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", \"nginx:1.27\", {lambda});");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(DiscardedResultAnalyzer.Id, DiagnosticSeverity.Error).WithLocation(0)
            .WithMessage($"The result of '{method}' is thrown away: it is a changed copy, and the lambda returns '{parameter}' as it was"));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("public static void F(V1Container c) { c.{|#0:AddPort|}(80); }", "'c' stays as it was")]
    [InlineData("public static void F() { new V1Container().{|#0:AddPort|}(80); }", "what it is called on stays as it was")]
    public Task Message_NamesWhatDoesNotChange(string member, string consequence)
    {
        var test = Test(member);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(DiscardedResultAnalyzer.Id, DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage($"The result of 'AddPort' is thrown away: it is a changed copy, and {consequence}"));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task Message_NamesTheObjectThatIsLost()
    {
        var test = Test("public static void F(V1Deployment d) { d.{|#0:Expose|}(80); }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult(DiscardedResultAnalyzer.Id, DiagnosticSeverity.Warning).WithLocation(0)
            .WithMessage("The result of 'Expose' is thrown away: it is a V1Service of its own, which no manifest holds then"));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("for (var i = 0; i < 2; i++) { Console.WriteLine(d); d.{|K8S911:WithReplicas|}(i); }", "for (var i = 0; i < 2; i++) { Console.WriteLine(d); d = d.WithReplicas(i); }")]
    [InlineData("Action later = () => Console.WriteLine(d); d.{|K8S911:WithReplicas|}(3); later();", "Action later = () => Console.WriteLine(d); d = d.WithReplicas(3); later();")]
    public Task LocalThatIsReadAgain_IsAssigned(string before, string after)
    {
        static string Member(string code) => $$"""public static void F() { var d = K8s.Deployment("a"); {{code}} }""";
        return Fix(Member(before), Member(after));
    }

    [Fact]
    public Task Fix_AssignsTheResult() => Fix(
        """
        public static V1Deployment F(V1Deployment p)
        {
            var d = K8s.Deployment("a");
            // replicas
            d.{|K8S911:WithReplicas|}(3);
            foreach (var s in new[] { "x", "y" }) d.{|K8S911:AddLabel|}(s, "1"); // labels
            d.WithReplicas(4)
                .{|K8S911:AddContainer|}("c", "nginx:1.27");
            Fluent.{|K8S911:AddLabel|}(d, "a", "b");
            p.{|K8S911:AddLabel|}("a", "b");
            Own.{|K8S911:AddLabel|}("a", "b");
            Shop.Own.{|K8S911:AddLabel|}("a", "b");
            return F(p) ?? d;
        }

        private static V1Deployment Own { get; set; } = new();

        public static V1Pod A => K8s.Pod("a").AddContainer("c", "nginx:1.27", c => { c.{|K8S911:AddPort|}(80); return c; });
        """,
        """
        public static V1Deployment F(V1Deployment p)
        {
            var d = K8s.Deployment("a");
            // replicas
            d = d.WithReplicas(3);
            foreach (var s in new[] { "x", "y" }) d = d.AddLabel(s, "1"); // labels
            d = d.WithReplicas(4)
                .AddContainer("c", "nginx:1.27");
            d = Fluent.AddLabel(d, "a", "b");
            p = p.AddLabel("a", "b");
            Own = Own.AddLabel("a", "b");
            Shop.Own = Shop.Own.AddLabel("a", "b");
            return F(p) ?? d;
        }

        private static V1Deployment Own { get; set; } = new();

        public static V1Pod A => K8s.Pod("a").AddContainer("c", "nginx:1.27", c => { c = c.AddPort(80); return c; });
        """);

    [Theory]
    [InlineData("public static void F() { K8s.Deployment(\"a\").{|K8S911:WithReplicas|}(3); }")]
    [InlineData("public static void F(V1Container c) { c.{|K8S911:AddPort|}(80); }")]
    [InlineData("public static void F(in V1Container c) { c.{|K8S911:AddPort|}(80); Console.WriteLine(c); }")]
    [InlineData("public static void F(V1Container[] all) { foreach (var c in all) { c.{|K8S911:AddPort|}(80); } }")]
    [InlineData("public static V1Container F(V1Container c) { new List<string> { \"a\" }.ForEach(a => c.{|K8S911:AddArg|}(a)); return c; }")]
    [InlineData("public static V1Container[] F(V1Container[] all) { foreach (var c in all) { var d = c; d.{|K8S911:AddPort|}(80); } return all; }")]
    [InlineData("public static void F() { var d = new V1Container(); Console.WriteLine(d); d.{|K8S911:AddPort|}(80); d.{|K8S911:AddPort|}(90); }")]
    [InlineData("public static void F(V1Deployment d) { d.{|K8S911:Expose|}(80); Console.WriteLine(d); }")]
    [InlineData("private static readonly V1Container Own = new(); public static void F() { Own.{|K8S911:AddPort|}(80); }")]
    [InlineData("private static V1Container Own { get; } = new(); public static void F() { Own.{|K8S911:AddPort|}(80); }")]
    [InlineData("private static V1Pod Next() => new(); public static void F() { Next().Spec.{|K8S911:AddImagePullSecret|}(\"a\"); }")]
    public Task WhatCannotBeAssigned_HasNoFix(string member) => Fix(member, member);

    private static Task Findings(string member) =>
        Test(member.Replace("[|", "{|K8S911:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal)).RunAsync(TestContext.Current.CancellationToken);

    private static CSharpAnalyzerTest<DiscardedResultAnalyzer, DefaultVerifier> Test(string member)
    {
        var test = new CSharpAnalyzerTest<DiscardedResultAnalyzer, DefaultVerifier>();
        Verify.Prepare(test, null, ["#nullable enable\n" + Verify.Shop(member) + Helpers]);
        return test;
    }

    private static Task Fix(string before, string after)
    {
        var test = new CSharpCodeFixTest<DiscardedResultAnalyzer, DiscardedResultFixProvider, DefaultVerifier>();
        Verify.Prepare(test, null, [Verify.Shop(before)]);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.FixedState.Sources.Add(("/0/Test0.cs", Verify.Shop(after)));
        test.FixedState.Sources.Add(("/0/Usings.cs", Verify.GlobalUsings));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
