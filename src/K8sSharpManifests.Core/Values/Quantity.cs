using System.Globalization;
using System.Numerics;

namespace K8sSharpManifests.Core;

/// <summary>
/// A Kubernetes resource quantity, such as <c>500m</c> or <c>1536Mi</c>, with one canonical text. Both front ends make that text here: one reads
/// what the C# says, the other has only the model's decimal value and its format left.
/// </summary>
/// <remarks>
/// The semantics are those of quantity.go, suffix.go and amount.go in k8s.io/apimachinery/pkg/api/resource, with three differences. A binary quantity
/// beyond 2^63-1 keeps its value here; the API server cuts it down to that silently. The canonical text is always made anew; the API
/// server may repeat a text that it takes for canonical (<c>+1Ki</c>, <c>1.500</c>). A text without any digit (<c>k</c>, <c>+</c>) is no
/// quantity, as the documented grammar has it; the API server's scanner reads it as 0.
/// </remarks>
public readonly struct Quantity : IEquatable<Quantity>, IComparable<Quantity>
{
    // More would only serve to make a build run out of memory: 10^1000 of anything is a mistake.
    private const int MaxExponent = 1000;
    private const int NanoDigits = 9;
    private const string BinaryPrefixes = "KMGTPE";
    private const string DecimalSuffixes = "num kMGTPE";

    private static readonly BigInteger One = BigInteger.Pow(10, NanoDigits);

    // The value in billionths: the finest that Kubernetes knows.
    private readonly BigInteger _nanos;

    private Quantity(BigInteger nanos, QuantityFormat format)
    {
        _nanos = nanos;
        Format = format;
    }

    /// <summary>The family of suffixes that the quantity was written with. It decides the canonical text, not the value.</summary>
    public QuantityFormat Format { get; }

    /// <summary>Reads a quantity.</summary>
    /// <param name="text">The text, without blanks around it, as the API server demands.</param>
    /// <param name="value">The quantity; zero where the text is none.</param>
    /// <returns>Whether the text is a quantity; false as well for an exponent beyond ±1000, which no manifest means.</returns>
    public static bool TryParse(string text, out Quantity value)
    {
        value = default;
        var position = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var start = position;
        position = SkipDigits(text, position);
        var mantissa = text.Substring(start, position - start);
        var scale = 0;
        if (position < text.Length && text[position] == '.')
        {
            start = ++position;
            position = SkipDigits(text, position);
            mantissa += text.Substring(start, position - start);
            scale = start - position;
        }

        if (mantissa.Length == 0 || !TryReadSuffix(text, position, out var exponent, out var format))
        {
            return false;
        }

        var number = BigInteger.Parse(mantissa, NumberStyles.None, CultureInfo.InvariantCulture);
        if (text[0] == '-')
        {
            number = -number;
        }

        value = format == QuantityFormat.BinarySI
            ? new(Scale(number << exponent, scale + NanoDigits), format)
            : new(Scale(number, scale + exponent + NanoDigits), format);
        return true;
    }

    /// <summary>
    /// Whether the API server refuses a text where it reads a quantity. That is less than <see cref="TryParse"/> says: the server cuts blanks off both ends, and reads a
    /// text without any digit as 0.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <returns>Whether its parser fails.</returns>
    public static bool IsRefused(string text)
    {
        text = text.Trim();
        var position = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        position = SkipDigits(text, position);
        position = position < text.Length && text[position] == '.' ? SkipDigits(text, position + 1) : position;
        return text.Length == 0 || !(TryReadSuffix(text, position, out _, out _) || IsLargeExponent(text, position));
    }

    /// <summary>The quantity of a value whose text is lost, as the models' ResourceQuantity keeps it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The family of suffixes that it was written with.</param>
    /// <returns>The quantity, equal to that of the text which gave the value and the format.</returns>
    public static Quantity From(decimal value, QuantityFormat format)
    {
        var bits = decimal.GetBits(value);
        var number = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = (bits[3] >> 16) & 0xFF;
        return new(Scale(bits[3] < 0 ? -number : number, NanoDigits - scale), format);
    }

    /// <summary>Whether two quantities have the same value, whatever their format: <c>1Ki</c> equals <c>1024</c>.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static bool operator ==(Quantity left, Quantity right) => left._nanos == right._nanos;

    /// <summary>Whether two quantities differ in value.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static bool operator !=(Quantity left, Quantity right) => left._nanos != right._nanos;

    /// <summary>Whether one quantity is less than another.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static bool operator <(Quantity left, Quantity right) => left._nanos < right._nanos;

    /// <summary>Whether one quantity is more than another.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static bool operator >(Quantity left, Quantity right) => left._nanos > right._nanos;

    /// <summary>Whether one quantity is at most another.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static bool operator <=(Quantity left, Quantity right) => left._nanos <= right._nanos;

    /// <summary>Whether one quantity is at least another.</summary>
    /// <param name="left">One side.</param>
    /// <param name="right">The other side.</param>
    public static bool operator >=(Quantity left, Quantity right) => left._nanos >= right._nanos;

    /// <summary>The sum, in the format of the first.</summary>
    internal static Quantity Sum(Quantity left, Quantity right) => new(left._nanos + right._nanos, left.Format);

    /// <summary>The value in units of 10^-decimals, rounded up, as upstream's Value and MilliValue have it.</summary>
    /// <param name="decimals">0 for whole numbers, 3 for thousandths.</param>
    internal BigInteger RoundedUp(int decimals)
    {
        var quotient = BigInteger.DivRem(_nanos, BigInteger.Pow(10, NanoDigits - decimals), out var remainder);
        return remainder.Sign > 0 ? quotient + 1 : quotient;
    }

    /// <summary>The same amount, the other way round.</summary>
    /// <param name="value">The amount.</param>
    public static Quantity operator -(Quantity value) => new(-value._nanos, value.Format);

    /// <summary>The value as a whole number of 64 bits; null where it is none.</summary>
    internal long? AsInt64() => IsWhole && _nanos / One is var whole && whole >= long.MinValue && whole <= long.MaxValue ? (long)whole : null;

    /// <summary>The value, as near as a double comes.</summary>
    internal double ToDouble() => (double)_nanos / (double)One;

    /// <summary>Whether it is a whole number.</summary>
    internal bool IsWhole => (_nanos % One).IsZero;

    /// <summary>Whether it is more than one quantity divided by another; false where the other is 0 or less.</summary>
    internal bool IsMoreThanRatio(Quantity dividend, Quantity divisor) => divisor._nanos.Sign > 0 && _nanos * divisor._nanos > dividend._nanos * One;

    /// <inheritdoc/>
    public bool Equals(Quantity other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _nanos.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Quantity other) => _nanos.CompareTo(other._nanos);

    /// <summary>
    /// The canonical text: no fraction, no precision lost, the suffix as large as possible. A binary quantity below 1Ki or with a fraction
    /// is shown with decimal suffixes; a decimal one from 1000E on, for which there is no suffix, with an exponent.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        if (_nanos.IsZero)
        {
            return "0";
        }

        if (Format == QuantityFormat.BinarySI && BigInteger.Abs(_nanos) >= 1024 * One && (_nanos % One).IsZero)
        {
            var whole = _nanos / One;
            var power = Reduce(ref whole, 1024, BinaryPrefixes.Length);
            return Text(whole) + (power == 0 ? "" : BinaryPrefixes[power - 1] + "i");
        }

        var number = _nanos;
        var exponent = (3 * Reduce(ref number, 1000, int.MaxValue)) - NanoDigits;
        return exponent switch
        {
            0 => Text(number),
            <= 18 when Format != QuantityFormat.DecimalExponent => Text(number) + DecimalSuffixes[(exponent + NanoDigits) / 3],
            _ => $"{Text(number)}e{Text(exponent)}",
        };
    }

    private static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);

    private static int SkipDigits(string text, int position)
    {
        while (position < text.Length && text[position] is >= '0' and <= '9')
        {
            position++;
        }

        return position;
    }

    // "number" times 10^exponent, as a whole number; what is lost is rounded away from zero, so that a little is never nothing.
    private static BigInteger Scale(BigInteger number, int exponent)
    {
        if (exponent >= 0)
        {
            return number * BigInteger.Pow(10, exponent);
        }

        var quotient = BigInteger.DivRem(number, BigInteger.Pow(10, -exponent), out var remainder);
        return quotient + remainder.Sign;
    }

    // Divides by "factor" as often as nothing is lost, but at most "limit" times, and tells how often that was.
    private static int Reduce(ref BigInteger number, int factor, int limit)
    {
        var times = 0;
        while (times < limit)
        {
            var quotient = BigInteger.DivRem(number, factor, out var remainder);
            if (!remainder.IsZero)
            {
                break;
            }

            number = quotient;
            times++;
        }

        return times;
    }

    private static bool TryReadSuffix(string text, int position, out int exponent, out QuantityFormat format)
    {
        exponent = 0;
        format = QuantityFormat.DecimalSI;
        var length = text.Length - position;
        if (length == 0)
        {
            return true;
        }

        var first = text[position];
        if (length == 1)
        {
            var index = first == ' ' ? -1 : DecimalSuffixes.IndexOf(first);
            exponent = (3 * index) - NanoDigits;
            return index >= 0;
        }

        if (length == 2 && text[position + 1] == 'i')
        {
            format = QuantityFormat.BinarySI;
            exponent = 10 * (BinaryPrefixes.IndexOf(first) + 1);
            return exponent > 0;
        }

        format = QuantityFormat.DecimalExponent;
        return first is 'e' or 'E' && TryReadExponent(text, position + 1, out exponent);
    }

    // The server reads an exponent of 64 bits, and refuses what does not fit in.
    private static bool IsLargeExponent(string text, int position) =>
        position < text.Length && text[position] is 'e' or 'E'
        && long.TryParse(text.Substring(position + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool TryReadExponent(string text, int position, out int exponent)
    {
        exponent = 0;
        var isNegative = text[position] == '-';
        if (isNegative || text[position] == '+')
        {
            position++;
        }

        if (position == text.Length || SkipDigits(text, position) < text.Length)
        {
            return false;
        }

        while (position < text.Length && exponent <= MaxExponent)
        {
            exponent = (10 * exponent) + (text[position++] - '0');
        }

        var isInRange = exponent <= MaxExponent;
        exponent = isNegative ? -exponent : exponent;
        return isInRange;
    }
}
