using System.Text;
using System.Text.Json;
using K8sSharpManifests.Core;
using K8sSharpManifests.YamlParsers;

namespace K8sSharpManifests.Yaml.Tests;

/// <summary>What TreeReader reads is what kubectl reads.</summary>
public sealed class KubectlTests
{
    [Fact]
    public async Task GeneratedDocuments_AreReadAsKubectlReadsThem()
    {
        var n = int.Parse(Environment.GetEnvironmentVariable("YAML_COUNT") ?? "10000");
        var first = int.Parse(Environment.GetEnvironmentVariable("YAML_FIRST") ?? "0");
        byte[][] files = [.. Enumerable.Range(first, n).Select(i => new GeneratedYaml(i).Make())];
        var w = System.Diagnostics.Stopwatch.StartNew();
        var expected = (await KubectlFolder.ReadAsync(first, files));
        var t1 = w.ElapsedMilliseconds;
        w.Restart();
        var diffs = new List<string>();
        int refused = 0, data = 0, falseRefused = 0, falseAccept = 0, different = 0;
        for (var i = 0; i < n; i++)
        {
            var read = TreeReader.ReadObjects(Decode(files[i]), "f.yaml");
            var problems = read.Problems.Where(p => p.Kind is not (YamlProblemKind.DuplicateKey or YamlProblemKind.Ignored)).ToList();
            var (docs, error) = expected[i];
            var theirs = string.Join("\n---\n", docs.Select(SameData.Tree).Select(Canonical));
            var ours = string.Join("\n---\n", read.Roots.Select(Canonical));
            var kind = "";
            if (error.Length > 0) { refused++; kind = problems.Count > 0 ? "" : "ACCEPTED"; }
            else if (problems.Count > 0) { kind = "REFUSED"; }
            else { data++; kind = ours == theirs ? "" : "DIFFERENT"; }
            if (kind == "ACCEPTED") falseAccept++;
            if (kind == "REFUSED") falseRefused++;
            if (kind == "DIFFERENT") different++;
            if (kind.Length > 0)
            {
                diffs.Add($"=== {kind} {first + i}\nkubectl: {error}\nours: {string.Join(" | ", problems)}\n{(kind == "DIFFERENT" ? "THEIRS " + theirs + "\nOURS   " + ours + "\n" : "")}{Encoding.UTF8.GetString(files[i])}");
            }
        }

        File.WriteAllLines("/tmp/k/kerrors.txt", expected.Where(e => e.Error.Length > 0).Select(e => e.Error));
        File.WriteAllText("/tmp/k/diffs.txt", $"data {data} refused {refused} accepted-wrongly {falseAccept} refused-wrongly {falseRefused} different {different} kubectl {t1} ms ours {w.ElapsedMilliseconds} ms\n" + string.Join("\n", diffs));
        Assert.Empty(diffs);
    }

    private static string Decode(byte[] file)
    {
        using var reader = new System.IO.StreamReader(new MemoryStream(file), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static string Canonical(Node node) => node switch
    {
        Mapping map => "{" + string.Join(",", map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => JsonSerializer.Serialize(e.Key) + ":" + Canonical(e.Value))) + "}",
        Sequence list => "[" + string.Join(",", list.Items.Select(Canonical)) + "]",
        Scalar { Kind: ScalarKind.String } scalar => JsonSerializer.Serialize(scalar.Text),
        Scalar scalar => scalar.Text,
        _ => "?",
    };
}
