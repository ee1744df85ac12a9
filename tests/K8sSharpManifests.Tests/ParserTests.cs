using System.Text;
using k8s;
using k8s.Models;
using K8sSharpManifests.Core;
using K8sSharpManifests.YamlParsers;

namespace K8sSharpManifests.Tests;

/// <summary>What the build would write of objects, and what it wrote of the examples, is the same data to every parser.</summary>
public class ParserTests
{
    private const int InstancesOfEachType = 5;

    public static TheoryData<string> Parsers => YamlParser.Names;

    [Theory]
    [MemberData(nameof(Parsers))]
    public async Task RandomObjects_AreTheSameToTheParser(string parser)
    {
        var random = new Random();
        var documents = new List<Mapping>();
        foreach (var type in ModelSamples.Readers.Keys)
        {
            // Not the objects themselves: a random kind can be the empty string, which kubectl refuses.
            documents.AddRange(Enumerable.Range(0, InstancesOfEachType).Select(_ => new Mapping([
                new("apiVersion", Scalar.String("example.com/v1")), new("kind", Scalar.String("Data")), new("spec", ModelSamples.Read(ModelSamples.Create(type, random))),
            ])));
        }

        await CheckAsync(YamlParser.Of(parser), documents);
        Checked.Report(parser, $"{documents.Count} random objects of {ModelSamples.Readers.Count} types");
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public async Task RandomManifests_AreTheSameToTheParser(string parser)
    {
        var random = new Random();
        var documents = ModelSamples.Kinds.Select(kind =>
        {
            var manifest = (IKubernetesObject<V1ObjectMeta>)ModelSamples.Create(kind, random);
            (manifest.ApiVersion, manifest.Kind) = (null, null);
            if (manifest.Metadata is not null)
            {
                // kubectl itself takes an empty one away.
                manifest.Metadata.NamespaceProperty = "no";
            }

            return ObjectReader.Read(manifest);
        }).ToList();

        await CheckAsync(YamlParser.Of(parser), documents);
        Checked.Report(parser, $"{documents.Count} random manifests, one of each kind");
    }

    [Theory]
    [MemberData(nameof(Parsers))]
    public async Task ValuesThatAreEasilyMisread_AreTheSameToTheParser(string parser) =>
        await CheckAsync(YamlParser.Of(parser), [.. MisreadValueTests.Manifests.Select(ObjectReader.Read)]);

    /// <summary>YamlDotNet's reading is the one that the approved text is compared in: the others' must be the same.</summary>
    [Theory]
    [MemberData(nameof(Parsers))]
    public async Task Examples_AreTheSameToTheParser(string parser)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "examples"), "*.yaml", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "manifests").Order(StringComparer.Ordinal).ToList();
        var yaml = new List<byte>();
        foreach (var file in files)
        {
            yaml.AddRange("---\n"u8);
            yaml.AddRange(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }

        var expected = await YamlParser.Of("YamlDotNet").ReadAsync([.. yaml]);
        Assert.True(files.Count >= 35);
        Assert.Equal(files.Count, expected.Count);
        SameData.AssertReadAs([.. expected.Select(e => (Mapping)SameData.Tree(e))], await YamlParser.Of(parser).ReadAsync([.. yaml]), YamlParser.Of(parser));
        Checked.Report(parser, $"{files.Count} manifests of the examples");
    }

    private static async Task CheckAsync(YamlParser parser, IReadOnlyList<Mapping> documents)
    {
        var writer = new YamlWriter();
        foreach (var document in documents)
        {
            writer.Append(document);
        }

        var yaml = writer.ToArray();
        var text = Encoding.UTF8.GetString(yaml);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\uFEFF", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        SameData.AssertReadAs(documents, await parser.ReadAsync(yaml), parser);
    }
}
