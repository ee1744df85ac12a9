using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
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
            .Select(static (found, _) => InOrder(found))
            .WithTrackingName(TrackingNames.Catalog);

        var files = context.AdditionalTextsProvider.Collect();

        // Only the output below asks for this, so an editor does not evaluate anything at each keystroke.
        var items = catalog
            .Combine(context.CompilationProvider)
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Combine(projectDir)
            .Combine(files)
            .Select(static (x, token) => Catalog(x.Left.Left.Left.Left, x.Left.Left.Left.Right, x.Left.Left.Right, x.Left.Right, x.Right, token))
            .WithTrackingName(TrackingNames.Handover);

        context.RegisterImplementationSourceOutput(items, static (c, written) =>
        {
            if (written.Items.Count > 0)
            {
                c.AddSource("ManifestCatalog.g.cs", SourceText.From(CatalogWriter.Write(written), System.Text.Encoding.UTF8));
            }
        });
    }

    private static EquatableArray<ManifestMember> InOrder(IEnumerable<ManifestMember?> members) => new(
        members
            .OfType<ManifestMember>()
            .OrderBy(m => m.File, StringComparer.Ordinal)
            .ThenBy(m => m.Line)
            .ThenBy(m => m.Column));

    // Paths are made relative here: an absolute one would get the build machine into the assembly.
    private static Catalog Catalog(
        EquatableArray<ManifestMember> members,
        Compilation compilation,
        AnalyzerConfigOptionsProvider options,
        string projectDir,
        IEnumerable<AdditionalText> files,
        CancellationToken cancellationToken)
    {
        if (members.Count == 0)
        {
            return new(default, default);
        }

        var reader = new HandoverReader(compilation, options, cancellationToken);
        var handovers = reader.Read(members);
        return new(
            new(members
                .Select((member, i) => new CatalogItem(member with { File = RelativePath.Of(member.File, projectDir) }, handovers[i]))
                .OrderBy(item => item.Member.File, StringComparer.Ordinal)),
            new(reader.CheckConfiguration(members, files).Select(diagnostic => Handover(diagnostic, projectDir))));
    }

    private static ConfigurationHandover Handover(Diagnostic diagnostic, string projectDir)
    {
        var place = diagnostic.Location.GetLineSpan();
        return new(
            place.IsValid ? RelativePath.Of(place.Path, projectDir) : "",
            place.StartLinePosition.Line + 1,
            place.StartLinePosition.Character + 1,
            diagnostic.Id,
            EffectiveSeverities.Text(diagnostic.Severity),
            diagnostic.GetMessage(null));
    }
}
