using System.Globalization;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.CustomResources;
using K8sSharpManifests.Yaml;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.Generators.Tests;

/// <summary>Documents of custom resources that an API server takes, written as C# and read from the objects that this makes, are the same data.</summary>
public sealed class CustomResourceRoundTripTests
{
    [Fact]
    public void AcceptedDocument_IsTheSameWhenCSharpMakesIt()
    {
        var definitions = CustomSource.Folder();
        var path = Path.Combine(CustomSource.Repository(), "..", "shared", "verdicts", "custom-resources.jsonl");
        Assert.SkipWhen(definitions.Count == 0 || !File.Exists(path), "The documents are not there.");

        var types = Types(definitions);
        var (documents, refused) = (new List<(Mapping Document, string Code)>(), new List<string>());
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.GetProperty("accepted").GetBoolean() || JsonReader.Parse(json.RootElement.GetProperty("doc").GetRawText()) is not Mapping document
                || !types.TryGetValue($"{document["apiVersion"]} {document["kind"]}", out var type))
            {
                continue;
            }

            try
            {
                documents.Add((Typing.As(document, type), CustomResourceCode.Object(document, type)));
            }
            catch (NotSupportedException e)
            {
                refused.Add($"{e.Message}: {JsonText.Of(document)}");
            }
        }

        var code = new StringBuilder("#pragma warning disable\npublic static class Documents { public static object[] All() => new object[] { ").AppendJoin(",\n", documents.Select((_, i) => $"D{i}()")).Append(" };\n");
        for (var i = 0; i < documents.Count; i++)
        {
            code.Append(CultureInfo.InvariantCulture, $"static object D{i}() => {documents[i].Code};\n");
        }

        var (compilation, _, _) = CustomSource.Generate(definitions, [("/src/Documents.cs", code.Append('}').ToString())]);
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error).Take(5));
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("documents", isCollectible: true);
        var made = (object[])context.LoadFromStream(image).GetType("Documents")!.GetMethod("All")!.Invoke(null, null)!;

        var different = documents.Zip(made, (d, o) => (Expected: Canonical(d.Document, ""), Actual: Canonical(ObjectReader.Read((k8s.IKubernetesObject)o), ""))).Where(x => x.Expected != x.Actual).ToArray();
        context.Unload();
        Assert.True(documents.Count > 500, $"{documents.Count} documents");
        Assert.True(different.Length == 0 && refused.Count == 0, $"{documents.Count} documents, {different.Length} different, {refused.Count} refused\n{string.Join('\n', different.Take(15).Select(d => $"- {d.Expected}\n+ {d.Actual}"))}\n{string.Join('\n', refused.Take(15))}");
    }

    // The names that the generator gives, and so the types.
    private static Dictionary<string, ApiType> Types(IEnumerable<AdditionalText> files)
    {
        var definitions = files.SelectMany(f => TreeReader.ReadObjects(f.GetText(TestContext.Current.CancellationToken)!.ToString()).Roots).Select(CustomDefinition.Read).OfType<CustomDefinition>().ToArray();
        var kinds = definitions.SelectMany(d => d.Versions.Select(v => (Definition: d, Version: v, Kind: new CustomKind(d.Group, d.Kind, v.Name, v.IsStored)))).ToArray();
        var names = CustomKindNames.Of([.. kinds.Select(k => k.Kind)]);
        return kinds.ToDictionary(
            k => $"{k.Version.ApiVersion} {k.Definition.Kind}",
            k => CustomTypes.Kind(k.Definition, k.Version, names[k.Kind], [.. names.Values.Where(n => n.Length > names[k.Kind].Length && n.StartsWith(names[k.Kind], StringComparison.Ordinal))]));
    }

    // The order of keys says nothing; what the server sets is not ours, and in types of Kubernetes itself nothing and null are none.
    private static string Canonical(Node node, string path) => node switch
    {
        Mapping mapping => "{" + string.Join(",", mapping.Entries
            .Where(e => !IsServerSet(path, e.Key)).OrderBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => (e.Key, Text: Canonical(e.Value, path + "." + e.Key)))
            .Where(e => !(mapping.Type is { Schema: null } && e.Text is "{}" or "[]"))
            .Select(e => $"\"{e.Key}\":{e.Text}")) + "}",
        Sequence list => "[" + string.Join(",", list.Items.Select(i => Canonical(i, path + "[]"))) + "]",

        // A quantity may be a number as well.
        Scalar { Kind: ScalarKind.String } quantity when (quantity.IsQuantity || path.Contains(".requests.", StringComparison.Ordinal) || path.Contains(".limits.", StringComparison.Ordinal)) && double.TryParse(quantity.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value.ToString("R", CultureInfo.InvariantCulture),
        Scalar { Kind: ScalarKind.Number } number => double.Parse(number.Text, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        _ => JsonText.Of(node),
    };

    private static bool IsServerSet(string path, string key) => path is "" && key == "status"
        || path is ".metadata" && key is "uid" or "resourceVersion" or "generation" or "creationTimestamp" or "selfLink" or "managedFields" or "deletionTimestamp";
}
