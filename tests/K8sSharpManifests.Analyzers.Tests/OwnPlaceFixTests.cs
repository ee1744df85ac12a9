namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>A fix changes what its finding is about, and nothing else; where that is not certain, none is offered.</summary>
public sealed class OwnPlaceFixTests
{
    private const string Containers = "Containers = [new() { Name = \"c\", Image = \"nginx:1.27\" }]";

    [Theory]
    [InlineData("[\n        {|K8S119:new() { Name = \"\" }|},\n    ]", "[]")]
    [InlineData("[{|K8S119:new() { Name = \"\" }|}]", "[]")]
    [InlineData("[new() { Name = \"hub\" }, new() { Name = {|K8S119:\"hub\"|} }, ]", "[new() { Name = \"hub\" }, ]")]
    [InlineData("[new() { Name = \"a\" }, new() { Name = {|K8S119:\"a\"|} }, new() { Name = {|K8S119:\"a\"|} }]", "[new() { Name = \"a\" }]")]
    [InlineData("new List<V1LocalObjectReference> { new() { Name = \"hub\" }, new() { Name = {|K8S119:\"hub\"|} }, }", "new List<V1LocalObjectReference> { new() { Name = \"hub\" }, }")]
    public Task IdleItem_GoesWithItsComma(string before, string after) => Fix(Spec(before.Replace("{|K8S119:new() { Name = \"\" }|}", "new() { Name = {|K8S119:\"\"|} }", StringComparison.Ordinal)), Spec(after));

    // Nothing would say of what the array is.
    [Fact]
    public Task OnlyItemOfAnArrayWithoutAType_Stays() => NoFix(Spec("new[] { new V1LocalObjectReference() { Name = {|K8S119:\"\"|} } }"));

    [Fact]
    public Task StaticCall_BecomesItsFirstArgument() => Fix(
        """[Manifest] public static V1Pod P => Fluent.AddLabel(Fluent.{|K8S119:AddImagePullSecret(K8s.Pod("p").AddContainer("c", "nginx:1.27"), "")|}, "a", "b");""".Replace("{|K8S119:AddImagePullSecret(", "AddImagePullSecret(", StringComparison.Ordinal).Replace("\"\")|}", "{|K8S119:\"\"|})", StringComparison.Ordinal),
        """[Manifest] public static V1Pod P => Fluent.AddLabel(K8s.Pod("p").AddContainer("c", "nginx:1.27"), "a", "b");""");

    [Theory]
    [InlineData("p = p.AddImagePullSecret({|K8S119:\"hub\"|});")]
    [InlineData("p.Spec.ImagePullSecrets.Add(new V1LocalObjectReference { Name = {|K8S119:\"hub\"|} });")]
    public Task StatementThatAddsIt_Goes(string statement)
    {
        static string Code(string line) => $$"""
            [Manifest]
            public static V1Pod P()
            {
                var p = new V1Pod { Spec = new() { {{Containers}}, ImagePullSecrets = new List<V1LocalObjectReference> { new() { Name = "hub" } } } };
            {{line}}    return p;
            }
            """;
        return Fix(Code($"    {statement}\n"), Code(""));
    }

    [Theory]
    [InlineData("#if !NEVER\n", "\n#endif")]
    [InlineData("#region secrets\n", "\n#endregion")]
    [InlineData("#pragma warning disable CS1591\n", "\n#pragma warning restore CS1591")]
    public Task DirectivesAroundACall_StayWithIt(string before, string after)
    {
        var chain = "[Manifest] public static V1Pod P => K8s.Pod(\"p\").AddContainer(\"c\", \"nginx:1.27\")\n    .AddImagePullSecret(\"hub\")\n";
        return NoFix(chain + before + "    .AddImagePullSecret({|K8S119:\"hub\"|})" + after + "\n    ;");
    }

    [Theory]
    [InlineData("[\n        new() { Name = \"hub\" },\n#if !NEVER\n        new() { Name = {|K8S119:\"hub\"|} },\n#endif\n    ]")]
    public Task DirectivesAroundAnItem_StayWithIt(string secrets) => NoFix(Spec(secrets));

