namespace K8sSharpManifests.Build.Tests;

/// <summary>A project with another source generator, whose code ours does not see: what was proved without it is not what is compiled.</summary>
public sealed class OtherGeneratorTests(PackageFixture package)
{
    private const string Generator =
        """"
        using Microsoft.CodeAnalysis;

        [Generator]
        public sealed class Other : IIncrementalGenerator
        {
            public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(context.CompilationProvider, (c, _) => c.AddSource("Other.cs", """
                public static partial class Names
                {
                    public static string Of(string name) => "generated";

                    static partial void Add(System.Collections.Generic.List<string> names) => names.Add("generated");
                }

                namespace Acme
                {
                    public static class Labels { public static string Team => "generated"; }

                    public static class Generated
                    {
                        [K8sSharpManifests.Manifest] public static k8s.Models.V1Pod Pod => K8sSharpManifests.K8s.Pod("generated").AddContainer("c", "nginx:1.27");
                    }
                }
                """));
        }
        """";

    private const string Names =
        """
        public static partial class Names
        {
            public static string Of(object name) => "own";

            public static string All() { var names = new List<string> { "own" }; Add(names); return string.Join("-", names); }

            static partial void Add(List<string> names);
        }

        public static class Labels { public static string Team => "own"; }
        """;

    [Fact]
    public async Task WhatItAdds_IsNeitherProvedNorLeftOutInSilence()
    {
        var generator = package.NewProject(
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <AssemblyName>Other</AssemblyName>
                <NoWarn>$(NoWarn);RS1036;RS1041;RS1042</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="5.0.0" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        generator.Write("Other.cs", Generator);
        var project = package.NewProject(UserProject.ProjectFile(
            items: $"""<ProjectReference Include="{Path.Combine(generator.Folder, "Acme.csproj")}" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />"""));
        project.Write("Names.cs", Names);
        project.WriteShop("""[Manifest] public static V1Pod P => K8s.Pod(Names.Of("p") + "-" + Names.All()).AddLabel("team", Labels.Team).AddContainer("c", "nginx:1.27");""");

        // What our generator does not see it cannot call.
        Assert.Equal(
            ["error K8S902: 'Acme.Generated.Pod' cannot be emitted: another source generator has written it, and generators do not see each other's code: write the member by hand, and let it call what is generated"],
            (await project.Build()).Problems.Select(p => p[p.IndexOf("error", StringComparison.Ordinal)..]));

        generator.Write("Other.cs", Generator.Replace("[K8sSharpManifests.Manifest] ", "", StringComparison.Ordinal));
        var result = await project.Build("-v:detailed");
        Assert.Empty(result.Problems);
        Assert.Contains("Acme: 1 manifest → bin/Debug/net10.0/manifests", result.Lines);
        Assert.Contains(result.Lines, l => l.StartsWith("Shop.cs(4,32): Acme.Shop.P is not proved at compile time: another source generator adds code to the project", StringComparison.Ordinal));
        Assert.Contains("name: generated-own-generated\n  labels:\n    team: generated\n", project.Emitted(), StringComparison.Ordinal);

        // What it adds may read anything.
        Assert.Contains("Acme: 1 manifest → bin/Debug/net10.0/manifests", (await project.Build()).Lines);

        var emitted = await project.Build("-p:ManifestEmit=static");
        Assert.StartsWith("Acme.csproj : error K8S910: ManifestEmit=static cannot emit what this project gives: another source generator adds code", Assert.Single(emitted.Problems), StringComparison.Ordinal);
    }
}
