using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>
/// Finds what to evaluate in a file: the values of [Manifest] members and what is sent to the API server, which are finished, and each topmost expression that
/// makes or changes a model, which someone may complete. An expression in a root is no root of its own, unless it is an argument of code that is not the DSL.
/// </summary>
/// <param name="evaluator">The evaluator of the file's compilation.</param>
public sealed class RootFinder(StaticEvaluator evaluator)
{
    /// <summary>The roots of a file, in the order of the source.</summary>
    /// <param name="model">The file's semantic model.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The roots.</returns>
    public IEnumerable<EvaluationRoot> Find(SemanticModel model, CancellationToken cancellationToken)
    {
        if (KnownTypes.Pod(model.Compilation) is null || !evaluator.Facts.Names.MayConcern(model.SyntaxTree))
        {
            return [];
        }

        evaluator.Facts.Bodies.Use(model);
        var walk = new Walk(evaluator.Facts, model, cancellationToken);
        return walk.Run(model.SyntaxTree.GetRoot(cancellationToken));
    }

    private sealed class Walk(CompilationFacts facts, SemanticModel model, CancellationToken cancellationToken)
    {
        private readonly List<EvaluationRoot> _roots = [];
        private readonly HashSet<IOperation> _operations = [];
        private readonly Dictionary<IOperation, LocalUses> _uses = [];

        // A chain of calls nests deeply: no recursion here.
        private readonly Stack<(SyntaxNode Node, bool IsInRoot)> _pending = new();
        private readonly List<SyntaxNode> _children = [];

        public IReadOnlyList<EvaluationRoot> Run(SyntaxNode root)
        {
            _pending.Push((root, false));
            while (_pending.Count > 0)
            {
                var (node, isInRoot) = _pending.Pop();
                Visit(node, isInRoot);
            }

            return _roots;
        }

        private void Visit(SyntaxNode node, bool isInRoot)
        {
            switch (node)
            {
                case NameSyntax or TypeSyntax or AttributeListSyntax or UsingDirectiveSyntax or LiteralExpressionSyntax or ParameterListSyntax:
                    return;
                case MemberDeclarationSyntax member and (PropertyDeclarationSyntax or MethodDeclarationSyntax or FieldDeclarationSyntax):
                    cancellationToken.ThrowIfCancellationRequested();
                    isInRoot = AddManifest(member);
                    break;
                case ArgumentSyntax argument when Call(argument) is { } call:
                    isInRoot = Argument(argument, call, isInRoot);
                    break;
                case InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or WithExpressionSyntax when !isInRoot && MayGiveModel(node):
                    isInRoot = AddExpression((ExpressionSyntax)node);
                    break;
            }

            // The first comes up first.
            _children.Clear();
            foreach (var child in node.ChildNodesAndTokens())
            {
                if (child.AsNode() is { } inner)
                {
                    _children.Add(inner);
                }
            }

            for (var i = _children.Count - 1; i >= 0; i--)
            {
                _pending.Push((_children[i], isInRoot));
            }
        }

        /// <summary>Adds the value of a [Manifest] member. Its loops may be beyond evaluation: what an iterator makes there speaks for itself, too.</summary>
        private bool AddManifest(MemberDeclarationSyntax member)
        {
            if (member.AttributeLists.Count == 0)
            {
                return false;
            }

            var (declared, body) = member switch
            {
                PropertyDeclarationSyntax property => ((SyntaxNode)property, (SyntaxNode?)property.ExpressionBody ?? (SyntaxNode?)property.Initializer ?? Getter(property)),
                MethodDeclarationSyntax method => (method, (SyntaxNode?)method.ExpressionBody ?? method.Body),
                FieldDeclarationSyntax { Declaration.Variables: [var variable] } => (variable, variable.Initializer),
                _ => (member, null),
            };
            if (body is null || model.GetDeclaredSymbol(declared, cancellationToken) is not { } symbol || !ManifestMembers.IsManifest(symbol)
                || model.GetOperation(body, cancellationToken) is not { } operation)
            {
                return false;
            }

            var type = symbol switch
            {
                IPropertySymbol property => property.Type,
                IMethodSymbol method => method.ReturnType,
                IFieldSymbol field => field.Type,
                _ => null,
            };
            Add(operation, isFinished: true, type);
            return operation is not IBlockOperation { Operations.Length: > 1 };
        }

