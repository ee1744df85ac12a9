using System.Collections;
using System.Reflection;
using k8s.Models;

namespace K8sSharpManifests.StaticEvaluation.Tests;

/// <summary>Statements that make an object and change it, in plain sight and behind the evaluation's back.</summary>
internal sealed class RandomStatements(RandomProgram program)
{
    /// <summary>A body that returns an object.</summary>
    public string Of(Type type, int depth)
    {
        var variable = program.Name("x");
        var start = program.Objects.Of(type, depth);

        // Changing an object that all share is a mistake that few make.
        start = start.StartsWith("Kept", StringComparison.Ordinal) && program.Chance(0.95) ? $"{start} with {{ }}" : start;
        return $"var {variable} = {start}; {Changes(variable, type, depth)} return {variable};";
    }

    /// <summary>Statements that change what a variable holds.</summary>
    public string Changes(string variable, Type type, int depth) =>
        string.Join(" ", Enumerable.Range(0, program.Random.Next(1, 4)).Select(_ => program.Chance(depth < 4 ? 0.002 : 0.02) ? Hidden(variable, type, depth) : Change(variable, type, depth)));

    private string Change(string variable, Type type, int depth, int nested = 0)
    {
        var fields = RandomObjects.Fields(type).ToList();
        if (fields.Count == 0)
        {
            return ";";
        }

        var field = program.One(fields);
        if (program.Values.Of(field.Property.Name, field.Property.PropertyType, depth + 2) is not { } value)
        {
            return ";";
        }

        var name = field.Property.Name;
        var mayBeNull = !field.Property.PropertyType.IsValueType || Nullable.GetUnderlyingType(field.Property.PropertyType) is not null;
        var condition = program.One(["Port > 80", program.Chance(0.004) ? "Coin" : "Team == \"shop\"", "Words.Length == 3", .. mayBeNull ? new[] { $"{variable}.{name} is null", $"{variable} is {{ {name}: not null }}" } : []]);
        return program.Random.Next(nested > 1 ? 9 : 17) switch
        {
            0 or 1 => $"{variable}.{name} = {value};",
            2 => $"{variable}.{name} {(mayBeNull ? "??=" : "=")} {value};",
            3 => $"{variable} = {variable} with {{ {name} = {value} }};",
            4 => $"{variable} = {program.Objects.Chain(variable, type, depth + 1, [field])};",
            5 => Added(variable, field.Property, depth) ?? $"{variable}.{name} = {value};",
            6 => Part(variable, field.Property, depth) ?? ";",
            7 => $"({variable}.{name}, _) = ({value}, 1);",
            8 => $"{{ {variable}.{name} = {value}; }}",
            9 or 10 => $"if ({condition}) {{ {Change(variable, type, depth, nested + 1)} }} else {{ {Change(variable, type, depth, nested + 1)} }}",
            11 => $"if ({condition}) {{ {Change(variable, type, depth, nested + 1)} }}",
            12 => Loop(w => $"foreach (var {w} in Words) {{ {Change(variable, type, depth, nested + 1)} if ({w} == \"web\") continue; {Change(variable, type, depth, nested + 1)} }}"),
            13 => $"for (var i{nested} = 0; i{nested} < 2; i{nested}++) {{ {Change(variable, type, depth, nested + 1)} }}",
            14 => $"switch (Port) {{ case 80: {Change(variable, type, depth, nested + 1)} break; case > 100 when Words.Length == 2: {Change(variable, type, depth, nested + 1)} break; default: throw new InvalidOperationException(); }}",
            15 when program.Chance(0.03) => $"switch (Flip()) {{ case 1: {Change(variable, type, depth, nested + 1)} break; default: {Change(variable, type, depth, nested + 1)} break; }}",
            _ => $"try {{ {Change(variable, type, depth, nested + 1)} }} catch (InvalidOperationException) {{ {(program.Chance(0.98) ? "throw;" : "")} }}",
        };
    }

    private string Loop(Func<string, string> write)
    {
        var variable = program.Name("w");
        return program.Within(variable, () => write(variable));
    }

    /// <summary>A collection that grows.</summary>
    private string? Added(string variable, PropertyInfo property, int depth)
    {
        var type = property.PropertyType;
        if (!type.IsGenericType || type.IsValueType)
        {
            return null;
        }

        var arguments = type.GetGenericArguments();
        var isMap = arguments.Length == 2;
        if (program.Values.Of(property.Name, arguments[^1], depth + 2, isTyped: false) is not { } item)
        {
            return null;
        }

        var place = $"{variable}.{property.Name}";
        return isMap
            ? $"{place} = new Dictionary<string, {RandomValues.Name(arguments[1])}>(); {place}[\"k\"] = {item}; {place}.Add(\"l\", {item}); {place}.Remove(\"k\");"
            : $"{place} = new List<{RandomValues.Name(arguments[0])}>(); {place}.Add({item}); {place}.Insert(0, {item}); {program.One("", $"{place}.RemoveAt(1);", $"{place}[0] = {item};")}";
    }

