using System.Reflection;
using k8s.Models;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>The fluent methods of a field.</summary>
internal static class FluentMethods
{
    private static readonly ILookup<(Type, string), (MethodInfo Method, FluentOperation Operation)> Methods = typeof(Fluent).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(m => !m.IsGenericMethod && m.GetCustomAttributes<FluentMethodAttribute>().Count() == 1)
        .Select(m => (Method: m, Meaning: m.GetCustomAttribute<FluentMethodAttribute>()!))
        .Where(m => m.Meaning.Operation != FluentOperation.Default)
        .ToLookup(m => (m.Method.GetParameters()[0].ParameterType, m.Meaning.Path), m => (m.Method, m.Meaning.Operation));

    /// <summary>Whether a parameter takes a quantity as a text: then there is a twin of the method that takes it as such.</summary>
    public static bool IsQuantity(ParameterInfo parameter) => parameter.ParameterType == typeof(string) && parameter.Member.DeclaringType!.GetMethods()
        .Where(m => m.Name == parameter.Member.Name && m.GetParameters() is var others && others.Length > parameter.Position
            && others[0].ParameterType == ((MethodInfo)parameter.Member).GetParameters()[0].ParameterType)
        .Any(m => m.GetParameters()[parameter.Position].ParameterType == typeof(ResourceQuantity));

    public static IReadOnlyList<(MethodInfo Method, FluentOperation Operation)> Of(Type type, string key) => [.. Methods[(type, key)]];
}
