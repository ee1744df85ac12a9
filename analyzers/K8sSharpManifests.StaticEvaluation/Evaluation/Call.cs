using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A call that is to be made.</summary>
/// <param name="Method">The method as the code names it.</param>
/// <param name="Instance">The object that it is called on.</param>
/// <param name="Arguments">Its arguments, by the parameters' order. What goes to a ref parameter is a <see cref="PlaceValue"/>.</param>
/// <param name="Operation">Where the call stands.</param>
/// <param name="Frame">The frame that it stands in.</param>
internal sealed record Call(IMethodSymbol Method, Value? Instance, Value[] Arguments, IOperation Operation, Frame Frame)
{
    /// <summary>Where the instance stands, if it is a struct.</summary>
    public Place? InstancePlace { get; init; }

    /// <summary>Whether it is called on <c>base</c>: it is that very method which runs.</summary>
    public bool IsBase { get; init; }

    /// <summary>The type whose static member is called through a type parameter.</summary>
    public ITypeSymbol? Constrained { get; init; }

    /// <summary>All that the method gets.</summary>
    public IEnumerable<Value> Given => Instance is null ? Arguments : Arguments.Prepend(Instance);
}
