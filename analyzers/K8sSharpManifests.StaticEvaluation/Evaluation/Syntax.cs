using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Questions to syntax.</summary>
internal static class Syntax
{
    /// <summary>The name of the method that a call calls, or of the member that an access reads.</summary>
    public static SyntaxNode? NameOfCall(SyntaxNode call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name,
        MemberAccessExpressionSyntax access => access.Name,
        _ => null,
    };
}
