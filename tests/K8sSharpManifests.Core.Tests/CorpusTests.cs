using K8sSharpManifests.Tests;
using K8sSharpManifests.YamlParsers;
using static K8sSharpManifests.Core.Tests.Trees;

namespace K8sSharpManifests.Core.Tests;

/// <summary>
/// Manifests of real projects, written by YamlWriter, are the data that they were. They are no part of the repository: they are used where the folder
/// "shared" beside it holds them.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string Shared = Path.Combine(Repository.Root, "..", "shared");

    // Templates, not YAML.
    private static readonly string[] NotYaml = ["linenumbers-helm.yaml"];

    public static TheoryData<string> Parsers => YamlParser.Names;

    [Theory]
    [MemberData(nameof(Parsers))]
    public async Task Corpus_IsTheSameDataToTheParser(string parser)
    {
        string[] files = [.. new[] { "corpus", "crds" }.Select(f => Path.Combine(Shared, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.yaml", SearchOption.AllDirectories)).Where(f => !NotYaml.Contains(Path.GetFileName(f)))
            .Order(StringComparer.Ordinal)];
        if (files.Length == 0)
        {
            Assert.Skip("The corpora are not on this machine: no folder shared beside the repository holds any.");
        }

        var documents = new List<Mapping>();
        foreach (var file in files)
        {
            // kubectl takes a kind List apart and refuses what has no kind, so each document is a part of one that has.
            documents.AddRange((await YamlParser.Of("YamlDotNet").ReadAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)))
                .Select(json => Map(("apiVersion", Str("example.com/v1")), ("kind", Str("Data")), ("spec", SameData.Tree(json)))));
        }

        var writer = new YamlWriter();
        documents.ForEach(document => writer.Append(document));
        SameData.AssertReadAs(documents, await YamlParser.Of(parser).ReadAsync(writer.ToArray()), YamlParser.Of(parser));
        Checked.Report(parser, $"{documents.Count} documents of {files.Length} files of the corpora");
    }
}
