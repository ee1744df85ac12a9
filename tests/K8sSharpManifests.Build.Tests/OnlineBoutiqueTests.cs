using System.Text.RegularExpressions;

namespace K8sSharpManifests.Build.Tests;

/// <summary>How much of examples/OnlineBoutique is proved; what is written, other tests compare with the original.</summary>
public sealed partial class OnlineBoutiqueTests
{
    private static readonly string Example = Path.Combine(PackageFixture.Repository, "examples", "OnlineBoutique");

    [Fact]
    public async Task GeneratedCode_HoldsTheYamlAsTheReadmeSays()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (exitCode, output) = await DotNet.Run(
                Example, "build", "-tl:off", "-v:d", "--no-incremental", "--no-dependencies", "-p:EmitCompilerGeneratedFiles=true", $"-p:CompilerGeneratedFilesOutputPath={folder.FullName}");

            Assert.True(exitCode == 0, output);
            var generated = Directory.GetFiles(folder.FullName, "*.Yaml.g.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToArray();
            var proved = generated.Sum(text => Kind().Count(text));
            Assert.Contains($"35 manifests → manifests ({proved} proved at compile time)", output, StringComparison.Ordinal);
            Assert.DoesNotContain("K8S901", output, StringComparison.Ordinal);
            Assert.DoesNotContain("is not proved", output, StringComparison.Ordinal);
            Assert.Contains($"All {proved} are proved", await File.ReadAllTextAsync(Path.Combine(Example, "README.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("^kind: ", RegexOptions.Multiline)]
    private static partial Regex Kind();
}
