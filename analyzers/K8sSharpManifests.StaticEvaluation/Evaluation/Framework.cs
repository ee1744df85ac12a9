using System.Collections.Immutable;
using System.Globalization;
using System.Text;
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
            ("MemoryExtensions", "System") when method.Name == "Contains" => Linq.Call(method.Name, arguments, evaluation, origin),
            ("Math", "System") when arguments is [ConstantValue { Constant: int a }, ConstantValue { Constant: int b }] && method.Name is "Max" or "Min" =>
                new ConstantValue(method.Name == "Max" ? Math.Max(a, b) : Math.Min(a, b), origin),
            ("Int32", "System") when method.Name == "Parse" && arguments is [ConstantValue { Constant: string { Length: > 0 and < 10 } digits }] && digits.All(c => c is >= '0' and <= '9') =>
                new ConstantValue(int.Parse(digits, CultureInfo.InvariantCulture), origin),
            ("String", "System") => OnString(method, instance, arguments, origin),
            ("Int32" or "Int64", "System") when method.Name == "ToString" && arguments.Count == 0 && instance is not null =>
                Texts.Of(instance) is { } text ? new ConstantValue(text, origin) : null,
            ("KeyValuePair", "Generic") when method.Name == "Create" && arguments.Count == 2 =>
                ObjectValue.Of(origin, ("Key", arguments[0]), ("Value", arguments[1])),
            ("Convert", "System") when method.Name == "ToBase64String" && arguments is [BytesValue bytes] => new ConstantValue(bytes.Base64, origin),
            ("JsonSerializer", "Json") when method is { Name: "SerializeToUtf8Bytes", TypeArguments: [var type] } && arguments is [var written, NullValue] => Json.Bytes(written, type, origin),
            ("Array", "System") when method.Name == "Empty" => new ListValue([], isOpen: false, origin),
            ("Object", "System") when method.Name == "ToString" && instance is ConstantValue && Texts.Of(instance) is { } text => new ConstantValue(text, origin),
            ("List", "Generic") when method.Name == "ToArray" && instance is ListValue => instance,
            ("Dictionary" or "IDictionary", "Generic") when method.Name == "ContainsKey" && instance is MapValue map
                && arguments is [ConstantValue { Constant: string key }] =>
                Fields.Find(map.Entries, key) is not null ? new ConstantValue(true, origin) : map.IsOpen ? null : new ConstantValue(false, origin),
            _ => null,
        };

    /// <summary>Whether a method neither changes nor keeps what it gets.</summary>
    public static bool OnlyReads(IMethodSymbol method) => method.ContainingType is { } type && (type.Name, type.ContainingNamespace?.Name) is
        ("String" or "Console" or "ArgumentNullException" or "ArgumentException", "System") or ("Debug" or "Trace", "Diagnostics")
        or ("LoggerExtensions", "Logging") or ("JsonSerializer", "Json") or ("KubernetesJson" or "KubernetesYaml", "k8s");

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
            NullValue => false,
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

    /// <summary>The bytes of a text: <c>Encoding.UTF8.GetBytes(text)</c>, <c>Convert.FromBase64String(text)</c>; null for every other call.</summary>
    public static Value? Bytes(IInvocationOperation call, Evaluation evaluation, Frame frame)
    {
        var encoding = (call.Instance as IPropertyReferenceOperation)?.Property is { ContainingType: { Name: "Encoding", ContainingNamespace.Name: "Text" }, Name: var name } ? name : null;
        var isDecoded = call.TargetMethod is { Name: "FromBase64String", ContainingType: { Name: "Convert", ContainingNamespace.Name: "System" } };
        if (call.Arguments.Length != 1 || !(isDecoded || (call.TargetMethod.Name == "GetBytes" && encoding is "UTF8" or "ASCII"))
            || evaluation.Evaluate(call.Arguments[0].Value, frame) is not ConstantValue { Constant: string text })
        {
            return null;
        }

        var origin = evaluation.Origin(call, frame);
        if (!isDecoded)
        {
            return new BytesValue(Convert.ToBase64String((encoding == "UTF8" ? Encoding.UTF8 : Encoding.ASCII).GetBytes(text)), origin);
        }

        try
        {
            return new BytesValue(Convert.ToBase64String(Convert.FromBase64String(text)), origin);
        }
        catch (FormatException)
        {
            // It throws.
            return new UnknownValue(origin);
        }
    }

    private static Value? OnString(IMethodSymbol method, Value? instance, IReadOnlyList<Value> arguments, SourceOrigin origin)
    {
        var self = (instance as ConstantValue)?.Constant as string;
        if (method.Name == "Split" && self is not null && arguments.Count > 0 && Character(arguments[0]) is { } separators
            && arguments.Skip(1).All(a => a is ConstantValue { IsEnum: true, Constant: 0 }))
        {
            return new ListValue([.. self.Split(separators).Select(p => new ConstantValue(p, origin))], isOpen: false, origin);
        }

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
            ("TrimStart", 0) => self?.TrimStart(),
            ("TrimEnd", 0) => self?.TrimEnd(),
            ("Trim", 1) when Character(arguments[0]) is { } trimmed => self?.Trim(trimmed),
            ("TrimStart", 1) when Character(arguments[0]) is { } trimmed => self?.TrimStart(trimmed),
            ("TrimEnd", 1) when Character(arguments[0]) is { } trimmed => self?.TrimEnd(trimmed),
            ("Substring", 1) when arguments is [ConstantValue { Constant: int start }] && start >= 0 && start <= self?.Length => self.Substring(start),
            ("Substring", 2) when arguments is [ConstantValue { Constant: int start }, ConstantValue { Constant: int length }]
                && start >= 0 && length >= 0 && (long)start + length <= self?.Length => self.Substring(start, length),
            ("PadLeft", 2) when Character(arguments[1]) is { } filler && arguments[0] is ConstantValue { Constant: int and >= 0 and < 1000 } width =>
                self?.PadLeft((int)width.Constant, filler),
            ("Contains", 1) when Texts.Of(arguments[0]) is { Length: > 0 } part => self?.Contains(part),
            ("StartsWith", _) when Ordinal(arguments) is { } start => self?.StartsWith(start, StringComparison.Ordinal),
            ("EndsWith", _) when Ordinal(arguments) is { } end => self?.EndsWith(end, StringComparison.Ordinal),
            ("IndexOf", 1) when Character(arguments[0]) is { } sought => self?.IndexOf(sought),
            ("LastIndexOf", 1) when Character(arguments[0]) is { } sought => self?.LastIndexOf(sought),
            ("Replace", 2) when Texts.Of(arguments[0]) is { Length: > 0 } old && Texts.Of(arguments[1]) is { } replacement => self?.Replace(old, replacement),
            _ => null,
        };
        return result is null ? null : new ConstantValue(result, origin);
    }

    /// <summary>A single character; several in an array are another method.</summary>
    private static char? Character(Value value) => value switch
    {
        ConstantValue { Constant: char one } => one,
        ListValue { IsOpen: false, Items: [ConstantValue { Constant: char only }] } => only,
        _ => null,
    };

    /// <summary>The text that is compared character by character; null where the culture has a say.</summary>
    private static string? Ordinal(IReadOnlyList<Value> arguments) => arguments switch
    {
        [ConstantValue { Constant: char character }] => character.ToString(),
        [ConstantValue { Constant: string text }, ConstantValue { IsEnum: true, Constant: (int)StringComparison.Ordinal }] => text,
        _ => null,
    };

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
