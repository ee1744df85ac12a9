using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The few methods of the framework that manifests are written with.</summary>
internal static class Framework
{
    /// <summary>The result; null for a method that is not known.</summary>
    public static Value? Call(IMethodSymbol method, Value? instance, IReadOnlyList<Value> arguments, Evaluation evaluation, SourceOrigin origin) =>
        (method.ContainingType?.Name, method.ContainingNamespace?.Name) switch
        {
            ("Enumerable", "Linq") => Linq.Call(method.Name, arguments, evaluation, origin),
            ("String", "System") => OnString(method, instance, arguments, origin),
            ("Int32" or "Int64", "System") when method.Name == "ToString" && arguments.Count == 0 && instance is not null =>
                Texts.Of(instance) is { } text ? new ConstantValue(text, origin) : null,
            ("KeyValuePair", "Generic") when method.Name == "Create" && arguments.Count == 2 =>
                ObjectValue.Of(origin, ("Key", arguments[0]), ("Value", arguments[1])),
            ("Array", "System") when method.Name == "Empty" => new ListValue([], isOpen: false, origin),
            ("Object", "System") when method.Name == "ToString" && instance is ConstantValue && Texts.Of(instance) is { } text => new ConstantValue(text, origin),
            ("List", "Generic") when method.Name == "ToArray" && instance is ListValue => instance,
            ("Dictionary" or "IDictionary", "Generic") when method.Name == "ContainsKey" && instance is MapValue map
                && arguments is [ConstantValue { Constant: string key }] =>
                Fields.Find(map.Entries, key) is not null ? new ConstantValue(true, origin) : map.IsOpen ? null : new ConstantValue(false, origin),
            _ => null,
        };

    /// <summary><c>int.TryParse(text, out var number)</c>, which binds its variable; null for every other call.</summary>
    public static Value? TryParse(IInvocationOperation call, Evaluation evaluation, Frame frame)
    {
        if (call is not { TargetMethod: { Name: "TryParse", ContainingType.SpecialType: SpecialType.System_Int32 }, Arguments: [var source, var target] })
        {
            return null;
        }

        var origin = evaluation.Origin(call, frame);
        var text = evaluation.Evaluate(source.Value, frame);
        bool? isNumber = text switch
        {
            NullValue or ConstantValue { Constant: "" } => false,
            ConstantValue { Constant: string s } when s.All(c => c is >= '0' and <= '9') => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            // No culture's numbers have letters; signs and blanks are its own business.
            ConstantValue { Constant: string s } when s.Any(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z') => false,
            _ => null,
        };
        if (target.Value is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var local } })
        {
            frame.Set(local, isNumber switch
            {
                null => new UnknownValue(origin),
                false => new ConstantValue(0, origin),
                true => new ConstantValue(int.Parse((string)((ConstantValue)text).Constant, CultureInfo.InvariantCulture), text.Origin),
            });
        }

        return isNumber is { } known ? new ConstantValue(known, origin) : new UnknownValue(origin);
    }

    private static Value? OnString(IMethodSymbol method, Value? instance, IReadOnlyList<Value> arguments, SourceOrigin origin)
    {
        var self = (instance as ConstantValue)?.Constant as string;
        object? result = (method.Name, arguments.Count) switch
        {
            ("IsNullOrEmpty", 1) when arguments[0] is NullValue => true,
            ("IsNullOrEmpty", 1) when arguments[0] is ConstantValue { Constant: string text } => text.Length == 0,
            ("IsNullOrWhiteSpace", 1) when arguments[0] is NullValue => true,
            ("IsNullOrWhiteSpace", 1) when arguments[0] is ConstantValue { Constant: string text } => string.IsNullOrWhiteSpace(text),
            ("Join", 2) when Texts.Of(arguments[0]) is { } separator => Joined(separator, arguments[1]),
            ("Concat", 1) => Joined("", arguments[0]),
            ("Concat", _) => Joined("", new ListValue([.. arguments], isOpen: false, origin)),
            ("ToString", 0) => self,
            ("ToLowerInvariant", 0) => self?.ToLowerInvariant(),
            ("ToUpperInvariant", 0) => self?.ToUpperInvariant(),
            ("Trim", 0) => self?.Trim(),
            ("Replace", 2) when Texts.Of(arguments[0]) is { Length: > 0 } old && Texts.Of(arguments[1]) is { } replacement => self?.Replace(old, replacement),
            _ => null,
        };
        return result is null ? null : new ConstantValue(result, origin);
    }

    private static string? Joined(string separator, Value parts)
    {
        if (parts is not ListValue { IsOpen: false } list)
        {
            return null;
        }

        ImmutableArray<string?> texts = [.. list.Items.Select(Texts.Of)];
        return texts.Contains(null) ? null : string.Join(separator, texts);
    }
}
