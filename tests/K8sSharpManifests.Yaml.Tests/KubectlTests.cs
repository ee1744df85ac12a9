using System.Globalization;
using System.Text;
using System.Text.Json;
using K8sSharpManifests.Core;
using K8sSharpManifests.Tests;
using K8sSharpManifests.YamlParsers;

namespace K8sSharpManifests.Yaml.Tests;

/// <summary>What TreeReader reads is what kubectl reads, and what kubectl refuses it refuses.</summary>
public sealed partial class KubectlTests
{
    private const int Count = 10_000;

    // Other streams, as many: RANDOM_SEED=10000.
    private static readonly int First = int.Parse(Environment.GetEnvironmentVariable("RANDOM_SEED") ?? "0", CultureInfo.InvariantCulture);

    /// <summary>
    /// What kubectl reads and TreeReader refuses: a part of the message, a part of the text, and why. It never reads what kubectl refuses, and never reads other data. So few of the generated
    /// documents may be of these.
    /// </summary>
    private static readonly (string Message, string Text, string Reason)[] Refused =
    [
        ("unexpected comma at end of tag", ",", "YamlDotNet takes a comma for no part of a tag, go-yaml for one: there is no such tag"),
        ("did not find expected", "!!str,", "the same, where the tag is all of the value"),
        ("did not find expected", "!foo,", "the same"),
        ("was not replaced", "!!str, ${", "the same, on a line with a variable"),
        ("global tags must be valid URIs", "!", "go-yaml does not look"),
        ("found extra spaces in first line", "|", "YamlDotNet does not read a block with an indentation indicator that starts with blanks as text"),
        ("found more spaces in lines above", ">", "the same, folded"),
        ("have more blanks than its text", "#", "YamlDotNet would read as text what go-yaml takes for a comment after a block of empty lines"),
        ("may not hold a '?'", "?", "in brackets, go-yaml takes every '?' for the mark of a key, YamlDotNet only one with a blank"),
        ("no text may start with", ":", "the same for ':'"),
        ("belongs to the text before it", ":,", "in brackets, YamlDotNet takes ':,' for the end of a key: mended, but in a text of several lines"),
        ("could not find expected ':'", ">", "YamlDotNet ends blocks at the margin too early"),
        ("could not find expected ':'", "|", "the same"),
        ("unknown escape character", "\\'", "go-yaml reads \\' in double quotes, which YAML does not have"),
        ("did not find expected ',' or '}'", ":,", "in brackets, go-yaml takes a ':' at the start of a line for the end of a key"),
        ("did not find expected key", ":", "YamlDotNet loses the ':' that a key starts with on the line behind a bracket, so that the key is indented more than the ones before"),
        ("a comma has to stand between", " :", "in brackets, go-yaml takes every ':' for the end of a key, YamlDotNet only one that is close to the key or has a blank"),
        ("kubectl ends a document at '---'", "\r", "kubectl does not split a file whose lines end with a carriage return only, so that a directive has its document there"),
        ("the anchor &", ":", "go-yaml ends an anchor at a colon"),
        ("a comma behind a tag", ",", "go-yaml reads it where a blank follows: there is no such tag"),
        ("that JSON, and so Kubernetes, does not have", ".", "kubectl does not look at the first value of a key that stands twice"),
        ("a key is missing here, or is null", "", "the same, in it"),
        ("too large a number", "", "the same, in it"),
        ("bytes that are no text", "!!binary", "kubectl replaces them: data is lost"),
    ];

