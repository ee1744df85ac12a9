using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>A call of a member of the framework, recognised by its symbol in the framework's own assembly.</summary>
/// <param name="Type">The type's full name, without type arguments.</param>
/// <param name="Name">The member's name; an accessor's is <c>get_</c> and the property's.</param>
/// <param name="Call">The call.</param>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record FrameworkCall(string Type, string Name, Call Call, Evaluation Evaluation, SourceOrigin Origin)
{
    public Value? Instance => Call.Instance;

    public Value[] Arguments => Call.Arguments;

    public Heap Heap => Evaluation.Heap;

    public Value Text(string text) => new ConstantValue(text, Origin);

    public Value Of(object? constant) => constant is null ? new NullValue(Origin) : new ConstantValue(constant, Origin);

    /// <summary>A list or array. One of bytes is written as base64, and of that nothing is known.</summary>
    public Value List(IEnumerable<Value> items, bool isOpen = false, bool isArray = false) =>
        Heap.New(isArray && IsOfBytes(Call.Frame.Resolve(Call.Method.ReturnType)) ? new BytesState(null) : new ListState([.. items], isOpen, isArray), Origin);

    /// <summary>The items of an argument.</summary>
    public IEnumerable<Value?> Items(Value value) => Evaluation.Sequences.Given(value, Call.Operation, Call.Frame);

    private static bool IsOfBytes(ITypeSymbol? type) => type is IArrayTypeSymbol { ElementType: { SpecialType: SpecialType.System_Byte } or ITypeParameterSymbol }
        or INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte } or ITypeParameterSymbol] };

    /// <summary>A query, which runs when someone goes through it.</summary>
    public Value Query(Func<IEnumerable<Value?>> items) => new SequenceValue(items, [.. Arguments], null, Origin);

    public Value Invoke(Value function, params Value[] arguments) => Evaluation.Calls.Invoke(function, arguments, Call.Operation, Call.Frame);

    /// <summary>Gives up: what the call could reach is forgotten.</summary>
    public Value Unknown() => Evaluation.Unknowns.Call(Call.Given, Origin);
}

/// <summary>
/// The members of the framework that are understood. Each does exactly what that runtime does, in every culture, or nothing: what is not here is called as unknown code.
/// </summary>
internal static class Framework
{
    /// <summary>The result; null for a member, or arguments, that nothing is known of.</summary>
    public static Value? Call(FrameworkCall call)
    {
        if (call.Instance is ChoiceValue choice)
        {
            return call.Evaluation.Either(choice, r => call.Evaluation.Calls.Method(call.Call with { Instance = r }));
        }

        // What is unknown of a value that cannot change stays so, and nothing else does.
        return call.Type switch
        {
            "System.String" => Strings.Call(call),
            "System.Linq.Enumerable" => Linq.Call(call),
            "System.Collections.Generic.List" or "System.Collections.Generic.IList" or "System.Collections.Generic.ICollection" or "System.Collections.Generic.IReadOnlyList"
                or "System.Collections.Generic.IReadOnlyCollection" or "System.Collections.Generic.IEnumerable" or "System.Array" => Lists.Call(call),
            "System.Collections.Generic.Dictionary" or "System.Collections.Generic.IDictionary" or "System.Collections.Generic.IReadOnlyDictionary"
                or "System.Collections.Generic.HashSet" or "System.Collections.Generic.ISet" or "System.Collections.Generic.KeyValuePair" or "System.Collections.Generic.CollectionExtensions" => Maps.Call(call),
            "System.Text.StringBuilder" => Builders.Call(call),
            _ => Other(call),
        };
    }

    /// <summary>A new object of the framework; null for one that nothing is known of.</summary>
    public static Value? New(FrameworkCall call) => call.Type switch
    {
        "System.Collections.Generic.List" => Lists.New(call),
        "System.Collections.Generic.Dictionary" or "System.Collections.Generic.HashSet" => Maps.New(call),
        "System.Collections.Generic.KeyValuePair" when call.Arguments is [var key, var value] => StructValue.Of(call.Origin, ("Key", key), ("Value", value)),
        "System.Text.StringBuilder" => Builders.New(call),

        // What new("1") is where a text is wanted.
        "System.String" when call.Arguments is [ConstantValue { Constant: string } text] => text,
        "System.Object" when call.Arguments is [] => call.Heap.New(new BoxState(new UnknownValue(call.Origin)), call.Origin),
        _ => null,
    };

