using K8sSharpManifests.Core;

namespace K8sSharpManifests.Host;

/// <summary>The images that the targets have pushed before this run, as they write them down: <c>ghcr.io/acme/api:1.4.2|ghcr.io/acme/api:latest@sha256:…</c>, with commas between the projects.</summary>
internal static class PushedImages
{
    /// <summary>Reads them.</summary>
    /// <param name="text">What the targets have written.</param>
    /// <returns>The digest of each image, by what the lock calls it. One that lies in a local daemon, and so has no digest by which it could be pulled, is not among them.</returns>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pushed in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pushed.LastIndexOf('@');
            foreach (var reference in pushed[..at].Split('|'))
            {
                if (at + 1 < pushed.Length && ImageReference.TryParse(reference, out var image, out _))
                {
                    digests[ImageLock.KeyOf(image!)] = pushed[(at + 1)..];
                }
            }
        }

        return digests;
    }
}
