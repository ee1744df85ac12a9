using K8sSharpManifests.Core;
using K8sSharpManifests.Core.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace K8sSharpManifests.CodeFixes;

/// <summary>Writes the call of a fluent method that makes a change: the one that reaches farthest down to the changed field, and what is left in a lambda.</summary>
/// <param name="model">The file.</param>
/// <param name="dsl">The DSL.</param>
/// <param name="position">Where the call shall stand.</param>
internal sealed class FluentCallWriter(SemanticModel model, Dsl dsl, int position)
{
    private readonly ValueWriter _values = new(model, dsl, position);

    /// <summary>The calls that could be made on an object, with the dot, the best first.</summary>
    /// <param name="type">The object's C# type.</param>
    /// <param name="level">The object.</param>
    /// <param name="change">The change.</param>
    /// <param name="taken">The names of parameters of lambdas that are written around them.</param>
    public IEnumerable<Written> Calls(ITypeSymbol type, FixLevel level, FixChange change, params IReadOnlyList<string> taken) =>
        Calls(type, level.Shape, level.Keys, change.Kind, change.Value, taken);

    /// <summary>A name for a lambda's parameter that means nothing else there, after the type that it gets; null where there is none.</summary>
    public string? ParameterName(ITypeSymbol type, IReadOnlyList<string> taken)
    {
        // V1Container is a container.
        var start = 1 + type.Name.LastIndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var word = start < type.Name.Length ? type.Name.Substring(start) : type.Name;
        word = char.ToLowerInvariant(word[0]) + word.Substring(1);
        return new[] { word.Substring(0, 1), word }.FirstOrDefault(name =>
            SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && !taken.Contains(name) && model.LookupSymbols(position, name: name).IsEmpty);
    }

    private IEnumerable<Written> Calls(ITypeSymbol type, ApiShape shape, IReadOnlyList<string> keys, FixKind kind, Node value, IReadOnlyList<string> taken)
    {
        var shapes = new List<ApiShape?> { shape };
        foreach (var key in keys)
        {
            shapes.Add(shapes[shapes.Count - 1]?.Below(key));
        }

        foreach (var written in Whole(type, shapes, keys, kind, value, taken))
        {
            yield return written;
        }

        for (var count = keys.Count - 1; count > 0; count--)
        {
            foreach (var method in Visible(type, FluentMeaning.Set, Path(keys, count)))
            {
                if (Configured(method, type) is { } inner && shapes[count] is { Kind: ApiShapeKind.Object } part && ParameterName(inner, taken) is { } name)
                {
                    foreach (var written in Calls(inner, part, [.. keys.Skip(count)], kind, value, [.. taken, name]))
                    {
                        yield return new($".{method.Name}({name} => {name}{written.Text})", IsDirect: false);
                    }
                }
            }
        }
    }

    /// <summary>The calls of methods that do just that.</summary>
    private IEnumerable<Written> Whole(
        ITypeSymbol type, List<ApiShape?> shapes, IReadOnlyList<string> keys, FixKind kind, Node value, IReadOnlyList<string> taken)
    {
        var count = keys.Count;
        var field = Field(shapes, keys);
        if (kind == FixKind.Append)
        {
            foreach (var name in Visible(type, FluentMeaning.Append, Path(keys, count)).Select(method => method.Name).Distinct())
            {
                foreach (var text in dsl.Fluent.Named(type, name).Select(method => ShortArguments(method, value, shapes[count]?.Items)).OfType<string>())
                {
                    yield return new($".{name}({text})", IsDirect: true);
                }
            }

            foreach (var method in Visible(type, FluentMeaning.Append, Path(keys, count)))
            {
                foreach (var text in Arguments(method, type, "", value, shapes[count]?.Items, field, taken))
                {
                    yield return new($".{method.Name}({text})", IsDirect: true);
                }
            }

            yield break;
        }

        // Entry by entry is what one writes in a chain.
        if (shapes[count] is { Kind: ApiShapeKind.Map } shape && value is Mapping { Count: > 0 } map
            && Each(map, (key, entry) => Whole(type, [.. shapes, shape.Items], [.. keys, key], kind, entry, taken)) is { } calls)
        {
            yield return new(calls, IsDirect: true);
        }

        foreach (var method in Visible(type, FluentMeaning.Set, Path(keys, count)))
        {
            foreach (var text in Arguments(method, type, "", value, shapes[count], field, taken))
            {
                yield return new($".{method.Name}({text})", IsDirect: true);
            }
        }

        if (count > 1 && shapes[count - 1]?.Kind == ApiShapeKind.Map)
        {
            foreach (var method in Visible(type, FluentMeaning.Put, Path(keys, count - 1)))
            {
                foreach (var text in Arguments(method, type, Dsl.Literal(keys[count - 1]) + ", ", value, shapes[count], field, taken))
                {
                    yield return new($".{method.Name}({text})", IsDirect: true);
                }
            }
        }
    }

