using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.Generators;

/// <summary>What was read of a member so far. It lives as long as a run of the generator.</summary>
/// <param name="location">Where its name stands.</param>
/// <param name="proof">What is proved of it.</param>
internal sealed class MemberReading(Location location, MemberProof proof)
{
    private readonly List<StaticObject> _objects = [];
    private bool _areAllSeen;

    public Location Location { get; } = location;

    public MemberProof Proof { get; } = proof;

    /// <summary>Rule and message of what was found in the member.</summary>
    public List<string> Reported { get; } = [];

    /// <summary>The objects that are seen; of two that the build could not tell apart, neither.</summary>
    public IEnumerable<StaticObject> Objects =>
        _areAllSeen ? _objects : _objects.GroupBy(o => (o.Kind, o.Name)).Where(g => !g.Skip(1).Any()).SelectMany(g => g);

    /// <summary>Whether the build finds each place that is decided: nothing can be repeated that was reported.</summary>
    public bool IsMatched => _areAllSeen && _objects.All(o => o.IsWhole && o.HasOnlyNamedPlaces);

    /// <summary>The rules that the build may find violated.</summary>
    public IReadOnlyList<RuleInfo> OpenRules => _areAllSeen ? [.. _objects.SelectMany(o => o.OpenRules).Distinct()] : RuleCatalog.All;

    /// <summary>Adds the member's value.</summary>
    public void Add(JudgedRoot member, bool isReported)
    {
        Proof.Prove(member.Tree);
        switch (member.Tree)
        {
            case Scalar { Kind: ScalarKind.Null }:
                _areAllSeen = true;
                break;
            case Mapping:
                _objects.Add(new(member, member.Tree, 0, isReported));
                _areAllSeen = true;
                break;
            case Sequence sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    _objects.Add(new(member, sequence.Items[i], sequence.IsOpen ? -1 : i, isReported));
                }

                _areAllSeen = !sequence.IsOpen;
                break;
        }
    }
}
