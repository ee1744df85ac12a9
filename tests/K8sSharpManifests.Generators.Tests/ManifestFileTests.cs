using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>What is made of files that the project hands to its manifests is proved; of all others it is an input.</summary>
public sealed class ManifestFileTests
{
    [Fact]
    public void Files_AreProved()
    {
        var driver = Driver(File("/src/shop/config/b.json", "{\r\n}\r\n"), File("/src/shop/config/a.json", "\uFEFFü\n"), File("/src/shared/motd.txt", "hello"));

        var yaml = Source.Yaml(driver, ("Shop.cs", Shop("""
            [Manifest] public static V1ConfigMap Config(ManifestContext context) => K8s.ConfigMap("config").AddFiles(context, "config/*.json").AddFile(context, "../shared/motd.txt", key: "motd");
            """)));

        Assert.Equal(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: config
            data:
              a.json: |
                ü
              b.json: |
                {
                }
              motd: hello
            """ + "\n",
            Assert.Single(yaml).Text);
    }

    [Theory]
    [InlineData("context.ReadText(\"other.txt\")")]
    [InlineData("context.ReadText(\"./config/a.json\")")]
    [InlineData("context.ReadText(\"config/latin.txt\")")]
    [InlineData("context.ReadText(\"config/replaced.txt\")")]
    [InlineData("context.ReadText(\"config/data.bin\")")]
    [InlineData("context.FindText(\"config/data.bin\") ?? \"\"")]
    public void FileOfWhichTheCompilerIsNotSure_IsAnInput(string text)
    {
        var driver = Driver(
            File("/src/shop/config/a.json", "{}"), File("/src/shop/config/latin.txt", "ü", Encoding.Latin1), File("/src/shop/config/replaced.txt", "\uFFFD"), File("/src/shop/config/data.bin", "a\0b"));

        var entry = Assert.Single(Source.Entries(driver, ("Shop.cs", Shop($$"""[Manifest] public static V1ConfigMap Config(ManifestContext context) => K8s.ConfigMap("config").AddData("a", {{text}});"""))));

        Assert.NotNull(entry.Gap);
        Assert.True(entry.IsRepeatable);
    }

    [Fact]
    public void Checksum_IsProved_AndIsOfWhatTheConfigMapHolds()
    {
        string Checksum(string settings, string members) => Source.Yaml(Driver(File("/src/shop/a.json", settings)), ("Shop.cs", Shop($$"""
            static V1ConfigMap Config(ManifestContext context) => K8s.ConfigMap("config").AddFile(context, "a.json").AddData("b", "c");
            static V1ConfigMap Other => K8s.ConfigMap("other").AddBinaryData("a", System.Convert.FromBase64String("AAE="));
            [Manifest] public static V1Deployment Web(ManifestContext context) => K8s.Deployment("web"){{members}};
            """))).Single().Text.Split('\n').Single(line => line.Contains("checksum/config", StringComparison.Ordinal)).Trim();

        var first = Checksum("{}", ".RollOnChangeOf(Config(context))");
        Assert.Matches("^checksum/config: [\"']?[0-9a-f]{64}[\"']?$", first);
        Assert.Equal(first, Checksum("{}", ".RollOnChangeOf(Config(context))"));
        Assert.Equal(
            5,
            new[]
            {
                first,
                Checksum("{ }", ".RollOnChangeOf(Config(context))"),
                Checksum("{}", ".RollOnChangeOf(Config(context), Other)"),
                Checksum("{}", ".RollOnChangeOf(Config(context)).RollOnChangeOf(Other)"),
                Checksum("{}", ".RollOnChangeOf(Other).RollOnChangeOf(Config(context))"),
            }.Distinct().Count());
    }

    private static string Shop(string members) => Source.Usings + "public static class Shop\n{\n" + members + "\n}\n";

    private static GeneratorDriver Driver(params AdditionalText[] files) => CSharpGeneratorDriver.Create(
        [new ManifestCatalogGenerator().AsSourceGenerator()], files, new(LanguageVersion.CSharp14), new Options(), new(IncrementalGeneratorOutputKind.None));

    private static AdditionalText File(string path, string text, Encoding? encoding = null) => new GivenFile(path, SourceText.From(new MemoryStream((encoding ?? Encoding.UTF8).GetBytes(text)), encoding ?? Encoding.UTF8));

    private sealed class GivenFile(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch { "build_property.ProjectDir" => "/src/shop/", "build_metadata.AdditionalFiles.ManifestFile" => "true", _ => null };
            return value is not null;
        }
    }
}
