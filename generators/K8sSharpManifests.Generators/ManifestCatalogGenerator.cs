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

        // Only the output below asks for this, so an editor does not evaluate anything at each keystroke.
        var items = catalog
            .Combine(context.CompilationProvider)
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Combine(projectDir)
            .Select(static (x, token) => Items(x.Left.Left.Left, x.Left.Left.Right, x.Left.Right, x.Right, token))
            .WithTrackingName(TrackingNames.Handover);

        context.RegisterImplementationSourceOutput(items, static (c, entries) =>
        {
            if (entries.Count > 0)
            {
                c.AddSource("ManifestCatalog.g.cs", SourceText.From(CatalogWriter.Write(entries), System.Text.Encoding.UTF8));
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
    private static EquatableArray<CatalogItem> Items(
        EquatableArray<ManifestMember> members, Compilation compilation, AnalyzerConfigOptionsProvider options, string projectDir, CancellationToken cancellationToken)
    {
        if (members.Count == 0)
        {
            return default;
        }

        var handovers = Handovers(members, compilation, options, cancellationToken);
        return new(members
            .Select((member, i) => new CatalogItem(member with { File = RelativePath.Of(member.File, projectDir) }, handovers[i]))
            .OrderBy(item => item.Member.File, StringComparer.Ordinal));
    }

    // Without a catalog the build would emit nothing, and call that a success. A fault of ours costs no more than a finding that comes twice; the analyzer shows it.
    private static IReadOnlyList<MemberHandover> Handovers(
        EquatableArray<ManifestMember> members, Compilation compilation, AnalyzerConfigOptionsProvider options, CancellationToken cancellationToken)
    {
        try
        {
            return new HandoverReader(compilation, options, cancellationToken).Read(members);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return [.. members.Select(_ => MemberHandover.Nothing)];
        }
    }
}
