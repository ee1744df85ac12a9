using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Applies a fix everywhere at once, where nobody has to think about the value.</summary>
internal sealed class SafeFixAllProvider : FixAllProvider
{
    /// <summary>What the equivalence keys of such fixes end with.</summary>
    public const string Suffix = ":safe";

    public static readonly SafeFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => WellKnownFixAllProviders.BatchFixer.GetSupportedFixAllScopes();

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        fixAllContext.CodeActionEquivalenceKey?.EndsWith(Suffix, StringComparison.Ordinal) == true
            ? WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext)
            : Task.FromResult<CodeAction?>(null);
}
