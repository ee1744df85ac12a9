namespace K8sSharpManifests.Build.Tests;

/// <summary>What the README shows first is what a new user tries first.</summary>
public sealed class ReadmeTests(PackageFixture package)
{
    private const string Summary = "2 manifests → bin/Debug/net10.0/manifests (2 proved at compile time)";

    private static readonly string Readme = File.ReadAllText(Path.Combine(PackageFixture.Repository, "README.md")).ReplaceLineEndings("\n");

    private static readonly string Program = Readme.Split("```csharp\n")[1].Split("```")[0];

    [Fact]
    public async Task FirstExample_BuildsWithoutAWarningAsAProject()
    {
        var project = package.NewProject(UserProject.ProjectFile(properties: "<AssemblyName>Shop</AssemblyName><TreatWarningsAsErrors>true</TreatWarningsAsErrors>"));
        project.Write("Shop.cs", Program[Program.IndexOf("public static class", StringComparison.Ordinal)..]);

        var result = await project.Build();

        Assert.Equal(["Acme -> bin/Debug/net10.0/Shop.dll", "Acme: " + Summary], result.Lines.Select(l => l.Replace('\\', '/')));
        Assert.Contains(Summary, Readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FirstExample_EmitsEachTimeItRunsAsAFile()
    {
        var project = package.NewProject("<Project />");
        File.Delete(Path.Combine(project.Folder, "Acme.csproj"));
        var program = Program.Replace("@*", "@" + PackageFixture.Version, StringComparison.Ordinal);
        foreach (var tag in new[] { "1.4.2", "1.4.3", "1.4.4" })
        {
            project.Write("shop.cs", program.Replace("1.4.2", tag, StringComparison.Ordinal));

            var result = await project.Run("run", "shop.cs");

            Assert.True(result.ExitCode == 0, string.Join('\n', result.Lines));
            var emitted = await File.ReadAllTextAsync(Path.Combine(project.Folder, "deploy", "60-deployment-web.yaml"), TestContext.Current.CancellationToken);
            Assert.Contains($"image: ghcr.io/acme/shop-web:{tag}\n", emitted, StringComparison.Ordinal);

            // The program prints the same YAML, without the line that says where it comes from.
            Assert.EndsWith(string.Join('\n', emitted.Split('\n').Skip(1).Select(l => l.Trim()).Where(l => l.Length > 0)), string.Join('\n', result.Lines), StringComparison.Ordinal);
        }
    }
}
