using Microsoft.CodeAnalysis.Testing;

namespace K8sSharpManifests.Analyzers.Tests;

public sealed class HelperTests
{
    [Theory]
    [InlineData("""{|K8S101:" nginx:1.27"|}""", "null")]
    [InlineData("""{|K8S104:"nginx:latest"|}""", "null")]
    [InlineData("""{|K8S105:"nginx"|}""", "null")]
    [InlineData("""{|K8S106:"nginx:latest"|}""", "\"IfNotPresent\"")]
    [InlineData("\"nginx:1.27\"", """{|K8S107:"always"|}""")]
    public Task HelperInTheSameFile_TriggersAtTheValue(string image, string policy) => Verify.Findings(Verify.Shop($"""
        [Manifest]
        public static V1Pod Web => Pod({image}, {policy});
        """, """
        private static V1Pod Pod(string image, string? policy) => new()
        {
            Metadata = new() { Name = "web" },
            Spec = new() { Containers = [new() { Name = "web", Image = image, ImagePullPolicy = policy }] },
        };
        """));

    [Theory]
    [InlineData("K8S101", "\" nginx:1.27\"", "null")]
    [InlineData("K8S104", "\"nginx:latest\"", "null")]
    [InlineData("K8S105", "\"nginx\"", "null")]
    [InlineData("K8S106", "\"nginx:latest\"", "\"IfNotPresent\"")]
    [InlineData("K8S107", "\"nginx:1.27\"", "\"always\"")]
    [InlineData("K8S112", "\"registry.acme.io/web:1.4.2\"", "null")]
    public Task HelperInAnotherFile_TriggersAtTheCall(string id, string image, string policy) => Verify.Findings(
        Verify.Shop($$"""
            [Manifest]
            public static V1Pod Web => Pods.{|{{id}}:Web()|};
            """),
        $$"""
        // The helper speaks for itself in its own file, where that can be known.
        #pragma warning disable K8S101, K8S104, K8S105, K8S106, K8S107
        internal static class Pods
        {
            public static V1Pod Web() => new()
            {
                Metadata = new() { Name = "web" },
                Spec = new() { Containers = [new() { Name = "web", Image = {{image}}, ImagePullPolicy = {{policy}} }] },
            };
        }
        """);

    // The pragma, or what is missing, is the members' own business: the helper serves both.
    [Fact]
    public Task WhatAPodOfASharedHelperLacks_IsReportedAtTheMembersCall() => Verify.Findings(
        null,
        [
            Verify.Shop("""
                [Manifest] public static V1Pod Good => Make("good").AddImagePullSecret("regcred");

                [Manifest] public static V1Pod Bad => {|#0:Make("bad")|};

                [Manifest] public static IEnumerable<V1Pod> More()
                {
                    yield return Good;
                    var third = {|#1:Twice("third")|};
                    yield return third;
                }

                #pragma warning disable K8S112
                [Manifest] public static V1Pod Silent => Make("silent");
                #pragma warning restore K8S112
                """, """
                private static V1Pod Twice(string name) => Make(name).AddLabel("a", "b");

                private static V1Pod Make(string name) => K8s.{|#2:Pod(name)|}.AddContainer("web", "registry.acme.io/web:1.4.2");
                """),
        ],
        [.. new[] { 0, 1 }.Select(place => new DiagnosticResult("K8S112", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .WithLocation(place).WithLocation(2).WithArguments("registry.acme.io/web:1.4.2", "registry.acme.io"))]);

    [Fact]
    public Task ValueInAnotherFile_IsTheAdditionalLocation() => Verify.Findings(
        null,
        [
            Verify.Shop("""
                [Manifest]
                public static V1Pod Web => K8s.Pod("web").AddContainer("web", {|#0:Images.Web|});
                """),
            "internal static class Images\n{\n    public const string {|#1:Web = \"nginx\"|};\n}\n",
        ],
        new DiagnosticResult("K8S105", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithArguments("nginx"));

    [Fact]
    public Task ExtensionInAnotherFile_TriggersAtTheCall() => Verify.Findings(
        Verify.Shop("""
            [Manifest]
            public static V1Deployment Web => K8s.Deployment("web")
                .{|K8S106:AddWeb()|}
                .WithReplicas(2);
            """),
        """
        #pragma warning disable K8S106
        internal static class Conventions
        {
            public static V1Deployment AddWeb(this V1Deployment self) =>
                self.AddContainer("web", "nginx:latest", c => c.WithImagePullPolicy(ImagePullPolicy.IfNotPresent));
        }
        """);
}
