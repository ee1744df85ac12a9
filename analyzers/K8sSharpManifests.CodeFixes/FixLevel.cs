using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.CodeFixes;

/// <summary>An object or dictionary around the place that a fix changes: wherever the code makes it, the change can be written.</summary>
/// <param name="Node">The object.</param>
/// <param name="Shape">What the schema says of it.</param>
/// <param name="Keys">The keys that lead from it to the place.</param>
internal sealed record FixLevel(Node Node, ApiShape Shape, IReadOnlyList<string> Keys)
{
    /// <summary>The levels of a change, the innermost that is there first, up to the item of a list or the whole object.</summary>
    public static IReadOnlyList<FixLevel> Of(FixChange change)
    {
        var levels = new List<FixLevel>();
        var keys = new List<string>();
        for (var place = change.Place; place.Parent is { Node: not Sequence } around; place = around)
        {
            keys.Insert(0, place.Key);
            if (around is { Node: Mapping, Shape: { } shape })
            {
                levels.Add(new(around.Node, shape, [.. keys]));
            }
        }

        return levels;
    }

    /// <summary>Whether it is an object of a C# type.</summary>
    public bool IsOf(ITypeSymbol? type, Dsl dsl) => type is not null && Shape.Type?.ClrName == type.Name && dsl.IsModel(type);
}
