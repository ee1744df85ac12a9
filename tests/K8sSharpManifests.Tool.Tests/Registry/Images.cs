using System.Security.Cryptography;
using System.Text;

namespace K8sSharpManifests.Tool.Tests.Registry;

/// <summary>Makes images that have no layers.</summary>
internal static class Images
{
    public const string ManifestType = "application/vnd.oci.image.manifest.v1+json";
    public const string ConfigurationType = "application/vnd.oci.image.config.v1+json";

    /// <summary>An image for a platform.</summary>
    public static (string Platform, byte[] Configuration, byte[] Manifest) Of(string platform, string content = "")
    {
        var configuration = Encoding.UTF8.GetBytes($"{{{Fields(platform)},\"config\":{{}},\"x\":\"{content}\",\"rootfs\":{{\"type\":\"layers\",\"diff_ids\":[]}}}}");
        var manifest = Encoding.UTF8.GetBytes(
            $"{{\"schemaVersion\":2,\"mediaType\":\"{ManifestType}\",\"config\":{{\"mediaType\":\"{ConfigurationType}\",\"digest\":\"{Digest(configuration)}\",\"size\":{configuration.Length}}},\"layers\":[]}}");
        return (platform, configuration, manifest);
    }

    /// <summary>An index of images, with an attestation among them, as docker buildx makes it.</summary>
    public static byte[] IndexOf(IReadOnlyList<(string Platform, byte[] Configuration, byte[] Manifest)> images)
    {
        var entries = images.Select(image => Entry(image.Manifest, image.Platform)).Append(Entry(images[0].Manifest, "unknown/unknown"));
        return Encoding.UTF8.GetBytes($"{{\"schemaVersion\":2,\"mediaType\":\"{TestRegistry.Index}\",\"manifests\":[{string.Join(',', entries)}]}}");
    }

    public static string Digest(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Entry(byte[] manifest, string platform) =>
        $"{{\"mediaType\":\"{ManifestType}\",\"digest\":\"{Digest(manifest)}\",\"size\":{manifest.Length},\"platform\":{{{Fields(platform)}}}}}";

    private static string Fields(string platform)
    {
        var parts = platform.Split('/');
        return $"\"os\":\"{parts[0]}\",\"architecture\":\"{parts[1]}\"{(parts.Length > 2 ? $",\"variant\":\"{parts[2]}\"" : "")}";
    }
}