    [Fact]
    public Task MemberBesideADirective_IsLeftToTheUser() => NoFix("""
        [Manifest] public static V1Pod P => new()
        {
            Spec = {|K8S112:new()
            {
                Containers = [new() { Name = "c", Image = "registry.acme.io/web:1" }],
        #if !NEVER
                HostNetwork = true,
        #endif
            }|},
        };
        """);

    [Theory]
    [InlineData("K8s.Pod(\"p\").WithDefaultImagePullPolicy(\"IfNotPresent\").AddContainer(\"c\", {|K8S106:\"nginx:latest\"|}, c => c\n#if !NEVER\n        .AddPort(80)\n#endif\n    )")]
    public Task AdditionBesideADirective_IsLeftToTheUser(string pod) => NoSafeFix($"[Manifest] public static V1Pod P => {pod};");

    [Fact]
    public Task CommentBesideACall_IsNotTakenForOneOnAnother() => NoFix("""
        [Manifest] public static V1Pod P => K8s.Pod("p").AddContainer("c", "nginx:1.27")
            .AddImagePullSecret("hub") // asked for by Ann
            .AddImagePullSecret({|K8S119:"hub"|}) // again
            ;
        """);

    [Fact]
    public Task SecretsThatOthersNeed_Stay() => Fix(
        """
        static V1LocalObjectReference[] Common => [new() { Name = "hub" }];
        [Manifest] public static V1Pod E => new() { Spec = new() { Containers = [], ImagePullSecrets = [.. Common, new() { Name = {|K8S119:"hub"|} }] } };
        [Manifest] public static V1Pod G => new() { Spec = new() { Containers = [], ImagePullSecrets = [.. Common] } };
        """,
        """
        static V1LocalObjectReference[] Common => [new() { Name = "hub" }];
        [Manifest] public static V1Pod E => new() { Spec = new() { Containers = [], ImagePullSecrets = [.. Common] } };
        [Manifest] public static V1Pod G => new() { Spec = new() { Containers = [], ImagePullSecrets = [.. Common] } };
        """);

    [Theory]
    [InlineData("""
        static V1LocalObjectReference[] Common => [new() { Name = {|K8S119:"hub"|} }];
        [Manifest] public static V1Pod F => new() { Spec = new() { Containers = [], ImagePullSecrets = [new() { Name = "hub" }, .. Common] } };
        [Manifest] public static V1Pod G => new() { Spec = new() { Containers = [], ImagePullSecrets = [.. Common] } };
        """)]
    [InlineData("""
        static V1Pod Common(V1Pod p) => p.AddImagePullSecret({|K8S119:"hub"|});
        [Manifest] public static V1Pod A => Common(K8s.Pod("a").AddImagePullSecret("hub"));
        [Manifest] public static V1Pod B => Common(K8s.Pod("b"));
        """)]
    [InlineData("""[Manifest] public static V1Pod A => new[] { "a", "b" }.Aggregate(K8s.Pod("p"), (p, name) => p.AddImagePullSecret({|K8S119:"hub"|}));""")]
    [InlineData("[Manifest]\npublic static V1Pod A() { var p = K8s.Pod(\"p\"); foreach (var name in new[] { \"a\", \"b\" }) { p = p.AddImagePullSecret({|K8S119:\"hub\"|}); } return p; }")]
    public Task SharedCode_IsLeftAlone(string members) => NoFix(members);

    [Fact]
    public Task OwnMethodWhoseNameBeginsWithAdd_IsNoItem() => NoFix("""
        static V1Pod Defaults(V1Pod p) => p.AddImagePullSecret({|K8S119:"r"|}).WithHostNetwork(true);
        [Manifest] public static V1Pod A => Defaults(K8s.Pod("a").AddContainer("c", "nginx:1.27").AddImagePullSecret("r"));
        [Manifest] public static V1Pod B => Defaults(K8s.Pod("b").AddContainer("c", "nginx:1.27"));
        """);

    [Fact]
    public Task EncodingInASharedHelper_StaysWhatItIs() => NoFix("""
        static byte[] B(string s) => {|K8S122:System.Text.Encoding.UTF8.GetBytes(s)|};
        [Manifest] public static V1Secret S => new() { Metadata = new() { Name = "s" }, Data = new Dictionary<string, byte[]> { ["a"] = B("dGhlIHVzZXIgbmFtZQ=="), ["b"] = B("the user") } };
        """);

