using System.Reflection;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>The fluent methods of a field.</summary>
internal static class FluentMethods
{
    private static readonly ILookup<(Type, string), (MethodInfo Method, FluentOperation Operation)> Methods = typeof(Fluent).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(m => !m.IsGenericMethod && m.GetCustomAttributes<FluentMethodAttribute>().Count() == 1)
        .Select(m => (Method: m, Meaning: m.GetCustomAttribute<FluentMethodAttribute>()!))
        .Where(m => m.Meaning.Operation != FluentOperation.Default)
        .ToLookup(m => (m.Method.GetParameters()[0].ParameterType, m.Meaning.Path), m => (m.Method, m.Meaning.Operation));

    public static IReadOnlyList<(MethodInfo Method, FluentOperation Operation)> Of(Type type, string key) => [.. Methods[(type, key)]];
}
