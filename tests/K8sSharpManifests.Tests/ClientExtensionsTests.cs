using System.Reflection;
using System.Runtime.CompilerServices;
using k8s.Models;

namespace K8sSharpManifests.Tests;

/// <summary>
/// A project that gets our package and its usings calls what it called before: no method of ours is found where one of the client's extension methods was meant. Many of those
/// change the object that they are called on, so that a method of ours in their place does nothing, and nothing says so.
/// </summary>
public class ClientExtensionsTests
{
    private static readonly MethodInfo[] OfClient = Extensions(typeof(V1Pod).Assembly);

    [Fact]
    public void OurMethods_HaveNoNameOfAnExtensionMethodOfTheClientOnTheSameObject()
    {
        var names = OfClient.ToLookup(m => m.Name);

        Assert.Equal([], Extensions(typeof(K8s).Assembly)
            .Where(ours => names[ours.Name].Any(theirs => Receivers(theirs).Intersect(Receivers(ours)).Any()))
            .Select(m => m.ToString()));
        Assert.Contains(OfClient, m => m.Name == "AddFinalizer" && Receivers(m).Contains(typeof(V1Pod)));
    }

    [Fact]
    public void OurMethods_HaveNoNameOfAMethodOfTheModels() => Assert.Equal([], Extensions(typeof(K8s).Assembly)
        .Where(ours => Receivers(ours).Any(type => type.GetMethod(ours.Name, BindingFlags.Public | BindingFlags.Instance) is not null))
        .Select(m => m.ToString()));

    private static MethodInfo[] Extensions(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .Where(t => t.IsAbstract && t.IsSealed)
            .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(m => m.IsDefined(typeof(ExtensionAttribute))),
    ];

    /// <summary>The models that a method can be called on, whatever else its constraints say.</summary>
    private static IEnumerable<Type> Receivers(MethodInfo method)
    {
        var receiver = method.GetParameters()[0].ParameterType;
        Type[] asked = receiver.IsGenericParameter ? receiver.GetGenericParameterConstraints() : [receiver];
        return Models.Where(model => asked.All(type => type.ContainsGenericParameters || type.IsAssignableFrom(model)));
    }

    private static readonly Type[] Models = [.. typeof(V1Pod).Assembly.GetExportedTypes().Where(t => t is { Namespace: "k8s.Models", IsClass: true, IsAbstract: false, ContainsGenericParameters: false })];
}
