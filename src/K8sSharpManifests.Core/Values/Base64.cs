namespace K8sSharpManifests.Core;

/// <summary>Base64 that somebody else has written.</summary>
internal static class Base64
{
    /// <summary>The bytes of a text; null where it is no base64.</summary>
    public static byte[]? Decode(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
