using System.Composition;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
            || !Array.Exists(Words, member.ToString().Contains))
        {
            return;
        }

        var text = await document.GetTextAsync(token).ConfigureAwait(false);
        var line = text.Lines.GetLineFromPosition(context.Span.Start).Span;
        var project = await JudgedProject.Of(document.Project, token).ConfigureAwait(false);
        if (project is null)
        {
            return;
        }

        var before = Findings(project, document, token);
        foreach (var finding in before.Findings)
        {
            foreach (var fix in finding.Fixes)
            {
                if ((IsOn(finding.At) || fix.Changes.Any(change => Around(change, finding).Any(IsOn)))
                    && fix.Changes.SelectMany(change => new[] { change.At, change.Current }).Select(Origin).FirstOrDefault(origin => origin is not null) is { } place)
                {
                    // Reported where it is put right: nothing else in the file shows it.
                    var ways = new FixRenderer(project, token).Render(new(finding, place, default), fix);
                    if (ways.Select(edits => Verified(project, document, before, fix, edits, token)).FirstOrDefault(solution => solution is not null) is { } changed)
                    {
                        context.RegisterRefactoring(CodeAction.Create(fix.Title, _ => Task.FromResult(changed), $"{finding.Info.Id}={fix.Title}"));
                        break;
                    }
                }
            }
        }

        bool IsOn(Node node) => Origin(node) is { Location: var place } && place.SourceTree == root.SyntaxTree && place.SourceSpan.IntersectsWith(line);
    }

    // An object that is not at fault itself shows nothing of the finding, so any part of it will do.
    private static IEnumerable<Node> Around(FixChange change, Finding finding) =>
        change.Place.Root.Node == finding.Place.Root.Node ? [change.At] : FixLevel.Of(change).Select(level => level.Node);

    /// <summary>The solution with edits, where they give the objects that the fix says, and the finding is gone.</summary>
    private static Solution? Verified(
        JudgedProject project, Document document, JudgedObjects before, Fix fix, IReadOnlyList<Edit> edits, CancellationToken cancellationToken)
    {
        var verifier = new FixVerifier(project, cancellationToken);
        if (verifier.Written(edits) is not { } after)
        {
            return null;
        }

        var now = Findings(after, document, cancellationToken);
        return now.Findings.Count < before.Findings.Count && now.Objects.Count == before.Objects.Count
            && !before.Objects.Where((o, i) => !FixedTree.AreSame(FixedTree.Of(o, [fix]), now.Objects[i])).Any()
                ? edits.Select(edit => edit.Document).Distinct()
                    .Aggregate(document.Project.Solution, (solution, file) => solution.WithDocumentText(file, after.Tree(file).GetText(cancellationToken)))
                : null;
    }

    // What the rules say without seeing the other objects is a diagnostic, with its fixes on it.
    private static JudgedObjects Findings(JudgedProject project, Document document, CancellationToken cancellationToken)
    {
        var objects = ProjectObjects.Emitted(project, cancellationToken);
        var options = project.Options(document.Id);
        var ofOne = new JudgeContext(options, ObjectIndex.Unseen(project.External)) { ImageLock = project.ImageLock };
        var ofAll = new JudgeContext(options, ObjectIndex.Of(objects, project.External)) { ImageLock = project.ImageLock };
        var findings = new List<Finding>();
        foreach (var tree in objects)
        {
            var decided = Judge.All(tree, ofOne).Verdicts.Where(verdict => verdict.IsDecided).Select(verdict => (verdict.Info.Id, verdict.Path));
            findings.AddRange(Judge.Run(tree, ofAll.WithDecided(decided)).Where(finding => finding.Fixes.Count > 0));
        }

        return new(objects, findings);
    }

    private static SourceOrigin? Origin(Node node) => node.Origin as SourceOrigin;

    private sealed record JudgedObjects(IReadOnlyList<Node> Objects, IReadOnlyList<Finding> Findings);
}
