using System.Runtime.CompilerServices;
using System.Text;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Generators.CustomResources;

/// <summary>A file that was generated.</summary>
internal sealed record GeneratedFile(string Name, string Text);

/// <summary>Writes types of the definitions of custom resources as their files are saved. Each step compares by value, so that a definition that did not change costs nothing.</summary>
internal static class CustomResourcePipeline
{
    private const string Metadata = "build_metadata.AdditionalFiles.KubernetesCrd";

    // As the compiler calls what the class has written that runs this.
    private static readonly string Folder = $"/{typeof(ManifestCatalogGenerator).Assembly.GetName().Name}/{typeof(ManifestCatalogGenerator).FullName}/";

    // What is known of a tree is known by the tree: a file that did not change is the same one.
    private static readonly ConditionalWeakTable<GeneratedFile, SyntaxTree> Trees = new();

    private static readonly DiagnosticDescriptor Unreadable = Rule("K8S922", "Definition cannot be read", DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Shared = Rule("K8S923", "Two kinds of one name", DiagnosticSeverity.Info);

    /// <summary>The rules.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> Rules { get; } = [Unreadable, Shared];

    /// <summary>Adds the steps.</summary>
    /// <returns>The files that are written, for whoever has to see through them.</returns>
    public static IncrementalValueProvider<EquatableArray<GeneratedFile>> Register(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (x, _) => x.Right.GetOptions(x.Left).TryGetValue(Metadata, out var isCrd) && string.Equals(isCrd, "true", StringComparison.OrdinalIgnoreCase) ? x.Left : null)
            .Where(static file => file is not null)
            .Select(static (file, token) => CrdCache.Read(file!.Path, file.GetText(token), token))
            .WithTrackingName(CustomTrackingNames.DefinitionFiles);

        var plan = files
            .Select(static (file, _) => file with { Definitions = default, Problems = default })
            .Collect()
            .Select(static (all, _) => KindPlan.Of(all))
            .WithTrackingName(CustomTrackingNames.KindNames);

        var hasExtensions = context.ParseOptionsProvider
            .Select(static (options, _) => options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp14 });

        var sources = files
            .SelectMany(static (file, _) => file.Definitions)
            .Combine(plan)
            .Select(static (x, _) => x.Right.Name(x.Left))
            .WithTrackingName(CustomTrackingNames.Definitions)
            .Combine(hasExtensions)
            .Select(static (x, token) => new EquatableArray<GeneratedFile>(x.Left.Kinds.Select(kind => CrdCache.Emit(x.Left.Definition, kind, x.Right, token))))
            .WithTrackingName(CustomTrackingNames.CustomResources);

        context.RegisterSourceOutput(sources, static (c, written) =>
        {
            foreach (var file in written)
            {
                c.AddSource(file.Name, SourceText.From(file.Text, Encoding.UTF8));
            }
        });
        context.RegisterSourceOutput(files.SelectMany(static (file, _) => file.Problems), Report);
        context.RegisterSourceOutput(plan.SelectMany(static (p, _) => p.Problems), Report);
        return sources.Collect().Select(static (all, _) => new EquatableArray<GeneratedFile>(all.SelectMany(files => files)));
    }

    /// <summary>A file as a tree.</summary>
    public static SyntaxTree Tree(GeneratedFile file, CSharpParseOptions? options, CancellationToken cancellationToken)
    {
        if (!Trees.TryGetValue(file, out var tree) || !tree.Options.Equals(options))
        {
            tree = CSharpSyntaxTree.ParseText(file.Text, options, Folder + file.Name, Encoding.UTF8, cancellationToken);
            Trees.Remove(file);
            Trees.Add(file, tree);
        }

        return tree;
    }

    /// <summary>Whether a tree is such a file: nothing in it is judged.</summary>
    public static bool IsOwn(SyntaxTree tree) => tree.FilePath.StartsWith(Folder, StringComparison.Ordinal);

    private static void Report(SourceProductionContext context, CrdProblem problem)
    {
        var place = problem.Place;
        var span = new LinePositionSpan(new(place.Line, place.Column), new(place.EndLine, place.EndColumn));
        var (rule, severity) = problem.Kind switch
        {
            CrdProblemKind.Shared => (Shared, Shared.DefaultSeverity),
            CrdProblemKind.Unserved => (Unreadable, DiagnosticSeverity.Info),
            _ => (Unreadable, Unreadable.DefaultSeverity),
        };
        context.ReportDiagnostic(Diagnostic.Create(rule, Location.Create(place.File, default, span), severity, additionalLocations: null, properties: null, problem.Message));
    }

    private static DiagnosticDescriptor Rule(string id, string title, DiagnosticSeverity severity) =>
        new(id, title, "{0}", RuleInfo.CategoryOf(id), severity, isEnabledByDefault: true, helpLinkUri: RuleInfo.PageOf(id));
}
