using System.Globalization;

namespace K8sSharpManifests.Core;

/// <summary>What somebody meant who wrote a quantity as other programs, countries or people do.</summary>
internal sealed class QuantityGuess
{
    private const int MaxLength = 64;

    private QuantityGuess(string text, bool isCertain) => (Text, IsCertain) = (text, isCertain);

    /// <summary>A quantity.</summary>
    public string Text { get; }

    /// <summary>Whether nothing else can be meant.</summary>
    public bool IsCertain { get; }

    /// <summary>What is meant by a text that is no quantity; null where nobody can tell.</summary>
    public static QuantityGuess? Of(string text)
    {
        if (text.Length > MaxLength)
        {
            return null;
        }

        var dense = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var end = dense.Length;
        while (end > 0 && !(dense[end - 1] is >= '0' and <= '9' or '.'))
        {
            end--;
        }

        var suffix = dense.Substring(end);
        if (Number(dense.Substring(0, end)) is not { } number || Suffix(suffix) is not { } known || !Quantity.TryParse(number + known, out _))
        {
            return null;
        }

        // What has no other meaning: a blank before the suffix, or the case of a binary one.
        var isCertain = text.TrimStart().StartsWith(number, StringComparison.Ordinal) && (suffix == known || (known.Length == 2 && string.Equals(suffix, known, StringComparison.OrdinalIgnoreCase)));
        return new(number + known, isCertain);
    }

    /// <summary>
    /// What is meant by a text that counts bytes in powers of 1000, taken at its word, like <c>128M</c> by <c>128MB</c>; null where the first guess is all that can be meant.
    /// </summary>
    public static QuantityGuess? Exact(string text)
    {
        if (Of(text) is not { IsCertain: false, Text: [.. var number, var prefix, 'i'] } || !text.TrimEnd().EndsWith("b", StringComparison.OrdinalIgnoreCase) || text.IndexOf("ib", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return null;
        }

        return new(number + (prefix == 'K' ? 'k' : prefix), isCertain: false);
    }

    /// <summary>What to tell somebody whose text is no quantity.</summary>
    public static string Hint(QuantityGuess? meant) => meant is null ? "it takes numbers such as 0.5, 250m, 64Mi or 1e3" : $"did you mean {meant.Text}?";

    // By what people write. Of bytes nearly everybody means those that Kubernetes counts in powers of 1024.
    private static string? Suffix(string text) => text.Length > 0 && Quantity.TryParse("1" + text, out _) ? text : text.ToLowerInvariant() switch
    {
        "" or "b" or "byte" or "bytes" or "cpu" or "cpus" or "vcpu" or "vcpus" or "core" or "cores" => "",
        "mcpu" or "mcpus" or "mcore" or "mcores" or "millicpu" or "millicore" or "millicores" => "m",
        "ki" or "kib" or "kb" => "Ki",
        "mi" or "mib" or "mb" => "Mi",
        "gi" or "gib" or "gb" => "Gi",
        "ti" or "tib" or "tb" => "Ti",
        "pi" or "pib" or "pb" => "Pi",
        "ei" or "eib" or "eb" => "Ei",
        "k" => "k",
        "g" => "G",
        "t" => "T",
        "p" => "P",
        _ => null,
    };

    /// <summary>A number that has a comma for its point, underscores between digits, or is a fraction that ends.</summary>
    private static string? Number(string text)
    {
        text = text.Replace("_", "");
        if (text.Split('/') is [var above, var below])
        {
            return Decimal(above) is { } x && Decimal(below) is { } y && y >= 1 && x / y is var ratio && ratio * y == x ? ratio.ToString("0.############################", CultureInfo.InvariantCulture) : null;
        }

        // 1,000 may be one or a thousand.
        var comma = text.IndexOf(',');
        return comma < 0 ? text : text.IndexOf('.') < 0 && text.IndexOf(',', comma + 1) < 0 && text.Length - comma - 1 != 3 ? text.Replace(',', '.') : null;
    }

    // Few enough digits for nothing to overflow.
    private static decimal? Decimal(string text) => text.Length < 15
        && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