    /// <summary>The arguments that give a method the value, the best first.</summary>
    private IEnumerable<string> Arguments(
        IMethodSymbol method, ITypeSymbol type, string before, Node value, ApiShape? shape, ApiField? field, IReadOnlyList<string> taken)
    {
        var parameter = method.Parameters[method.Parameters.Length - 1];
        if (Configured(method, type) is { } inner)
        {
            // An object that is there already would keep what it has, where it shall be another one; the verifier sees that.
            if (value is Mapping { Count: > 0 } mapping && shape is { Kind: ApiShapeKind.Object } && ParameterName(inner, taken) is { } name
                && Each(mapping, (key, entry) => Calls(inner, shape, [key], FixKind.Set, entry, [.. taken, name])) is { } calls)
            {
                yield return $"{before}{name} => {name}{calls}";
            }

            yield break;
        }

        if (parameter.IsParams && value is Sequence { Count: > 0 } list && _values.IsAtLeast(LanguageVersion.CSharp13))
        {
            if (_values.Items(list, shape!, field) is { } items)
            {
                yield return items;
            }
        }
        else if (_values.Write(value, shape, field) is { } written)
        {
            yield return before + written;
        }
    }

    /// <summary>The best call for each entry, one after the other; null where one has none.</summary>
    private static string? Each(Mapping mapping, Func<string, Node, IEnumerable<Written>> calls) =>
        mapping.Entries.Select(entry => calls(entry.Key, entry.Value).FirstOrDefault()?.Text).ToList() is var all && all.Contains(null) ? null : string.Concat(all);

    /// <summary>The arguments of a short form that takes an item's fields by their names, like <c>AddPort(80, "http")</c>; null for another method.</summary>
    private string? ShortArguments(IMethodSymbol method, Node item, ApiShape? shape)
    {
        if (item is not Mapping { Count: > 0 } fields || dsl.Fluent.Meanings(method).Count > 0)
        {
            return null;
        }

        var arguments = new List<string>();
        var isSkipped = false;
        foreach (var parameter in method.Parameters.Skip(1))
        {
            if (fields[parameter.Name] is Scalar value && shape?.Type?.Field(parameter.Name) is { } field && _values.Write(value, field.Shape, field) is { } text)
            {
                arguments.Add(isSkipped ? $"{parameter.Name}: {text}" : text);
            }
            else if (parameter.IsOptional)
            {
                isSkipped = true;
            }
            else
            {
                return null;
            }
        }

        return arguments.Count == fields.Count ? string.Join(", ", arguments) : null;
    }

    /// <summary>The methods with a meaning that code can call here: not where their namespace is not imported, or where another method has the name.</summary>
    private IEnumerable<IMethodSymbol> Visible(ITypeSymbol type, string operation, string path) => dsl.Fluent.With(type, operation, path)
        .Where(method => model.LookupSymbols(position, type, method.Name, includeReducedExtensionMethods: true) is var found && found.All(dsl.IsOwn)
            && found.Any(s => s is IMethodSymbol { ReducedFrom: { } own } && SymbolEqualityComparer.Default.Equals(own.OriginalDefinition, method)))
        .OrderBy(method => Configured(method, type) is null).ToList();

    /// <summary>The model that the lambda of a method configures; null for a method that takes none.</summary>
    private static ITypeSymbol? Configured(IMethodSymbol method, ITypeSymbol type) =>
        method.Parameters[method.Parameters.Length - 1].Type is INamedTypeSymbol { DelegateInvokeMethod: { Parameters: [{ Type: var taken }] } invoke }
        && SymbolEqualityComparer.Default.Equals(invoke.ReturnType, taken) && !SymbolEqualityComparer.Default.Equals(taken, type) ? taken : null;

    private static string Path(IReadOnlyList<string> keys, int count) => string.Join(".", keys.Take(count));

    /// <summary>The field whose value, item or entry is written; null where nobody knows.</summary>
    private static ApiField? Field(List<ApiShape?> shapes, IReadOnlyList<string> keys)
    {
        var index = keys.Count - 1;
        while (index > 0 && shapes[index]?.Kind == ApiShapeKind.Map)
        {
            index--;
        }

        return shapes[index]?.Type?.Field(keys[index]);
    }
}

/// <summary>Calls that make a change.</summary>
/// <param name="Text">The calls, with their dots.</param>
/// <param name="IsDirect">Whether the method sets just that field, and no lambda leads to it.</param>
internal sealed record Written(string Text, bool IsDirect);
