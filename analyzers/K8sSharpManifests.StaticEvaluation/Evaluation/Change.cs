using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A statement that gives a local another value, or changes the object that it holds, in a way that <see cref="Assignments"/> can follow.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Changed">The type of the object that is changed; null where the local itself is assigned to, which no other holder of the object sees.</param>
internal readonly record struct Change(IOperation Statement, ITypeSymbol? Changed)
{
    /// <summary>The change that a use of a local begins; null where it is none, or none that can be followed.</summary>
    public static Change? Of(IOperation use)
    {
        ITypeSymbol? changed = null;
        var place = use;
        while (Holder(place.Parent) == place)
        {
            // A struct is a part of what holds it: nothing else sees the change.
            changed = place.Type?.IsValueType == true ? changed : place.Type;
            place = place.Parent!;
        }

        return place.Parent switch
        {
            IAssignmentOperation assignment when assignment.Target == place && IsFollowed(assignment) => new(assignment.Parent!, changed),
            IIncrementOrDecrementOperation { Parent: IExpressionStatementOperation } step => new(step.Parent!, changed),
            IInvocationOperation { Parent: IExpressionStatementOperation } call when call.Instance == place && Assignments.IsMutator(call.TargetMethod) => new(call.Parent!, place.Type),
            ITupleOperation { Parent: IDeconstructionAssignmentOperation { Parent: IExpressionStatementOperation } assignment } tuple
                when assignment.Target == tuple => new(assignment.Parent!, changed),
            _ => null,
        };
    }

    /// <summary>What a place is a part of: the object of a member without code, the collection of an element. Null for what is no such part.</summary>
    public static IOperation? Holder(IOperation? place) => place switch
    {
        IPropertyReferenceOperation { Arguments.Length: 0, Property: var property } o when ModelTypes.IsModel(property.ContainingType) || Members.IsAutomatic(property) => o.Instance,
        IPropertyReferenceOperation { Arguments.Length: 1, Instance.Type: { } type } o when Collections.IsMutable(type) => o.Instance,
        IFieldReferenceOperation { Field.IsStatic: false } o => o.Instance,
        IArrayElementReferenceOperation { Indices.Length: 1 } o => o.ArrayReference,
        _ => null,
    };

    private static bool IsFollowed(IAssignmentOperation assignment) =>
        assignment is { Parent: IExpressionStatementOperation } and (ISimpleAssignmentOperation { IsRef: false } or ICompoundAssignmentOperation or ICoalesceAssignmentOperation);
}