    [Theory]
    [InlineData("""
        static V1Pod Pod(string one, string two, string policy) => K8s.Pod("p").AddContainer("a", one, c => c.WithImagePullPolicy(policy)).AddContainer("b", two, c => c.WithImagePullPolicy(policy));
        [Manifest] public static V1Pod A => Pod({|K8S108:"nginx:1.26"|}, "redis:7.4", "Never");
        """)]
    [InlineData("""[Manifest] public static IEnumerable<V1Pod> A => new[] { {|K8S108:"nginx:1.26"|}, "redis:7.4" }.Select(i => K8s.Pod("p").AddContainer("a", i, c => c.WithImagePullPolicy("Never")));""")]
    public async Task PolicyOfOtherContainers_StaysWhatItIs(string members)
    {
        // The second image is preloaded.
        var code = Verify.Shop(members);
        await Verify.FixOf("K8S108", code, code, isSafe: true, "k8s_preloaded_images = redis:7.4\n");
    }

    [Theory]
    [InlineData("const string Image", "Image", "")]
    [InlineData("static string Image =>", "Image", "")]
    [InlineData("const string Image", "Shop.Image", "")]
    public Task ConstantThatIsWrong_IsPutRightThere(string declaration, string use, string suffix)
    {
        string Code(string value, string first, string second) => $"""
            public {declaration}{(declaration.EndsWith("=>", StringComparison.Ordinal) ? " " : " = ")}{value}{suffix};
            [Manifest] public static V1Pod A => K8s.Pod("a").AddContainer("c", {first});
            [Manifest] public static V1Pod B => K8s.Pod("b").AddContainer("c", {second});
            """;
        var isProperty = declaration.EndsWith("=>", StringComparison.Ordinal);
        return Fix(
            isProperty ? Code("{|K8S101:\" nginx:1.27\"|}", use, use) : Code("\" nginx:1.27\"", $$"""{|K8S101:{{use}}|}""", $$"""{|K8S101:{{use}}|}"""),
            Code("\"nginx:1.27\"", use, use));
    }

