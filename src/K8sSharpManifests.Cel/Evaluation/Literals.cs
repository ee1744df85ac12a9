using System.Globalization;
using System.Text;
using K8sSharpManifests.Cel.Values;
using K8sSharpManifests.Core.Rules.Validity.Cel;

namespace K8sSharpManifests.Cel.Evaluation;

/// <summary>The values of literals.</summary>
/// <remarks>Upstream: cel-go's parser/unescape.go and parser.go (VisitInt and its neighbours).</remarks>
internal static class Literals
{
    /// <summary>The value of a literal; null for a number that is too large.</summary>
    public static CelValue? Value(CelLiteral literal) => literal.Type.Kind switch
    {
        CelKind.Null => CelNull.Value,
        CelKind.Bool => CelBool.Of(literal.Written == "true"),
        CelKind.Int => Int(literal.Written),
        CelKind.Uint => Magnitude(literal.Written.Substring(0, literal.Written.Length - 1)) is { } number ? new CelUint(number) : null,
        CelKind.Double => Double(literal.Written),
        CelKind.String => new CelString(Encoding.UTF8.GetString(Bytes(literal.Written))),
        CelKind.Bytes => new CelBytes(Bytes(literal.Written)),
        _ => null,
    };

    private static CelInt? Int(string written)
    {
        var isNegative = written[0] == '-';
        var digits = written.TrimStart('-');
        return Magnitude(digits) switch
        {
            <= long.MaxValue and var number => new((long)number * (isNegative ? -1 : 1)),
            1UL << 63 when isNegative => new(long.MinValue),
            _ => null,
        };
    }

    private static ulong? Magnitude(string digits)
    {
        var isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return ulong.TryParse(isHex ? digits.Substring(2) : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static CelDouble? Double(string written)
    {
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsInfinity(number) ? new(number) : null;
    }

    // As UTF-8: \x and octal numbers are characters in a text, and bytes in bytes.
    private static byte[] Bytes(string written)
    {
        var open = written.IndexOfAny(['"', '\'']);
        var prefix = written.Substring(0, open);
        var isRaw = prefix.IndexOfAny(['r', 'R']) >= 0;
        var isBytes = prefix.IndexOfAny(['b', 'B']) >= 0;
        var quote = written[open];
        var marks = written.Length - open >= 6 && written[open + 1] == quote && written[open + 2] == quote ? 3 : 1;
        var text = written.Substring(open + marks, written.Length - open - (2 * marks)).Replace("\r\n", "\n").Replace('\r', '\n');
        if (isRaw || text.IndexOf('\\') < 0)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var bytes = new List<byte>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && text[i] != '\\')
            {
                i++;
            }

            bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(start, i - start)));
            if (i < text.Length)
            {
                Escape(text, ref i, isBytes, bytes);
            }
        }

        return [.. bytes];
    }

    // The lexer has seen to it that the escape is whole.
    private static void Escape(string text, ref int i, bool isBytes, List<byte> bytes)
    {
        var c = text[i + 1];
        var (number, length) = c switch
        {
            'a' => (7, 2),
            'b' => ('\b', 2),
            'f' => ('\f', 2),
            'n' => ('\n', 2),
            'r' => ('\r', 2),
            't' => ('\t', 2),
            'v' => (11, 2),
            'x' or 'X' => (Convert.ToInt32(text.Substring(i + 2, 2), 16), 4),
            'u' => (Convert.ToInt32(text.Substring(i + 2, 4), 16), 6),
            'U' => (Convert.ToInt32(text.Substring(i + 2, 8), 16), 10),
            >= '0' and <= '3' => (Convert.ToInt32(text.Substring(i + 1, 3), 8), 4),
            _ => (c, 2),
        };
        i += length;
        if (isBytes && (c is 'x' or 'X' or (>= '0' and <= '3')))
        {
            bytes.Add((byte)number);
            return;
        }

        var isCharacter = number is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF);
        bytes.AddRange(Encoding.UTF8.GetBytes(isCharacter ? char.ConvertFromUtf32(number) : "\uFFFD"));
    }
}
