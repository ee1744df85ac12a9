using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using k8s;
using k8s.Models;
using K8sSharpManifests.Core;
using K8sSharpManifests.YamlParsers;

namespace K8sSharpManifests.Tests;

/// <summary>Random instances of the models, by reflection.</summary>
internal static class ModelSamples
{
    private const int MaxDepth = 4;

    private static readonly string[] Words = ["web", "multi\nline", "ünïcödé", "true", " padded ", .. AwkwardStrings.Known];
    private static readonly double[] Doubles = [0, -1, 0.1, 1e21, double.MaxValue, double.MinValue, double.Epsilon];
    // Not -1Gi: the models' own text of it is inexact. A test of its own has it.
    private static readonly string[] Quantities = ["1000m", "1024Mi", "0.5m", "1.5Gi", "123456789Ki", "1e3", "0.1", "0", "2"];
    private static readonly string[] Ports = ["80", "http", "25%", "1e3", "-1", "0x50"];

    /// <summary>The types that have a reader, by the name of the reader's method.</summary>
    public static IReadOnlyDictionary<Type, MethodInfo> Readers { get; } = typeof(ObjectReader)
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        .Where(m => m.Name.Length > "Read".Length && m.GetParameters() is [{ ParameterType: var type }] && m.Name == "Read" + type.Name)
        .ToDictionary(m => m.GetParameters()[0].ParameterType);

    /// <summary>Those among them that one can apply.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
        [.. Readers.Keys.Where(t => t.IsAssignableTo(typeof(IKubernetesObject<V1ObjectMeta>))).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>The tree of an instance of any type that has a reader.</summary>
    public static Mapping Read(object instance) => (Mapping)Readers[instance.GetType()].Invoke(null, [instance])!;

    /// <summary>The fields of a type: each property with its name in YAML, in the order in which the models declare them.</summary>
    public static IEnumerable<(PropertyInfo Property, string Key)> Fields(Type type) => type.GetProperties().OrderBy(p => p.MetadataToken)
        .Select(p => (p, p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name!)).Where(f => f.Item2 is not null);

    /// <summary>A random instance of a type.</summary>
    public static object Create(Type type, Random random) => Create(type, random, MaxDepth);

    private static object Create(Type type, Random random, int depth)
    {
        var result = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(p => p.SetMethod is not null))
        {
            // Required numbers hold 0 where nobody set them, which the reader leaves out: here they are always set.
            var isRequiredNumber = property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null;
            if (isRequiredNumber || random.Next(3) != 0)
            {
                property.SetValue(result, Value(property.PropertyType, random, depth - 1));
            }
        }

        return result;
    }

    private static object? Value(Type type, Random random, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => Words[random.Next(Words.Length)],
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(int) => random.Next(3) switch { 0 => random.Next(1, 100), 1 => int.MaxValue - random.Next(3), _ => int.MinValue + random.Next(3) },
            _ when type == typeof(long) => random.Next(3) switch { 0 => random.Next(1, 100), 1 => long.MaxValue - random.Next(3), _ => long.MinValue + random.Next(3) },
            _ when type == typeof(double) => random.Next(2) == 0 ? Doubles[random.Next(Doubles.Length)] : random.NextDouble() * Math.Pow(10, random.Next(-5, 25)),
            _ when type == typeof(DateTime) => new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc).AddTicks(random.Next(2) * 10L * random.Next(1, 999_999)),
            _ when type == typeof(byte[]) => Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]),
            _ when type == typeof(object) => random.Next(2) == 0 ? "text" : new Dictionary<string, object> { ["a"] = 1, ["b"] = new[] { "x", "y" } },
            _ when type == typeof(IntOrString) => (IntOrString)Ports[random.Next(Ports.Length)],
            _ when type == typeof(ResourceQuantity) => new ResourceQuantity(Quantities[random.Next(Quantities.Length)]),
            { IsGenericType: true } when type.GetGenericArguments() is [var item] => List(item, random, depth),
            { IsGenericType: true } when type.GetGenericArguments() is [_, var value] => Map(value, random, depth),
            _ => depth > 0 ? Create(type, random, depth) : null,
        };
    }

    private static object List(Type item, Random random, int depth)
    {
        var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (var count = depth > 0 ? random.Next(3) : 0; count > 0; count--)
        {
            list.Add(Value(item, random, depth - 1));
        }

        return list;
    }

    private static object Map(Type value, Random random, int depth)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        for (var count = depth > 0 ? random.Next(3) : 0; count > 0; count--)
        {
            map[Words[random.Next(Words.Length)]] = Value(value, random, depth - 1);
        }

        return map;
    }
}
