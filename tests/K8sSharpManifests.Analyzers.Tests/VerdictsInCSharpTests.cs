using System.Globalization;
using System.Text;
using System.Text.Json;
using K8sSharpManifests.Core;
using K8sSharpManifests.StaticEvaluation;
using K8sSharpManifests.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.Analyzers.Tests;

/// <summary>
/// What a real API server says of documents, the analyzer says of the C# that makes them. The documents are no part of the repository: they are used where the folder "shared" beside it
/// holds them.
/// </summary>
public sealed class VerdictsInCSharpTests
{
    private const int Sample = 4;

    // The server looks at what no typed C# can hold, or at what is about a cluster.
    private static readonly string[] NotOfCSharp = ["WrongType", "UnknownField", "DuplicateField", "BadRequest"];

    [Fact]
    public async Task Document_IsJudgedAsTheServerDoes()
    {
        var path = Path.Combine(Repository.Root, "..", "shared", "verdicts", "api.jsonl");
        if (!File.Exists(path))
        {
            Assert.Skip("The verdicts are not on this machine: no folder shared beside the repository holds any.");
        }

        // Every fourth: the whole takes minutes.
        var documents = File.ReadLines(path).Where((_, i) => i % Sample == 0).Select(Read).OfType<Verdict>().ToArray();
        var members = documents.Select((d, i) => $"    [Manifest] public static {d.Type} M{i} => {d.Code};").ToArray();
        var compilation = CSharpCompilation.Create(
            "Verdicts",
            [Parse(Verify.GlobalUsings, "Usings.cs"), .. Enumerable.Range(0, (members.Length + 49) / 50).Select(f => Parse(FileOf(f, members), $"File{f}.cs"))],
            Verify.References,
            new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error).Take(5));

        var held = Held(compilation, documents);
        var diagnostics = await compilation.WithAnalyzers([new ManifestAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var refused = diagnostics.Where(d => d.Id is "K8S101" or "K8S107" || (d.Id[3] == '2' && d.Severity == DiagnosticSeverity.Error)).ToLookup(MemberOf, d => d.GetMessage(CultureInfo.InvariantCulture));
        var falseAlarms = held.Where(i => documents[i].IsAccepted && refused[i].Any(m => !m.Contains("InvalidImageName", StringComparison.Ordinal))).ToArray();
        var missed = held.Where(i => !documents[i].IsAccepted && !refused[i].Any()).ToArray();
        Assert.True(held.Count >= 1000, $"{held.Count} of {documents.Length} documents are the same in C#, {held.Count(i => documents[i].IsAccepted)} accepted, missed {missed.Length}");
        Assert.Empty(falseAlarms.Select(i => $"{documents[i].From}: {string.Join("; ", refused[i])}: {documents[i].Code}"));
        var rejected = held.Count(i => !documents[i].IsAccepted);
        Assert.True(missed.Length <= rejected / 200, $"{missed.Length} of {rejected}: {string.Join('\n', missed.Select(i => $"{documents[i].From}: {documents[i].Code}"))}");
    }

    // What C# cannot say, such as a number that has to be there and is 0, makes another document.
    private static IReadOnlyList<int> Held(CSharpCompilation compilation, Verdict[] documents)
    {
        var evaluator = new StaticEvaluator(compilation, TestContext.Current.CancellationToken);
        var held = new List<int>();
        foreach (var tree in compilation.SyntaxTrees.Skip(1))
        {
            foreach (var (root, node) in evaluator.Evaluate([.. new RootFinder(evaluator).Find(compilation.GetSemanticModel(tree), default)]))
            {
                var index = root.IsFinished ? MemberAt(root.Operation.Syntax) : -1;
                if (index >= 0 && Text(node) == Text(documents[index].Tree))
                {
                    held.Add(index);
                }
            }
        }

        return held;
    }

    private static int MemberOf(Diagnostic diagnostic) => MemberAt(diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan));

