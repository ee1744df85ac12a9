using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace K8sSharpManifests.Yaml;

/// <summary>Numbers as Go's strconv reads them, and as its encoding/json and kubectl write them.</summary>
internal static class GoNumber
{
    // What strconv.ParseFloat takes of a text that starts with a point: an underscore has to stand between digits.
    private static readonly Regex Fraction = new(@"^\.[0-9](_?[0-9])*([eE][-+]?[0-9](_?[0-9])*)?\z", RegexOptions.CultureInvariant);

    /// <summary>strconv.ParseInt with base 0, and ParseUint: a sign, 0x, 0o, 0b, and a leading 0 for octal.</summary>
    /// <param name="text">The text, without underscores.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is one of 64 bits.</returns>
    public static bool TryParseInteger(string text, out GoInteger value)
    {
        var (sign, digits) = SplitSign(text);
        var (radix, skipped) = digits switch
        {
            ['0', 'x' or 'X', _, ..] => (16, 2),
            ['0', 'o' or 'O', _, ..] => (8, 2),
            ['0', 'b' or 'B', _, ..] => (2, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        return TryParse(sign, digits, skipped, radix, out value);
    }

    /// <summary>strconv.ParseInt and ParseUint with base 2.</summary>
    /// <param name="text">The digits, with a sign or without.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is one of 64 bits.</returns>
    public static bool TryParseBinary(string text, out GoInteger value)
    {
        var (sign, digits) = SplitSign(text);
        return TryParse(sign, digits, 0, 2, out value);
    }

    /// <summary>strconv.ParseFloat of a text that starts with a point.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is one that a double can hold.</returns>
    public static bool TryParseFraction(string text, out double value)
    {
        value = 0;
        return Fraction.IsMatch(text) && TryParseFloat(text.Replace("_", ""), out value);
    }

    /// <summary>A decimal number, finite.</summary>
    /// <param name="text">The text, in the grammar of YAML's floats.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether a double can hold it.</returns>
    public static bool TryParseFloat(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !double.IsInfinity(value);

    /// <summary>The text in which kubectl sends a double: it writes JSON, reads what has no fraction as an integer, and keeps that up to 64 bits.</summary>
    /// <param name="value">A finite number.</param>
    /// <returns>Its text.</returns>
    public static string ToJson(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        var size = Math.Abs(value);
        var (digits, point) = Shortest(size.ToString("R", CultureInfo.InvariantCulture));
        var text = size is < 1e-6 or >= 1e21 ? Exponential(digits, point, 1) : Positional(digits, point);
        return value < 0 ? "-" + text : text;
    }

    /// <summary>The text of a key: Go's %g of a 32-bit float, which sigs.k8s.io/yaml makes keys with.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its text.</returns>
    public static string ToKey(double value)
    {
        var single = (float)value;
        if (float.IsNaN(single) || float.IsInfinity(single))
        {
            return float.IsNaN(single) ? ".nan" : single > 0 ? ".inf" : "-.inf";
        }

        // Only so is a negative zero seen.
        var sign = single < 0 || (single == 0 && double.IsNegativeInfinity(1 / (double)single)) ? "-" : "";
        if (single == 0)
        {
            return sign + "0";
        }

        const int MostDigitsBeforePoint = 6;
        var (digits, point) = Shortest(Math.Abs(single).ToString("R", CultureInfo.InvariantCulture));
        return sign + (point < -3 || point > MostDigitsBeforePoint ? Exponential(digits, point, 2) : Positional(digits, point));
    }

    private static (char Sign, string Digits) SplitSign(string text) => text is ['+' or '-', ..] ? (text[0], text.Substring(1)) : ('\0', text);

    // ParseUint takes no sign.
    private static bool TryParse(char sign, string digits, int start, int radix, out GoInteger value)
    {
        var size = 0ul;
        value = default;
        for (var i = start; i < digits.Length; i++)
        {
            var c = digits[i];
            var digit = c is >= '0' and <= '9' ? c - '0' : (c | ' ') is >= 'a' and <= 'f' ? (c | ' ') - 'a' + 10 : radix;
            if (digit >= radix || size > (ulong.MaxValue - (ulong)digit) / (ulong)radix)
            {
                return false;
            }

            size = (size * (ulong)radix) + (ulong)digit;
        }

        value = new(size, sign == '-');
        return digits.Length > start && (sign == '\0' || value.IsLong);
    }

    /// <summary>The digits of a number without zeros around them, and where its point stands: 0.0012 is 12 with the point at -2.</summary>
    private static (string Digits, int Point) Shortest(string text)
    {
        var exponent = text.IndexOf('E');
        var mantissa = exponent < 0 ? text : text.Substring(0, exponent);
        var dot = mantissa.IndexOf('.');
        var point = (dot < 0 ? mantissa.Length : dot) + (exponent < 0 ? 0 : int.Parse(text.Substring(exponent + 1), CultureInfo.InvariantCulture));
        var digits = mantissa.Replace(".", "");
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), point - leading);
    }

    private static string Positional(string digits, int point) =>
        point <= 0 ? "0." + new string('0', -point) + digits
        : point >= digits.Length ? digits + new string('0', point - digits.Length)
        : digits.Insert(point, ".");

    private static string Exponential(string digits, int point, int width)
    {
        var text = new StringBuilder().Append(digits[0]);
        if (digits.Length > 1)
        {
            text.Append('.').Append(digits, 1, digits.Length - 1);
        }

        var exponent = point - 1;
        return text.Append(exponent < 0 ? "e-" : "e+").Append(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0')).ToString();
    }
}

/// <summary>A whole number that Go holds in an int64 or a uint64.</summary>
/// <param name="Size">Its absolute value.</param>
/// <param name="IsNegative">Whether it is below zero.</param>
internal readonly record struct GoInteger(ulong Size, bool IsNegative)
{
    /// <summary>Whether it fits into an int64.</summary>
    public bool IsLong => Size <= long.MaxValue || (IsNegative && Size == 1ul << 63);

    /// <summary>As a double.</summary>
    public double ToDouble() => IsNegative ? -(double)Size : Size;

    /// <summary>Its decimal digits.</summary>
    public override string ToString() => (IsNegative && Size > 0 ? "-" : "") + Size.ToString(CultureInfo.InvariantCulture);
}