    /// <summary>Numbers, words and texts that YAML 1.1, YAML 1.2 and Go read differently.</summary>
    private static readonly string[] Scalars =
    [
        .. AwkwardStrings.Known,
        "0", "-0", "+0", "00", "08", "0777", "-0777", "0o17", "0O17", "-0o17", "0x_F", "0xFFFFFFFFFFFFFFFF", "0x", "0b", "0b-1", "0b+1", "-0b1", "-0b-1", "0b102", "-0x8000000000000000",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "+9223372036854775808",
        "1.", "1.0", "1.5", "-1.50", "1e3", "1E3", "1e+3", "1e-3", "1e6", "1234567.5", "123456.5", "1e20", "1e21", "1e22", "-1e21", "1e-6", "1e-7", "1.5e-10", "123e-20", "1e400", "-1e400", "1e-400",
        ".5", "-.5", ".5e3", ".1_0", "._1", ".1_", "1_0.5", "1_000.0", "5e-324", "1.7976931348623157e308", "0.1", "0.30000000000000004", "100000000000000000000", "123456789012345678901234567890",
        "3.4028235e38", "3.5e38", "1e40", "0.000001", "0.0001", "0.00001", "-0.0", "2.5e15", "16777217", "16777217.0", "1:30", "190:20:30", "190:20:30.15",
        "Y", "N", "yEs", "True", "tRUE", "NULL", "nUll", "Off", "ON", "+.INF", "-.Inf", ".NAN", "+.nan", ".iNF", "2001-12-14t21:59:43.10-05:00", "2001-1-1", "2001-13-01",
        "!!str 1", "!!str yes", "!!str", "!!int 1", "!!int \"0x10\"", "!!int 1.5", "!!int yes", "!!float 1", "!!float 1.5", "!!float x", "!!float 18446744073709551615", "!!bool yes", "!!bool 1",
        "!!null ~", "!!null ''", "!!null x", "!!timestamp 2001-01-01", "!!timestamp 2001-1-1", "!!timestamp 2001-02-30", "!!timestamp 2001-01-01T10:00:00Z", "!!timestamp 2001-01-01 25:00:00", "!!timestamp x",
        "!!binary aGk=", "!!binary a", "!!binary aGk", "!!binary \"aG\\nk=\"", "!foo 1", "! 1", "!<tag:yaml.org,2002:int> 1", "!!map 1", "!!binary 'a Gk='",
        "\"a\\x41\\u00e4\\U0001F600\\e\\_\\N\\L\\P\\0\\t\\\t\"", "\"\\ud800\"", "\"\\/\"", "'it''s'", "\"\"", "''", "\"1\"", "'null'", "a\tb", "[]", "{}", "[a, b]", "{a: b}",
    ];

    [Fact]
    public async Task GeneratedDocuments_AreReadAsKubectlReadsThem()
    {
        byte[][] files = [.. Enumerable.Range(First, Count).Select(i => new GeneratedYaml(i).Make())];
        var (documents, errors) = await KubectlFolder.ReadAsync(files, i => KubectlFolder.Name(First + i));
        var expected = documents.ToLookup(KubectlFolder.NameOf);
        var (same, refused, known) = (0, 0, new List<string>());
        for (var i = 0; i < files.Length; i++)
        {
            var text = Decode(files[i]);
            var read = TreeReader.ReadObjects(text, KubectlFolder.Name(First + i));
            var faults = Faults(read);
            if (errors[i].Length > 0)
            {
                Assert.True(faults.Count > 0, $"kubectl refuses it: {errors[i]}\n{text}");
                refused++;
            }
            else if (faults.Count > 0)
            {
                Assert.True(Refused.Any(r => faults[0].Message.Contains(r.Message, StringComparison.Ordinal) && text.Contains(r.Text, StringComparison.Ordinal)), $"kubectl reads it: {faults[0]}\n{text}\n{JsonSerializer.Serialize(text)}");
                known.Add(faults[0].Message);
            }
            else if (Canonical(read.Roots) is var ours && Canonical(expected[KubectlFolder.Name(First + i)].Select(SameData.Tree)) is var theirs && ours != theirs)
            {
                // Two keys that are one as text, as 0 and 0.0 are: of these kubectl takes any, and each time another.
                Assert.True(read.Problems.Any(p => p.Kind == YamlProblemKind.DuplicateKey), $"kubectl reads\n{theirs}\nand not\n{ours}\nof\n{text}");
                known.Add("DuplicateKey");
            }
            else
            {
                same++;
            }
        }

        Assert.True(known.Count < Count / 100, string.Join('\n', known.GroupBy(k => k).Select(g => $"{g.Count()} {g.Key}")));
        Assert.True(same > Count / 2, $"Only {same} documents could be read.");
        Checked.Report("kubectl", $"{Count} generated streams of YAML against TreeReader, from number {First}: {same} are the same data, {refused} are refused by both, {known.Count} by TreeReader only");
    }

