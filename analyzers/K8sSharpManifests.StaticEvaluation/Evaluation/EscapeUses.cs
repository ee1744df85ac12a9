using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Collects the uses of the locals and parameters of one member, and judges each.</summary>
internal sealed class EscapeUses(Escapes escapes, CompilationFacts facts, ImmutableList<SyntaxNode> callers)
{
    private readonly HashSet<ISymbol> _unknown = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _nested = new(SymbolEqualityComparer.Default);
    private readonly List<(ISymbol Symbol, Change Change)> _changes = [];
    private readonly List<(ISymbol Symbol, IOperation Use, ITypeSymbol? Type)> _reads = [];

    // What else holds the same object, or a part of it: a change of that is a change of this.
    private readonly List<(ISymbol Symbol, ITypeSymbol? Type, ISymbol Alias)> _aliases = [];

    /// <summary>Whether the code jumps, so that what stands later may come first.</summary>
    public bool Jumps { get; set; }

    public void Add(ISymbol symbol, ITypeSymbol? type, IOperation use)
    {
        if (Uses.IsNested(symbol, use))
        {
            _nested.Add(symbol);
        }

        if (Change.Of(use) is { } change)
        {
            _changes.Add((symbol, change));
        }
        else if (Uses.IsAssigned(use))
        {
            _unknown.Add(symbol);
        }
        else if (!Holders.IsImmutable(type) && Uses.Taken(use) is { } taken && Uses.IsAssigned(taken))
        {
            _unknown.Add(symbol);
        }
        else if (!Holders.IsImmutable(type) && Uses.Taken(use) is { } mutable && !Holders.IsImmutable(mutable.Type))
        {
            if (!Uses.IsSent(mutable))
            {
                _reads.Add((symbol, use, mutable.Type));
            }

            if (MayChange(symbol, type, use))
            {
                _unknown.Add(symbol);
            }
        }
    }

    public MemberEscapes Judge()
    {
        var changes = _changes.ToLookup(c => c.Symbol, c => c.Change, SymbolEqualityComparer.Default);
        var reads = _reads.ToLookup(r => r.Symbol, SymbolEqualityComparer.Default);
        foreach (var changed in changes)
        {
            // A lambda may run at any time, so which of the values it sees is not known.
            if (Jumps || _nested.Contains(changed.Key) || changed.Key is ILocalSymbol { IsRef: true }
                || changed.Any(c => reads[changed.Key].Any(r => c.Changed is not null && facts.MayHold(r.Type, c.Changed) && ChangeOrder.MayComeBefore(r.Use, c, changed.Key))))
            {
                _unknown.Add(changed.Key);
            }
        }

        bool grew;
        do
        {
            grew = false;
            foreach (var (symbol, type, alias) in _aliases)
            {
                grew |= (_unknown.Contains(alias) || changes[alias].Any(c => c.Changed is not null && facts.MayHold(type, c.Changed))) && _unknown.Add(symbol);
            }
        }
        while (grew);

        return new(_unknown, changes, _reads.ToLookup(r => r.Symbol, r => r.Use, SymbolEqualityComparer.Default));
    }

