using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using K8sSharpManifests.Analyzers;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Offers what a rule says would put its finding right. A fix comes as data, and is offered only where it can be written in the code at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ManifestCodeFixProvider))]
[Shared]
public sealed class ManifestCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. RuleCatalog.All.Select(rule => rule.Id)];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SafeFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var renderer = new FixRenderer(model, text, diagnostic.Location.SourceSpan, context.CancellationToken);
            var fixes = FixData.Read(diagnostic);
            for (var i = 0; i < fixes.Count; i++)
            {
                foreach (var fix in await Alternatives(fixes[i], context).ConfigureAwait(false))
                {
                    if (renderer.Render(fix) is { Count: > 0 } changes)
                    {
                        context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Apply(context.Document, text, changes), Key(diagnostic.Id, i, fix)), diagnostic);
                    }
                }
            }
        }
    }

    private static Task<Document> Apply(Document document, SourceText text, IReadOnlyList<TextChange> changes) =>
        Task.FromResult(document.WithText(text.WithChanges(changes)));

    private static string Key(string id, int index, FixData fix)
    {
        var key = $"{id}#{index.ToString(CultureInfo.InvariantCulture)}";
        return fix.IsSafe ? key + SafeFixAllProvider.Suffix : $"{key}={fix.Value}";
    }

    // The rule can only give a stand-in for a pull secret's name; the project may declare the secret.
    private static async Task<IReadOnlyList<FixData>> Alternatives(FixData fix, CodeFixContext context)
    {
        if (fix.Kind != FixKind.Append || fix.IsSafe)
        {
            return [fix];
        }

        var names = await RegistrySecrets.Names(context.Document.Project, context.CancellationToken).ConfigureAwait(false);
        return names.Count == 0 ? [fix] : [.. names.Select(name => fix with { Value = name, Title = fix.Title.Replace($"'{fix.Value}'", $"'{name}'") })];
    }
}
