using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Basic.Reference.Assemblies;
using k8s.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.Tests;

/// <summary>What holds for the whole public surface of the DSL.</summary>
public partial class PublicApiTests
{
    private static readonly Assembly Dsl = typeof(K8s).Assembly;

    private static readonly MethodInfo[] FluentMethods =
    [
        .. Dsl.GetExportedTypes().Where(t => t.Name is "Fluent" or "PreviewFluent")
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)),
    ];

    [Fact]
    public void AddMethods_HaveSingularNames() => Snapshot.Match("singular.txt", string.Join('\n', FluentMethods
        .SelectMany(m => m.GetCustomAttributes<FluentMethodAttribute>().Select(a => (Method: m.Name, a.Operation, a.Path)))
        .Where(m => m.Operation is FluentOperation.Append or FluentOperation.Put)
        .Select(m => $"{m.Path[(m.Path.LastIndexOf('.') + 1)..]}: {m.Method}")
        .Distinct()
        .Order(StringComparer.Ordinal)));

    [Fact]
    public void EveryPublicMember_IsDocumentedWithAText()
    {
        var ours = Comments(Dsl);
        var models = Comments(typeof(V1Pod).Assembly);
        var silent = new List<string>();
        foreach (var (id, comment) in ours.Where(c => c.Key[0] is 'M' or 'T' or 'P'))
        {
            var (last, source) = (id, comment);
            while ((string?)source?.Element("inheritdoc")?.Attribute("cref") is { } inherited)
            {
                (last, source) = (inherited, models.GetValueOrDefault(inherited) ?? ours.GetValueOrDefault(inherited));
            }

            if (string.IsNullOrWhiteSpace(source?.Element("summary")?.Value))
            {
                silent.Add(last);
            }
        }

        // The compiler warns where a public member has no comment at all, and warnings are errors; here is that the comments say something. The snapshot
        // holds the fields that have no text in Kubernetes' own API description either.
        Snapshot.Match("fields-without-upstream-text.txt", string.Join('\n', silent.Distinct().Order(StringComparer.Ordinal)));
        Assert.True(ours.Count > 3000);
    }

    [Fact]
    public void EveryFluentMethod_SaysWhatItMeansInOneWay()
    {
        var embedded = EmbeddedSources().SelectMany(s => Methods(s.Tree)).Select(m => m.Identifier.Text).ToHashSet();

        Assert.Equal([], FluentMethods
            .Where(m => !m.GetCustomAttributes<FluentMethodAttribute>().Any() && !embedded.Contains(m.Name))
            .Select(m => m.ToString()!));
    }

    [Fact]
    public void EmbeddedMethods_AreOneReturnEach() => Assert.Equal([], EmbeddedSources()
        .SelectMany(s => Methods(s.Tree))
        .Where(m => m.ExpressionBody is null && m.Body?.Statements is not [ReturnStatementSyntax])
        .Select(m => m.Identifier.Text));

    [Fact]
    public void EmbeddedSources_CompileOverThePublicApiAlone()
    {
        var compilation = CSharpCompilation.Create(
            "Embedded",
            EmbeddedSources().Select(s => s.Tree).Append(Parse("global using System; global using System.Collections.Generic; global using System.Linq;")),
            [
                .. Net100.References.All,
                MetadataReference.CreateFromFile(Dsl.Location),
                MetadataReference.CreateFromFile(typeof(V1Pod).Assembly.Location),
            ],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Assert.Equal([], compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        Assert.True(EmbeddedSources().Count > 5);
    }

    private static List<(string Name, SyntaxTree Tree)> EmbeddedSources() =>
        [.. Dsl.GetCustomAttributes<EmbeddedSourceAttribute>().Select(a => (a.Name, Parse(a.Text)))];

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, cancellationToken: TestContext.Current.CancellationToken);

    private static IEnumerable<MethodDeclarationSyntax> Methods(SyntaxTree tree) => tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>();

    private static Dictionary<string, XElement> Comments(Assembly assembly) => XDocument
        .Load(XmlFile(assembly))
        .Descendants("member")
        .ToDictionary(m => Whitespace().Replace((string)m.Attribute("name")!, ""));

    /// <summary>The models' comments lie in their package's folder, not beside the copied assembly.</summary>
    private static string XmlFile(Assembly assembly)
    {
        var beside = Path.ChangeExtension(assembly.Location, ".xml");
        return File.Exists(beside) ? beside : (string)AppContext.GetData("K8sModelsDocumentation")!;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
