using System.Text.Json;

namespace K8sSharpManifests.Tool.Registry;

/// <summary>What a manifest says of platforms.</summary>
/// <param name="Platforms">Those of an index; null for the manifest of one image.</param>
/// <param name="Configuration">The digest of the configuration of one image, which says its platform; null where there is none that does.</param>
internal sealed record Manifest(IReadOnlyList<ImagePlatform>? Platforms, string? Configuration)
{
    private const string Unknown = "unknown";

    private static readonly string[] ConfigurationTypes = ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"];

    /// <summary>Reads a manifest.</summary>
    /// <param name="body">The manifest.</param>
    /// <returns>What it says; null where it is none.</returns>
    public static Manifest? Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            if (root.TryGetProperty("manifests", out var manifests) && manifests.ValueKind == JsonValueKind.Array)
            {
                // Attestations are of an unknown platform, and nobody runs them.
                return new([.. manifests.EnumerateArray().Select(m => Object(m, "platform") is { } platform ? Platform(platform) : null).OfType<ImagePlatform>().Where(p => p.Os != Unknown).Distinct()], null);
            }

            return Object(root, "config") is { } config ? new(null, ConfigurationTypes.Contains(Text(config, "mediaType")) ? Text(config, "digest") : null) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The platform that the configuration of an image says.</summary>
    /// <param name="body">The configuration.</param>
    /// <returns>The platform; null where it says none.</returns>
    public static ImagePlatform? ReadConfiguration(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Platform(json.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ImagePlatform? Platform(JsonElement element) =>
        Text(element, "os") is { Length: > 0 } os && Text(element, "architecture") is { Length: > 0 } architecture ? ImagePlatform.Of(os, architecture, Text(element, "variant")) : null;

    private static JsonElement? Object(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
