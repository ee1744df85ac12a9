using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.Core.Tests.Rules;
using K8sSharpManifests.Tests;
using K8sSharpManifests.Yaml;

namespace K8sSharpManifests.Core.Tests.Verdicts;

/// <summary>What a real kube-apiserver says of some three thousand custom resources, the rules say as well. Where the folder "shared" beside the repository holds them.</summary>
public sealed partial class CustomResourceVerdictTests
{
    private const double LeastFound = 0.98;

    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared");
    private static readonly Lazy<IReadOnlyList<CustomVerdict>> All = new(Read);

    private static IReadOnlyList<CustomVerdict> Verdicts
    {
        get
        {
            Assert.SkipUnless(Directory.Exists(Folder), "The server's verdicts are not on this machine: no folder shared beside the repository holds any.");
            return All.Value;
        }
    }

    [Fact]
    public void AcceptedResource_HasNoError() =>
        Assert.Equal("", string.Join('\n', Verdicts.Where(v => v.IsAccepted && v.Findings.Count > 0).Select(v => $"{v.Definition}: {v.From}: {string.Join(" ; ", v.Findings)}")));

    [Fact]
    public void ResourceThatItsSchemaRefuses_HasAnError()
    {
        var refused = Verdicts.Where(v => !v.IsAccepted && !v.IsByRule).ToArray();
        Assert.InRange(refused.Count(v => v.Findings.Count > 0), LeastFound * refused.Length, refused.Length);
    }

    [Fact]
    public void Page_SaysWhatWasMeasured()
    {
        var rows = Verdicts.GroupBy(v => v.Definition).OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => Row(d.Key, [.. d]));
        Snapshot.OfPart("docs/validity.md", "custom resources", "| definition | accepted | false alarms | rejected by the schema | found |\n|---|---:|---:|---:|---:|\n" + string.Concat(rows) + Row("**all**", Verdicts));
    }

    private static string Row(string name, IReadOnlyList<CustomVerdict> verdicts)
    {
        var bySchema = verdicts.Where(v => !v.IsAccepted && !v.IsByRule).ToArray();
        int[] counts = [verdicts.Count(v => v.IsAccepted), verdicts.Count(v => v.IsAccepted && v.Findings.Count > 0), bySchema.Length, bySchema.Count(v => v.Findings.Count > 0)];
        return $"| {name} | {string.Join(" | ", counts.Select(count => count.ToString("N0", CultureInfo.InvariantCulture)))} |\n";
    }

    private static IReadOnlyList<CustomVerdict> Read()
    {
        var definitions = Directory.EnumerateFiles(Path.Combine(Folder, "crds"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => TreeReader.ReadObjects(File.ReadAllText(file), file).Roots).Select(CustomDefinition.Read).OfType<CustomDefinition>().ToArray();
        var schema = ApiSchema.Kubernetes.With(definitions);
        return [.. File.ReadLines(Path.Combine(Folder, "verdicts", "custom-resources.jsonl")).Select(line => CustomVerdict.Read(line, schema))];
    }

    private sealed partial record CustomVerdict(string Definition, string From, bool IsAccepted, bool IsByRule, IReadOnlyList<Finding> Findings)
    {
        public static CustomVerdict Read(string line, ApiSchema schema)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var errors = root.GetProperty("errors").EnumerateArray().Select(e => (Type: e.GetProperty("type").GetString()!, Detail: e.GetProperty("detail").GetString()!)).ToArray();
            return new(
                root.GetProperty("crd").GetString()!, root.GetProperty("from").GetString()!, root.GetProperty("accepted").GetBoolean(), errors.Length > 0 && errors.All(e => e.Type == "FieldValueInvalid" && !OfSchema().IsMatch(e.Detail)),
                [.. TreeReader.ReadObjects(root.GetProperty("doc").GetRawText(), "", schema).Roots.SelectMany(r => Judge.Run(r, new())).Where(f => f.Info.IsValidity)]);
        }

        // What the schema's own checks say; all else comes from a rule in CEL.
        [GeneratedRegex(" in body |must validate|Checked value|some validation rules were not checked")]
        private static partial Regex OfSchema();
    }
}
