using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>Where the locals of a body are changed by their names, and where they go as a whole after that.</summary>
internal sealed class LocalUses
{
    // What methods of collections that take something out are called, or begin with.
    private static readonly string[] Takers = ["Remove", "Clear", "Pop", "Dequeue", "TryPop", "TryDequeue", "TryTake", "ExceptWith", "IntersectWith", "SymmetricExceptWith"];

    private readonly Dictionary<ISymbol, Uses> _uses = new(SymbolEqualityComparer.Default);

    public LocalUses(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (operation is not ILocalReferenceOperation { Local: var local } use)
            {
                continue;
            }

            if (!_uses.TryGetValue(local, out var uses))
            {
                _uses.Add(local, uses = new());
            }

            uses.MayLoseItems |= LosesItems(use);
            if (IsChanged(use))
            {
                uses.IsChanged = true;

                // What it was before is not what it will be.
                uses.Wholes.RemoveAll(whole => whole.Syntax.SpanStart <= use.Syntax.SpanStart);
            }
            else if (IsWhole(use))
            {
                uses.Wholes.Add(use);
            }
        }
    }

    public Uses? Of(ILocalSymbol local) => _uses.TryGetValue(local, out var uses) ? uses : null;

    /// <summary>Whether a local, or a part of what it holds, gets another value here, or a collection in it is changed.</summary>
    private static bool IsChanged(IOperation use)
    {
        use = Part(use);
        return use.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == use,
            IIncrementOrDecrementOperation => true,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation assignment } tuple => assignment.Target == tuple,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            IInvocationOperation call => call.Instance == use && call.TargetMethod is { ReturnsVoid: true } or { Name: "Remove" },
            _ => false,
        };
    }

    /// <summary>Whether what a collection held may be replaced or taken out here, or changed in it.</summary>
    private static bool LosesItems(IOperation use)
    {
        use = Part(use);
        return use.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == use,
            ITupleOperation { Parent: IDeconstructionAssignmentOperation assignment } tuple => assignment.Target == tuple,
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
            IInvocationOperation call => call.Instance == use && Takers.Any(taker => call.TargetMethod.Name.StartsWith(taker, StringComparison.Ordinal)),
            _ => false,
        };
    }

    private static IOperation Part(IOperation use)
    {
        while (use.Parent is IPropertyReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation or IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation)
        {
            use = use.Parent;
        }

        return use;
    }

    /// <summary>Whether the object goes somewhere: to a call, into a result or into another object. What is sent to the API server is finished there.</summary>
    private static bool IsWhole(IOperation use)
    {
        while (use.Parent is IConversionOperation)
        {
            use = use.Parent;
        }

        return use.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } => !Sinks.IsSink(method) && !ManifestMembers.IsOurs(method.ContainingType),
            IArgumentOperation or IReturnOperation or IVariableInitializerOperation or ICollectionExpressionOperation or IArrayInitializerOperation => true,
            ISimpleAssignmentOperation assignment => assignment.Value == use,
            _ => false,
        };
    }

    /// <summary>What becomes of a local.</summary>
    public sealed class Uses
    {
        public bool IsChanged { get; set; }

        /// <summary>Whether one of a collection's items may be gone, or another, when somebody looks at it.</summary>
        public bool MayLoseItems { get; set; }

        /// <summary>Where it goes as a whole, after all changes.</summary>
        public List<IOperation> Wholes { get; } = [];
    }
}
