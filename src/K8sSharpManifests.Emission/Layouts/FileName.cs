using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace K8sSharpManifests.Emission.Layouts;

/// <summary>
/// File names like <c>60-deployment-shop-web.yaml</c>. What an object says of itself is never trusted: no separator, no upper case (two names
/// that differ only in case are one file on Windows and macOS) and no length gets through. The number in front disarms <c>con</c>, <c>..</c> and their like.
/// </summary>
internal static class FileName
{
    private const int MaxLength = 120;
    private const string Ending = ".yaml";

    /// <summary>The name of an object's file.</summary>
    public static string Of(ObjectIdentity identity) => Stem(identity) is { Length: <= MaxLength } stem ? stem + Ending : Unique(identity);

    /// <summary>A name for an object whose plain name another object has, too.</summary>
    public static string Unique(ObjectIdentity identity) => WithHash(Stem(identity), Text(identity)) + Ending;

    /// <summary>The name in a folder that says which namespace it is.</summary>
    public static string InNamespace(ObjectIdentity identity) => StemInNamespace(identity) is { Length: <= MaxLength } stem ? stem + Ending : UniqueInNamespace(identity);

    /// <summary>A name in such a folder for an object whose plain name another object has, too.</summary>
    public static string UniqueInNamespace(ObjectIdentity identity) => WithHash(StemInNamespace(identity), Text(identity)) + Ending;

    /// <summary>A name that is not longer than it may be.</summary>
    /// <param name="name">The name.</param>
    /// <param name="text">What it was made of, and tells it from another one that begins like it.</param>
    public static string Cut(string name, string text) => name.Length <= MaxLength ? name : WithHash(name, text);

    private static string Stem(ObjectIdentity identity) =>
        identity.Namespace.Length == 0 ? StemInNamespace(identity) : $"{Start(identity)}-{Escaped(identity.Namespace)}-{Escaped(identity.Name)}";

    private static string StemInNamespace(ObjectIdentity identity) => $"{Start(identity)}-{Escaped(identity.Name)}";

    private static string Start(ObjectIdentity identity) =>
        $"{ApplyOrder.Of(identity.Kind).ToString("00", CultureInfo.InvariantCulture)}-{Escaped(identity.Kind.ToLowerInvariant())}";

    /// <summary>A text without anything that a file system, or one of them, takes for something else. Different texts stay different.</summary>
    public static string Escaped(string text)
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
                escaped.Append(Escape(text[i]));
            }
        }

        return escaped.ToString();
    }

    /// <summary>What stands for a character that is not harmless, or not where it stands.</summary>
    public static string Escape(char c) => string.Create(CultureInfo.InvariantCulture, $"_{(int)c:x2}_");

    private static bool IsHarmless(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.';

    private static string WithHash(string stem, string text)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)).AsSpan(0, 6));
        return $"{stem.AsSpan(0, Math.Min(stem.Length, MaxLength - 13))}-{hash}";
    }

    // NUL cannot be part of any of the four, or the API server would refuse it.
    private static string Text(ObjectIdentity identity) => string.Join('\0', identity.Group, identity.Kind, identity.Namespace, identity.Name);
}