    /// <summary>Follows a value outwards, from the expression that it is to those that hold it.</summary>
    private bool MayChange(ISymbol symbol, ITypeSymbol? type, IOperation value)
    {
        var isCopy = false;
        for (var current = value; ;)
        {
            var parent = current.Parent;
            switch (parent)
            {
                // What a lambda returns, its caller has.
                case IReturnOperation { Kind: OperationKind.Return } returned when Uses.Function(returned) is { } function:
                    if (function is ILocalFunctionOperation)
                    {
                        // Its own variables end here, and where its arguments go, the calls tell.
                        return !Uses.IsDeclaredIn(symbol, function);
                    }

                    parent = function;
                    break;
                case IReturnOperation or IExpressionStatementOperation or IInterpolationOperation or INameOfOperation or IThrowOperation or IDeclarationExpressionOperation
                    or IFieldInitializerOperation or IPropertyInitializerOperation:
                    return false;
                case IConversionOperation or IConditionalOperation or ICoalesceOperation or ITupleOperation or IWithOperation
                    or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation or ISpreadOperation or ISwitchExpressionOperation
                    or ISwitchExpressionArmOperation or IObjectOrCollectionInitializerOperation or IMemberInitializerOperation or IDelegateCreationOperation:
                    isCopy |= parent is IWithOperation;
                    break;
                case ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } set when set.Value == current:
                    break;

                // Into another variable, or an object that one holds.
                case ISimpleAssignmentOperation or ICoalesceAssignmentOperation or IDeconstructionAssignmentOperation when parent.Parent is IExpressionStatementOperation:
                    return !AddAliases(symbol, type, parent is IAssignmentOperation assignment ? assignment.Target : ((IDeconstructionAssignmentOperation)parent).Target);
                case IObjectCreationOperation creation when creation.Initializer == current:
                    break;
                case IIsPatternOperation test:
                    AddAliases(symbol, type, test.Pattern);
                    return false;
                case ISwitchOperation { Value: var tested } choice when tested == current:
                    foreach (var clause in choice.Cases.SelectMany(c => c.Clauses))
                    {
                        AddAliases(symbol, type, clause);
                    }

                    return false;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    AddAlias(symbol, type, declarator.Symbol);
                    return false;
                case IForEachLoopOperation loop when loop.Collection == current:
                    foreach (var item in loop.Locals)
                    {
                        AddAlias(symbol, type, item);
                    }

                    return false;
                case IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation:
                    if (Uses.IsAssigned(parent))
                    {
                        return true;
                    }

                    // The code of a user's own property may change its object.
                    if (parent is IPropertyReferenceOperation { Property: { GetMethod: { } getter } property } reference && reference.Instance == current
                        && !ModelTypes.IsModel(property.ContainingType) && facts.BodyOf(getter) is not null && escapes.HelperMayChangeInstance(getter, callers))
                    {
                        return true;
                    }

                    if (Holders.IsImmutable(parent.Type))
                    {
                        return false;
                    }

                    break;
                case IConditionalAccessOperation access when access.Operation == current:
                    foreach (var part in access.WhenNotNull.DescendantsAndSelf())
                    {
                        if (part is IConditionalAccessInstanceOperation && MayChange(symbol, type, part))
                        {
                            return true;
                        }
                    }

                    return false;
                case IConditionalAccessOperation:
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { Instance: { } instance, Parent: IExpressionStatementOperation, TargetMethod: var added } } when Assignments.IsMutator(added):
                    return !AddAliases(symbol, type, instance);
                case IArgumentOperation argument:
                    switch (Given(symbol, type, argument, isCopy))
                    {
                        case null:
                            return true;
                        case false:
                            return false;
                    }

                    isCopy |= argument.Parent is IInvocationOperation { TargetMethod: var called } && IsTransparent(called);
                    parent = argument.Parent!;
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } } call when call.Instance == current:
                    break;
                case IInvocationOperation { TargetMethod: { Name: "ContainsKey" or "Contains" or "ToString" or "Equals" or "GetHashCode" } } call when call.Instance == current:
                    return false;

                case IInvocationOperation { TargetMethod.Name: "TryGetValue" } call when call.Instance == current:
                    AddAliases(symbol, type, call.Arguments[1]);
                    return false;
                case IInvocationOperation { TargetMethod.Name: "ToArray" } call when call.Instance == current:
                    break;

                // A method of the user's own object: what it returns may be a part of that.
                case IInvocationOperation { TargetMethod: var own } call when call.Instance == current && facts.BodyOf(own) is not null && !escapes.HelperMayChangeInstance(own, callers):
                    break;
                default:
                    return true;
            }

            current = parent;
        }
    }

    /// <summary>What becomes of an argument: true where the result may hold it, false where nothing does, null where anything may happen to it.</summary>
    private bool? Given(ISymbol symbol, ITypeSymbol? type, IArgumentOperation argument, bool isCopy)
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
            case IInvocationOperation { TargetMethod: var method } call:
                if (Sinks.IsSink(method) || Framework.OnlyReads(method))
                {
                    return false;
                }

                // The parameters of a local function are variables of the same member.
                if (method.MethodKind == MethodKind.LocalFunction)
                {
                    AddAlias(symbol, type, parameter.OriginalDefinition);
                    return true;
                }

                // A lambda may get a part of the other arguments, and change it.
                foreach (var other in call.Arguments)
                {
                    if (other != argument && Uses.Lambda(other.Value) is { } lambda && !facts.Freshness.IsGivenNew(method, other.Parameter))
                    {
                        foreach (var item in lambda.Symbol.Parameters)
                        {
                            AddAlias(symbol, type, item);
                        }
                    }
                }

                // What a lambda does to its own parameter is judged where the lambda is; what it returns is all that is used.
                return IsTransparent(method) ? true
                    : method.MethodKind == MethodKind.DelegateInvoke
                        ? isCopy || argument.Value is IParameterReferenceOperation && argument.Parent.Parent is IReturnOperation or IArgumentOperation ? true : null
                    : escapes.HelperMayChange(method, parameter, callers) ? null : true;
            case IObjectCreationOperation { Type: INamedTypeSymbol created, Constructor: { } constructor }:
                return created.ContainingNamespace?.Name == "Generic" || created.IsRecord || Constructors.IsPrimary(constructor)
                    || !escapes.HelperMayChange(constructor, parameter, callers) ? true : null;
            default:
                return null;
        }
    }

    /// <summary>Whether what is returned may hold the arguments, and nothing else happens to them.</summary>
    private bool IsTransparent(IMethodSymbol method) =>
        facts.Fluent(method).Length > 0
        || facts.Embedded.IsEmbedding(method.ContainingAssembly)
        || method.ContainingType is { Name: "Enumerable" or "KeyValuePair", ContainingNamespace.Name: "Linq" or "Generic" };

    /// <summary>Every variable in an expression or pattern may hold the value from now on; false where it goes somewhere else.</summary>
    private bool AddAliases(ISymbol symbol, ITypeSymbol? type, IOperation target)
    {
        var isVariable = false;
        foreach (var operation in target.DescendantsAndSelf())
        {
            var alias = operation switch
            {
                ILocalReferenceOperation o => o.Local,
                IParameterReferenceOperation o => o.Parameter,
                IInstanceReferenceOperation { Type: { } instance } => instance.OriginalDefinition,
                IDeclarationPatternOperation o => o.DeclaredSymbol,
                IRecursivePatternOperation o => o.DeclaredSymbol,
                IListPatternOperation o => o.DeclaredSymbol,
                _ => (ISymbol?)null,
            };
            if (alias is not null)
            {
                isVariable = true;
                AddAlias(symbol, type, alias);
            }
        }

        return isVariable;
    }

    private void AddAlias(ISymbol symbol, ITypeSymbol? type, ISymbol alias)
    {
        // In pod = pod.AddLabel(…) the old one is in nobody's hands after it.
        if (!SymbolEqualityComparer.Default.Equals(symbol, alias))
        {
            _aliases.Add((symbol, type, alias));
        }
    }
}