    private static Value? Other(FrameworkCall call) => (call.Type, call.Name, call.Instance, call.Arguments) switch
    {
        ("System.Math", "Max", _, [ConstantValue { Constant: int a }, ConstantValue { Constant: int b }]) => call.Of(Math.Max(a, b)),
        ("System.Math", "Min", _, [ConstantValue { Constant: int a }, ConstantValue { Constant: int b }]) => call.Of(Math.Min(a, b)),
        ("System.Math", "Abs", _, [ConstantValue { Constant: int and > int.MinValue } a]) => call.Of(Math.Abs((int)a.Constant)),
        ("System.Int32", "Parse", _, [ConstantValue { Constant: string { Length: > 0 and < 10 } digits }]) when digits.All(c => c is >= '0' and <= '9') =>
            call.Of(int.Parse(digits, CultureInfo.InvariantCulture)),
        ("System.Int32", "TryParse", _, [var text, PlaceValue { Place: var place }]) => TryParse(text, place, call),
        ("System.Int32" or "System.Int64" or "System.Boolean" or "System.Char" or "System.Enum" or "System.Object" or "System.ValueType", "ToString", ConstantValue { } constant, []) =>
            Texts.TextOf(constant) is { } text ? call.Text(text) : new UnknownValue(call.Origin),
        ("System.Int32" or "System.Int64", "ToString", ConstantValue { IsEnum: false, Constant: int or long } constant, [InvariantCulture]) =>
            call.Text(((IFormattable)constant.Constant).ToString(null, CultureInfo.InvariantCulture)),
        ("System.Globalization.CultureInfo", "get_InvariantCulture", null, _) => new InvariantCulture(call.Origin),
        ("System.Convert", "ToInt32", _, [ConstantValue { Constant: string { Length: > 0 and < 10 } digits }, ConstantValue { Constant: 8 }]) when digits.All(c => c is >= '0' and <= '7') =>
            call.Of(Convert.ToInt32(digits, 8)),
        ("System.Int32" or "System.Int64", "ToString", ConstantValue constant, [ConstantValue { Constant: string format }]) =>
            Texts.Formatted(constant, format) is { } text ? call.Text(text) : new UnknownValue(call.Origin),
        ("System.Object" or "System.ValueType", "ToString", { } instance, []) => Texts.ToText(instance, null, call.Call.Operation, call.Evaluation, call.Call.Frame),
        ("System.Nullable", "get_HasValue", { } instance, _) => Conditions.IsNull(instance) is { } isNull ? call.Of(!isNull) : new UnknownValue(instance.Origin),
        ("System.Nullable", "get_Value", { } instance, _) => Conditions.NotNull(instance),
        ("System.Nullable", "GetValueOrDefault", not null and not NullValue and not UnknownValue and not ChoiceValue, []) => call.Instance,
        ("System.Nullable", "GetValueOrDefault", NullValue, [var otherwise]) => otherwise,
        ("System.Nullable", "GetValueOrDefault", not null and not NullValue and not UnknownValue and not ChoiceValue, [_]) => call.Instance,
        ("System.Linq.IGrouping", "get_Key", Reference { Target.State: ListState { Key: { } key } }, _) => key,
        ("System.Math", "Clamp", _, [ConstantValue { Constant: int a }, ConstantValue { Constant: int low }, ConstantValue { Constant: int high }]) when low <= high => call.Of(Math.Min(Math.Max(a, low), high)),
        ("System.Char", "IsUpper", null, [ConstantValue { Constant: char c }]) => call.Of(char.IsUpper(c)),
        ("System.Char", "IsLower", null, [ConstantValue { Constant: char c }]) => call.Of(char.IsLower(c)),
        ("System.Char", "IsLetterOrDigit", null, [ConstantValue { Constant: char c }]) => call.Of(char.IsLetterOrDigit(c)),
        ("System.Char", "IsWhiteSpace", null, [ConstantValue { Constant: char c }]) => call.Of(char.IsWhiteSpace(c)),
        ("System.Activator", "CreateInstance", null, []) when call.Call.Method.TypeArguments is [var made] => Creations.New(call.Call.Frame.Resolve(made), call.Call, call.Origin, call.Evaluation),
        ("System.Char", "IsDigit", null, [ConstantValue { Constant: char c }]) => call.Of(char.IsDigit(c)),
        ("System.Char", "IsLetter", null, [ConstantValue { Constant: char c }]) => call.Of(char.IsLetter(c)),
        ("System.Char", "ToUpperInvariant", null, [ConstantValue { Constant: char c }]) => call.Of(char.ToUpperInvariant(c)),
        ("System.Char", "ToLowerInvariant", null, [ConstantValue { Constant: char c }]) => call.Of(char.ToLowerInvariant(c)),
        ("System.MemoryExtensions", "Contains", _, [var list, var item]) => Linq.Contains(list, item, call),
        ("System.Text.Encoding", "GetBytes", EncodingValue, [ConstantValue { Constant: string text }]) => Bytes.Encode(call, text),
        ("System.Text.Encoding", "get_UTF8" or "get_ASCII", null, _) => new EncodingValue(call.Name.Substring(4), call.Origin),
        ("System.Text.Encoding", "GetString", EncodingValue { Name: "UTF8" }, [Reference { Target.State: BytesState { Base64: { } base64 } }]) => call.Text(Encoding.UTF8.GetString(Convert.FromBase64String(base64))),
        ("System.StringComparer", "get_Ordinal", null, _) => new OrdinalComparer(call.Origin),
        ("System.Security.Cryptography.SHA256", "HashData", _, [Reference { Target.State: BytesState { Base64: { } base64 } }]) => Bytes.Hash(call, base64),
        ("System.Convert", "ToHexStringLower", _, [Reference { Target.State: BytesState { Base64: { } base64 } }]) =>
            call.Text(string.Concat(Convert.FromBase64String(base64).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)))),
        ("System.Convert", "ToBase64String", _, [Reference { Target.State: BytesState { Base64: { } base64 } }]) => call.Text(base64),
        ("System.Convert", "FromBase64String", _, [ConstantValue { Constant: string text }]) => Bytes.Decode(call, text),
        ("System.Text.Json.JsonSerializer", "SerializeToUtf8Bytes", _, [var written, NullValue]) when call.Call.Method.TypeArguments is [var type] => Json.Bytes(written, call.Call.Frame.Resolve(type)!, call),
        ("System.Lazy" or "System.Func" or "System.Action", "Invoke", { } function, var arguments) => call.Invoke(function, arguments),
        ("System.Text.Json.JsonSerializer", "Serialize", _, [Reference { Target.State: RecordState { Model: not null } } or ConstantValue or NullValue, ..]) => new UnknownValue(call.Origin),
        ("System.ArgumentNullException" or "System.ArgumentException", "ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace", _, _) => new UnknownValue(call.Origin),
        ("System.Diagnostics.Debug", "Assert", _, [_, ..]) => new UnknownValue(call.Origin),
        ("System.GC", "KeepAlive", _, _) => new UnknownValue(call.Origin),
        ("System.Console", "WriteLine" or "Write", _, var arguments) when arguments.All(a => a is ConstantValue or NullValue) => new UnknownValue(call.Origin),
        ("System.Object", "ReferenceEquals", _, [Reference a, Reference b]) when !Operators.MayBeOne(a, b) => call.Of(a.Target == b.Target),
        ("System.Object", "Equals", _, _) or ("System.Object", "GetHashCode", _, _) => null,
        _ => null,
    };

    /// <summary><c>int.TryParse(text, out var number)</c>.</summary>
    private static Value TryParse(Value text, Place target, FrameworkCall call)
    {
        bool? isNumber = text switch
        {
            NullValue => false,
            ConstantValue { Constant: string s } when s.All(c => c is >= '0' and <= '9') => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            // No culture's numbers have letters; signs and blanks are its own business.
            ConstantValue { Constant: string s } when s.Any(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z') => false,
            _ => null,
        };
        target.Set(call.Evaluation, isNumber switch
        {
            null => new UnknownValue(text.Origin ?? call.Origin),
            false => call.Of(0),
            true => new ConstantValue(int.Parse((string)((ConstantValue)text).Constant, CultureInfo.InvariantCulture), text.Origin),
        });
        return isNumber is { } known ? call.Of(known) : new UnknownValue(text.Origin ?? call.Origin);
    }
}

