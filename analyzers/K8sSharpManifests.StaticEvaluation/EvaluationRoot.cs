using K8sSharpManifests.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>An expression or body that is evaluated for itself.</summary>
/// <param name="Operation">The expression, initialiser or body.</param>
/// <param name="IsFinished">Whether nobody completes the value later.</param>
/// <param name="TypeName">The C# name of the value's type, like <c>V1Deployment</c>; empty where it has none.</param>
public readonly record struct EvaluationRoot(IOperation Operation, bool IsFinished, string TypeName)
{
    /// <summary>The environment that the build's ManifestContext names; null where that is not known.</summary>
    public string? Environment { get; init; }

    /// <summary>Whether it is what a [Manifest] member gives, and not an expression in the middle of code.</summary>
    public bool IsMember => IsFinished && Operation.Syntax is ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or BlockSyntax;

    /// <summary>
    /// Where a finding at a node is reported, by the analyzer and by the build. What an object lacks, whoever calls the helper that makes it could have added: others do.
    /// </summary>
    /// <param name="node">The node.</param>
    /// <param name="origin">Where it stands, or the nearest around it that stands somewhere.</param>
    /// <returns>The place.</returns>
    public SourceOrigin ReportedAt(Node node, SourceOrigin origin) =>
        IsFinished && node is Mapping && Operation.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member ? origin.SeenFrom(member.Span) ?? origin : origin;
}
