using System.Reflection;
using k8s.Models;

namespace K8sSharpManifests.StaticEvaluation.Tests;

public sealed class QuantityNamesTests
{
    /// <summary>A file that has none of the names is not looked at.</summary>
    [Fact]
    public void EachMemberByWhichAQuantityIsGiven_IsNamed() => Assert.Equal([], Given().Distinct().Except(QuantityNames.Members));

    private static IEnumerable<string> Given() =>
        from type in typeof(V1Pod).Assembly.GetExportedTypes().Concat(typeof(K8s).Assembly.GetExportedTypes())
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where member switch
        {
            PropertyInfo property => property.CanWrite && HoldsQuantity(property.PropertyType) && typeof(V1Pod).Namespace == type.Namespace,
            MethodInfo { IsSpecialName: false, IsStatic: true } method => method.GetParameters().Any(p => HoldsQuantity(p.ParameterType)),
            _ => false,
        }
        select member.Name;

    private static bool HoldsQuantity(Type type) =>
        type == typeof(ResourceQuantity) || (type.GetElementType() is { } element && HoldsQuantity(element)) || type.GenericTypeArguments.Any(HoldsQuantity);
}
