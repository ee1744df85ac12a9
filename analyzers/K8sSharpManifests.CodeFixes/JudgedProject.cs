using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace K8sSharpManifests.CodeFixes;

/// <summary>A finding in a tree.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Origin">Where it is reported.</param>
/// <param name="Root">What was evaluated.</param>
internal sealed record FoundFinding(Finding Finding, SourceOrigin Origin, EvaluationRoot Root);

/// <summary>What a root of a file gives, and all that is found in it.</summary>
internal sealed class JudgedValue(EvaluationRoot root, Node tree, IReadOnlyList<FoundFinding> findings)
{
    public EvaluationRoot Root { get; } = root;

    public Node Tree { get; } = tree;

    public IReadOnlyList<FoundFinding> Findings { get; } = findings;

    /// <summary>Whether an object is the tree, or in the tree's list.</summary>
    public bool Holds(Node root) => Holds(Tree, root);

    private static bool Holds(Node tree, Node root) => ReferenceEquals(tree, root) || (tree is Sequence list && list.Items.Any(item => Holds(item, root)));
}

/// <summary>What the code of a project makes and what the rules say of it, as the analyzer sees it. A file is looked at when someone asks.</summary>
internal sealed class JudgedProject
{
    private static readonly ConditionalWeakTable<Compilation, JudgedProject> Known = new();

    private readonly ConcurrentDictionary<DocumentId, IReadOnlyList<JudgedValue>> _values = new();
    private readonly Dictionary<DocumentId, SyntaxTree> _trees;
    private readonly Dictionary<DocumentId, AnalyzerConfigOptions> _options;
    private readonly StaticEvaluator _evaluator;

    private JudgedProject(Project project, Compilation compilation, Dictionary<DocumentId, SyntaxTree> trees, Dictionary<DocumentId, AnalyzerConfigOptions> options)
    {
        Project = project;
        Compilation = compilation;
        _trees = trees;
        _options = options;

        // It outlives the request that it was made for.
        _evaluator = new(compilation, CancellationToken.None) { ProjectInputs = ProjectInputs.Of(project.AnalyzerOptions.AdditionalFiles, project.AnalyzerOptions.AnalyzerConfigOptionsProvider, CancellationToken.None) };
        External = ExternalDeclarations.Of(compilation);
        ImageLock = ImageLockFile.Find(project.AnalyzerOptions.AdditionalFiles, project.AnalyzerOptions.AnalyzerConfigOptionsProvider, CancellationToken.None);
    }

    public Project Project { get; }

    public Compilation Compilation { get; }

    /// <summary>The objects that its code declares to live elsewhere.</summary>
    public ExternalObjects External { get; }

    /// <summary>Its image lock, if it has one.</summary>
    public ImageLock? ImageLock { get; }

    /// <summary>The project's own files: what generators add is not changed by anyone.</summary>
    public IReadOnlyCollection<DocumentId> Files => _trees.Keys;

    public static async Task<JudgedProject?> Of(Project project, CancellationToken cancellationToken)
    {
        if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
        {
            return null;
        }

        if (Known.TryGetValue(compilation, out var known))
        {
            return known;
        }

        var trees = new Dictionary<DocumentId, SyntaxTree>();
        var options = new Dictionary<DocumentId, AnalyzerConfigOptions>();
        foreach (var document in project.Documents)
        {
            if (await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) is { } tree && compilation.ContainsSyntaxTree(tree))
            {
                trees.Add(document.Id, tree);
                options.Add(document.Id, project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree));
            }
        }

        return Known.GetValue(compilation, c => new(project, c, trees, options));
    }

    /// <summary>The project with other texts in some files.</summary>
    public JudgedProject With(IReadOnlyDictionary<DocumentId, SyntaxTree> changed)
    {
        var compilation = changed.Aggregate(Compilation, (c, file) => c.ReplaceSyntaxTree(_trees[file.Key], file.Value));
        return new(Project, compilation, _trees.ToDictionary(t => t.Key, t => changed.TryGetValue(t.Key, out var tree) ? tree : t.Value), _options);
    }

    public RuleOptions Options(DocumentId file) => ConfigurationCheck.Parse(_options[file], out _);

    public SyntaxTree Tree(DocumentId file) => _trees[file];

    /// <summary>The file of a tree; null for what is not the project's own.</summary>
    public DocumentId? File(SyntaxTree? tree) => _trees.FirstOrDefault(t => t.Value == tree).Key;

    /// <summary>The files whose objects are others where some files change: all, where another one may use what is declared in a changed one.</summary>
    public IEnumerable<DocumentId> Affected(IReadOnlyCollection<DocumentId> changed, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(changed.SelectMany(file => DeclaredNames.Of(_trees[file], cancellationToken)));
        return _trees.Any(file => !changed.Contains(file.Key) && DeclaredNames.Mentions(file.Value, names, cancellationToken)) ? Files : [.. changed.Distinct()];
    }

    /// <summary>What the roots of a file give. The first finding of a rule at a place is the one that is reported.</summary>
    public IReadOnlyList<JudgedValue> Values(DocumentId file, CancellationToken cancellationToken)
    {
        if (_values.TryGetValue(file, out var known))
        {
            return known;
        }

        var values = new List<JudgedValue>();
        var found = new List<(Finding Finding, SourceOrigin Origin)>();
        var context = new JudgeContext(Options(file), ObjectIndex.Unseen(External)) { ImageLock = ImageLock };
        new FileAnalysis(
            _evaluator,
            Compilation.GetSemanticModel(_trees[file]),
            context,
            (_, _, _) => { },
            cancellationToken,
            (finding, origin) => found.Add((finding, origin)),
            judged =>
            {
                values.Add(new(judged.Root, judged.Tree, [.. found.Select(f => new FoundFinding(f.Finding, f.Origin, judged.Root))]));
                found.Clear();
            },
            ProjectEnvironments.Of(Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions)).Run();
        return _values.GetOrAdd(file, values);
    }
}