    private static int MemberAt(SyntaxNode node) =>
        node.AncestorsAndSelf().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax>().FirstOrDefault() is { } member ? int.Parse(member.Identifier.Text[1..], CultureInfo.InvariantCulture) : -1;

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Verify.ParseOptions, path);

    private static string FileOf(int index, string[] members) => $"public static class File{index}\n{{\n{string.Join('\n', members.Skip(50 * index).Take(50))}\n}}\n";

    private static Verdict? Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var isAccepted = json.RootElement.GetProperty("accepted").GetBoolean();
        if (json.RootElement.TryGetProperty("errors", out var errors) && errors.EnumerateArray().Any(e => NotOfCSharp.Contains(e.GetProperty("type").GetString())))
        {
            return null;
        }

        if (JsonReader.Parse(json.RootElement.GetProperty("doc").GetRawText()) is not Mapping document || Typing.Object(document) is not { Type: { } type } typed || type.Field("status") is null && type.Fields.Count == 0)
        {
            return null;
        }

        return Code(typed, ApiShape.Of(type)) is { } code ? new(typed, type.Name, code, isAccepted, json.RootElement.GetProperty("from").GetString()!) : null;
    }

    // Null where C# cannot say it.
    private static string? Code(Node node, ApiShape shape) => (node, shape.Kind) switch
    {
        (Scalar { Kind: ScalarKind.Null }, _) or (_, ApiShapeKind.Any or ApiShapeKind.Bytes or ApiShapeKind.Time or ApiShapeKind.MicroTime) => null,
        (Scalar { Kind: ScalarKind.String } text, ApiShapeKind.String or ApiShapeKind.Quantity or ApiShapeKind.IntOrString) => SymbolDisplay.FormatLiteral(text.Text, quote: true),
        (Scalar { Kind: ScalarKind.Number } number, ApiShapeKind.Quantity) => SymbolDisplay.FormatLiteral(number.Text, quote: true),
        (Scalar { Kind: ScalarKind.Number or ScalarKind.Boolean } scalar, _) => scalar.Text,
        (Mapping mapping, ApiShapeKind.Object) when shape.Type is { } type => Members(mapping, type),
        (Mapping map, ApiShapeKind.Map) => Joined(map.Entries.Select(e => Code(e.Value, shape.Items!) is { } value ? $"[{SymbolDisplay.FormatLiteral(e.Key, quote: true)}] = {value}" : null)) is { } entries ? $"new {TypeOf(shape)} {{ {entries} }}" : null,
        (Sequence list, ApiShapeKind.List) => Joined(list.Items.Select(item => Code(item, shape.Items!))) is { } items ? $"[{items}]" : null,
        _ => null,
    };

    private static string? Members(Mapping mapping, ApiType type) =>
        Joined(mapping.Entries.Select(e => type.Field(e.Key) is { } field && Code(e.Value, field.Shape) is { } value ? $"{field.ClrName} = {value}" : null)) is { } members ? $"new() {{ {members} }}" : null;

    private static string TypeOf(ApiShape shape) => shape.Kind switch
    {
        ApiShapeKind.Map => $"Dictionary<string, {TypeOf(shape.Items!)}>",
        ApiShapeKind.List => $"IList<{TypeOf(shape.Items!)}>",
        ApiShapeKind.Object => shape.Type!.Name,
        ApiShapeKind.Quantity => "ResourceQuantity",
        ApiShapeKind.IntOrString => "IntOrString",
        ApiShapeKind.Boolean => "bool",
        ApiShapeKind.Int32 => "int",
        ApiShapeKind.Int64 => "long",
        _ => "string",
    };

    private static string? Joined(IEnumerable<string?> parts)
    {
        string?[] all = [.. parts];
        return all.Contains(null) ? null : string.Join(", ", all);
    }

    private static string Text(Node node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    // Quantities of the same amount are the same, and the order of keys says nothing.
    private static void Append(StringBuilder text, Node node)
    {
        switch (node)
        {
            case Mapping mapping:
                text.Append('{');
                foreach (var entry in mapping.Entries.OrderBy(e => e.Key, StringComparer.Ordinal))
                {
                    text.Append(entry.Key).Append(':');
                    Append(text, entry.Value);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case Sequence list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case Scalar scalar when Quantity.TryParse(scalar.Text, out var quantity) && scalar.Kind != ScalarKind.Boolean:
                text.Append(quantity.ToString());
                break;
            default:
                text.Append(node);
                break;
        }
    }

    private sealed record Verdict(Mapping Tree, string Type, string Code, bool IsAccepted, string From);
}
