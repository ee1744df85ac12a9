using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Whether findings may be suppressed in a file's own text, by the words in it alone.</summary>
public static class Suppressions
{
    private static readonly Words Directives = new(["pragma"]);
    private static readonly Words Attributes = new(["SuppressMessage", "SuppressMessageAttribute", "UnconditionalSuppressMessage", "UnconditionalSuppressMessageAttribute"]);

    // An attribute of the assembly names what it is about; a global alias gives the attribute another name.
    private static readonly Words BeyondTheFile = new(["assembly", "module", "global"]);

    /// <summary>Whether something may be suppressed at some place of a file and not at another.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>False where the whole file is treated alike.</returns>
    public static bool MayBeIn(SyntaxTree tree, CancellationToken cancellationToken) =>
        ModelNames.NamesAny(tree, Directives, cancellationToken) || ModelNames.NamesAny(tree, Attributes, cancellationToken);

    /// <summary>Whether a file may suppress something in other files.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>False where it does not.</returns>
    public static bool ReachOtherFiles(SyntaxTree tree, CancellationToken cancellationToken) =>
        ModelNames.NamesAny(tree, Attributes, cancellationToken) && ModelNames.NamesAny(tree, BeyondTheFile, cancellationToken);
}
