using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace K8sSharpManifests.StaticEvaluation;

/// <summary>The members of string that depend on no culture.</summary>
internal static class Strings
{
    public static Value? Call(FrameworkCall call)
    {
        var arguments = call.Arguments;
        var self = (call.Instance as ConstantValue)?.Constant as string;
        switch (call.Name, arguments.Length)
        {
            case ("IsNullOrEmpty", 1) when arguments[0] is NullValue:
            case ("IsNullOrWhiteSpace", 1) when arguments[0] is NullValue:
                return call.Of(true);
            case ("IsNullOrEmpty", 1) when arguments[0] is ConstantValue { Constant: string text }:
                return call.Of(text.Length == 0);
            case ("IsNullOrWhiteSpace", 1) when arguments[0] is ConstantValue { Constant: string text }:
                return call.Of(string.IsNullOrWhiteSpace(text));
            case ("Join", 2) when Texts.TextOf(arguments[0]) is { } separator:
                return Joined(separator, arguments[1], call);
            case ("Concat", 1) when call.Call.Method.Parameters[0].Type.SpecialType == SpecialType.System_Object:
                return Texts.ToText(arguments[0], null, call.Call.Operation, call.Evaluation, call.Call.Frame);
            case ("Concat", 1):
                return Joined("", arguments[0], call);
            case ("Concat", > 1):
                return Texts.Joined([.. arguments.Select((a, i) => (a, (ITypeSymbol?)call.Call.Method.Parameters[i].Type))], call.Call.Operation, call.Evaluation, call.Call.Frame);
            case ("Format", > 1) when arguments[0] is ConstantValue { Constant: string format }:
                return Formatted(format, call);
            case ("Equals", 2) when arguments is [ConstantValue { Constant: string a }, ConstantValue { Constant: string b }] && call.Instance is null:
                return call.Of(a == b);
            case ("Equals", 3) when arguments is [ConstantValue { Constant: string a }, ConstantValue { Constant: string b }, ConstantValue how] && Comparison(how) is { } comparison:
                return call.Of(string.Equals(a, b, comparison));
        }

        if (self is null)
        {
            return null;
        }

        if (call.Name == "Split" && arguments.Length > 0 && (Character(arguments[0])?.ToString() ?? (arguments[0] as ConstantValue)?.Constant as string) is { Length: > 0 } by)
        {
            return arguments.Skip(1).ToArray() switch
            {
                [] or [ConstantValue { IsEnum: true, Constant: 0 }] => Parts(self.Split([by], StringSplitOptions.None)),
                [ConstantValue { IsEnum: true, Constant: (int)StringSplitOptions.RemoveEmptyEntries }] => Parts(self.Split([by], StringSplitOptions.RemoveEmptyEntries)),
                [ConstantValue { IsEnum: false, Constant: int and > 0 } most, ConstantValue { IsEnum: true, Constant: 0 }] => Parts(self.Split([by], (int)most.Constant, StringSplitOptions.None)),
                _ => null,
            };
        }

        object? result = (call.Name, arguments) switch
        {
            ("get_Length", []) => self.Length,
            ("ToString", []) => self,
            ("ToLowerInvariant", []) => self.ToLowerInvariant(),
            ("ToUpperInvariant", []) => self.ToUpperInvariant(),
            ("Trim", []) => self.Trim(),
            ("TrimStart", []) => self.TrimStart(),
            ("TrimEnd", []) => self.TrimEnd(),
            ("Trim", [var trimmed]) => Character(trimmed) is { } c ? self.Trim(c) : null,
            ("TrimStart", [var trimmed]) => Character(trimmed) is { } c ? self.TrimStart(c) : null,
            ("TrimEnd", [var trimmed]) => Character(trimmed) is { } c ? self.TrimEnd(c) : null,
            ("Substring", [ConstantValue { Constant: int start }]) when start >= 0 && start <= self.Length => self.Substring(start),
            ("Substring", [ConstantValue { Constant: int start }, ConstantValue { Constant: int length }]) when start >= 0 && length >= 0 && (long)start + length <= self.Length =>
                self.Substring(start, length),
            ("PadLeft", [ConstantValue { Constant: int and >= 0 and < 1000 } width]) => self.PadLeft((int)width.Constant),
            ("PadLeft", [ConstantValue { Constant: int and >= 0 and < 1000 } width, var filler]) => Character(filler) is { } c ? self.PadLeft((int)width.Constant, c) : null,
            ("PadRight", [ConstantValue { Constant: int and >= 0 and < 1000 } width]) => self.PadRight((int)width.Constant),
            ("PadRight", [ConstantValue { Constant: int and >= 0 and < 1000 } width, var filler]) => Character(filler) is { } c ? self.PadRight((int)width.Constant, c) : null,
            ("Contains", [ConstantValue { Constant: string part }]) => self.Contains(part),
            ("Contains", [ConstantValue { Constant: char part }]) => self.Contains(part.ToString()),
            ("Contains", [ConstantValue { Constant: string part }, ConstantValue how]) when Comparison(how) is { } comparison => self.IndexOf(part, comparison) >= 0,
            ("StartsWith", [ConstantValue { Constant: char part }]) => self.Length > 0 && self[0] == part,
            ("StartsWith", [ConstantValue { Constant: string part }, ConstantValue how]) when Comparison(how) is { } comparison => self.StartsWith(part, comparison),
            ("EndsWith", [ConstantValue { Constant: char part }]) => self.Length > 0 && self[self.Length - 1] == part,
            ("EndsWith", [ConstantValue { Constant: string part }, ConstantValue how]) when Comparison(how) is { } comparison => self.EndsWith(part, comparison),
            ("IndexOf", [ConstantValue { Constant: char sought }]) => self.IndexOf(sought),
            ("IndexOf", [ConstantValue { Constant: string sought }, ConstantValue how]) when Comparison(how) is { } comparison => self.IndexOf(sought, comparison),
            ("LastIndexOf", [ConstantValue { Constant: char sought }]) => self.LastIndexOf(sought),
            ("Replace", [ConstantValue { Constant: string { Length: > 0 } old }, var other]) => Texts.TextOf(other) is { } replacement ? self.Replace(old, replacement) : null,
            ("Replace", [ConstantValue { Constant: char old }, ConstantValue { Constant: char replacement }]) => self.Replace(old, replacement),
            ("Remove", [ConstantValue { Constant: int start }]) when start >= 0 && start <= self.Length => self.Substring(0, start),
            ("Insert", [ConstantValue { Constant: int at }, ConstantValue { Constant: string text }]) when at >= 0 && at <= self.Length => self.Insert(at, text),
            ("Equals", [ConstantValue { Constant: string other }]) => self == other,
            ("Equals", [ConstantValue { Constant: string other }, ConstantValue how]) when Comparison(how) is { } comparison => string.Equals(self, other, comparison),
            _ => null,
        };
        return result switch
        {
            null => null,
            string { Length: > Evaluation.MaxText } => new UnknownValue(call.Origin),
            _ => call.Of(result),
        };

        Value Parts(string[] parts) => call.List(parts.Select(call.Text), isArray: true);
    }

