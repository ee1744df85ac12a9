using k8s.Models;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Values of any type that a model's field can have.</summary>
internal sealed class RandomValues(RandomProgram program)
{
    private static readonly string[] Quantities = ["1000m", "1024Mi", "0.5", "2", "1.5Gi", "1e3"];

    /// <summary>A type's name in code.</summary>
    public static string Name(Type type) => type switch
    {
        _ when type == typeof(int) => "int",
        _ when type == typeof(string) => "string",
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Nullable<>) => Name(type.GetGenericArguments()[0]) + "?",
        { IsGenericType: true } => $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        { IsArray: true } => Name(type.GetElementType()!) + "[]",
        _ => type.Name,
    };

    /// <summary>The text of a quantity.</summary>
    public string Quantity() => $"\"{program.One(Quantities)}\"";

    /// <summary>An expression for a field; null where the type is none that code can make.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="type">Its type.</param>
    /// <param name="depth">How deep it stands.</param>
    /// <param name="isTyped">Whether the place gives a <c>new()</c> its type.</param>
    public string? Of(string field, Type type, int depth, bool isTyped = true)
    {
        if (!isTyped && type.IsValueType && Of(field, type, depth) is { } number)
        {
            return $"({Name(type)})({number})";
        }

        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => program.Texts.Of(field),
            _ when type == typeof(bool) => program.Texts.Boolean(),
            _ when type == typeof(int) || type == typeof(long) => program.Texts.Number(),
            _ when type == typeof(double) => program.One("0", "1.5", "Words.Length", "1e21"),
            _ when type == typeof(IntOrString) => program.Chance(0.5) ? $"(IntOrString)({program.Texts.Number()})" : $"(IntOrString){program.Texts.Of(field)}",
            _ when type == typeof(ResourceQuantity) => program.Chance(0.3) ? $"new ResourceQuantity({Quantity()})" : $"(ResourceQuantity){Quantity()}",
            _ when type == typeof(object) => program.One("(object)\"text\"", "(object)5", "(object)true"),

            _ when type == typeof(byte[]) && !program.Chance(0.05) => program.Chance(0.3)
                ? "Convert.FromBase64String(\"YTpi\")"
                : $"System.Text.Encoding.{program.One("UTF8", "ASCII")}.GetBytes({program.Texts.Of(field)})",

            // What the evaluation does not read, and people seldom write.
            _ when type == typeof(byte[]) => "new byte[] { 1, 2 }",
            _ when type == typeof(DateTime) => program.Chance(0.05) ? "DateTime.UnixEpoch" : null,
            { IsGenericType: true } when type.GetGenericArguments() is [var item] => List(field, item, depth, isTyped),
            { IsGenericType: true } when type.GetGenericArguments() is [_, var value] => Map(field, value, depth),
            _ when type.Namespace == typeof(V1Pod).Namespace && type.IsClass => depth > 12 ? null : program.Objects.Of(type, depth, isTyped),
            _ => null,
        };
    }

    private string? List(string field, Type item, int depth, bool isTyped)
    {
        var items = Enumerable.Range(0, program.Random.Next(1, 3)).Select(_ => Of(field, item, depth + 1, isTyped: false)).ToList();
        if (items.Contains(null))
        {
            return null;
        }

        var all = string.Join(", ", items);
        var name = Name(item);
        return program.Random.Next(16) switch
        {
            0 or 1 => $"new List<{name}> {{ {all} }}",
            2 => $"new {name}[] {{ {all} }}",
            3 => $"new List<{name}>(new {name}[] {{ {all} }})",
            4 => $"new {name}[] {{ {all} }}.Concat(new {name}[] {{ {items[0]} }}).ToList()",
            5 or 6 when Each(field, item, depth) is { } each => $"Words.Select({each}).ToList()",
            7 when Each(field, item, depth) is { } each => $"Words.Where(w => w != \"web\").Select({each}).ToArray()",
            8 when Each(field, item, depth) is { } each => $"Enumerable.Range(0, 2).Select(i => $\"w{{i}}\").Select({each}).ToList()",
            9 when item == typeof(string) => "Listed().ToList()",
            10 => $"Words.Aggregate(new List<{name}>(), (l, w) => [.. l, {items[0]}])",
            11 when program.Chance(0.02) => $"Coin ? new List<{name}> {{ {all} }} : new List<{name}>()",
            _ when isTyped && program.Chance(0.3) && Each(field, item, depth) is { } each => $"[.. Words.Select({each}), {all}]",
            _ when isTyped => $"[{all}]",
            _ => $"new List<{name}> {{ {all} }}",
        };
    }

    private string? Each(string field, Type item, int depth)
    {
        var variable = program.Name("w");
        string? code = null;
        program.Within(variable, () => (code = Of(field, item, depth + 1, isTyped: false)) ?? "");
        return code is null ? null : $"{variable} => {code}";
    }

    private string? Map(string field, Type value, int depth)
    {
        var entries = Enumerable.Range(0, program.Random.Next(1, 3)).Select(i => (Key: program.Chance(0.2) ? program.Texts.Of("Key") : $"\"k{i}\"", Value: Of(field, value, depth + 1, isTyped: false))).ToList();
        if (entries.Any(e => e.Value is null))
        {
            return null;
        }

        var type = $"Dictionary<string, {Name(value)}>";
        return program.Random.Next(8) switch
        {
            0 when Each(field, value, depth) is { } each => value.IsGenericType ? $"Words.ToDictionary<string, string, {Name(value)}>(w => w, {each})" : $"Words.ToDictionary(w => w, {each})",
            1 => $"new {type} {{ {{ {entries[0].Key}, {entries[0].Value} }} }}",
            2 => $"new {type}(new {type} {{ [{entries[0].Key}] = {entries[0].Value} }})",
            _ => $"new {type} {{ {string.Join(", ", entries.Select(e => $"[{e.Key}] = {e.Value}"))} }}",
        };
    }
}
