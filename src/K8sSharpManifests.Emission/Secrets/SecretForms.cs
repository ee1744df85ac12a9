using System.Net;
using System.Text;
using System.Text.Encodings.Web;

namespace K8sSharpManifests.Emission.Secrets;

/// <summary>The forms that a secret can take in a text: as it is, encoded, escaped, in lines.</summary>
internal static class SecretForms
{
    /// <summary>What is shorter stands in nearly every text by chance: it is a secret only where it stands alone.</summary>
    public const int Shortest = 4;

    // In capitals or small letters, a short word would be many a word of a message.
    private const int ShortestInOtherCase = 8;

    private static readonly char[] Quotes = ['\'', '"', '`'];

    /// <summary>The forms of a whole value that are looked for anywhere in a text; none of them is shorter than <see cref="Shortest"/>.</summary>
    public static IEnumerable<string> Whole(string value) => Long(new[] { value, value.Trim(), value.Replace("\r\n", "\n", StringComparison.Ordinal) });

    /// <summary>The forms of a part of a value that a message may hold: a line of it, or all of it as one line.</summary>
    public static IEnumerable<string> Lines(string value)
    {
        // A message has a blank for each character that would end its line.
        string[] lines = value.Split(['\n', '\r', '\t', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 1 ? Long([string.Join(' ', lines), .. lines]) : [];
    }

    /// <summary>The forms of a short value, which is looked for where it stands in quotes; none of any other.</summary>
    public static IEnumerable<string> Quoted(string value) => value.Trim() is { Length: > 0 and < Shortest } text ? Quotes.Select(quote => $"{quote}{text}{quote}") : [];

    private static IEnumerable<string> Long(IEnumerable<string> values) => values.SelectMany(Encoded).Where(form => form.Length >= Shortest);

    private static IEnumerable<string> Encoded(string value)
    {
        yield return value;
        if (value.Length >= ShortestInOtherCase)
        {
            yield return value.ToLowerInvariant();
            yield return value.ToUpperInvariant();
        }

        yield return JavaScriptEncoder.Default.Encode(value);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value);
        yield return Escaped(value);
        yield return value.Replace("'", "''", StringComparison.Ordinal);
        yield return Uri.EscapeDataString(value);
        yield return WebUtility.UrlEncode(value);
        yield return WebUtility.HtmlEncode(value);
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
        foreach (var form in Base64(bytes))
        {
            yield return form;
            yield return form.Replace('+', '-').Replace('/', '_');
        }
    }

    // As messages and YAML escape what cannot stand in a line.
    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            text.Append(c switch { '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", '"' => "\\\"", '\\' => "\\\\", _ when char.IsControl(c) => $"\\u{(int)c:X4}", _ => c.ToString() });
        }

        return text.ToString();
    }

    // Alone, and behind one or two bytes of something else, as in "user:password": the characters that hold nothing but the value.
    private static IEnumerable<string> Base64(byte[] bytes)
    {
        yield return Convert.ToBase64String(bytes);
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
            var start = ((before * 8) + 5) / 6;
            var end = (before + bytes.Length) * 8 / 6;
            yield return start < end ? text[start..end] : "";
        }
    }
}
