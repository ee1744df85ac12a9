using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.Generators;

/// <summary>An object as the compiler stage sees it: what is decided of it, and what is left to the build.</summary>
internal sealed class StaticObject
{
    private static readonly IReadOnlyList<RuleInfo> RulesOfTheBuild = [.. RuleCatalog.All.Where(r => r.Severity != Severity.Off)];

    private readonly EvaluationRoot _member;
    private readonly Node _root;
    private readonly int _index;
    private readonly IReadOnlyList<Verdict> _verdicts;
    private readonly List<Verdict> _decided = [];
    private readonly List<Verdict> _undecided = [];
    private readonly List<(string Path, Location Location)> _places = [];

    /// <summary>Sorts what the rules say of an object.</summary>
    /// <param name="member">What the member gives.</param>
    /// <param name="root">The object's tree.</param>
    /// <param name="index">Where it stands in what the member gives; -1 where that is not known.</param>
    /// <param name="isReported">Whether the analyzers report in this file what is decided.</param>
    public StaticObject(JudgedRoot member, Node root, int index, bool isReported)
    {
        _member = member.Root;
        _root = root;
        _index = index;

        // What nobody asked for is not worth an entry for each container of a build, see Review; nor what objects cannot tell.
        var judged = member.Objects.FirstOrDefault(o => o.Root == root);
        _verdicts = [.. (judged?.Verdicts ?? []).Where(v => v.Info is { Severity: not Severity.Off, IsLostInObjects: false })];
        foreach (var verdict in _verdicts)
        {
            if (verdict.Truth.IsUnknown || (verdict.Truth.IsTrue && !isReported))
            {
                _undecided.Add(verdict);
            }
            else if (verdict.Truth.IsTrue)
            {
                _decided.Add(verdict);
            }
        }

        IsWhole = judged?.IsWhole ?? root is Scalar;
        if (!IsWhole || _undecided.Count > 0)
        {
            AddPlaces(_root, "", null);
        }
    }

    /// <summary>Whether nothing in it is unknown that a rule asks for.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether the build can find each place of which something is decided.</summary>
    public bool HasOnlyNamedPlaces => _decided.All(v => v.Path.IndexOf("[?]", StringComparison.Ordinal) < 0);

    /// <summary>The rules that the build may find violated.</summary>
    public IEnumerable<RuleInfo> OpenRules => HasUnknown(_root) ? RulesOfTheBuild : _undecided.Select(v => v.Info).Distinct();

    /// <summary>Where the build may find something.</summary>
    public IEnumerable<Location> Places => _places.Select(p => p.Location);

    public string Kind => TextOf(_root, "kind");

    public string Name => _root is Mapping mapping ? TextOf(mapping["metadata"], "name") : "";

    /// <summary>Whether the build can tell that an object of its own is this one.</summary>
    public bool CanBeMatched => _index >= 0 || (Kind.Length > 0 && Name.Length > 0);

    /// <summary>What is handed over; null for nothing.</summary>
    public CatalogObject? Handover() => !CanBeMatched || (_decided.Count == 0 && _places.Count == 0) ? null : new(
        _index,
        Kind,
        Name)
    {
        Decided = [.. _decided.Select(v => v.Info.Id + " " + v.Path)],
        Places = [.. _places.Select(p => EffectiveSeverities.Place(p.Location) + " " + p.Path)],
    };

    // Those of values that are not known, and of what stands around an undecided verdict: the build may point at a known image, too.
    private void AddPlaces(Node node, string path, Location? around)
    {
        var isPlace = path.Length == 0 || (node is Unknown && MayBeJudged(path)) || _undecided.Any(v => IsAtOrIn(path, v.Path, node));
        if (isPlace && node.Origin is SourceOrigin origin && _member.ReportedAt(node, origin).Location is var location && location.SourceTree is not null && location != around)
        {
            _places.Add((path, location));
            around = location;
        }

        switch (node)
        {
            case Mapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    AddPlaces(entry.Value, TreePath.Child(path, entry.Key), around);
                }

                break;
            case Sequence sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    // Items that are not seen may stand before this one.
                    if ((sequence.IsOpen ? TreePath.NamedItem(path, sequence.Items[i]) : TreePath.Item(path, i)) is { } item)
                    {
                        AddPlaces(sequence.Items[i], item, around);
                    }
                }

                break;
        }
    }

    // A rule that compares several values, such as names that have to differ, skips those that it does not know, and says nothing of it.
    private static bool HasUnknown(Node node) => node switch
    {
        Mapping mapping => mapping.IsOpen || mapping.Entries.Any(e => HasUnknown(e.Value)),
        Sequence list => list.IsOpen || list.Items.Any(HasUnknown),
        Unknown => true,
        _ => false,
    };

    private bool MayBeJudged(string path) => _verdicts.Count == 0
        || _verdicts.Any(v => path.StartsWith(v.Path, StringComparison.Ordinal) || v.Path.StartsWith(path, StringComparison.Ordinal));

    private static bool IsAtOrIn(string path, string verdict, Node node) =>
        path == verdict
        || (node is Scalar
            && path.Length > verdict.Length + 1 && path.StartsWith(verdict, StringComparison.Ordinal)
            && path.IndexOfAny(['.', '['], verdict.Length + 1) < 0);

    private static string TextOf(Node node, string key) =>
        node is Mapping mapping && mapping[key] is Scalar { Kind: ScalarKind.String } scalar ? scalar.Text : "";
}