    /// <summary>A single character; several in an array are another method.</summary>
    private static char? Character(Value value) => value switch
    {
        ConstantValue { Constant: char one } => one,
        Reference { Target.State: ListState { IsOpen: false, Items: [ConstantValue { Constant: char only }] } } => only,
        _ => null,
    };

    /// <summary>A comparison character by character; null where the culture has a say.</summary>
    private static StringComparison? Comparison(ConstantValue value) => value is { IsEnum: true, Constant: (int)StringComparison.Ordinal or (int)StringComparison.OrdinalIgnoreCase }
        ? (StringComparison)(int)value.Constant : null;

    private static Value Joined(string separator, Value parts, FrameworkCall call)
    {
        var text = new StringBuilder();
        var (isFirst, isKnown) = (true, true);
        foreach (var item in call.Items(parts))
        {
            var piece = item is null ? null : Texts.ToText(item, null, call.Call.Operation, call.Evaluation, call.Call.Frame);
            if (piece is not ConstantValue { Constant: string known } || text.Length + known.Length > Evaluation.MaxText)
            {
                isKnown = false;
            }
            else
            {
                text.Append(isFirst ? "" : separator).Append(known);
                isFirst = false;
            }
        }

        return isKnown ? call.Text(text.ToString()) : new UnknownValue(call.Origin);
    }

    /// <summary>A format of plain holes. Alignment and formats of their own are left to the run time.</summary>
    private static Value? Formatted(string format, FrameworkCall call)
    {
        ImmutableArray<Value> values = call.Arguments is [_, Reference { Target.State: ListState { IsOpen: false, IsArray: true } list }] && call.Call.Method.Parameters[1].Type is IArrayTypeSymbol
            ? list.Items : [.. call.Arguments.Skip(1)];
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is not ('{' or '}'))
            {
                text.Append(format[i]);
            }
            else if (i + 1 < format.Length && format[i + 1] == format[i])
            {
                text.Append(format[i++]);
            }
            else if (i + 2 < format.Length && format[i] == '{' && format[i + 2] == '}' && format[i + 1] is >= '0' and <= '9' && format[i + 1] - '0' < values.Length
                && Texts.TextOf(values[format[i + 1] - '0']) is { } piece)
            {
                text.Append(piece);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        return call.Text(text.ToString());
    }
}
