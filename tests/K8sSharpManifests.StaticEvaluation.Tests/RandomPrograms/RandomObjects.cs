using System.Reflection;
using System.Text.Json.Serialization;
using k8s.Models;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Models: as initialisers, as fluent code, by helpers and by statements.</summary>
internal sealed class RandomObjects(RandomProgram program)
{
    private static readonly HashSet<string> Parts = ["Metadata", "Spec", "Template", "JobTemplate", "Containers", "Name", "Image"];
    private static readonly HashSet<string> Often = ["ImagePullPolicy", "Labels", "InitContainers", "ImagePullSecrets", "Env", "Ports", "Data", "StringData", "Rules", "Selector", "Resources", "NamespaceProperty"];

    /// <summary>The fields that a program may set, with their names in YAML.</summary>
    public static IEnumerable<(PropertyInfo Property, string Key)> Fields(Type type) => type.GetProperties()
        .Select(p => (p, p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name!)).Where(f => f.Item2 is not (null or "status" or "kind" or "apiVersion" or "managedFields") && f.p.SetMethod is not null);

    /// <summary>An expression that makes an object.</summary>
    public string Of(Type type, int depth, bool isTyped = false)
    {
        var style = program.Random.Next(20);
        return style switch
        {
            0 => program.Member("Made", n => $"private static {type.Name} {n}(string name, int count = 2) => {Plain(type, depth)};", "name") + $"({program.Texts.Of("Name")})",
            1 => program.Member("Kept", n => $"private static readonly {type.Name} {n} = {Plain(type, depth)};"),
            2 => program.Member("Computed", n => $"private static {type.Name} {n} => {Plain(type, depth)};"),
            3 => program.Member("Made", n => $"private static {type.Name} {n}(string name, string tag = \"1\") {{ {program.Statements.Of(type, depth)} }}", "name", "tag") + $"(tag: {program.Texts.Of("Tag")}, name: {program.Texts.Of("Name")})",
            4 => program.Member("Made", n => $"private static {type.Name} {n}() {{ {program.Statements.Of(type, depth)} }}") + "()",
            5 => $"Same({Plain(type, depth)})",
            6 when program.Scope.Count == 0 => program.Member("Local", n => $"private static {type.Name} {n}() {{ {type.Name} Inner(string name) => {program.Within("name", () => Plain(type, depth))}; return Inner(\"inner\"); }}") + "()",
            7 => $"(Port > 1 ? {Plain(type, depth)} : new {type.Name}())",
            8 when program.Chance(0.004) => $"(Coin ? {Plain(type, depth)} : {Plain(type, depth)})",
            _ => Plain(type, depth, isTyped),
        };
    }

    /// <summary>An expression that makes an object where it stands.</summary>
    private string Plain(Type type, int depth, bool isTyped = false) => program.Random.Next(7) switch
    {
        0 or 1 or 2 => Chain($"new {type.Name}()", type, depth, Some(type, depth)),
        3 => $"(new {type.Name} {{ {Initialiser(type, depth, Some(type, depth))} }} with {{ {Initialiser(type, depth, Some(type, depth).Take(1))} }})",
        4 => Chain($"new {type.Name} {{ {Initialiser(type, depth, Some(type, depth))} }}", type, depth, Some(type, depth).Take(2)),
        _ => $"new{(isTyped ? "()" : " " + type.Name)} {{ {Initialiser(type, depth, Some(type, depth))} }}",
    };

    private List<(PropertyInfo Property, string Key)> Some(Type type, int depth)
    {
        var fields = Fields(type).ToList();
        var rare = Math.Min(0.5, 3.0 / fields.Count) / (1 + (depth / 5));
        return [.. fields.Where(f => program.Chance(Parts.Contains(f.Property.Name) ? 0.95 : Often.Contains(f.Property.Name) ? 0.35 : rare))];
    }

    private string Initialiser(Type type, int depth, IEnumerable<(PropertyInfo Property, string Key)> fields) => string.Join(", ", fields
        .Select(f => (f.Property.Name, Value: program.Values.Of(f.Property.Name, f.Property.PropertyType, depth + 1)))
        .Where(f => f.Value is not null).Select(f => $"{f.Name} = {f.Value}"));

    /// <summary>Calls of the fluent methods of fields.</summary>
    public string Chain(string start, Type type, int depth, IEnumerable<(PropertyInfo Property, string Key)> fields)
    {
        var chain = start;
        foreach (var (property, key) in fields)
        {
            if (FluentMethods.Of(type, key) is { Count: > 0 } methods && Arguments(program.One(methods), property.Name, depth) is { } call)
            {
                chain += call;
            }
        }

        return chain;
    }

    private string? Arguments((MethodInfo Method, FluentOperation Operation) fluent, string field, int depth)
    {
        var parameters = fluent.Method.GetParameters()[1..];
        var arguments = new List<string>();
        foreach (var parameter in parameters)
        {
            var type = parameter.ParameterType;
            var argument = type switch
            {
                { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Func<,>) => Lambda(type.GetGenericArguments()[0], depth),
                { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IEnumerable<>) && type.GetGenericArguments()[0] is { IsGenericType: true } pair && pair.Name.StartsWith("KeyValuePair", StringComparison.Ordinal) =>
                    program.Values.Of(field, typeof(IDictionary<,>).MakeGenericType(pair.GetGenericArguments()), depth + 1, isTyped: false),
                _ when FluentMethods.IsQuantity(parameter) => program.Values.Quantity(),
                _ when parameter.Name == "key" => program.One("\"key\"", program.Texts.Of("Key")),
                _ => program.Values.Of(field, type, depth + 1, isTyped: false),
            };
            if (argument is null)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return $".{fluent.Method.Name}({string.Join(", ", arguments)})";
    }

    private string? Lambda(Type type, int depth)
    {
        if (type.Namespace != typeof(V1Pod).Namespace || depth > 12)
        {
            return null;
        }

        var variable = program.Name("c");
        return program.Random.Next(50) switch
        {
            0 => $"{variable} => {{ {program.Statements.Changes(variable, type, depth)} return {variable}; }}",
            < 10 => $"{variable} => {variable} with {{ {Initialiser(type, depth + 1, Some(type, depth + 1))} }}",
            _ => $"{variable} => {Chain(variable, type, depth + 1, Some(type, depth + 1))}",
        };
    }
}
