namespace K8sSharpManifests.Host;

/// <summary>A file of the output folder.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ManifestFile(string Name, ArraySegment<byte> Content);