    [Fact]
    public Task ConstantOfAnotherFile_IsPutRightThere() => Verify.Fix(
        [Verify.Shop("[Manifest] public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", {|K8S101:Images.Web|});"), "public static class Images { public const string Web = \" nginx:1.27\"; }"],
        [Verify.Shop("[Manifest] public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", Images.Web);"), "public static class Images { public const string Web = \"nginx:1.27\"; }"]);

    [Fact]
    public Task LocalThatIsWrong_IsPutRightThere() => Fix(
        "[Manifest] public static V1Pod A() { var img = {|K8S101:\" nginx:1.27\"|}; var t = img; return K8s.Pod(\"a\").AddContainer(\"c\", t); }",
        "[Manifest] public static V1Pod A() { var img = \"nginx:1.27\"; var t = img; return K8s.Pod(\"a\").AddContainer(\"c\", t); }");

    [Fact]
    public Task ConstantThatIsAlsoSomethingElse_StaysWhatItIs() => NoFix("""
        const string Image = " nginx:1.27";
        [Manifest] public static V1Pod A => K8s.Pod("a").AddContainer("c", {|K8S101:Image|});
        static void Print() => Console.WriteLine(Image);
        """);

    [Fact]
    public Task PolicyThatIsAssigned_IsChangedThere()
    {
        static string Code(string image, string policy) => $$"""
            [Manifest] public static V1Pod A() { var c = new V1Container { Name = "c", Image = {{image}} }; c.ImagePullPolicy = {{policy}}; return new() { Spec = new() { Containers = [c] } }; }
            """;
        return Fix(Code("{|K8S106:\"nginx:latest\"|}", "\"IfNotPresent\""), Code("\"nginx:latest\"", "\"Always\""));
    }

    [Fact]
    public Task PolicyThatDependsOnACondition_StaysWhatItIs() => NoSafeFix(
        "static bool IsLocal => false; [Manifest] public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", {|K8S106:\"nginx:latest\"|}, c => c.WithImagePullPolicy(IsLocal ? \"Never\" : \"IfNotPresent\"));");

    [Fact]
    public Task OwnMethodNamedLikeOurs_IsNotCalled() => Verify.Fix(
        [Near("{|K8S112:Pod(\"p\")|}")], [Near("Pod(\"p\")", ".WithSpec(p => p.AddImagePullSecret(\"regcred\"))")], isSafe: false);

    [Fact]
    public Task ArgumentOnALineOfItsOwn_KeepsItsLine() => Fix(
        "[Manifest] public static V1Pod A => K8s.Pod(\"a\").WithDefaultImagePullPolicy(\"IfNotPresent\").AddContainer(\n    \"c\",\n    {|K8S106:\"nginx:latest\"|}\n);",
        "[Manifest] public static V1Pod A => K8s.Pod(\"a\").WithDefaultImagePullPolicy(\"IfNotPresent\").AddContainer(\n    \"c\",\n    \"nginx:latest\",\n    c => c.WithImagePullPolicy(ImagePullPolicy.Always)\n);");

    [Theory]
    [InlineData("K8s.Pod(\"i\").AddImagePullSecret(\"x\").AddImagePullSecret(Log({|K8S119:\"x\"|}))")]
    [InlineData("K8s.Pod(\"i\").AddImagePullSecret(\"x\").AddImagePullSecret(new() { Name = Log({|K8S119:\"x\"|}) })")]
    public Task ItemThatDoesSomethingElse_Stays(string pod) => NoFix($"[Manifest] public static V1Pod P => {pod}; static string Log(string s) {{ Console.WriteLine(s); return s; }}");

    [Fact]
    public Task NameOfALambda_IsNotHidden() => Fix(
        "[Manifest] public static V1Pod P => K8s.Pod(\"e\").WithDefaultImagePullPolicy(\"IfNotPresent\").WithSpec(c => c.AddContainer(\"c\", {|K8S106:\"nginx:latest\"|}));",
        "[Manifest] public static V1Pod P => K8s.Pod(\"e\").WithDefaultImagePullPolicy(\"IfNotPresent\").WithSpec(c => c.AddContainer(\"c\", \"nginx:latest\", container => container.WithImagePullPolicy(ImagePullPolicy.Always)));");

    [Fact]
    public Task CommentBesideTheLastCall_StaysThere() => Verify.Fix(
        [Verify.Shop("[Manifest] public static V1Pod S => K8s.{|K8S112:Pod(\"s\")|}\n    .AddContainer(\"c\", \"registry.acme.io/x:1\") // x\n    ;")],
        [Verify.Shop("[Manifest] public static V1Pod S => K8s.Pod(\"s\")\n    .AddContainer(\"c\", \"registry.acme.io/x:1\") // x\n    .AddImagePullSecret(\"regcred\")\n    ;")],
        isSafe: false);

    [Fact]
    public Task LambdaThatDidNothingElse_GoesToo() => Fix(
        "[Manifest] public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", \"nginx:1.27\").AddImagePullSecret(\"hub\").WithSpec(s => s.AddImagePullSecret({|K8S119:\"hub\"|}));",
        "[Manifest] public static V1Pod A => K8s.Pod(\"a\").AddContainer(\"c\", \"nginx:1.27\").AddImagePullSecret(\"hub\");");

    private static string Near(string pod, string call = "") => $$"""
        namespace Near;

        internal static class Own
        {
            public static V1Pod AddImagePullSecret(this V1Pod pod, string name) => pod.AddLabel("secret", name);
        }

        public static class Shop
        {
            [Manifest] public static V1Pod Web => K8s.{{pod}}.AddContainer("web", "registry.acme.io/web:1"){{call}};
        }
        """;

    private static string Spec(string secrets) => $$"""[Manifest] public static V1Pod P => new() { Spec = new() { {{Containers}}, ImagePullSecrets = {{secrets}} } };""";

    private static Task Fix(string before, string after) => Verify.Fix(Verify.Shop(before), Verify.Shop(after));

    private static Task NoFix(string members) => Verify.NoFix(Verify.Shop(members));

    // Naming a version is offered; that nobody does for all at once.
    private static Task NoSafeFix(string members)
    {
        var fixedMembers = members.Replace("{|K8S106:\"nginx:latest\"|}", "{|K8S101:\"nginx:<version>\"|}", StringComparison.Ordinal);
        return Verify.Fix([Verify.Shop(members)], [Verify.Shop(fixedMembers)], "Name a version", isSafe: false);
    }
}