/// <summary>CultureInfo.InvariantCulture.</summary>
internal sealed class InvariantCulture(SourceOrigin? origin) : Value(origin);

/// <summary>An encoding that is understood.</summary>
internal sealed class EncodingValue(string name, SourceOrigin? origin) : Value(origin)
{
    public string Name { get; } = name;
}

/// <summary>Bytes of texts.</summary>
internal static class Bytes
{
    public static Value? Encode(FrameworkCall call, string text) => call.Instance is EncodingValue encoding
        ? call.Heap.New(new BytesState(Convert.ToBase64String((encoding.Name == "UTF8" ? Encoding.UTF8 : Encoding.ASCII).GetBytes(text))), call.Origin)
        : null;

    public static Value Hash(FrameworkCall call, string base64)
    {
        using var algorithm = SHA256.Create();
        return call.Heap.New(new BytesState(Convert.ToBase64String(algorithm.ComputeHash(Convert.FromBase64String(base64)))), call.Origin);
    }

    public static Value Decode(FrameworkCall call, string text)
    {
        try
        {
            return call.Heap.New(new BytesState(Convert.ToBase64String(Convert.FromBase64String(text))), call.Origin);
        }
        catch (FormatException)
        {
            // It throws.
            return new UnknownValue(call.Origin);
        }
    }
}