    /// <summary>A part that changes in place.</summary>
    private string? Part(string variable, PropertyInfo property, int depth) =>
        property.PropertyType is { IsClass: true } part && part.Namespace == typeof(V1Pod).Namespace && part != typeof(IntOrString) && part != typeof(ResourceQuantity)
            ? $"{variable}.{property.Name} = new {part.Name}(); {Simple($"{variable}.{property.Name}", part, depth)}"
            : null;

    private string Simple(string place, Type type, int depth)
    {
        var fields = RandomObjects.Fields(type).Where(f => f.Property.PropertyType == typeof(string) || f.Property.PropertyType.IsValueType || f.Property.PropertyType.IsAssignableTo(typeof(IEnumerable))).ToList();
        return fields.Count > 0 && program.One(fields) is { Property: var property } && program.Values.Of(property.Name, property.PropertyType, depth + 3) is { } value ? $"{place}.{property.Name} = {value};" : ";";
    }

    /// <summary>A change by another hand: nobody may claim what was before.</summary>
    private string Hidden(string variable, Type type, int depth)
    {
        var (y, l) = (program.Name("y"), program.Name("l"));
        return program.Random.Next(18) switch
        {
            0 => $"var {y} = {variable}; {Simple(y, type, depth)}",
            1 => $"{program.Member("Change", n => $"private static void {n}({type.Name} it) {{ {Simple("it", type, depth)} }}")}({variable});",
            2 => $"{{ var {l} = {variable}; Action {y} = () => {{ {Simple(l, type, depth)} }}; {y}(); }}",
            3 => $"void {y}({type.Name} it) {{ {Simple("it", type, depth)} }} {y}({variable});",
            4 => $"var {y} = ({variable}, 1); {Simple($"{y}.Item1", type, depth)}",
            5 => $"var {y} = new List<{type.Name}> {{ {variable} }}; {Simple($"{y}[0]", type, depth)}",
            6 => $"foreach (var {y} in new[] {{ {variable} }}) {{ {Simple(y, type, depth)} }}",
            7 => $"if ({variable} is {{ }} {y}) {{ {Simple(y, type, depth)} }}",
            8 => $"new List<{type.Name}> {{ {variable} }}.ForEach({y} => {{ {Simple(y, type, depth)} }});",
            9 => $"var {y} = Same({variable}); {Simple(y, type, depth)}",
            10 => $"var {y} = new Dictionary<string, {type.Name}> {{ [\"a\"] = {variable} }}; if ({y}.TryGetValue(\"a\", out var {l})) {{ {Simple(l, type, depth)} }}",
            11 => $"var {y} = new[] {{ {variable} }}.Select({l} => {{ {Simple(l, type, depth)} return {l}; }}).ToList();",
            12 => Shared(variable, type, depth, y) ?? ";",
            13 => Copied(variable, type, depth, y) ?? ";",
            14 => $"switch ({variable}) {{ case {{ }} {y}: {Simple(y, type, depth)} break; }}",
            15 => $"{type.Name} {y}; ({y}, _) = ({variable}, 1); {Simple(y, type, depth)}",
            16 => $"{program.Member("Through", n => $"private static {type.Name} {n}({type.Name} it) {{ {Simple("it", type, depth)} return it; }}")}({variable});",
            _ => $"{{ var {l} = {variable}; Func<{type.Name}> {y} = () => {l}; {Simple($"{y}()", type, depth)} }}",
        };
    }

    /// <summary>One part that two places hold.</summary>
    private string? Shared(string variable, Type type, int depth, string part)
    {
        var parts = RandomObjects.Fields(type).Where(f => Part(variable, f.Property, depth) is not null).ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var (property, _) = program.One(parts);
        return $"var {part} = new {property.PropertyType.Name}(); {variable}.{property.Name} = {part}; {Simple(part, property.PropertyType, depth)}";
    }

    /// <summary>A copy by <c>with</c> has the same parts.</summary>
    private string? Copied(string variable, Type type, int depth, string copy)
    {
        var parts = RandomObjects.Fields(type).Where(f => Part(variable, f.Property, depth) is not null).ToList();
        if (parts.Count == 0)
        {
            return null;
        }

        var (property, _) = program.One(parts);
        return $"{variable}.{property.Name} = new {property.PropertyType.Name}(); var {copy} = {variable} with {{ }}; {Simple($"{copy}.{property.Name}", property.PropertyType, depth)}";
    }
}
