using System.Text;
using K8sSharpManifests.Core;
using K8sSharpManifests.Generators.CustomResources;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.Generators;

/// <summary>
/// Writes the catalog of all [Manifest] members into the user's assembly, so that the host that the build runs finds them without reflection, and the YAML of
/// those whose value is proved. All of it is implementation-only output: no code names it, so an editor need not make it at each keystroke.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ManifestCatalogGenerator : IIncrementalGenerator
{
    private const string IncludedMetadata = "build_metadata.AdditionalFiles.KubernetesYaml";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var members = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                ManifestMembers.AttributeName,
                static (node, _) => node is MemberDeclarationSyntax or VariableDeclaratorSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax,
                static (c, _) => Classify(c.TargetSymbol))
            .WithTrackingName(TrackingNames.Members);

        var projectDir = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.ProjectDir", out var dir) ? dir : "")
            .WithTrackingName(TrackingNames.ProjectDir);

        var catalog = members
            .Collect()
            .Select(static (found, _) => InOrder(found))
            .WithTrackingName(TrackingNames.Catalog);

        var files = context.AdditionalTextsProvider.Collect();
        var customResources = CustomResourcePipeline.Register(context);

        var hasRawStrings = context.ParseOptionsProvider
            .Select(static (options, _) => options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp11 })
            .WithTrackingName(TrackingNames.RawStrings);

        // Only the outputs below ask for this, so an editor does not evaluate anything at each keystroke.
        var written = catalog
            .Combine(context.CompilationProvider.Combine(customResources))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Combine(projectDir)
            .Combine(files)
            .Select(static (x, token) => Catalog(x.Left.Left.Left.Left, WithTypes(x.Left.Left.Left.Right.Left, x.Left.Left.Left.Right.Right, token), x.Left.Left.Right, x.Left.Right, x.Right, token))
            .WithTrackingName(TrackingNames.Handover);

        // YAML that changes is no change of the catalog.
        var entries = written
            .Select(static (catalog, _) => catalog with { Items = new(catalog.Items.Select(item => item with { Proved = null })) })
            .WithTrackingName(TrackingNames.Entries);

        context.RegisterImplementationSourceOutput(entries, static (c, catalog) =>
        {
            if (catalog.Fault.Length > 0)
            {
                c.ReportDiagnostic(Diagnostic.Create(GeneratorFault.Rule, Location.None, catalog.Fault));
                return;
            }

            if (catalog.Items.Count > 0 || catalog.Configuration.Length + catalog.FileOptions.Length > 0)
            {
                c.AddSource("ManifestCatalog.g.cs", SourceText.From(CatalogWriter.Write(catalog), Encoding.UTF8));
            }
        });

        var proved = written
            .SelectMany(static (catalog, _) => ProvedFile.Of(catalog.Items))
            .WithTrackingName(TrackingNames.Proved);

        context.RegisterImplementationSourceOutput(proved.Combine(hasRawStrings), static (c, x) =>
            c.AddSource(x.Left.Name, SourceText.From(CatalogWriter.Write(x.Left, x.Right), Encoding.UTF8)));
    }

    // A generator does not see what it writes itself, so the types of custom resources are added for the evaluation: only where there are any.
    private static Compilation WithTypes(Compilation compilation, EquatableArray<GeneratedFile> files, CancellationToken cancellationToken) => files.Count == 0 ? compilation
        : compilation.AddSyntaxTrees(files.Select(f => CustomResourcePipeline.Tree(f, (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options, cancellationToken)));

    private static ManifestMember? Classify(ISymbol symbol)
    {
        try
        {
            return ManifestMembers.Classify(symbol).Member;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return ManifestMember.Failed(GeneratorFault.Text(e));
        }
    }

    private static MarkedMembers InOrder(IReadOnlyCollection<ManifestMember?> members) => new(
        new(members
            .OfType<ManifestMember>()
            .OrderBy(m => m.File, StringComparer.Ordinal)
            .ThenBy(m => m.Line)
            .ThenBy(m => m.Column)),
        HasOthers: members.Contains(null));

    // A generator that throws is a mere warning to the compiler. Without its catalog the build would take the project for one without manifests, and delete them.
    private static Catalog Catalog(
        MarkedMembers marked,
        Compilation compilation,
        AnalyzerConfigOptionsProvider options,
        string projectDir,
        IEnumerable<AdditionalText> files,
        CancellationToken cancellationToken)
    {
        try
        {
            if (marked.Members.Select(m => m.Fault).FirstOrDefault(fault => fault.Length > 0) is { } fault)
            {
                return Generators.Catalog.Failed(fault);
            }

            var catalog = marked.Members.Count == 0 && !marked.HasOthers ? new(default, "", "", "") : Written(marked.Members, compilation, options, projectDir, files, cancellationToken);
            return catalog with { FileOptions = OfFiles(options, projectDir, files) };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Generators.Catalog.Failed(GeneratorFault.Text(e));
        }
    }

    private static string OfFiles(AnalyzerConfigOptionsProvider options, string projectDir, IEnumerable<AdditionalText> files) => Core.FileOptions.Write(
        from file in files
        let ofFile = options.GetOptions(file)
        where ofFile.TryGetValue(IncludedMetadata, out var isIncluded) && string.Equals(isIncluded, "true", StringComparison.OrdinalIgnoreCase)
        select (RelativePath.Of(file.Path, projectDir), ConfigurationCheck.Set(ofFile)));

    private static Catalog Written(
        EquatableArray<ManifestMember> members,
        Compilation compilation,
        AnalyzerConfigOptionsProvider options,
        string projectDir,
        IEnumerable<AdditionalText> files,
        CancellationToken cancellationToken)
    {
        var reader = new HandoverBuilder(compilation, options, projectDir, files, cancellationToken);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var entries = reader.Read(members).GroupBy(x => x.Member).SelectMany(member => WhereDifferent([.. member], reader.Environments.Count));
        var proved = new Dictionary<(ManifestMember Member, string Yaml), ProvedYaml>();
        return new(
            new(entries.OrderBy(x => x.Entry.File, StringComparer.Ordinal).Select(Item)),
            CatalogText.Write(reader.Problems(members, files)),
            CatalogText.Write(reader.Reported()),
            CatalogText.WriteFiles(compilation.SyntaxTrees.Select(tree => tree.FilePath)))
        {
            Environments = string.Join(EnvironmentNames.Separator.ToString(), reader.Environments),
            ManifestFiles = string.Join("\n", reader.ManifestFiles),
            ContainerImages = ProjectInputs.ContainerText(options.GlobalOptions),
        };

        CatalogItem Item((ManifestMember Member, CatalogEntry Entry, string? Yaml) read)
        {
            var (member, entry, yaml) = read;

            // What emits nothing needs no constant, and what two environments share one.
            if (yaml is not { Length: > 0 })
            {
                return new(CatalogText.Write(entry), Call(member), null);
            }

            var isNew = !proved.TryGetValue((member, yaml), out var constant);
            if (isNew)
            {
                var name = entry.Environment is null ? entry.Member : entry.Member + "." + entry.Environment;
                proved.Add((member, yaml), constant = ProvedYaml.Of(entry.Member, name, entry.File, yaml, names));
            }

            return new(CatalogText.Write(entry with { Constant = constant!.Name }), Call(member), isNew ? constant : null);
        }
    }

    // Nothing is said for each environment that is the same in all of them.
    private static IEnumerable<(ManifestMember Member, CatalogEntry Entry, string? Yaml)> WhereDifferent(
        IReadOnlyList<(ManifestMember Member, CatalogEntry Entry, string? Yaml)> entries, int environments)
    {
        var shared = entries[0] with { Entry = entries[0].Entry with { Environment = null } };
        var text = CatalogText.Write(shared.Entry);
        return entries.Count == environments && entries.All(other => other.Yaml == shared.Yaml && CatalogText.Write(other.Entry with { Environment = null }) == text) ? [shared] : entries;
    }

    private static string Call(ManifestMember member) => member switch
    {
        { TakesContext: true } => member.Access + "(context)",
        { IsMethod: true } => member.Access + "()",
        _ => member.Access,
    };

    /// <summary>The members that are marked.</summary>
    /// <param name="Members">Those that the build can run.</param>
    /// <param name="HasOthers">Whether there are others, of which something is to be said.</param>
    private sealed record MarkedMembers(EquatableArray<ManifestMember> Members, bool HasOthers);
}
