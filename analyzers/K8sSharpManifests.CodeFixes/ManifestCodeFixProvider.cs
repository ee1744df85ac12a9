using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Offers what a rule says would put its finding right, where it can be written in the code at hand so that it does that and nothing else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ManifestCodeFixProvider))]
[Shared]
public sealed class ManifestCodeFixProvider : CodeFixProvider
{
    private static readonly IReadOnlyList<string?> NoOther = [null];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. RuleCatalog.All.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => CertainFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await JudgedProject.Of(context.Document.Project, context.CancellationToken).ConfigureAwait(false) is not { } project)
        {
            return;
        }

        var planner = new FixPlanner(project, context.CancellationToken);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (planner.Find(context.Document.Id, diagnostic.Id, diagnostic.Location.SourceSpan) is not { } found)
            {
                continue;
            }

            for (var i = 0; i < found.Finding.Fixes.Count; i++)
            {
                var fix = found.Finding.Fixes[i];
                foreach (var name in Names(found, fix, project, context.CancellationToken))
                {
                    var texts = planner.Ways(found, i, name).Select(planner.Verify).FirstOrDefault(t => t is not null);
                    if (texts is not null)
                    {
                        var named = name is null ? fix : fix.Named(name);
                        var solution = texts.Aggregate(context.Document.Project.Solution, (s, text) => s.WithDocumentText(text.Key, text.Value));
                        context.RegisterCodeFix(CodeAction.Create(named.Title, _ => Task.FromResult(solution), Key(diagnostic.Id, i, named)), diagnostic);
                    }
                }
            }
        }
    }

    private static string Key(string id, int index, Fix fix) => $"{id}#{index.ToString(CultureInfo.InvariantCulture)}{(fix.IsSafeForFixAll ? "" : "=" + fix.Title)}";

    // The rule can only give a stand-in for a pull secret's name; the project may declare the secret.
    private static IReadOnlyList<string?> Names(FoundFinding found, Fix fix, JudgedProject project, CancellationToken cancellationToken) =>
        fix is { IsSafeForFixAll: false, Changes: [{ Kind: FixKind.Append, Place.Key: "imagePullSecrets" }] }
        && PullSecretNames.For(found, project, cancellationToken) is { Count: > 0 } names ? names : NoOther;
}
