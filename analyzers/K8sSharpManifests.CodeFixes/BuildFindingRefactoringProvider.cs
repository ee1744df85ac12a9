using System.Composition;
using K8sSharpManifests.Analyzers;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>
/// Offers the fixes of findings that need all objects of a build, and that no diagnostic in the editor shows therefore: a pull secret in another namespace (K8S117), a pod that has lost its
/// ServiceAccount's (K8S118). Here the whole project is looked through, and only when somebody asks for the light bulb at a pull secret.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(BuildFindingRefactoringProvider))]
[Shared]
public sealed class BuildFindingRefactoringProvider : CodeRefactoringProvider
{
    private static readonly string[] Words = ["ImagePullSecret", "RegistrySecret", "V1Secret"];

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var (document, token) = (context.Document, context.CancellationToken);
        if (await document.GetSyntaxRootAsync(token).ConfigureAwait(false) is not { } root
            || root.FindToken(context.Span.Start).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
            || member is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax
            || !Array.Exists(Words, member.ToString().Contains)
            || await document.Project.GetCompilationAsync(token).ConfigureAwait(false) is not { } compilation)
        {
            return;
        }

        var text = await document.GetTextAsync(token).ConfigureAwait(false);
        var line = text.Lines.GetLineFromPosition(context.Span.Start).Span;
        foreach (var finding in Findings(compilation, document, root.SyntaxTree, token))
        {
            foreach (var fix in finding.Fixes)
            {
                if ((IsOn(finding.At) || IsOn(fix.Owner)) && (Place(fix.Owner) ?? Place(fix.Current)) is { SourceTree: { } file } place
                    && await Render(document.Project.Solution, fix, finding.At, file, place.SourceSpan, token).ConfigureAwait(false) is { } changed)
                {
                    context.RegisterRefactoring(CodeAction.Create(fix.Title, _ => Task.FromResult(changed), $"{finding.Info.Id}={fix.Title}"));
                    break;
                }
            }
        }

        bool IsOn(Node node) => Place(node) is { } place && place.SourceTree == root.SyntaxTree && place.SourceSpan.IntersectsWith(line);
    }

    // What the rules say without seeing the other objects is a diagnostic, with its fixes on it.
    private static IEnumerable<Finding> Findings(Compilation compilation, Document document, SyntaxTree file, CancellationToken cancellationToken)
    {
        var objects = ProjectObjects.Find(compilation, cancellationToken);
        var options = ConfigurationCheck.Parse(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(file), out _);
        var external = ExternalDeclarations.Of(compilation);
        var ofOne = new JudgeContext(options, external: external);

        // No rule with a fix looks into a secret, and here much of it is unknown.
        var ofAll = new JudgeContext(options, ServiceAccountFacts.Of(objects), external, SecretFacts.Of(objects, _ => null));
        foreach (var tree in objects)
        {
            var decided = Judge.Verdicts(tree, ofOne).Where(verdict => verdict.IsDecided).Select(verdict => (verdict.Info.Id, verdict.Path));
            foreach (var finding in Judge.Run(tree, ofAll.WithDecided(decided)))
            {
                yield return finding;
            }
        }
    }

    private static async Task<Solution?> Render(Solution solution, Fix fix, Node at, SyntaxTree file, TextSpan place, CancellationToken cancellationToken)
    {
        if (solution.GetDocument(file) is not { } document || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changes = new FixRenderer(model, text, place, cancellationToken).Render(FixData.Of(fix, at, file));
        return changes.Count == 0 ? null : solution.WithDocumentText(document.Id, text.WithChanges(changes));
    }

    private static Location? Place(Node node) => (node.Origin as SourceOrigin)?.Location;
}
