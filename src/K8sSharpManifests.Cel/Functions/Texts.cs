using System.Globalization;
using System.Text;
using K8sSharpManifests.Cel.Values;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>Texts as Go sees them: of code points; and values as Go prints them.</summary>
internal static class Texts
{
    // strconv's, where as few digits as possible are asked for.
    private const int LeastWithExponent = 6;

    /// <summary>The code points of a text, each a text of its own.</summary>
    public static List<string> CodePoints(string text)
    {
        var points = new List<string>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            points.Add(text.Substring(i, isPair ? 2 : 1));
            i += isPair ? 1 : 0;
        }

        return points;
    }

    /// <summary>How many code points a text has.</summary>
    public static int Length(string text)
    {
        var pairs = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]))
            {
                pairs++;
                i++;
            }
        }

        return text.Length - pairs;
    }

    /// <summary>A value in the message of an error.</summary>
    public static string Show(CelValue value) => value switch
    {
        CelString text => text.Value,
        CelInt number => number.Value.ToString(CultureInfo.InvariantCulture),
        CelUint number => number.Value.ToString(CultureInfo.InvariantCulture),
        CelDouble number => Number(number.Value),
        CelBool flag => flag.Value ? "true" : "false",
        CelNull => "null",
        _ => value.TypeName,
    };

    /// <summary>A number as Go's %g.</summary>
    public static string Number(double value)
    {
        if (Special(value) is { } special)
        {
            return special;
        }

        var (digits, exponent, sign) = Digits(value);
        if (exponent is < -4 or >= LeastWithExponent)
        {
            var mantissa = digits.Length > 1 ? $"{digits[0]}.{digits.Substring(1)}" : digits;
            return $"{sign}{mantissa}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
        }

        return sign + Plain(digits, exponent);
    }

    /// <summary>A number as Go's %f with as many digits as it needs.</summary>
    public static string PlainNumber(double value)
    {
        var (digits, exponent, sign) = Digits(value);
        return Special(value) ?? (sign + Plain(digits, exponent));
    }

    /// <summary>A text in quotation marks, as Go's %q for what can be printed.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '\a' => "\\a",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\v' => "\\v",
                '\\' => "\\\\",
                '"' => "\\\"",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static string? Special(double value) => double.IsNaN(value) ? "NaN" : double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : null;

    private static string Plain(string digits, int exponent) =>
        exponent < 0 ? "0." + new string('0', -exponent - 1) + digits
        : digits.Length <= exponent + 1 ? digits + new string('0', exponent + 1 - digits.Length)
        : digits.Substring(0, exponent + 1) + "." + digits.Substring(exponent + 1);

    // The fewest digits that give the number again, without zeros at their end, and the exponent of the first.
    private static (string Digits, int Exponent, string Sign) Digits(double value)
    {
        var text = Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 17; precision++)
        {
            var shorter = Math.Abs(value).ToString("E" + precision, CultureInfo.InvariantCulture);
            if (double.Parse(shorter, CultureInfo.InvariantCulture) == Math.Abs(value))
            {
                text = shorter;
                break;
            }
        }

        var e = text.IndexOf('E');
        var digits = text.Substring(0, e).Replace(".", "").TrimEnd('0');
        return (digits.Length == 0 ? "0" : digits, int.Parse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), value < 0 || (value == 0 && 1 / value < 0) ? "-" : "");
    }
}
