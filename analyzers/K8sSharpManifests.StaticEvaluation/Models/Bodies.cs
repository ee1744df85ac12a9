using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The code of members that are in source, as operations.</summary>
internal sealed class Bodies(Compilation compilation, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<ISymbol, IOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    /// <summary>The body of a method, or the initialiser of a field or property; null for what is not in source.</summary>
    public IOperation? BodyOf(ISymbol member)
    {
        member = member.OriginalDefinition;
        return member.DeclaringSyntaxReferences.IsEmpty ? null : _bodies.TryGetValue(member, out var known) ? known : _bodies.GetOrAdd(member, Find);
    }

    /// <summary>Takes a file's model from whoever has one: another would bind the same code again.</summary>
    public void Use(SemanticModel model) => _models.TryAdd(model.SyntaxTree, model);

    /// <summary>The one model of a file.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, t => compilation.GetSemanticModel(t));

    private IOperation? Find(ISymbol member)
    {
        member = (member as IMethodSymbol)?.PartialImplementationPart ?? (member as IPropertySymbol)?.PartialImplementationPart ?? member;

        var declaration = member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        var code = declaration switch
        {
            MethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            OperatorDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            ConversionOperatorDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody,
            LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
            AccessorDeclarationSyntax accessor => (SyntaxNode?)accessor.Body ?? accessor.ExpressionBody,
            ArrowExpressionClauseSyntax arrow => arrow,
            PropertyDeclarationSyntax property => property.Initializer,
            VariableDeclaratorSyntax variable => variable.Initializer,

            // A type stands for its primary constructor.
            ConstructorDeclarationSyntax or TypeDeclarationSyntax when member is IMethodSymbol => declaration,
            _ => null,
        };
        if (code is null)
        {
            return null;
        }

        return compilation.ContainsSyntaxTree(code.SyntaxTree)
            ? ModelOf(code.SyntaxTree).GetOperation(code, cancellationToken)
            : null;
    }
}
