using System.Globalization;
using System.Text.RegularExpressions;

namespace K8sSharpManifests.Cel.Functions;

/// <summary>A semantic version (semver.org, 2.0.0).</summary>
internal sealed class SemanticVersion : IComparable<SemanticVersion>
{
    private static readonly Regex Form = new(
        @"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(?:-((?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?\z",
        RegexOptions.CultureInvariant);

    private readonly ulong[] _numbers;
    private readonly string[] _preRelease;

    private SemanticVersion(ulong[] numbers, string[] preRelease) => (_numbers, _preRelease) = (numbers, preRelease);

    public ulong Major => _numbers[0];

    public ulong Minor => _numbers[1];

    public ulong Patch => _numbers[2];

    /// <summary>Reads a version; null for none.</summary>
    public static SemanticVersion? Parse(string text)
    {
        var match = Form.Match(text);
        var numbers = new ulong[3];
        for (var i = 0; i < 3; i++)
        {
            if (!match.Success || !ulong.TryParse(match.Groups[i + 1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return new(numbers, match.Groups[4].Success ? match.Groups[4].Value.Split('.') : []);
    }

    /// <summary>Reads a version with a 'v' before it, without a minor or a patch, or with zeros before its numbers.</summary>
    public static SemanticVersion? ParseLenient(string text)
    {
        text = text.StartsWith("v", StringComparison.Ordinal) ? text.Substring(1) : text;
        var parts = text.Split(['.'], 3);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].Length > 1)
            {
                var part = parts[i].TrimStart('0');
                parts[i] = part.Length == 0 || part[0] is < '0' or > '9' ? "0" + part : part;
            }
        }

        return parts.Length < 3 && parts[parts.Length - 1].IndexOfAny(['+', '-']) >= 0 ? null : Parse(string.Join(".", parts.Concat(Enumerable.Repeat("0", 3 - parts.Length))));
    }

    /// <inheritdoc/>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        for (var i = 0; i < 3; i++)
        {
            if (_numbers[i] != other._numbers[i])
            {
                return _numbers[i] > other._numbers[i] ? 1 : -1;
            }
        }

        if (_preRelease.Length == 0 || other._preRelease.Length == 0)
        {
            return Math.Sign(other._preRelease.Length - _preRelease.Length) is var sign && _preRelease.Length + other._preRelease.Length == 0 ? 0 : sign;
        }

        for (var i = 0; i < _preRelease.Length && i < other._preRelease.Length; i++)
        {
            var order = Compare(_preRelease[i], other._preRelease[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return _preRelease.Length.CompareTo(other._preRelease.Length);
    }

    // Numbers come before texts, and by size: none has zeros before it.
    private static int Compare(string left, string right)
    {
        var (isNumber, isOtherNumber) = (left.All(char.IsDigit), right.All(char.IsDigit));
        return isNumber != isOtherNumber ? (isNumber ? -1 : 1)
            : isNumber && left.Length != right.Length ? left.Length.CompareTo(right.Length)
            : Math.Sign(string.CompareOrdinal(left, right));
    }
}
