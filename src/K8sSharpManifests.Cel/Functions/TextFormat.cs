using System.Globalization;
using System.Text;
using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>format: a text with places for values, <c>%s %d %f %e %b %x %X %o</c>.</summary>
/// <remarks>Upstream: cel-go's ext/formatting.go, in American English, as version 2 of the library has it.</remarks>
internal static class TextFormat
{
    private const int DefaultPrecision = 6;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    // x/text writes "1.5 × 10³", with narrow spaces.
    private const string TimesTen = "\u202f×\u202f10";

    public static CelValue Format(string format, CelListValue values)
    {
        var text = new StringBuilder();
        var next = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                text.Append(format[i]);
                continue;
            }

            if (i + 1 < format.Length && format[i + 1] == '%')
            {
                text.Append(format[++i]);
                continue;
            }

            if (next >= values.Items.Count)
            {
                return new CelError($"index {next} out of range");
            }

            var value = values.Items[next++];
            if (value.IsFailure)
            {
                return value;
            }

            var precision = Precision(format, ref i, out var fault);
            if (fault is not null || i >= format.Length)
            {
                return new CelError(fault ?? "unexpected end of string");
            }

            switch (Clause(format[i], value, precision))
            {
                case CelString clause:
                    text.Append(clause.Value);
                    break;
                case CelError error:
                    return new CelError($"error during formatting: {error.Message}");
                case var unknown:
                    return unknown;
            }
        }

        return new CelString(text.ToString());
    }

    // Leaves "i" at the letter of the clause.
    private static int? Precision(string format, ref int i, out string? fault)
    {
        fault = null;
        if (++i >= format.Length || format[i] != '.')
        {
            return null;
        }

        var start = ++i;
        while (i < format.Length && format[i] is >= '0' and <= '9')
        {
            i++;
        }

        if (i < format.Length && int.TryParse(format.Substring(start, i - start), NumberStyles.None, CultureInfo.InvariantCulture, out var precision) && precision <= 99)
        {
            return precision;
        }

        fault = i >= format.Length ? "could not parse formatting clause: error while parsing precision: could not find end of precision specifier" : "could not parse formatting clause: error while parsing precision";
        return null;
    }

    private static CelValue Clause(char clause, CelValue value, int? precision) => clause switch
    {
        's' => Shown(value, isInner: false),
        'd' => value is CelInt or CelUint ? new CelString(Texts.Show(value)) : Wrong("decimal clause can only be used on integers", value),
        'f' => Double(value) is { } number ? new CelString(Fixed(number, precision ?? DefaultPrecision)) : Wrong("fixed-point clause can only be used on doubles", value),
        'e' => Double(value) is { } number ? new CelString(Scientific(number, precision ?? DefaultPrecision)) : Wrong("scientific clause can only be used on doubles", value),
        'b' => value is CelBool flag ? new CelString(flag.Value ? "1" : "0") : InBase(value, 2) ?? Wrong("only integers and bools can be formatted as binary", value),
        'o' => InBase(value, 8) ?? Wrong("octal clause can only be used on integers", value),
        'x' or 'X' => Hex(value) is { } hex ? new CelString(clause == 'x' ? hex : hex.ToUpperInvariant()) : Wrong("only integers, byte buffers, and strings can be formatted as hex", value),
        _ => new CelError($"could not parse formatting clause: unrecognized formatting clause \"{clause}\""),
    };

    private static CelError Wrong(string what, CelValue value) => new($"{what}, was given {value.TypeName}");

    private static double? Double(CelValue value) => value switch
    {
        CelDouble number => number.Value,
        CelString { Value: "NaN" } => double.NaN,
        CelString { Value: "Infinity" } => double.PositiveInfinity,
        CelString { Value: "-Infinity" } => double.NegativeInfinity,
        _ => null,
    };

    private static string? Special(double number) => double.IsNaN(number) ? "NaN" : double.IsPositiveInfinity(number) ? "∞" : double.IsNegativeInfinity(number) ? "-∞" : null;

    private static string Fixed(double number, int precision) => Special(number) ?? number.ToString("N" + precision, CultureInfo.InvariantCulture);

    private static string Scientific(double number, int precision)
    {
        if (Special(number) is { } special)
        {
            return special;
        }

        var text = number.ToString("E" + precision, CultureInfo.InvariantCulture);
        var e = text.IndexOf('E');
        var exponent = int.Parse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return text.Substring(0, e) + TimesTen + (exponent < 0 ? "⁻" : "") + new string([.. digits.Select(d => Superscripts[d - '0'])]);
    }

    private static CelValue? InBase(CelValue value, int toBase)
    {
        var number = value switch { CelInt i => i.Value < 0 ? (ulong)-(i.Value + 1) + 1 : (ulong)i.Value, CelUint u => u.Value, _ => (ulong?)null };
        if (number is null)
        {
            return null;
        }

        var digits = "";
        do
        {
            digits = "0123456789abcdef"[(int)(number.Value % (ulong)toBase)] + digits;
            number /= (ulong)toBase;
        }
        while (number > 0);

        return new CelString((value is CelInt { Value: < 0 } ? "-" : "") + digits);
    }

    private static string? Hex(CelValue value) => value switch
    {
        CelString text => OfBytes(Encoding.UTF8.GetBytes(text.Value)),
        CelBytes bytes => OfBytes(bytes.Value),
        _ => (InBase(value, 16) as CelString)?.Value,
    };

    private static string OfBytes(byte[] bytes) => string.Concat(bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));

    // What is in a list or a dictionary is written as CEL writes it.
    private static CelValue Shown(CelValue value, bool isInner)
    {
        switch (value)
        {
            case { IsFailure: true }:
                return value;
            case CelNull:
                return new CelString("null");
            case CelTypeValue type:
                return new CelString(type.Name);
            case CelListValue { IsOpen: false } list:
                return Joined(list.Items.Select(i => Shown(i, true)), "[", "]");
            case CelMapValue { IsOpen: false } map:
                return Joined(map.Keys.Select(k => Entry(k, map.Find(k)!)).OrderBy(e => (e as CelString)?.Value, StringComparer.Ordinal), "{", "}");
            case CelListValue or CelMapValue:
                return CelUnknown.Data;
            case CelDouble number when isInner:
                return new CelString(Special(number.Value) is null ? number.Value.ToString("F" + DefaultPrecision, CultureInfo.InvariantCulture) : Texts.Quoted(Texts.Show(number).Replace("Inf", "Infinity").TrimStart('+')));
            case CelIp or CelCidr:
                return Wrong("string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps", value);
        }

        return Conversions.ToText(value) switch
        {
            CelString text when isInner => new CelString(value switch
            {
                CelString => Texts.Quoted(text.Value),
                CelBytes => "b" + Texts.Quoted(text.Value),
                CelTimestamp => $"timestamp({Texts.Quoted(text.Value)})",
                CelDuration => $"duration({Texts.Quoted(text.Value)})",
                _ => text.Value,
            }),
            CelString text => text,
            _ => Wrong("string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps", value),
        };
    }

    private static CelValue Entry(CelValue key, CelValue value) =>
        Shown(key, true) is CelString name ? Shown(value, true) is var shown && shown is CelString text ? new CelString($"{name.Value}:{text.Value}") : shown : CelError.NoSuchOverload;

    private static CelValue Joined(IEnumerable<CelValue> parts, string open, string close)
    {
        var texts = parts.ToArray();
        return Operators.Failures.FirstOf(texts) ?? new CelString(open + string.Join(", ", texts.Select(t => ((CelString)t).Value)) + close);
    }
}
