using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Generators;

/// <summary>
/// Writes the catalog of all [Manifest] members into the user's assembly, so that the host that the build runs finds them without reflection.
/// It is an implementation-only output: no code names it, so an editor need not make it at each keystroke.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ManifestCatalogGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var members = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ManifestMembers.AttributeName,
                static (node, _) => node is MemberDeclarationSyntax or VariableDeclaratorSyntax,
                static (c, _) => ManifestMembers.Classify(c.TargetSymbol).Member)
            .WithTrackingName(TrackingNames.Members);

        var projectDir = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var dir) ? dir : "")
            .WithTrackingName(TrackingNames.ProjectDir);

        var catalog = members
            .Collect()
            .Combine(projectDir)
            .Select(static (x, _) => Catalog(x.Left, x.Right))
            .WithTrackingName(TrackingNames.Catalog);

        context.RegisterImplementationSourceOutput(catalog, static (c, entries) =>
        {
            if (entries.Count > 0)
            {
                c.AddSource("ManifestCatalog.g.cs", SourceText.From(CatalogWriter.Write(entries), System.Text.Encoding.UTF8));
            }
        });
    }

    // Paths are made relative here: an absolute one would get the build machine into the assembly.
    private static EquatableArray<ManifestMember> Catalog(IEnumerable<ManifestMember?> members, string projectDir) => new(
        members
            .OfType<ManifestMember>()
            .Select(m => m with { File = RelativePath.Of(m.File, projectDir) })
            .OrderBy(m => m.File, StringComparer.Ordinal)
            .ThenBy(m => m.Line)
            .ThenBy(m => m.Column));
}