    [Fact]
    public async Task AwkwardScalars_AreReadAsKubectlReadsThem()
    {
        string[] specs = [.. Scalars.Select(s => $"spec: {s}"), .. Scalars.Select(s => $"spec:\n  {s}: v"), .. Scalars.Select(s => $"spec:\n- {s}"), .. Scalars.Select(s => $"spec: [{s}]"), .. Flows.Select(s => $"spec: {s}")];
        byte[][] files = [.. specs.Select((spec, i) => Encoding.UTF8.GetBytes($"apiVersion: example.com/v1\nkind: Data\nmetadata: {{name: {KubectlFolder.Name(i)}}}\n{spec}\n"))];
        var (documents, errors) = await KubectlFolder.ReadAsync(files, KubectlFolder.Name);
        var expected = documents.ToLookup(KubectlFolder.NameOf);
        var wrong = new List<string>();
        for (var i = 0; i < files.Length; i++)
        {
            var read = TreeReader.ReadObjects(Decode(files[i]), KubectlFolder.Name(i));
            var theirs = errors[i].Length > 0 ? "refused" : Canonical(expected[KubectlFolder.Name(i)].Select(SameData.Tree));
            var ours = Faults(read).Count > 0 ? "refused" : Canonical(read.Roots);

            // Of two keys that are one as text kubectl takes any, and each time another.
            var isEither = errors[i].Length == 0 && Faults(read).Count == 0 && read.Problems.Any(p => p.Kind == YamlProblemKind.DuplicateKey);
            if (ours != theirs && !isEither)
            {
                wrong.Add($"{JsonSerializer.Serialize(specs[i])}: {theirs} {errors[i]}, not {ours} {string.Join(' ', read.Problems)}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Checked.Report("kubectl", $"{specs.Length} awkward values, keys and texts in brackets against TreeReader");
    }

    [Fact]
    public async Task Corpora_AreReadAsKubectlReadsThem()
    {
        var shared = Path.Combine(Repository.Root, "..", "shared");
        string[] paths = [.. new[] { "corpus", "crds" }.Select(f => Path.Combine(shared, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.yaml", SearchOption.AllDirectories)).Order(StringComparer.Ordinal)];
        Assert.SkipWhen(paths.Length == 0, "The corpora are not on this machine: no folder shared beside the repository holds any.");
        byte[][] files = [.. paths.Select(File.ReadAllBytes)];

        // Of a file that it refuses, kubectl prints what stands before the fault.
        var (_, errors) = await KubectlFolder.ReadAsync(files, KubectlFolder.Name);
        var whole = Enumerable.Range(0, files.Length).Where(i => errors[i].Length == 0).ToList();
        var (documents, _) = await KubectlFolder.ReadAsync([.. whole.Select(i => files[i])], KubectlFolder.Name);
        var read = new List<Node>();
        for (var i = 0; i < files.Length; i++)
        {
            var ours = TreeReader.ReadObjects(Decode(files[i]), paths[i]);
            Assert.True(Faults(ours).Count > 0 == errors[i].Length > 0, $"{paths[i]}: {errors[i]}, and here {string.Join('\n', ours.Problems)}");
            read.AddRange(errors[i].Length > 0 ? [] : ours.Roots);
        }

        Assert.Equal(Canonical(documents.Select(SameData.Tree)), Canonical(read));
        Checked.Report("kubectl", $"{read.Count.ToString(CultureInfo.InvariantCulture)} documents of {whole.Count} files of the corpora against TreeReader; {files.Length - whole.Count} files are refused by both");
    }

    private static List<YamlProblem> Faults(YamlDocuments read) => [.. read.Problems.Where(p => p.Kind is not (YamlProblemKind.DuplicateKey or YamlProblemKind.Ignored))];

    // As kubectl opens files.
    private static string Decode(byte[] file)
    {
        using var reader = new StreamReader(new MemoryStream(file), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    private static string Canonical(IEnumerable<Node> documents) => string.Join('\n', documents.Select(Canonical));

    // With every digit of a number.
    private static string Canonical(Node node) => node switch
    {
        Mapping map => $"{{{string.Join(',', map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => JsonSerializer.Serialize(e.Key) + ":" + Canonical(e.Value)))}}}",
        Sequence list => $"[{string.Join(',', list.Items.Select(Canonical))}]",
        Scalar { Kind: ScalarKind.String } scalar => JsonSerializer.Serialize(scalar.Text),
        Scalar scalar => scalar.Text,
        _ => throw new NotSupportedException(node.GetType().Name),
    };
}
