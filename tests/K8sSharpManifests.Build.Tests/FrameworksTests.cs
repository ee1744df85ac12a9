namespace K8sSharpManifests.Build.Tests;

/// <summary>A project that is built for several frameworks, with one folder for the manifests of all.</summary>
public sealed class FrameworksTests(PackageFixture package)
{
    private static readonly string Project =
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net10.0;net10.0-foo1.0</TargetFrameworks>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <NoWarn>$(NoWarn);CA1418</NoWarn>
            <ManifestOutputPath>deploy</ManifestOutputPath>
          </PropertyGroup>
          <PropertyGroup Condition="'$(TargetFramework)' == 'net10.0-foo1.0'">
            <TargetPlatformSupported>true</TargetPlatformSupported>
            <DefineConstants>$(DefineConstants);WIDE</DefineConstants>
          </PropertyGroup>
          <ItemGroup>
            <SdkSupportedTargetPlatformIdentifier Include="foo" />
            <SdkSupportedTargetPlatformVersion Include="1.0" Condition="'$(TargetFramework)' == 'net10.0-foo1.0'" />
            <PackageReference Include="K8sSharpManifests" Version="{PackageFixture.Version}" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task OneFolderOfSeveralFrameworks_HoldsTheFilesOfAllAndNoFileOfTwoContents()
    {
        var project = package.NewProject(Project);
        const string both = """[Manifest] public static V1ConfigMap Both => K8s.ConfigMap("both").AddData("k", "v");""";
        static string Of(string wide, string plain) => $"#if WIDE\n{wide}\n#else\n{plain}\n#endif";
        project.WriteShop(both, Of("""[Manifest] public static V1ConfigMap Wide => K8s.ConfigMap("wide");""", """[Manifest] public static V1ConfigMap Plain => K8s.ConfigMap("plain");"""));
        var deploy = Path.Combine(project.Folder, "deploy");
        string[] files = [".Acme.net10.0-foo1.0.k8ssharpmanifests", ".Acme.net10.0.k8ssharpmanifests", "30-configmap-both.yaml", "30-configmap-plain.yaml", "30-configmap-wide.yaml", "Kustomization"];

        Assert.Equal("", string.Join("\n", (await project.Build("-m:1")).Problems));
        Assert.Equal(files, Directory.GetFiles(deploy).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty((await project.Build("-m:1", "-p:ManifestVerify=true")).Problems);

        // A change for both is no conflict, and one for one of them is an error, also where the other was built before.
        project.WriteShop(both.Replace("\"v\"", "\"w\"", StringComparison.Ordinal));
        Assert.Equal("", string.Join("\n", (await project.Build("-m:1")).Problems));
        Assert.Equal([files[0], files[1], files[2], files[5]], Directory.GetFiles(deploy).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        project.WriteShop(Of(both, both.Replace("\"v\"", "\"w\"", StringComparison.Ordinal)));
        var problem = Assert.Single((await project.Build("-m:1")).Problems);
        Assert.Contains("error K8S907: The frameworks net10.0, net10.0-foo1.0 write different contents to one file in 'deploy', and the last has won", problem, StringComparison.Ordinal);
        Assert.Contains("'30-configmap-both.yaml' would be written with different content for net10.0", string.Join('\n', (await project.Build("-m:1")).Problems), StringComparison.Ordinal);
    }
}
