using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>What the tree of a root describes.</summary>
public enum TreeShape
{
    /// <summary>Any other part of an object; see <see cref="EvaluationRoot.TypeName"/>.</summary>
    Other,

    /// <summary>A Kubernetes object, with apiVersion and kind.</summary>
    Object,

    /// <summary>A sequence of Kubernetes objects.</summary>
    Objects,

    /// <summary>A V1PodSpec.</summary>
    PodSpec,

    /// <summary>A V1PodTemplateSpec.</summary>
    PodTemplateSpec,

    /// <summary>A V1Container.</summary>
    Container,
}

/// <summary>An expression or body that is evaluated for itself.</summary>
/// <param name="Operation">The expression, initialiser or body.</param>
/// <param name="IsFinished">Whether nobody completes the value later.</param>
/// <param name="Shape">What the tree describes.</param>
/// <param name="TypeName">The C# name of the value's type, like <c>V1Deployment</c>; empty where it has none.</param>
public readonly record struct EvaluationRoot(IOperation Operation, bool IsFinished, TreeShape Shape, string TypeName)
{
    /// <summary>Whether it is what a [Manifest] member gives, and not an expression in the middle of code.</summary>
    public bool IsMember => IsFinished && Operation.Syntax is ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or BlockSyntax;
}
