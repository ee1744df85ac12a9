using K8sSharpManifests.Core;
using K8sSharpManifests.StaticEvaluation;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.CodeFixes;

/// <summary>The objects that a project's code makes, as far as they can be seen without running it.</summary>
internal static class ProjectObjects
{
    /// <summary>Those that [Manifest] members give: what the build emits.</summary>
    public static IReadOnlyList<Mapping> Emitted(JudgedProject project, CancellationToken cancellationToken) =>
    [
        .. from file in project.Files
           from value in project.Values(file, cancellationToken)
           where MemberOf(value, project, cancellationToken) is not null
           from made in Of(value, project, cancellationToken)
           select made,
    ];

    /// <summary>Those of one value, with what its class fills into them where it is a [Manifest] member's.</summary>
    public static IReadOnlyList<Mapping> Of(JudgedValue value, JudgedProject project, CancellationToken cancellationToken)
    {
        var defaults = MemberOf(value, project, cancellationToken)?.Defaults(value.Root.Environment);
        return [.. Objects(value.Tree).Select(made => defaults?.Apply(made) ?? made)];
    }

    private static ManifestMember? MemberOf(JudgedValue value, JudgedProject project, CancellationToken cancellationToken) =>
        value.Root.IsMember && ManifestMembers.Around(value.Root, project.Compilation.GetSemanticModel(value.Root.Operation.Syntax.SyntaxTree), cancellationToken) is { } symbol
            ? ManifestMembers.Classify(symbol).Member
            : null;

    private static IEnumerable<Mapping> Objects(Node tree) => tree switch
    {
        Mapping mapping => [mapping],
        Sequence sequence => sequence.Items.SelectMany(Objects),
        _ => [],
    };
}
