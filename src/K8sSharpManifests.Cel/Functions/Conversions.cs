using System.Globalization;
using System.Text;
using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>Functions with the name of a type, which make a value of it, and size, type and dyn.</summary>
/// <remarks>Upstream: cel-go's common/types, each type's ConvertToType.</remarks>
internal static class Conversions
{
    // Doubles of 2^63 and 2^64, which are the first that do not fit.
    private const double LimitOfInt = 9223372036854775808d;
    private const double LimitOfUint = 18446744073709551616d;
    private static readonly CelError IntOverflow = new("integer overflow");
    private static readonly CelError UintOverflow = new("unsigned integer overflow");
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static void Register()
    {
        Add("int", ToInt);
        Add("uint", ToUint);
        Add("double", ToDouble);
        Add("string", ToText);
        Add("bytes", value => value switch
        {
            CelBytes => value,
            CelString text => new CelBytes(Encoding.UTF8.GetBytes(text.Value)),
            _ => CelError.NoSuchOverload,
        });
        Add("bool", value => value switch
        {
            CelBool => value,
            CelString { Value: "1" or "t" or "T" or "TRUE" or "true" or "True" } => CelBool.True,
            CelString { Value: "0" or "f" or "F" or "FALSE" or "false" or "False" } => CelBool.False,
            CelString => CelError.Conversion("string", "bool"),
            _ => CelError.NoSuchOverload,
        });
        Add("timestamp", value => value switch
        {
            CelTimestamp => value,
            CelInt number => CelTimestamp.Of(number.Value is < CelTimestamp.First or > CelTimestamp.Last ? long.MaxValue / 2 : number.Value, 0),
            CelString text => GoTime.ParseTimestamp(text.Value) ?? CelError.Conversion("string", "google.protobuf.Timestamp"),
            _ => CelError.NoSuchOverload,
        });
        Add("duration", value => value switch
        {
            CelDuration => value,
            CelInt number => new CelDuration(number.Value),
            CelString text => GoTime.ParseDuration(text.Value) ?? (CelValue)CelError.Conversion("string", "google.protobuf.Duration"),
            _ => CelError.NoSuchOverload,
        });
        Add("dyn", value => value);
        Add("type", value => new CelTypeValue(value.TypeName));
        Add("size", Size);
        FunctionTable.AddMember("size", arguments => arguments is [var value] ? Size(value) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("base64.encode", arguments => arguments is [CelBytes bytes] ? new CelString(Convert.ToBase64String(bytes.Value)) : CelError.NoSuchOverload);
        FunctionTable.AddGlobal("base64.decode", arguments => arguments is [CelString text] ? Decoded(text.Value) : CelError.NoSuchOverload);
    }

    /// <summary>A value as a text, as CEL's string does it.</summary>
    public static CelValue ToText(CelValue value) => value switch
    {
        CelString => value,
        CelBool or CelInt or CelUint or CelDouble => new CelString(Texts.Show(value)),
        CelBytes bytes => FromUtf8(bytes.Value),
        CelTimestamp time => new CelString(GoTime.Text(time)),
        CelDuration duration => new CelString(GoTime.Text(duration)),
        CelIp ip => new CelString(NetworkFunctions.Text(ip.Value)),
        CelCidr cidr => new CelString($"{NetworkFunctions.Text(cidr.Address)}/{cidr.Prefix}"),
        _ => CelError.NoSuchOverload,
    };

    private static void Add(string name, Func<CelValue, CelValue> convert) => FunctionTable.AddGlobal(name, arguments => arguments is [var value] ? convert(value) : CelError.NoSuchOverload);

    private static CelValue ToInt(CelValue value) => value switch
    {
        CelInt => value,
        CelUint number => number.Value > long.MaxValue ? IntOverflow : new CelInt((long)number.Value),
        CelDouble number => number.Value is > -LimitOfInt and < LimitOfInt ? new CelInt((long)number.Value) : IntOverflow,
        CelString text => long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? new CelInt(parsed) : CelError.Conversion("string", "int"),
        CelTimestamp time => new CelInt(time.Seconds),
        CelDuration duration => new CelInt(duration.Nanoseconds),
        _ => CelError.NoSuchOverload,
    };

    private static CelValue ToUint(CelValue value) => value switch
    {
        CelUint => value,
        CelInt number => number.Value < 0 ? UintOverflow : new CelUint((ulong)number.Value),
        CelDouble number => number.Value is >= 0 and < LimitOfUint ? new CelUint((ulong)number.Value) : UintOverflow,
        CelString text => ulong.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? new CelUint(parsed) : CelError.Conversion("string", "uint"),
        _ => CelError.NoSuchOverload,
    };

    private static CelValue ToDouble(CelValue value) => value switch
    {
        CelDouble => value,
        CelInt number => new CelDouble(number.Value),
        CelUint number => new CelDouble(number.Value),
        CelString text => ParseDouble(text.Value),
        _ => CelError.NoSuchOverload,
    };

    private static CelValue ParseDouble(string text)
    {
        var isNegative = text.StartsWith("-", StringComparison.Ordinal);
        var plain = isNegative || text.StartsWith("+", StringComparison.Ordinal) ? text.Substring(1) : text;
        switch (plain.ToLowerInvariant())
        {
            case "nan" when plain.Length == text.Length:
                return new CelDouble(double.NaN);
            case "inf" or "infinity":
                return new CelDouble(isNegative ? double.NegativeInfinity : double.PositiveInfinity);
            case { Length: > 1 } hex when hex.StartsWith("0x", StringComparison.Ordinal):
                return CelUnknown.Because($"'{text}' is not read as a number here");
        }

        return plain.Length > 0 && char.IsWhiteSpace(plain[0]) == false
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number)
            ? new CelDouble(number) : CelError.Conversion("string", "double");
    }

    private static CelValue FromUtf8(byte[] bytes)
    {
        try
        {
            return new CelString(StrictUtf8.GetString(bytes));
        }
        catch (ArgumentException)
        {
            return new CelError("invalid UTF-8 in bytes, cannot convert to string");
        }
    }

    private static CelValue Decoded(string text)
    {
        try
        {
            return new CelBytes(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '=')));
        }
        catch (FormatException)
        {
            return new CelError("illegal base64 data");
        }
    }

    private static CelValue Size(CelValue value) => value switch
    {
        CelString text => new CelInt(Texts.Length(text.Value)),
        CelBytes bytes => new CelInt(bytes.Value.Length),
        CelListValue list => new CelInt(list.Items.Count),
        CelMapValue map => new CelInt(map.Count),
        _ => CelError.NoSuchOverload,
    };
}
