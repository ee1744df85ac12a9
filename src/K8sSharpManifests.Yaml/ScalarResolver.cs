using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace K8sSharpManifests.Yaml;

/// <summary>
/// The types of scalars, as go-yaml v2 resolves them (its file resolve.go), which sigs.k8s.io/yaml and so kubectl read with: YAML 1.1 without numbers
/// of base 60, and Go's own integers.
/// </summary>
internal static class ScalarResolver
{
    /// <summary>The tag that makes a merge key.</summary>
    public const string MergeTag = "tag:yaml.org,2002:merge";

    private const string Prefix = "tag:yaml.org,2002:";

    private static readonly Regex YamlFloat = new(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant);

    // The four forms of Go's time.Parse that go-yaml tries.
    private static readonly Regex Timestamp = new(
        @"^(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
        + @"([Tt](?<h>[0-9]{1,2}):(?<m>[0-9]{1,2}):(?<s>[0-9]{1,2})([.,][0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})"
        + @"| (?<h>[0-9]{1,2}):(?<m>[0-9]{1,2}):(?<s>[0-9]{1,2})([.,][0-9]+)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>The value of a scalar.</summary>
    /// <param name="tag">Its tag, in the long form; empty for none.</param>
    /// <param name="text">Its text.</param>
    /// <param name="isPlain">Whether it is without quotes and no block.</param>
    /// <param name="value">The value.</param>
    /// <returns>What is wrong with it; null for nothing.</returns>
    public static string? Resolve(string tag, string text, bool isPlain, out ScalarValue value)
    {
        value = ScalarValue.String(text);
        if (tag.Length == 0)
        {
            value = isPlain ? Resolve(text, out _) : value;
            return null;
        }

        // Of any other tag, go-yaml keeps the text.
        var type = tag.StartsWith(Prefix, StringComparison.Ordinal) ? tag.Substring(Prefix.Length) : "";
        if (type is not ("bool" or "int" or "float" or "null" or "timestamp" or "binary"))
        {
            return null;
        }

        if (type == "binary")
        {
            return Decode(text, out value);
        }

        var isTimestamp = type == "timestamp";
        var resolved = Resolve(text, out var found);
        if (isTimestamp ? IsTimestamp(text) : found == type)
        {
            value = isTimestamp ? value : resolved;
            return null;
        }

        if (type == "float" && found == "int" && resolved.Key is { } integer)
        {
            value = ScalarValue.Float(double.Parse(integer, CultureInfo.InvariantCulture));
            return null;
        }

        return $"the tag !!{type} stands at '{text}', which is none: take the tag away, or write a value that is one.";
    }

    private static ScalarValue Resolve(string text, out string type)
    {
        switch (text)
        {
            case "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON":
                type = "bool";
                return ScalarValue.Boolean(true);
            case "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF":
                type = "bool";
                return ScalarValue.Boolean(false);
            case "" or "~" or "null" or "Null" or "NULL":
                type = "null";
                return ScalarValue.Null;
            case ".nan" or ".NaN" or ".NAN":
                type = "float";
                return ScalarValue.Float(double.NaN);
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                type = "float";
                return ScalarValue.Float(double.PositiveInfinity);
            case "-.inf" or "-.Inf" or "-.INF":
                type = "float";
                return ScalarValue.Float(double.NegativeInfinity);
            default:
                return text[0] is '.' or '+' or '-' or (>= '0' and <= '9') ? ResolveNumber(text, out type) : String(text, out type);
        }
    }

    private static ScalarValue ResolveNumber(string text, out string type)
    {
        type = "float";
        if (text[0] == '.')
        {
            return GoNumber.TryParseFraction(text, out var fraction) ? ScalarValue.Float(fraction) : String(text, out type);
        }

        var plain = text.IndexOf('_') < 0 ? text : text.Replace("_", "");
        if (GoNumber.TryParseInteger(plain, out var integer))
        {
            type = "int";
            return ScalarValue.Integer(integer);
        }

        if (YamlFloat.IsMatch(plain) && GoNumber.TryParseFloat(plain, out var number))
        {
            return ScalarValue.Float(number);
        }

        // go-yaml asks again, and so reads 0b-1.
        var isNegative = plain.StartsWith("-0b", StringComparison.Ordinal);
        var binary = isNegative ? "-" + plain.Substring(3) : plain.StartsWith("0b", StringComparison.Ordinal) ? plain.Substring(2) : "";
        if (GoNumber.TryParseBinary(binary, out integer))
        {
            type = "int";
            return ScalarValue.Integer(integer);
        }

        return String(text, out type);
    }

    private static ScalarValue String(string text, out string type)
    {
        type = "str";
        return ScalarValue.String(text);
    }

    private static bool IsTimestamp(string text)
    {
        var match = Timestamp.Match(text);
        return match.Success
            && DateTime.TryParseExact(match.Groups["date"].Value, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            && IsBelow(match.Groups["h"].Value, 24) && IsBelow(match.Groups["m"].Value, 60) && IsBelow(match.Groups["s"].Value, 60);
    }

    private static bool IsBelow(string digits, int limit) => digits.Length == 0 || int.Parse(digits, CultureInfo.InvariantCulture) < limit;

    private static string? Decode(string text, out ScalarValue value)
    {
        value = default;
        try
        {
            if (text.IndexOfAny([' ', '\t']) < 0)
            {
                value = ScalarValue.String(StrictUtf8.GetString(Convert.FromBase64String(text)));
                return null;
            }
        }
        catch (FormatException)
        {
            // Said below.
        }
        catch (DecoderFallbackException)
        {
            return "the tag !!binary stands at bytes that are no text, and JSON holds text only: take the tag away, so that the base64 text is the value.";
        }

        return "the tag !!binary stands at a text that is no base64: take the tag away.";
    }
}
