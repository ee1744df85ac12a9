using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace K8sSharpManifests.Host;

/// <summary>
/// File names like <c>60-deployment-shop-web.yaml</c>. What an object says of itself is never trusted: no separator, no upper case (two names
/// that differ only in case are one file on Windows and macOS) and no length gets through. The number in front disarms <c>con</c>, <c>..</c> and their like.
/// </summary>
internal static class FileName
{
    private const int MaxLength = 120;

    public static string Of(ObjectIdentity identity)
    {
        var stem = Stem(identity);
        return (stem.Length <= MaxLength ? stem : WithHash(stem, identity)) + ".yaml";
    }

    /// <summary>A name for an object whose plain name another object has, too.</summary>
    public static string Unique(ObjectIdentity identity) => WithHash(Stem(identity), identity) + ".yaml";

    private static string Stem(ObjectIdentity identity)
    {
        var order = ApplyOrder.Of(identity.Kind).ToString("00", CultureInfo.InvariantCulture);
        var kind = Escaped(identity.Kind.ToLowerInvariant());
        return identity.Namespace.Length == 0
            ? $"{order}-{kind}-{Escaped(identity.Name)}"
            : $"{order}-{kind}-{Escaped(identity.Namespace)}-{Escaped(identity.Name)}";
    }

    private static string Escaped(string text)
    {
        var i = 0;
        while (i < text.Length && IsHarmless(text[i]))
        {
            i++;
        }

        // As nearly every name is.
        if (i == text.Length)
        {
            return text;
        }

        var escaped = new StringBuilder(text, 0, i, 4 * text.Length);
        for (; i < text.Length; i++)
        {
            if (IsHarmless(text[i]))
            {
                escaped.Append(text[i]);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"_{(int)text[i]:x2}_");
            }
        }

        return escaped.ToString();
    }

    private static bool IsHarmless(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.';

    private static string WithHash(string stem, ObjectIdentity identity)
    {
        // NUL cannot be part of any of the four, or the API server would refuse it.
        var text = string.Join('\0', identity.Group, identity.Kind, identity.Namespace, identity.Name);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)).AsSpan(0, 6));
        return $"{stem.AsSpan(0, Math.Min(stem.Length, MaxLength - 13))}-{hash}";
    }
}