        private static SyntaxNode? Getter(PropertyDeclarationSyntax property)
        {
            var getter = property.AccessorList?.Accessors.FirstOrDefault(a => a.Keyword.Text == "get");
            return (SyntaxNode?)getter?.ExpressionBody ?? getter?.Body;
        }

        /// <summary>An argument of the DSL's own methods is part of what they make; every other one stands for itself.</summary>
        private bool Argument(ArgumentSyntax argument, ExpressionSyntax call, bool isInRoot)
        {
            // Names are asked first: binding costs.
            if (!isInRoot && !(Syntax.NameOf(call) is { } name && Sinks.IsName(name)))
            {
                return false;
            }

            if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
            {
                return false;
            }

            if (Sinks.IsSink(method) && facts.Models.Of(model.GetTypeInfo(argument.Expression, cancellationToken).Type) is not null
                && model.GetOperation(argument.Expression, cancellationToken) is { } operation)
            {
                Add(operation, isFinished: true, operation.Type);
                return true;
            }

            return isInRoot && (facts.Fluent(method.ReducedFrom ?? method).Length > 0 || facts.Embedded.IsUnderstood(method));
        }

        private static ExpressionSyntax? Call(ArgumentSyntax argument) => argument.Parent?.Parent switch
        {
            InvocationExpressionSyntax call => call,
            BaseObjectCreationExpressionSyntax creation => creation,
            _ => null,
        };

        private bool MayGiveModel(SyntaxNode expression) => expression switch
        {
            InvocationExpressionSyntax or ObjectCreationExpressionSyntax => Syntax.NameOf((ExpressionSyntax)expression) is not { } name || facts.Names.MayGive(name),
            _ => true,
        };

        private bool AddExpression(ExpressionSyntax expression)
        {
            var type = model.GetTypeInfo(expression, cancellationToken).Type;
            if (facts.Models.Of(type) is null || model.GetOperation(expression, cancellationToken) is not { } operation)
            {
                return false;
            }

            // An item of a collection that does not keep it: what becomes of the collection is judged where it goes.
            if (CollectionOf(operation) is { } collection && Uses(operation).Of(collection) is { MayLoseItems: true })
            {
                return true;
            }

            // What a local begins with says nothing where the local changes, or where it goes elsewhere: what it is then does.
            var uses = LocalOf(operation) is { } local ? Uses(operation).Of(local) : null;
            if (uses is null or { IsChanged: false, Wholes.Count: 0 })
            {
                Add(operation, isFinished: false, type);
            }
            else
            {
                foreach (var use in uses.Wholes)
                {
                    Add(use, isFinished: false, use.Type);
                }
            }

            return true;
        }

        private static ILocalSymbol? LocalOf(IOperation operation)
        {
            for (var around = operation.Parent; around is not null and not IAnonymousFunctionOperation; around = around.Parent)
            {
                if (around is IVariableDeclaratorOperation { Symbol: var local })
                {
                    return ModelTypes.IsModel(local.Type) ? local : null;
                }
            }

            return null;
        }

        /// <summary>The local collection that gets a value, as it is made or later.</summary>
        private static ILocalSymbol? CollectionOf(IOperation value)
        {
            for (var around = value.Parent; around is not (null or IAnonymousFunctionOperation or IBlockOperation); around = around.Parent)
            {
                var local = around switch
                {
                    IVariableDeclaratorOperation { Symbol: var declared } => declared,
                    IInvocationOperation { Instance: ILocalReferenceOperation { Local: var called } } => called,
                    ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: ILocalReferenceOperation { Local: var indexed } } } => indexed,
                    ISimpleAssignmentOperation { Target: IArrayElementReferenceOperation { ArrayReference: ILocalReferenceOperation { Local: var array } } } => array,
                    _ => null,
                };
                if (local is not null)
                {
                    return local.Type is IArrayTypeSymbol || local.Type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable) ? local : null;
                }
            }

            return null;
        }

        private LocalUses Uses(IOperation operation)
        {
            while (operation.Parent is { } around)
            {
                operation = around;
            }

            if (!_uses.TryGetValue(operation, out var uses))
            {
                _uses.Add(operation, uses = new(operation));
            }

            return uses;
        }

        private void Add(IOperation operation, bool isFinished, ITypeSymbol? type)
        {
            if (!_operations.Add(operation))
            {
                return;
            }

            _roots.Add(new(operation, isFinished, facts.Models.Of(type)?.Name ?? type?.Name ?? ""));
        }
    }
}
