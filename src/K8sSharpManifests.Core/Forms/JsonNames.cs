namespace K8sSharpManifests.Core;

/// <summary>The keys of members that have no [JsonPropertyName], as the client's serializer writes them.</summary>
internal static class JsonNames
{
    /// <summary>A name in camel case: its leading capitals become small, but for the last of several before a small letter.</summary>
    /// <param name="name">The member's name, like <c>HTTPPort</c>.</param>
    /// <returns>The key, like <c>httpPort</c>.</returns>
    public static string CamelCase(string name)
    {
        var count = 0;
        while (count < name.Length && char.IsUpper(name[count]) && (count == 0 || count + 1 == name.Length || char.IsUpper(name[count + 1])))
        {
            count++;
        }

        return name.Substring(0, count).ToLowerInvariant() + name.Substring(count);
    }
}
