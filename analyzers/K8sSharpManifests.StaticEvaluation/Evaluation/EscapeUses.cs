using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Collects the uses of the locals and parameters of one member, and judges each.</summary>
internal sealed class EscapeUses(Escapes escapes, CompilationFacts facts, ImmutableList<SyntaxNode> callers)
{
    private readonly HashSet<ISymbol> _changing = new(SymbolEqualityComparer.Default);

    // What else holds the same object: a change of that is a change of this.
    private readonly List<(ISymbol Symbol, ISymbol Alias)> _aliases = [];

    public HashSet<ISymbol> Changing()
    {
        bool grew;
        do
        {
            grew = false;
            foreach (var (symbol, alias) in _aliases)
            {
                grew |= _changing.Contains(alias) && _changing.Add(symbol);
            }
        }
        while (grew);

        return _changing;
    }

    public void Add(ISymbol symbol, ITypeSymbol? type, IOperation use)
    {
        if (IsAssigned(use) || IsTakenByOther(symbol, use) || (!IsImmutable(type) && MayChange(symbol, use)))
        {
            _changing.Add(symbol);
        }
    }

    private static bool IsImmutable(ITypeSymbol? type) => type switch
    {
        null => false,
        { TypeKind: TypeKind.Enum or TypeKind.Delegate } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsImmutable(inner),
        { Name: "IntOrString" or "ResourceQuantity" } => true,
        _ => false,
    };

    private static bool IsAssigned(IOperation use) => use.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == use,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } => deconstruction.Target == use.Parent,
        IAddressOfOperation => true,
        _ => false,
    };

    /// <summary>Whether the use stands in a lambda that may run at any time, any number of times: only those of the DSL, of queries and of helpers do not.</summary>
    private bool IsTakenByOther(ISymbol symbol, IOperation use)
    {
        for (var around = use.Parent; around is not null; around = around.Parent)
        {
            if (around is not IAnonymousFunctionOperation lambda)
            {
                continue;
            }

            if (SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, lambda.Symbol))
            {
                return false;
            }

            IOperation? taker = lambda.Parent;
            while (taker is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            {
                taker = taker.Parent;
            }

            if (taker is not IArgumentOperation { Parent: IInvocationOperation call } || !(IsTransparent(call.TargetMethod) || facts.BodyOf(call.TargetMethod) is not null))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what is returned may hold the arguments, and nothing else happens to them.</summary>
    private bool IsTransparent(IMethodSymbol method) =>
        facts.Fluent(method).Length > 0
        || facts.Embedded.IsEmbedding(method.ContainingAssembly)
        || method.ContainingType is { Name: "Enumerable" or "KeyValuePair", ContainingNamespace.Name: "Linq" or "Generic" };

    /// <summary>Follows a value outwards, from the expression that it is to those that hold it.</summary>
    private bool MayChange(ISymbol symbol, IOperation value)
    {
        var isCopy = false;
        for (var current = value; ;)
        {
            var parent = current.Parent;
            switch (parent)
            {
                case null or IReturnOperation or IExpressionStatementOperation or IInterpolationOperation or INameOfOperation or IBinaryOperation
                    or IIsTypeOperation or IBlockOperation or IThrowOperation:
                    return false;
                case IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or ITupleOperation or IWithOperation
                    or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation or ISpreadOperation or ISwitchExpressionOperation
                    or ISwitchExpressionArmOperation or IObjectOrCollectionInitializerOperation or IMemberInitializerOperation:
                    isCopy |= parent is IWithOperation;
                    break;
                case ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } set when set.Value == current:
                    break;
                case IObjectCreationOperation creation when creation.Initializer == current:
                    break;
                case IIsPatternOperation test:
                    foreach (var pattern in test.Pattern.DescendantsAndSelf())
                    {
                        AddAlias(symbol, pattern is IDeclarationPatternOperation d ? d.DeclaredSymbol : (pattern as IRecursivePatternOperation)?.DeclaredSymbol);
                    }

                    return false;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    AddAlias(symbol, declarator.Symbol);
                    return false;
                case IForEachLoopOperation loop when loop.Collection == current:
                    foreach (var item in loop.Locals)
                    {
                        AddAlias(symbol, item);
                    }

                    return false;
                case IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation:
                    if (IsAssigned(parent))
                    {
                        return true;
                    }

                    if (IsImmutable(parent.Type))
                    {
                        return false;
                    }

                    break;
                case IConditionalAccessOperation access when access.Operation == current:
                    foreach (var part in access.WhenNotNull.DescendantsAndSelf())
                    {
                        if (part is IConditionalAccessInstanceOperation && MayChange(symbol, part))
                        {
                            return true;
                        }
                    }

                    return false;
                case IConditionalAccessOperation:
                    break;
                case IArgumentOperation { Parent: IPropertyReferenceOperation }:
                    return false;
                case IArgumentOperation argument:
                    switch (Taken(symbol, argument, isCopy))
                    {
                        case null:
                            return true;
                        case false:
                            return false;
                    }

                    isCopy |= argument.Parent is IInvocationOperation { TargetMethod: var called } && IsTransparent(called);
                    parent = argument.Parent!;
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } or { Name: "ContainsKey" or "TryGetValue" or "ToString" or "Equals" or "GetHashCode" or "ToArray" } }:
                    return false;
                case IInvocationOperation { Parent: IObjectOrCollectionInitializerOperation }:
                    break;
                default:
                    return true;
            }

            current = parent;
        }
    }

    /// <summary>What becomes of an argument: true where the result may hold it, false where nothing does, null where anything may happen to it.</summary>
    private bool? Taken(ISymbol symbol, IArgumentOperation argument, bool isCopy)
    {
        if (argument.Parameter is not { } parameter)
        {
            return null;
        }

        switch (argument.Parent)
        {
            // Adding to a collection that is just being made.
            case IInvocationOperation { Parent: IObjectOrCollectionInitializerOperation }:
                return true;
            case IInvocationOperation { TargetMethod: var method }:
                if (IsTransparent(method))
                {
                    return true;
                }

                if (Sinks.IsSink(method))
                {
                    return false;
                }

                // What a lambda does to its own parameter is judged where the lambda is; what it returns is all that is used.
                return method.MethodKind == MethodKind.DelegateInvoke
                    ? isCopy || argument.Value is IParameterReferenceOperation && argument.Parent.Parent is IReturnOperation or IArgumentOperation ? true : null
                    : escapes.HelperMayChange(method, parameter, callers) ? null : true;
            case IObjectCreationOperation { Type: { } type }:
                return type.ContainingNamespace?.Name == "Generic" || type is INamedTypeSymbol { IsRecord: true } ? true : null;
            default:
                return null;
        }
    }

    private void AddAlias(ISymbol symbol, ISymbol? alias)
    {
        if (alias is not null)
        {
            _aliases.Add((symbol, alias));
        }
    }
}
