using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// What the generator has found in files, for the analyzer that looks at the same ones next: a compiler runs both, each with a compilation of its own, and evaluating is
/// most of their work. It lives as long as the files' trees, and holds nothing of a compilation.
/// </summary>
public sealed class FindingCache
{
    // The compiler names the folders of a generated file after what has made it. No code of the user's names what is in ours.
    private static readonly string[] Generator = ["K8sSharpManifests.Generators", "K8sSharpManifests.Generators.ManifestCatalogGenerator"];

    private static readonly ConditionalWeakTable<SyntaxTree, OfFile> Kept = new();

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ImmutableArray<MetadataReference> _references;
    private readonly string? _imageLock;

    /// <summary>Prepares to keep what is found in a compilation's files.</summary>
    /// <param name="compilation">The compilation that the generator sees.</param>
    /// <param name="imageLock">The image lock that it sees.</param>
    public FindingCache(Compilation compilation, ImageLock? imageLock)
    {
        _imageLock = imageLock?.Text;
        _trees = [.. compilation.SyntaxTrees];
        _references = [.. compilation.References];
    }

    /// <summary>Keeps what was found in a file.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="options">Its options.</param>
    /// <param name="findings">All that was found in it.</param>
    public void Add(SyntaxTree tree, AnalyzerConfigOptions options, IReadOnlyList<(Finding Finding, SourceOrigin Origin)> findings)
    {
        // Two compilers may look at one file at the same time, and the table has no "set".
        lock (Kept)
        {
            Kept.Remove(tree);
            Kept.Add(tree, new(this, TextOf(options), findings));
        }
    }

    /// <summary>What was found in a compilation's files; null where the generator saw other code than this, and might have found something else.</summary>
    /// <param name="compilation">The compilation that the analyzer sees.</param>
    /// <param name="imageLock">The image lock that it sees.</param>
    /// <returns>The findings.</returns>
    public static FindingCache? Of(Compilation compilation, ImageLock? imageLock)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (Kept.TryGetValue(tree, out var found))
            {
                return found.Source._imageLock == imageLock?.Text && found.Source.IsOf(compilation) ? found.Source : null;
            }
        }

        return null;
    }

    /// <summary>What was found in a file.</summary>
    /// <param name="tree">The file.</param>
    /// <param name="options">Its options.</param>
    /// <returns>The findings; null where nobody looked, or with other options.</returns>
    public IReadOnlyList<(Finding Finding, SourceOrigin Origin)>? Find(SyntaxTree tree, AnalyzerConfigOptions options) =>
        Kept.TryGetValue(tree, out var found) && found.Source == this && found.Options == TextOf(options) ? found.Findings : null;

    /// <summary>Whether our generator has made a file: it calls the members, and makes nothing.</summary>
    /// <param name="tree">The file.</param>
    /// <returns>True where it has.</returns>
    public static bool IsCatalog(SyntaxTree tree) => tree.FilePath.Contains(Generator[1]) && tree.FilePath.Split('/', '\\') is [.., var assembly, var type, _] && assembly == Generator[0] && type == Generator[1];

    private bool IsOf(Compilation compilation)
    {
        var trees = compilation.SyntaxTrees.ToImmutableArray();
        return trees.Length >= _trees.Length
            && trees.Take(_trees.Length).SequenceEqual(_trees)
            && trees.Skip(_trees.Length).All(IsCatalog)
            && compilation.References.SequenceEqual(_references);
    }

    private static string TextOf(AnalyzerConfigOptions options) => string.Join("\n", ConfigurationCheck.Set(options));

    private sealed class OfFile(FindingCache source, string options, IReadOnlyList<(Finding Finding, SourceOrigin Origin)> findings)
    {
        public FindingCache Source { get; } = source;

        public string Options { get; } = options;

        public IReadOnlyList<(Finding Finding, SourceOrigin Origin)> Findings { get; } = findings;
    }
}
